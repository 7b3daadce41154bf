import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addCaseToAgenda } from "@/domain/meetings/commands/add-case-to-agenda.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, appointed, type World } from "../../support/world.ts";
import { aCase, done, doorsOpen, events, heldBefore, inSession, published, row, scheduled, seen, weekBefore } from "./arrange.ts";

const refused = (rule: string) => ({ ok: false, problem: expect.objectContaining({ kind: "refused", rule }) });
const notFound = { ok: false, problem: { kind: "notFound" } };
const agenda = async (world: World, reference: string) => (await viewMeeting(world.people.coordinator, { reference }, weekBefore))?.items ?? [];
const cases = async (world: World, reference: string) => (await agenda(world, reference)).filter((line) => line.kind === "case").map((line) => line.case?.reference);
const ageCase = (id: string, openedOn: string) => owner.query("update cases set opened_on = $2 where id = $1", [id, openedOn]);
const frozen = async (world: World, reference: string) => {
  const { rows } = await owner.query<{ position: number; kind: string; case_id: string | null; planned_minutes: number }>(
    "select i.position, i.kind, i.case_id, i.planned_minutes from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = $2 order by i.position", [world.partnershipId, reference]);
  return rows;
};

test("a forum's first agenda has no minutes to confirm, and nothing due but the standing items", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  expect((await agenda(world, reference)).map(({ position, kind }) => `${position} ${kind}`)).toEqual(["1 register", "2 interests", "3 actions", "4 hotspots", "5 other_business", "6 next_meeting"]);
});

test("the draft builds itself: children first, then what was put off last time, then the oldest; new cases take longer", async () => {
  const world = await aPartnership();
  const oldest = await aCase(world);
  const putOff = await aCase(world);
  const children = await aCase(world, { involvesChildren: "yes" });
  const putOffLongAgo = await aCase(world);
  const closed = await aCase(world);
  await owner.query("update cases set stage = 'closed', closed_on = '2026-10-13' where id = $1", [closed.id]);
  await aCase(world, { forumId: world.forums.NOR }, world.people.northChair);
  for (const [found, day] of [[oldest, "2025-02-01"], [putOffLongAgo, "2025-03-01"], [putOff, "2026-08-01"], [children, "2026-11-01"]] as const) await ageCase(found.id, day);
  await heldBefore(world, [{ id: oldest.id, decision: "continue" }, { id: putOff.id, decision: "continue" }, { id: putOffLongAgo.id, decision: "defer" }], "2026-09-08");
  await heldBefore(world, [{ id: oldest.id, decision: "continue" }, { id: putOff.id, decision: "defer" }, { id: putOffLongAgo.id, decision: "continue" }]);
  const reference = await scheduled(world);
  const lines = await agenda(world, reference);
  expect(lines.map((line) => line.kind)).toEqual(["register", "interests", "last_minutes", "matters_arising", "actions", "case", "case", "case", "case", "hotspots", "other_business", "next_meeting"]);
  expect(await cases(world, reference)).toEqual([children, putOff, oldest, putOffLongAgo].map((found) => found.reference));
  const about = Object.fromEntries(lines.flatMap((line) => (line.case ? [[line.case.reference, { ...line.case, plannedMinutes: line.plannedMinutes }]] : [])));
  expect(about[children.reference]).toMatchObject({ meetings: 0, deferrals: 0, deferredLastTime: false, involvesChildren: true, plannedMinutes: 12 });
  expect(about[putOff.reference]).toMatchObject({ meetings: 2, deferrals: 1, deferredLastTime: true, plannedMinutes: 8 });
  expect(about[putOffLongAgo.reference]).toMatchObject({ meetings: 2, deferrals: 1, deferredLastTime: false, plannedMinutes: 8 });
  const view = await viewMeeting(world.people.coordinator, { reference }, weekBefore);
  expect(view).toMatchObject({ isDraft: true, totalMinutes: 5 + 3 + 5 + 5 + 15 + 12 + 3 * 8 + 5 + 5 + 2, limitMinutes: 120, previous: { reference: "CEN-2026-10" } });
  expect(await frozen(world, reference)).toEqual([]);
});

test("publishing freezes the draft: what is opened afterwards doesn't slip in", async () => {
  const world = await aPartnership();
  const first = await aCase(world);
  const reference = await scheduled(world);
  expect(done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore))).toEqual({ reference });
  await aCase(world);
  expect((await frozen(world, reference)).map((item) => [item.position, item.kind, item.case_id, item.planned_minutes])).toEqual([
    [1, "register", null, 5], [2, "interests", null, 3], [3, "actions", null, 15], [4, "case", first.id, 12], [5, "hotspots", null, 5], [6, "other_business", null, 5], [7, "next_meeting", null, 2],
  ]);
  expect(await cases(world, reference)).toEqual([first.reference]);
  expect(await row(world, reference)).toMatchObject({ state: "published" });
  expect(await events(world, reference)).toEqual(["meeting.scheduled", "meeting.agendaPublished"]);
});

test("over the forum's limit the agenda needs a reason, which is kept; within it none is", async () => {
  const world = await aPartnership();
  await owner.query("update terms_of_reference set limit_minutes = 40 where forum_id = $1", [world.forums.CEN]);
  const reference = await scheduled(world);
  for (let n = 0; n < 2; n += 1) await aCase(world);
  const asSeen = await seen(world, reference);
  expect(await publishAgenda(world.people.coordinator, { ...asSeen, overLimitReason: "  " }, weekBefore)).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.overLimit", facts: { minutes: 59, limit: 40 } } });
  expect(await frozen(world, reference)).toEqual([]);
  done(await publishAgenda(world.people.coordinator, { ...asSeen, overLimitReason: "Two cases can't wait for December." }, weekBefore));
  expect(await row(world, reference)).toMatchObject({ over_limit_reason: "Two cases can't wait for December." });
  const north = await scheduled(world, { forumId: world.forums.NOR }, world.people.northChair);
  done(await publishAgenda(world.people.northChair, { ...(await seen(world, north)), overLimitReason: "Not needed" }, weekBefore));
  expect(await row(world, north)).toMatchObject({ over_limit_reason: null });
});

test("an agenda is published once: two at once, a stale page and a second time are told so", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  const asSeen = await seen(world, reference);
  const outcomes = await Promise.all([world.people.coordinator, world.people.chair].map((who) => publishAgenda(who, asSeen, weekBefore)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, problem: { kind: "stale" } });
  expect(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore)).toMatchObject(refused("meeting.notInThisState"));
  expect(await frozen(world, reference)).toHaveLength(6);
});

test("only the chair's office publishes; to everyone else the meeting isn't there to publish", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  const reference = await scheduled(world);
  const asSeen = await seen(world, reference);
  for (const who of [world.people.housing, world.people.northChair, world.people.bystander, world.people.governance, elsewhere.people.chair]) expect(await publishAgenda(who, asSeen, weekBefore)).toEqual(notFound);
  expect(await publishAgenda(world.people.coordinator, { ...asSeen, reference: "CEN-2026-99" }, weekBefore)).toEqual(notFound);
  expect(await row(world, reference)).toMatchObject({ state: "scheduled" });
});

test("a case that became due late is added before any other business, once, and the trail says so", async () => {
  const world = await aPartnership();
  const first = await aCase(world);
  const reference = await published(world);
  const heard = await aCase(world);
  const late = await aCase(world);
  await heldBefore(world, [{ id: heard.id, decision: "continue" }]);
  expect(done(await addCaseToAgenda(world.people.coordinator, { reference, caseReference: ` ${late.reference.toLowerCase()} ` }))).toEqual({ reference, position: 6 });
  done(await addCaseToAgenda(world.people.chair, { reference, caseReference: heard.reference }));
  expect((await frozen(world, reference)).map((item) => [item.position, item.kind, item.case_id, item.planned_minutes])).toEqual([
    [1, "register", null, 5], [2, "interests", null, 3], [3, "actions", null, 15], [4, "case", first.id, 12], [5, "hotspots", null, 5], [6, "case", late.id, 12], [7, "case", heard.id, 8],
    [8, "other_business", null, 5], [9, "next_meeting", null, 2],
  ]);
  expect(await addCaseToAgenda(world.people.coordinator, { reference, caseReference: late.reference })).toMatchObject(refused("case.alreadyOnAgenda"));
  const { rows } = await owner.query("select case_id from audit_events where partnership_id = $1 and event = 'item.addedLate' order by seq", [world.partnershipId]);
  expect(rows).toEqual([{ case_id: late.id }, { case_id: heard.id }]);
});

test("two who add at once each get a place of their own, and the same case stands there once", async () => {
  const world = await aPartnership();
  const reference = await inSession(world);
  const late = [await aCase(world), await aCase(world), await aCase(world)];
  const wanted = [late[0], late[1], late[2], late[0], late[0]];
  const outcomes = await Promise.all(wanted.map((found, n) => addCaseToAgenda(n % 2 ? world.people.chair : world.people.coordinator, { reference, caseReference: found?.reference })));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(3);
  const items = await frozen(world, reference);
  expect(items.map((item) => item.position)).toEqual(items.map((_, index) => index + 1));
  expect(items.filter((item) => item.kind === "case").map((item) => item.case_id).sort()).toEqual(late.map((found) => found.id).sort());
});

test("what can't be added: to a draft or a closed meeting, a case not open, another forum's, a guess, nothing", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  const draft = await scheduled(world, { kind: "extraordinary" });
  const reference = await published(world);
  const over = await heldBefore(world);
  const open = await aCase(world);
  const closed = await aCase(world);
  await owner.query("update cases set stage = 'stepped_down' where id = $1", [closed.id]);
  const north = await aCase(world, { forumId: world.forums.NOR }, world.people.northChair);
  const foreign = await aCase(elsewhere, {}, elsewhere.people.chair);
  const { coordinator, housing, northChair } = world.people;
  expect(await addCaseToAgenda(coordinator, { reference: draft, caseReference: open.reference })).toMatchObject(refused("meeting.notInThisState"));
  expect(await addCaseToAgenda(coordinator, { reference: over, caseReference: open.reference })).toMatchObject(refused("meeting.notInThisState"));
  expect(await addCaseToAgenda(coordinator, { reference, caseReference: closed.reference })).toMatchObject(refused("case.notOpen"));
  expect(await addCaseToAgenda(coordinator, { reference, caseReference: north.reference })).toEqual(notFound);
  await appointed(world, coordinator, world.forums.NOR, "coordinator");
  expect(await addCaseToAgenda(coordinator, { reference, caseReference: north.reference })).toEqual(notFound);
  expect(await addCaseToAgenda(coordinator, { reference, caseReference: "CEN-999" })).toEqual(notFound);
  expect(await addCaseToAgenda(elsewhere.people.coordinator, { reference, caseReference: foreign.reference })).toEqual(notFound);
  for (const who of [housing, northChair]) expect(await addCaseToAgenda(who, { reference, caseReference: open.reference })).toEqual(notFound);
  expect(await addCaseToAgenda(coordinator, { reference, caseReference: "" })).toEqual({ ok: false, problem: { kind: "invalid", fields: { caseReference: ["Select the case to add"] } } });
  expect(await frozen(world, reference)).toHaveLength(6);
});

test("the office is offered what isn't on a published agenda; a member and a draft are offered nothing", async () => {
  const world = await aPartnership();
  const on = await aCase(world);
  const reference = await doorsOpen(world);
  const off = await aCase(world);
  const offered = async (who: (typeof world.people)["chair"], wanted = reference) => (await viewMeeting(who, { reference: wanted }))?.casesToAdd.map((found) => found.reference);
  expect(await offered(world.people.coordinator)).toEqual([off.reference]);
  expect(await offered(world.people.housing)).toEqual([]);
  expect(await offered(world.people.coordinator, await scheduled(world, { kind: "extraordinary" }))).toEqual([]);
  expect(on.reference).not.toBe(off.reference);
});

test("a reference sent twice with one key adds the case once", async () => {
  const world = await aPartnership();
  const reference = await published(world);
  const late = await aCase(world);
  const submissionKey = randomUUID();
  const [first, second] = await Promise.all([1, 2].map(() => addCaseToAgenda(world.people.coordinator, { reference, caseReference: late.reference, submissionKey })));
  expect(second).toEqual(first);
  expect(await cases(world, reference)).toEqual([late.reference]);
});
