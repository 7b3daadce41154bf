import { expect, test } from "vitest";
import type { Standing } from "@/domain/kernel/actor.ts";
import type { Office } from "@/domain/kernel/enums.ts";
import { can, type Permission } from "@/domain/kernel/policy.ts";

const forumId = "00000000-0000-4000-8000-000000000001";
const otherForum = "00000000-0000-4000-8000-000000000002";
const standing = (offices: Office[], seat = false, forum = forumId): Standing => ({
  present: true,
  appointments: offices.map((office) => ({ forumId: forum, office, capacity: "substantive" })),
  memberships: seat ? [{ forumId: forum, agencyId: otherForum, represents: null, commits: true }] : [],
  partnershipOffices: ["administrator", "information_governance", "evaluator"],
  vacantChairs: [],
});
const people = {
  chair: standing(["chair"]), deputy: standing(["deputy"]), coordinator: standing(["coordinator"]), member: standing([], true),
  elsewhere: standing(["chair", "deputy", "coordinator"], true, otherForum), nobody: standing([]),
};

const allowed: [Permission, (keyof typeof people)[]][] = [
  ["meeting.schedule", ["chair", "deputy", "coordinator"]],
  ["meeting.reschedule", ["chair", "deputy", "coordinator"]],
  ["meeting.cancel", ["chair", "deputy", "coordinator"]],
  ["meeting.publishAgenda", ["chair", "deputy", "coordinator"]],
  ["agenda.keep", ["chair", "deputy", "coordinator"]],
  ["paper.keep", ["chair", "deputy", "coordinator"]],
  ["case.addToAgenda", ["chair", "deputy", "coordinator"]],
  ["meeting.openDoors", ["chair"]],
  ["meeting.open", ["chair"]],
  ["register.sign", ["chair", "deputy", "coordinator", "member"]],
  ["register.reply", ["chair", "deputy", "coordinator", "member"]],
  ["register.recordAbsence", ["chair", "deputy", "coordinator"]],
];

test.each(allowed)("%s is for %j of the forum, and for nobody who holds those parts elsewhere or has left", (permission, who) => {
  expect(Object.entries(people).filter(([, held]) => can(held, permission, { forumId })).map(([name]) => name)).toEqual(who);
  expect(Object.values(people).filter((held) => can({ ...held, present: false }, permission, { forumId }))).toEqual([]);
  expect(Object.values(people).filter((held) => can(held, permission, {}))).toEqual([]);
});

test.each(["meeting.openDoors", "meeting.open"] as const)("%s falls to the deputy while the chair is recorded absent or the office is vacant", (permission) => {
  expect(can(people.deputy, permission, { forumId, chairAbsent: true })).toBe(true);
  expect(can({ ...people.deputy, vacantChairs: [forumId] }, permission, { forumId })).toBe(true);
  expect(can({ ...people.deputy, vacantChairs: [otherForum] }, permission, { forumId })).toBe(false);
  for (const other of [people.coordinator, people.member, people.nobody]) expect(can({ ...other, vacantChairs: [forumId] }, permission, { forumId, chairAbsent: true })).toBe(false);
});
