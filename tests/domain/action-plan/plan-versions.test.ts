import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { listPlanVersions } from "@/domain/action-plan/queries/view-plan-versions.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, aMeeting, eventsOf, item, later, type Meeting } from "../minutes/arrange.ts";
import { anAction, asPerson, done, task } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;

const close = async (which: Meeting, at = later(30)) => {
  await owner.query("update agenda_items set outcome = 'agreed', decision = case when case_id is not null then 'continue'::case_decision end where meeting_id = $1", [which.id]);
  return done(await closeMeeting(people.chair, { reference: which.reference, version: 1 }, at));
};
const linesOf = async (number: number) =>
  (await owner.query<{ reference: string; state: string; due: string }>(
    "select a.reference, l.state, l.due_on::text as due from plan_lines l join plan_versions v on v.id = l.version_id join actions a on a.id = l.action_id where v.partnership_id = $1 and v.number = $2 order by a.reference", [world.partnershipId, number])).rows;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId: await aCase(world, "CEN-118") }] });
});

test("each closing publishes a version: what is open, what ended since the one before, and not what ended earlier", async () => {
  await anAction(world, meeting, item(meeting, 2), "CEN-118-8", people.police, { state: "verified", ended_at: "2026-10-01T10:00:00Z" });
  await anAction(world, meeting, item(meeting, 2), "CEN-118-9", people.police, { state: "verified", ended_at: "2026-12-01T10:00:00Z" });
  const recorded = await task(people.coordinator, item(meeting, 1), people.housing);
  await close(meeting);
  expect(await linesOf(1)).toEqual([{ reference: "CEN-118-9", state: "verified", due: "2026-12-31" }, { reference: recorded, state: "assigned", due: "2026-12-15" }]);
  expect(await eventsOf(world, "action.planPublished")).toMatchObject([{ reference: "CEN", particulars: { version: 1, actions: 2 } }]);

  const next = await aMeeting(world, "CEN-2027-01", { startsAt: "2026-12-09T14:00:00Z", items: ["actions"] });
  await close(next, later(24 * 60 + 90));
  expect(await linesOf(2)).toEqual([{ reference: recorded, state: "assigned", due: "2026-12-15" }]);
});

test("it is whole, though whoever closes is kept from some of it, and each reader sees their part", async () => {
  await anAction(world, meeting, item(meeting, 2), "CEN-118-9", people.police);
  await close(meeting);
  await owner.query("insert into recusals (id, partnership_id, forum_id, case_id, person_id, silent, reason, decided_by_id, decided_at) values (gen_random_uuid(), $1, $2, $3, $4, true, 'A reason', $5, now())", [world.partnershipId, world.forums.CEN, item(meeting, 2).caseId, people.councillor.personId, people.chair.personId]);
  const seen = async (who: keyof World["people"]) => (await asPerson(people[who], "select l.action_id from plan_lines l", [], later(60))).rows.length;
  expect(await seen("housing")).toBe(1);
  expect(await seen("councillor")).toBe(0);
  for (const who of ["northChair", "marpMember", "bystander", "administrator", "governance"] as const) expect(await seen(who)).toBe(0);
});

test("an action on an item without a case is no line of it, and no thanks and no wording, for whoever is silently kept from that item", async () => {
  const kept = await task(people.chair, item(meeting, 1), people.housing);
  await close(meeting);
  const seen = async (who: keyof World["people"]) => (await listPlanVersions(people[who], "CEN", later(60)))?.versions.map(({ actions }) => actions);
  expect(await seen("councillor")).toEqual([1]);
  await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, item_id: item(meeting, 1).id, person_id: people.councillor.personId, silent: true, reason: "A reason", decided_by_id: people.chair.personId, decided_at: later(31) });
  expect(await seen("councillor")).toEqual([0]);
  expect(await seen("housing")).toEqual([1]);
  await owner.query("insert into action_versions select partnership_id, forum_id, id, now(), owner_id, 'Before', 'Measure', null from actions where reference = $1", [kept]);
  for (const table of ["plan_lines", "action_versions"]) expect((await asPerson(people.councillor, `select * from ${table}`, [], later(60))).rows, table).toEqual([]);
});

test("nobody publishes one but by closing, and what is published stays", async () => {
  await anAction(world, meeting, item(meeting, 2), "CEN-118-9", people.police);
  await expect(asPerson(people.chair, "select app.publish_plan($1::uuid, gen_random_uuid())", [meeting.id])).rejects.toThrow("published by the closing");
  await close(meeting);
  await expect(asPerson(people.chair, "select app.publish_plan($1::uuid, gen_random_uuid())", [meeting.id], later(31))).rejects.toThrow("published by the closing");
  await expect(asPerson(people.housing, "select app.publish_plan($1::uuid, gen_random_uuid())", [meeting.id], later(30))).rejects.toThrow("published by the closing");
  await expect(asPerson(people.chair, "insert into plan_versions select gen_random_uuid(), partnership_id, forum_id, gen_random_uuid(), 9, published_by_id, now() from plan_versions")).rejects.toThrow();
  for (const table of ["plan_versions", "plan_lines"]) {
    await expect(asPerson(people.chair, `delete from ${table}`)).rejects.toThrow();
    await expect(owner.query(`update ${table} set forum_id = forum_id where partnership_id = $1`, [world.partnershipId])).rejects.toThrow("evidence");
  }
});
