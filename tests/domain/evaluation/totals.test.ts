import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Measure, viewTotals } from "@/domain/evaluation/queries/view-totals.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, anActionOn, aMeetingOn, daysLater, now } from "../cases/arranged.ts";

// Rules 25 and 26: the evaluator sees totals, those under 5 withheld, and no case.

let world: World;
let daniel: Actor;
const evaluator = async (of: World) => {
  await insert("partnership_offices", { id: randomUUID(), partnership_id: of.partnershipId, person_id: of.people.bystander.personId, office: "evaluator", from_on: "2025-01-01" });
  return of.people.bystander;
};
beforeAll(async () => {
  world = await aPartnership();
  daniel = await evaluator(world);
  for (let n = 0; n < 6; n += 1) await aCase(world, {}, world.people.coordinator, daysLater(-n));
  const old = await aCase(world, {}, world.people.coordinator, daysLater(-400));
  for (let n = 0; n < 3; n += 1) await anActionOn(world, old, await aMeetingOn(world, old, { state: "closed", closed_at: now }), world.people.housing, "verified");
  await owner.query("update actions set ended_at = $1", [now]);
  for (let n = 0; n < 4; n += 1) await aCase(world, { forumId: world.forums.NOR }, world.people.northChair);
});

const total = async (forum: string, measure: Measure, over: { from?: string; until?: string } = {}) =>
  (await viewTotals(daniel, { from: null, until: null, ...over }, now))?.forums.find((one) => one.forum === `${forum} forum`)?.totals[measure];

test("counts by forum in a period, the last twelve months where none is asked", async () => {
  expect(await viewTotals(daniel, { from: null, until: null }, now)).toMatchObject({ from: "2025-11-22", until: "2026-11-21" });
  expect(await total("CEN", "cases_taken")).toBe(6);
  expect(await total("CEN", "cases_open")).toBe(7);
  expect(await total("CEN", "cases_taken", { from: "2025-01-01" })).toBe(7);
  expect(await total("CEN", "cases_taken", { from: "2026-11-22", until: "2026-12-01" })).toBe(0);
  expect(await total("MARP", "cases_taken")).toBe(0);
});

test("withholds a count from 1 to 4, and shows none that would give it away", async () => {
  expect(await total("NOR", "cases_taken")).toBeNull();
  expect(await total("CEN", "meetings_held")).toBeNull();
  expect(await total("CEN", "actions_verified")).toBeNull();
  await aCase(world, { forumId: world.forums.NOR }, world.people.northChair);
  expect(await total("NOR", "cases_taken")).toBe(5);
});

test("opens no case, meeting, action or person's words to the evaluator", async () => {
  expect(await transact({ ...daniel, now }, async (tx) => [await tx.case.count(), await tx.caseTwin.count(), await tx.meeting.count(), await tx.action.count(), await tx.caseContent.count(), await tx.protectedParticular.count()])).toEqual([0, 0, 0, 0, 0, 0]);
});

test.each(["chair", "coordinator", "housing", "governance", "administrator", "northMember"] as const)('is not for the %s, who lacks "evaluation.read", in the database neither', async (who) => {
  expect(await viewTotals(world.people[who], { from: null, until: null }, now)).toBeNull();
  expect(await transact({ ...world.people[who], now }, (tx) => tx.$queryRaw`select * from app.evaluation_totals('2025-01-01', '2026-12-31')`)).toEqual([]);
  expect(can({ present: true, appointments: [], memberships: [], partnershipOffices: ["administrator", "information_governance"], vacantChairs: [] }, "evaluation.read")).toBe(false);
});

test("counts nothing of another partnership, and ends with the office", async () => {
  const other = await aPartnership("Safer Other");
  const theirs = await evaluator(other);
  const seen = await viewTotals(theirs, { from: null, until: null }, now);
  expect(seen?.forums.map(({ totals }) => totals.cases_taken)).toEqual([0, 0, 0]);
  await owner.query("update partnership_offices set until_on = '2026-11-20' where person_id = $1", [theirs.personId]);
  expect(await viewTotals(theirs, { from: null, until: null }, now)).toBeNull();
});
