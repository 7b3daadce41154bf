import { expect, test } from "vitest";
import type { Standing } from "@/domain/kernel/actor.ts";
import type { Office } from "@/domain/kernel/enums.ts";
import { can, type Permission } from "@/domain/kernel/policy.ts";

const forumId = "cen";
const nobody: Standing = { present: true, appointments: [], memberships: [], partnershipOffices: [], vacantChairs: [] };
const member: Standing = { ...nobody, memberships: [{ forumId, agencyId: "housing", represents: null, commits: true }] };
const office = (held: Office): Standing => ({ ...nobody, appointments: [{ forumId, office: held, capacity: "substantive" }] });

test.each<[Permission, boolean, boolean, boolean, boolean, boolean]>([
  // nobody, member, coordinator, deputy, chair
  ["interest.declare", false, true, true, true, true],
  ["interest.note", false, false, true, true, true],
  ["interest.seeMatches", false, false, true, true, true],
  ["item.open", false, false, true, true, true],
  ["register.recordDeparture", false, false, true, true, true],
  ["recusal.decide", false, false, false, false, true],
  ["recusal.lift", false, false, false, false, true],
])("%s is theirs who hold it", (permission, ...expected) => {
  expect([nobody, member, office("coordinator"), office("deputy"), office("chair")].map((standing) => can(standing, permission, { forumId }))).toEqual(expected);
});

test.each<Permission>(["interest.declareStanding", "interest.withdraw"])("%s is anybody's, of themselves alone", (permission) => {
  expect(can(nobody, permission, { isSelf: true })).toBe(true);
  expect(can(office("chair"), permission, { forumId })).toBe(false);
  expect(can({ ...nobody, present: false }, permission, { isSelf: true })).toBe(false);
});

test("the deputy is chair in force where the chair is recused, the coordinator never", () => {
  for (const permission of ["recusal.decide", "recusal.lift", "action.assign", "action.cancel", "action.verify", "meeting.close"] as const) {
    expect(can(office("deputy"), permission, { forumId, chairRecused: true }), permission).toBe(true);
    expect(can(office("deputy"), permission, { forumId }), permission).toBe(false);
    expect(can(office("coordinator"), permission, { forumId, chairRecused: true }), permission).toBe(false);
  }
});
