import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { scheduleMeeting } from "@/domain/meetings/commands/schedule-meeting.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { aSchedule, events, row, scheduled, weekBefore } from "./arrange.ts";

const refused = (rule: string) => ({ ok: false, problem: expect.objectContaining({ kind: "refused", rule }) });

test("the coordinator schedules the month's ordinary meeting, at London's time, within the terms of reference in force", async () => {
  const world = await aPartnership();
  await insert("terms_of_reference", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, version: 2, adopted_on: "2026-06-01", purpose: "Shorter.", admits_elected_members: true, limit_minutes: 90 });
  await insert("terms_of_reference", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, version: 3, adopted_on: "2027-06-01", purpose: "Not yet adopted.", admits_elected_members: true, limit_minutes: 30 });
  const reference = await scheduled(world);
  expect(reference).toBe("CEN-2026-11");
  expect(await row(world, reference)).toMatchObject({ state: "scheduled", limit_minutes: 90, starts_at: new Date("2026-11-10T14:00:00Z") });
  const summer = await scheduled(world, { on: { day: "13", month: "jul", year: "2027" }, at: "14:30" });
  expect((await row(world, summer)).starts_at).toEqual(new Date("2027-07-13T13:30:00Z"));
  expect(await events(world, reference)).toEqual(["meeting.scheduled"]);
});

test("a month has one ordinary meeting, and as many extraordinary ones as are called", async () => {
  const world = await aPartnership();
  await scheduled(world);
  expect(await scheduleMeeting(world.people.coordinator, aSchedule(world, { on: { day: "24", month: "11", year: "2026" } }), weekBefore)).toMatchObject(refused("meeting.alreadyThatMonth"));
  expect(await scheduled(world, { kind: "extraordinary" })).toBe("CEN-2026-11-X1");
  expect(await scheduled(world, { kind: "extraordinary" })).toBe("CEN-2026-11-X2");
  expect(await scheduled(world, { on: { day: "8", month: "12", year: "2026" } })).toBe("CEN-2026-12");
  const north = await scheduled(world, { forumId: world.forums.NOR }, world.people.northChair);
  expect(north).toBe("NOR-2026-11");
});

test("two who schedule the same month at once make one ordinary meeting", async () => {
  const world = await aPartnership();
  const { coordinator, deputy, chair } = world.people;
  const outcomes = await Promise.all([coordinator, deputy, chair].map((who) => scheduleMeeting(who, aSchedule(world), weekBefore)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([refused("meeting.alreadyThatMonth"), refused("meeting.alreadyThatMonth")]);
  const extra = await Promise.all([coordinator, deputy].map((who) => scheduleMeeting(who, aSchedule(world, { kind: "extraordinary" }), weekBefore)));
  expect(extra.map((outcome) => outcome.ok && outcome.value.reference).sort()).toEqual(["CEN-2026-11-X1", "CEN-2026-11-X2"]);
});

test("a form sent twice makes one meeting and answers the same", async () => {
  const world = await aPartnership();
  const submissionKey = randomUUID();
  const twice = () => scheduleMeeting(world.people.coordinator, aSchedule(world, { submissionKey }), weekBefore);
  const [first, second] = await Promise.all([twice(), twice()]);
  expect(first).toEqual({ ok: true, value: { reference: "CEN-2026-11" } });
  expect(second).toEqual(first);
});

test("a meeting can't be scheduled in the past, not even earlier today", async () => {
  const world = await aPartnership();
  for (const over of [{ on: { day: "2", month: "11", year: "2026" } }, { on: { day: "3", month: "11", year: "2026" }, at: "1:59pm" }]) {
    expect(await scheduleMeeting(world.people.coordinator, aSchedule(world, over), weekBefore)).toMatchObject(refused("meeting.inThePast"));
  }
});

test("what is missing is said by the field", async () => {
  const world = await aPartnership();
  const outcome = await scheduleMeeting(world.people.coordinator, { forumId: "", kind: "", on: { day: "31", month: "2", year: "2027" }, at: "half two", place: " " }, weekBefore);
  expect(outcome).toEqual({
    ok: false,
    problem: {
      kind: "invalid",
      fields: {
        forumId: ["Select the forum that meets"], kind: ["Select whether the meeting is ordinary or extraordinary"], on: ["Date of the meeting must be a real date"],
        at: ["Time it starts must be a time, like 2pm or 2:30pm"], place: ["Enter where it meets"],
      },
    },
  });
});

test("a member, another forum's chair and a bystander may not schedule, and it is on the trail; another partnership's forum isn't there", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  for (const who of [world.people.housing, world.people.northChair, world.people.bystander]) {
    expect(await scheduleMeeting(who, aSchedule(world), weekBefore)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "meeting.schedule" } });
  }
  expect(await scheduleMeeting(elsewhere.people.coordinator, aSchedule(world), weekBefore)).toEqual({ ok: false, problem: { kind: "notFound" } });
  const { rows } = await owner.query("select 1 from meetings where partnership_id = any($1)", [[world.partnershipId, elsewhere.partnershipId]]);
  expect(rows).toHaveLength(0);
  const refusals = await owner.query("select 1 from audit_events where partnership_id = $1 and event = 'access.refused'", [world.partnershipId]);
  expect(refusals.rows).toHaveLength(3);
});
