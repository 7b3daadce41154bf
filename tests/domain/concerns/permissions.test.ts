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
const people = { chair: standing(["chair"]), deputy: standing(["deputy"]), coordinator: standing(["coordinator"]), member: standing([], true), elsewhere: standing(["chair", "deputy", "coordinator"], true, otherForum), nobody: standing([]) };

test.each<[Permission, (keyof typeof people)[]]>([
  ["concern.record", ["chair", "deputy", "coordinator"]],
  ["concern.prepare", ["chair", "deputy", "coordinator"]],
  ["concern.ask", ["chair", "deputy", "coordinator"]],
  ["concern.reveal", ["chair", "deputy", "coordinator"]],
  ["concern.decide", ["chair"]],
  ["concern.reply", ["chair"]],
])("%s is for %j of the forum, and for nobody who holds those parts elsewhere or has left", (permission, who) => {
  expect(Object.entries(people).filter(([, held]) => can(held, permission, { forumId })).map(([name]) => name)).toEqual(who);
  expect(Object.values(people).filter((held) => can({ ...held, present: false }, permission, { forumId }))).toEqual([]);
});

test("the deputy decides and replies where the chair is vacant or recused from the case", () => {
  for (const permission of ["concern.decide", "concern.reply"] as const) {
    expect(can(people.deputy, permission, { forumId, chairRecused: true })).toBe(true);
    expect(can({ ...people.deputy, vacantChairs: [forumId] }, permission, { forumId })).toBe(true);
    expect(can({ ...people.coordinator, vacantChairs: [forumId] }, permission, { forumId, chairRecused: true })).toBe(false);
  }
});

test("anybody signed in raises one, and nobody who has left", () => {
  for (const held of Object.values(people)) {
    expect(can(held, "concern.raise")).toBe(true);
    expect(can({ ...held, present: false }, "concern.raise")).toBe(false);
  }
});

test("the surgery log is for councillors, and following a concern for whoever it is of, whatever else they hold", () => {
  for (const held of Object.values(people)) {
    expect([can(held, "concern.log", { isCouncillor: true }), can(held, "concern.log", { isCouncillor: false }), can(held, "concern.log", { forumId })]).toEqual([true, false, false]);
    expect([can(held, "concern.follow", { isRaiser: true }), can(held, "concern.follow", { forumId })]).toEqual([true, false]);
  }
});
