import { beforeEach, expect, test } from "vitest";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { parkItem } from "@/domain/meetings/commands/park-item.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { can } from "@/domain/kernel/policy.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now } from "../minutes/arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
const park = (n: number, who: keyof World["people"] = "coordinator", at = now) => parkItem(people[who], { itemId: item(meeting, n).id }, at);
const timesOf = async (n: number) => (await owner.query("select parked_at, opened_at, ended_at from agenda_items where id = $1", [item(meeting, n).id])).rows[0];

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: [{ caseId: await aCase(world, "CEN-1") }, "hotspots", "other_business"] });
  await attends(world, meeting, people.chair);
  await attends(world, meeting, people.housing);
});

test("an item is put aside, the room leaves it, and goes on to the next that waits", async () => {
  await openItem(people.coordinator, { itemId: item(meeting, 1).id }, now);
  expect(await park(1, "coordinator", later(5))).toEqual({ ok: true, value: { reference: "CEN-2026-12", number: 2 } });
  expect(await timesOf(1)).toEqual({ parked_at: later(5), opened_at: now, ended_at: later(5) });
  expect(await eventsOf(world, "item.parked")).toMatchObject([{ reference: "CEN-2026-12", person_id: people.coordinator.personId }]);
  const room = await viewRoom(people.chair, { reference: meeting.reference, number: null }, later(6));
  expect(room?.items.map(({ parked }) => parked)).toEqual([true, false, false]);
  expect(room?.item?.number).toBe(2);
});

test("taken up again, it is parked no more", async () => {
  await park(1);
  expect(await openItem(people.coordinator, { itemId: item(meeting, 1).id }, later(20))).toMatchObject({ ok: true });
  expect(await timesOf(1)).toEqual({ parked_at: null, opened_at: later(20), ended_at: null });
});

test("an item that has an outcome, or is parked, is not parked", async () => {
  await writeMinute(people.coordinator, { itemId: item(meeting, 2).id, version: 1, discussion: "Said.", outcome: "noted" }, now);
  await park(1);
  for (const n of [1, 2]) expect(await park(n)).toEqual({ ok: false, problem: { kind: "refused", rule: "item.notToPark", facts: {} } });
});

test.each(["published", "closed", "circulated"] as const)("nothing is parked while the meeting is %s", async (state) => {
  await owner.query("update meetings set state = $2 where id = $1", [meeting.id, state]);
  expect(await park(1)).toMatchObject({ ok: false, problem: { rule: "meeting.notInThisState" } });
});

test("the chair's office parks, and nobody else finds anything to park", async () => {
  for (const who of ["housing", "northChair", "governance"] as const) expect(await park(1, who)).toEqual({ ok: false, problem: { kind: "notFound" } });
  const forumId = world.forums.CEN;
  const standing = { present: true, appointments: [], memberships: [{ forumId, agencyId: world.agencies.housing, represents: null, commits: true }], partnershipOffices: [], vacantChairs: [] };
  expect(can(standing, "item.park", { forumId })).toBe(false);
  expect(await park(1, "deputy")).toMatchObject({ ok: true });
});
