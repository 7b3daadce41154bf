import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { listActions } from "@/domain/action-plan/queries/list-actions.ts";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { viewPressure } from "@/domain/action-plan/queries/view-pressure.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, aMeeting, item, later, type Meeting } from "../minutes/arrange.ts";
import { anAction } from "./arrange.ts";

// Rule 13: what was not done has a capacity reason, and the reasons add up to a picture of each agency.

let world: World;
let people: World["people"];
let meeting: Meeting;
const at = later(60);
const notDone = (reason: string, ended: string) => ({ state: "incomplete" as const, incomplete_kind: "not_done", capacity_reason: reason, ended_at: ended });

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId: await aCase(world, "CEN-118") }] });
  const owned = [
    [people.housing, notDone("staffing", "2026-11-20T10:00:00Z")], [people.housing, notDone("staffing", "2026-10-20T10:00:00Z")], [people.housing, notDone("budget", "2025-12-01T00:00:00Z")],
    // a month too old, and a month whose last hour was still November in London
    [people.housing, notDone("budget", "2025-11-30T23:59:00Z")],
    [people.housing, { state: "incomplete", incomplete_kind: "circumstances_changed", ended_at: "2026-11-20T10:00:00Z" }],
    [people.housing, { state: "verified", ended_at: "2026-11-20T10:00:00Z" }], [people.housing, { due_on: "2026-11-01" }], [people.housing, {}],
    [people.police, { due_on: "2026-11-01" }], [people.police, { state: "declined" }],
  ] as const;
  for (const [index, [who, over]] of owned.entries()) await anAction(world, meeting, item(meeting, index === 0 ? 2 : 1), `CEN-118-${index + 1}`, who, over);
});

const of = async (who: keyof World["people"], code = "CEN") => (await viewPressure(people[who], code, at))?.agencies.map(({ name, open, late, notDone: total, reasons }) => ({ name, open, late, total, ...Object.fromEntries(Object.entries(reasons).filter(([, count]) => count > 0)) }));

test("adds up what each agency has open and late, and why it did not do what it was tasked with in the last year", async () => {
  const seen = await of("chair");
  expect(seen?.map(({ name: _, ...counts }) => counts)).toEqual([{ open: 2, late: 1, total: 3, staffing: 2, budget: 1 }, { open: 2, late: 1, total: 0 }]);
  expect(await of("deputy")).toEqual(seen);
  expect(await of("coordinator")).toEqual(seen);
});

test("each number that is a link leads to as many", async () => {
  for (const { id, open, late } of (await viewPressure(people.chair, "CEN", at))?.agencies ?? []) {
    for (const [status, count] of [["open", open], ["overdue", late]] as const) expect((await listActions(people.chair, ActionFilters.parse({ forum: "CEN", status, agency: id }), at))?.total, status).toBe(count);
  }
});

test("is for the chair's office of that forum, and for nobody else", async () => {
  const elsewhere = await aPartnership("Safer Wexcombe");
  for (const who of [people.housing, people.police, people.councillor, people.northChair, people.marpMember, people.bystander, people.administrator, people.governance, elsewhere.people.housing]) expect(await viewPressure(who, "CEN", at), who.name).toBeNull();
  expect((await viewPressure(elsewhere.people.chair, "CEN", at))?.agencies).toEqual([]);
  for (const code of ["NOR", "MARP", "", "cen", "CEN' or 1=1"]) expect(await viewPressure(people.chair, code, at), code).toBeNull();
});

test("counts no case that is shut to whoever asks", async () => {
  await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: item(meeting, 2).caseId, person_id: people.coordinator.personId, silent: true, reason: "A reason of more than twenty characters", decided_by_id: people.chair.personId, decided_at: "2026-12-01T10:00:00Z" });
  expect((await of("coordinator"))?.[0]).toMatchObject({ total: 2, staffing: 1 });
  expect((await of("chair"))?.[0]).toMatchObject({ total: 3 });
});
