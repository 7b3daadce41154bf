import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addItem } from "@/domain/meetings/commands/add-item.ts";
import { amendItem } from "@/domain/meetings/commands/amend-item.ts";
import { endWaitingItem } from "@/domain/meetings/commands/end-waiting-item.ts";
import { leaveOffItem } from "@/domain/meetings/commands/leave-off-item.ts";
import { moveItem } from "@/domain/meetings/commands/move-item.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { takeWaitingItem } from "@/domain/meetings/commands/take-waiting-item.ts";
import { draftItemId } from "@/domain/meetings/draft-rules.ts";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewClosing } from "@/domain/minutes/queries/view-closing.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, appointed, insert, type World } from "../../support/world.ts";
import { aCase, at, done, events, halfPastOne, heldBefore, inSession, published, row, scheduled, seen, sign, start, weekBefore } from "./arrange.ts";

const refused = (rule: string) => ({ ok: false, problem: expect.objectContaining({ kind: "refused", rule }) });
const notFound = { ok: false, problem: { kind: "notFound" } };
const stale = { ok: false, problem: { kind: "stale" } };

type Who = World["people"]["chair"];
const kept = async (world: World, reference: string, who: Who = world.people.coordinator) => {
  const agenda = await viewAgenda(who, { reference }, weekBefore);
  if (!agenda) throw new Error("there is no agenda for them");
  return agenda;
};
/** "1 register", "3 case CEN-1", "4 report Quarter two" */
const lines = async (world: World, reference: string, who?: Who) =>
  (await kept(world, reference, who)).lines.map(({ position, kind, case: found, title, recusedFrom }) => [position, kind, recusedFrom?.reference ?? found?.reference ?? title].filter((part) => part !== null).join(" "));
const itemOf = async (world: World, reference: string, called: string) => {
  const line = (await kept(world, reference)).lines.find(({ kind, case: found, title }) => [kind, found?.reference, title].includes(called));
  if (!line) throw new Error(`no ${called}`);
  return line;
};
const on = async (world: World, reference: string, called: string, more: Record<string, unknown>) => ({ ...(await seen(world, reference)), itemId: (await itemOf(world, reference, called)).id, ...more });
const move = async (world: World, reference: string, called: string, more: Record<string, unknown>) => moveItem(world.people.coordinator, await on(world, reference, called, more), weekBefore);
const leaveOff = async (world: World, reference: string, called: string, why = "The key worker is away.") => leaveOffItem(world.people.coordinator, await on(world, reference, called, { why }), weekBefore);
const aReport = (reference: string, over: Record<string, unknown> = {}) => ({ reference, kind: "report", title: "Reported crime, quarter two", presenter: "Police", minutes: "12", restricted: "", ...over });
const recuse = (world: World, who: Who, caseId: string, silent: boolean) =>
  insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: caseId, person_id: who.personId, silent, reason: "Lives there", decided_by_id: world.people.chair.personId, decided_at: "2026-11-01T10:00:00Z" });

test("an item is moved by one or to a number, on a draft nobody had touched before; the others close up", async () => {
  const world = await aPartnership();
  const first = await aCase(world);
  const second = await aCase(world);
  const reference = await scheduled(world);
  const before = await kept(world, reference);
  expect(await lines(world, reference)).toEqual(["1 register", "2 interests", "3 actions", `4 case ${first.reference}`, `5 case ${second.reference}`, "6 hotspots", "7 other_business", "8 next_meeting"]);
  expect(done(await move(world, reference, second.reference, { move: "up" }))).toEqual({ reference, position: 4 });
  done(await move(world, reference, "hotspots", { to: " 3 " }));
  done(await move(world, reference, "actions", { move: "down", to: "" }));
  expect(await lines(world, reference)).toEqual(["1 register", "2 interests", "3 hotspots", `4 case ${second.reference}`, "5 actions", `6 case ${first.reference}`, "7 other_business", "8 next_meeting"]);
  const after = await kept(world, reference);
  expect(after.lines.map(({ id }) => id).toSorted()).toEqual(before.lines.map(({ id }) => id).toSorted());
  expect(await events(world, reference)).toEqual(["meeting.scheduled", "item.moved", "item.moved", "item.moved"]);
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  expect(await lines(world, reference)).toEqual(["1 register", "2 interests", "3 hotspots", `4 case ${second.reference}`, "5 actions", `6 case ${first.reference}`, "7 other_business", "8 next_meeting"]);
});

test("a place has to be one there is: no words, none beyond the ends, and where it stands nothing happens", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  const wrong = { ok: false, problem: { kind: "invalid", fields: { to: ["Place must be a whole number from 1 to 6"] } } };
  expect(await move(world, reference, "hotspots", { to: "7" })).toEqual(wrong);
  expect(await move(world, reference, "next_meeting", { move: "down" })).toEqual(wrong);
  expect(await move(world, reference, "register", { move: "up" })).toEqual(wrong);
  expect(await move(world, reference, "hotspots", { to: "" })).toEqual({ ok: false, problem: { kind: "invalid", fields: { to: ["Enter the number of its place"] } } });
  expect(await move(world, reference, "hotspots", { to: "first" })).toMatchObject({ ok: false, problem: { kind: "invalid" } });
  done(await move(world, reference, "hotspots", { to: "4" }));
  expect(await events(world, reference)).toEqual(["meeting.scheduled"]);
});

test("what becomes due later still appears on a draft that was worked on, after what it follows", async () => {
  const world = await aPartnership();
  const adults = await aCase(world);
  const reference = await scheduled(world);
  done(await move(world, reference, "hotspots", { to: "3" }));
  const children = await aCase(world, { involvesChildren: "yes" });
  expect(await lines(world, reference)).toEqual(["1 register", "2 interests", "3 hotspots", "4 actions", `5 case ${children.reference}`, `6 case ${adults.reference}`, "7 other_business", "8 next_meeting"]);
  await owner.query("update cases set stage = 'closed', closed_on = '2026-11-02' where id = $1", [adults.id]);
  done(await move(world, reference, "hotspots", { move: "down" }));
  expect(await lines(world, reference)).toEqual(["1 register", "2 interests", "3 actions", "4 hotspots", `5 case ${children.reference}`, "6 other_business", "7 next_meeting"]);
});

test("minutes, presenter and title of an item are the office's, and count against the limit", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  const amended = await amendItem(world.people.coordinator, await on(world, reference, "actions", { minutes: "40", presenter: "The chair", title: "Not this one", restricted: "yes" }), weekBefore);
  done(amended);
  expect(await itemOf(world, reference, "actions")).toMatchObject({ plannedMinutes: 40, presenter: "The chair", title: null, restricted: false });
  expect((await kept(world, reference)).totalMinutes).toBe(5 + 3 + 40 + 5 + 5 + 2);
  done(await addItem(world.people.coordinator, aReport(reference), weekBefore));
  expect(await amendItem(world.people.coordinator, await on(world, reference, "report", { minutes: "12", presenter: "", title: " ", restricted: "" }), weekBefore)).toEqual({ ok: false, problem: { kind: "invalid", fields: { title: ["Enter a title that names nobody"] } } });
  for (const minutes of ["0", "241", "ten", "", "1.5"]) expect(await amendItem(world.people.coordinator, await on(world, reference, "actions", { minutes, presenter: "", title: "", restricted: "" }), weekBefore)).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { minutes: [expect.any(String)] } } });
  const { rows } = await owner.query("select particulars from audit_events where partnership_id = $1 and event = 'item.changed'", [world.partnershipId]);
  expect(rows).toEqual([{ particulars: { fields: ["plannedMinutes", "presenter"] } }]);
});

test("a case that is left off waits with the reason, stays off this draft, and comes back to the next by itself", async () => {
  const world = await aPartnership();
  const found = await aCase(world);
  const reference = await scheduled(world);
  done(await leaveOff(world, reference, found.reference));
  const next = await scheduled(world, { on: { day: "8", month: "12", year: "2026" } });
  expect(await lines(world, reference)).not.toContain(`4 case ${found.reference}`);
  expect(await lines(world, next)).toContain(`4 case ${found.reference}`);
  expect((await kept(world, reference)).waiting).toMatchObject([{ kind: "case", case: { reference: found.reference }, why: "The key worker is away.", leftOff: reference, byItself: true }]);
  // the home page and the members' page are told the same
  expect((await viewMeeting(world.people.housing, { reference }, weekBefore))?.items.map(({ kind }) => kind)).not.toContain("case");
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  expect(await lines(world, reference)).toEqual(["1 register", "2 interests", "3 actions", "4 hotspots", "5 other_business", "6 next_meeting"]);
  expect((await kept(world, reference)).waiting).toHaveLength(1);
  done(await publishAgenda(world.people.coordinator, await seen(world, next), weekBefore));
  expect((await kept(world, next)).waiting).toEqual([]);
});

test("what was left off is taken up again where it stood; what somebody brings waits until it is taken, by a later agenda too", async () => {
  const world = await aPartnership();
  const found = await aCase(world);
  const reference = await scheduled(world);
  done(await addItem(world.people.coordinator, aReport(reference), weekBefore));
  done(await leaveOff(world, reference, found.reference));
  done(await leaveOff(world, reference, "hotspots"));
  done(await leaveOff(world, reference, "report", "The figures are not in."));
  expect(await lines(world, reference)).toEqual(["1 register", "2 interests", "3 actions", "4 other_business", "5 next_meeting"]);
  const waiting = async (kind: string) => (await kept(world, reference)).waiting.find((line) => line.kind === kind)?.id;
  const take = async (kind: string, onto = reference) => takeWaitingItem(world.people.coordinator, { reference: onto, waitingId: await waiting(kind) }, weekBefore);
  const report = await waiting("report");
  done(await take("case"));
  done(await take("hotspots"));
  const next = await scheduled(world, { on: { day: "8", month: "12", year: "2026" } });
  expect(await lines(world, next)).not.toContain(expect.stringContaining("report"));
  done(await take("report", next));
  expect(await lines(world, reference)).toEqual(["1 register", "2 interests", "3 actions", `4 case ${found.reference}`, "5 hotspots", "6 other_business", "7 next_meeting"]);
  expect(await lines(world, next)).toContain("6 report Reported crime, quarter two");
  expect(await takeWaitingItem(world.people.coordinator, { reference, waitingId: report }, weekBefore)).toMatchObject(refused("waiting.over"));
  expect(await endWaitingItem(world.people.coordinator, { reference, waitingId: report }, weekBefore)).toMatchObject(refused("waiting.over"));
});

test("what somebody would have brought is taken off the list; a case never is", async () => {
  const world = await aPartnership();
  const found = await aCase(world);
  const reference = await scheduled(world);
  done(await addItem(world.people.coordinator, aReport(reference), weekBefore));
  done(await leaveOff(world, reference, "report"));
  done(await leaveOff(world, reference, found.reference));
  const [report, waitingCase] = (await kept(world, reference)).waiting;
  expect(await endWaitingItem(world.people.coordinator, { reference, waitingId: waitingCase?.id }, weekBefore)).toEqual(notFound);
  expect(await endWaitingItem(world.people.housing, { reference, waitingId: report?.id }, weekBefore)).toEqual(notFound);
  done(await endWaitingItem(world.people.coordinator, { reference, waitingId: report?.id }, weekBefore));
  expect((await kept(world, reference)).waiting.map(({ kind }) => kind)).toEqual(["case"]);
});

test("the register and the declarations of interest are never left off", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  for (const kind of ["register", "interests"]) expect(await leaveOff(world, reference, kind)).toMatchObject(refused("item.neverLeftOff"));
  expect(await leaveOff(world, reference, "hotspots", " ")).toEqual({ ok: false, problem: { kind: "invalid", fields: { why: ["Enter why it is left off"] } } });
});

test("a deferred item comes back by itself with its history, and once another agenda has taken it no more", async () => {
  const world = await aPartnership();
  const putOff = await aCase(world);
  const held = await heldBefore(world, [{ id: putOff.id, decision: "defer" }]);
  const { id: heldId } = await row(world, held);
  const report = randomUUID();
  const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN, meeting_id: heldId };
  await insert("agenda_items", { id: report, ...of, position: 9, kind: "report", title: "Cameras in Marketgate", presenter: "Council", planned_minutes: 20, outcome: "deferred" });
  const [item] = (await owner.query<{ id: string }>("select id from agenda_items where meeting_id = $1 and case_id is not null", [heldId])).rows;
  for (const [id, caseId, reason] of [[report, null, "The officer was in court"], [item?.id, putOff.id, "The landlord was not asked"]]) {
    await insert("minutes", { item_id: id, ...of, case_id: caseId, discussion: "", decision_reason: reason, written_by_id: world.people.coordinator.personId, written_at: "2026-10-13T15:00:00Z" });
  }
  const reference = await scheduled(world);
  expect(await itemOf(world, reference, "Cameras in Marketgate")).toMatchObject({ plannedMinutes: 20, presenter: "Council", putOff: [{ meeting: held, why: "The officer was in court" }] });
  expect(await itemOf(world, reference, putOff.reference)).toMatchObject({ putOff: [{ meeting: held, why: "The landlord was not asked" }] });
  expect((await owner.query("select event from audit_events where partnership_id = $1 and reference = $2 and event = 'meeting.minutesOpened'", [world.partnershipId, held])).rows.length).toBeGreaterThan(0);
  const next = await scheduled(world, { on: { day: "8", month: "12", year: "2026" } });
  expect(await lines(world, next)).toContain("8 report Cameras in Marketgate");
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  expect(await lines(world, next)).not.toContainEqual(expect.stringContaining("report"));
  // put off again, it has a longer history
  await owner.query("update meetings set state = 'closed', closed_at = starts_at + interval '2 hours' where id = $1", [(await row(world, reference)).id]);
  await owner.query("update agenda_items set outcome = 'deferred' where title = 'Cameras in Marketgate' and meeting_id = $1", [(await row(world, reference)).id]);
  expect((await itemOf(world, next, "Cameras in Marketgate")).putOff.map(({ meeting }) => meeting)).toEqual([reference, held]);
});

test("two who change a draft at once: the second is told, and nothing of theirs is done", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  const asSeen = await on(world, reference, "hotspots", { to: "1" });
  const outcomes = await Promise.all([world.people.coordinator, world.people.chair].map((who) => moveItem(who, asSeen, weekBefore)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.find((outcome) => !outcome.ok)).toEqual(stale);
  for (const old of [amendItem(world.people.chair, { ...asSeen, to: undefined, minutes: "9", presenter: "", title: "", restricted: "" }), publishAgenda(world.people.chair, { reference, version: asSeen.version })]) expect(await old).toMatchObject({ ok: false });
  expect(await publishAgenda(world.people.chair, { reference, version: asSeen.version }, weekBefore)).toEqual(stale);
  const key = randomUUID();
  const twice = await Promise.all([1, 2].map(() => addItem(world.people.coordinator, aReport(reference, { submissionKey: key }), weekBefore)));
  expect(twice[0]).toEqual(twice[1]);
  expect((await lines(world, reference)).filter((line) => line.includes("report"))).toHaveLength(1);
});

test("keeping the agenda is the office's: to everybody else there is nothing to keep, nor to read", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  const reference = await scheduled(world);
  const asSeen = await on(world, reference, "hotspots", { to: "1" });
  const { housing, councillor, northChair, bystander, governance, administrator } = world.people;
  for (const who of [housing, councillor, northChair, bystander, governance, administrator, elsewhere.people.chair]) {
    expect(await moveItem(who, asSeen, weekBefore)).toEqual(notFound);
    expect(await addItem(who, aReport(reference), weekBefore)).toEqual(notFound);
    expect(await leaveOffItem(who, { ...asSeen, to: undefined, why: "Because" }, weekBefore)).toMatchObject({ ok: false });
    expect(await viewAgenda(who, { reference }, weekBefore)).toBeNull();
  }
  expect(await moveItem(world.people.coordinator, { ...asSeen, itemId: randomUUID() }, weekBefore)).toEqual(notFound);
  await appointed(world, housing, world.forums.NOR, "coordinator");
  expect(await moveItem(housing, asSeen, weekBefore)).toEqual(notFound);
  expect((await row(world, reference)).version).toBe(1);
});

test("once it is published, the order and the items stand; what is brought later comes in the day's supplement", async () => {
  const world = await aPartnership();
  const reference = await published(world);
  const item = await on(world, reference, "hotspots", {});
  expect(await moveItem(world.people.coordinator, { ...item, to: "1" }, weekBefore)).toMatchObject(refused("agenda.published"));
  expect(await amendItem(world.people.coordinator, { ...item, minutes: "9", presenter: "", title: "", restricted: "" }, weekBefore)).toMatchObject(refused("agenda.published"));
  expect(await leaveOffItem(world.people.coordinator, { ...item, why: "No" }, weekBefore)).toMatchObject(refused("agenda.published"));
  done(await addItem(world.people.coordinator, aReport(reference), at(-3 * 24 * 60)));
  done(await addItem(world.people.coordinator, aReport(reference, { title: "Reported crime, revised" }), at(-3 * 24 * 60 + 20)));
  done(await addItem(world.people.coordinator, aReport(reference, { title: "A letter that came" }), at(-2 * 24 * 60)));
  expect((await kept(world, reference)).lines.filter(({ supplement }) => supplement > 0).map(({ title, supplement, position }) => [position, title, supplement])).toEqual([[5, "Reported crime, quarter two", 1], [6, "Reported crime, revised", 1], [7, "A letter that came", 2]]);
  // the members were told that it is out, of the first supplement once, and of the second
  const { rows } = await owner.query<{ template: string; people: number; facts: { meeting: string } }>(
    "select template, count(*)::int as people, (array_agg(facts))[1] as facts from mails where partnership_id = $1 and template like 'agenda.%' group by template order by template", [world.partnershipId]);
  expect(rows.map(({ template, people, facts }) => [template, people, facts.meeting])).toEqual([["agenda.published", 7, reference], ["agenda.supplement", 14, reference]]);
  expect((await owner.query("select 1 from mails where person_id = $1 and template like 'agenda.%'", [world.people.coordinator.personId])).rows).toEqual([]);
});

test("the database holds a published agenda still by itself", async () => {
  const world = await aPartnership();
  const reference = await published(world);
  const { id } = await row(world, reference);
  const as = async (sql: string, values: unknown[] = []) => {
    await app.query("begin");
    try {
      await app.query("select app.enter($1, $2, $3)", [world.people.coordinator.personId, world.partnershipId, weekBefore.toISOString()]);
      return (await app.query(sql, values)).rowCount;
    } finally {
      await app.query("rollback");
    }
  };
  await expect(as("update agenda_items set planned_minutes = 60 where meeting_id = $1", [id])).rejects.toThrow("a published agenda stands");
  await expect(as("update agenda_items set position = position + 100 where meeting_id = $1", [id])).rejects.toThrow("a published agenda stands");
  await expect(as("insert into agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, planned_minutes) values (gen_random_uuid(), $1, $2, $3, 99, 'discussion', 5)", [world.partnershipId, world.forums.CEN, id])).rejects.toThrow("by a supplement");
  expect(await as("update agenda_items set outcome = 'noted' where meeting_id = $1", [id])).toBe(6);
  const [first] = (await owner.query<{ id: string }>("select id from agenda_items where meeting_id = $1 order by position limit 1", [id])).rows;
  expect(await as("select 1 where app.move_item($1, 3) is null and not app.leave_off_item($1)", [first?.id])).toBe(1);
  await expect(as("delete from agenda_items where meeting_id = $1", [id])).rejects.toThrow("permission denied");
});

test("an office-holder who is recused moves what they see; what is shut to them keeps its place among the others and is published with them", async () => {
  const world = await aPartnership();
  const shut = await aCase(world);
  const open = await aCase(world);
  const reference = await scheduled(world);
  done(await moveItem(world.people.chair, await on(world, reference, open.reference, { move: "up" }), weekBefore));
  await recuse(world, world.people.coordinator, shut.id, false);
  // the other way round too: one who doesn't know of the case at all
  await appointed(world, world.people.housing, world.forums.CEN, "coordinator");
  await recuse(world, world.people.housing, shut.id, true);
  expect(await lines(world, reference)).toEqual(["1 register", "2 interests", "3 actions", `4 case ${open.reference}`, `5 case ${shut.reference}`, "6 hotspots", "7 other_business", "8 next_meeting"]);
  expect((await kept(world, reference, world.people.housing)).lines.map(({ position, kind }) => `${position} ${kind}`)).toEqual(["1 register", "2 interests", "3 actions", "4 case", "5 hotspots", "6 other_business", "7 next_meeting"]);
  done(await moveItem(world.people.housing, await on(world, reference, "hotspots", { to: "3" }), weekBefore));
  expect(await lines(world, reference, world.people.chair)).toEqual(["1 register", "2 interests", "3 hotspots", "4 actions", `5 case ${open.reference}`, `6 case ${shut.reference}`, "7 other_business", "8 next_meeting"]);
  const itemId = (await kept(world, reference, world.people.chair)).lines.find(({ case: found }) => found?.id === shut.id)?.id;
  for (const who of [world.people.coordinator, world.people.housing]) expect(await leaveOffItem(who, { ...(await seen(world, reference)), itemId, why: "Guessed" }, weekBefore)).toEqual(notFound);
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  expect(await lines(world, reference, world.people.chair)).toContain(`6 case ${shut.reference}`);
});

test("a case that the chair left off is not put back by somebody recused from it who publishes", async () => {
  const world = await aPartnership();
  const shut = await aCase(world);
  const reference = await scheduled(world);
  done(await leaveOffItem(world.people.chair, await on(world, reference, shut.reference, { why: "Not ready" }), weekBefore));
  await recuse(world, world.people.coordinator, shut.id, false);
  expect((await kept(world, reference)).waiting).toEqual([]);
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  expect((await kept(world, reference, world.people.chair)).lines.map(({ kind }) => kind)).not.toContain("case");
});

test("a board's agenda has its own order, takes any number of reports, and its meeting is held like any other", async () => {
  const world = await aPartnership();
  const board = randomUUID();
  await insert("forums", { id: board, partnership_id: world.partnershipId, kind: "board", code: "PDB", name: "Performance and Delivery Board" });
  await appointed(world, world.people.chair, board, "chair");
  await appointed(world, world.people.coordinator, board, "coordinator");
  const asBoard = { ...world, forums: { ...world.forums, CEN: board } };
  const reference = await scheduled(asBoard);
  expect(reference).toBe("PDB-2026-11");
  for (const over of [{}, { title: "Fire deaths and injuries" }, { kind: "presentation", title: "The new dashboard", restricted: "yes" }]) done(await addItem(world.people.coordinator, aReport(reference, over), weekBefore));
  expect(await lines(world, reference)).toEqual([
    "1 register", "2 interests", "3 actions", "4 report Reported crime, quarter two", "5 report Fire deaths and injuries", "6 presentation The new dashboard", "7 reports_back", "8 other_minutes", "9 planned_reports", "10 other_business", "11 next_meeting",
  ]);
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  done(await openDoors(world.people.chair, await seen(world, reference), halfPastOne));
  done(await sign(world.people.chair, reference));
  done(await openMeeting(world.people.chair, await seen(world, reference), start));
  const { rows } = await owner.query<{ id: string; version: number }>("select id, version from agenda_items where meeting_id = $1", [(await row(world, reference)).id]);
  for (const { id: itemId, version } of rows) done(await writeMinute(world.people.coordinator, { itemId, version, discussion: "Reported.", outcome: "noted", decision: "", decisionReason: "" }, at(30)));
  done(await closeMeeting(world.people.chair, await seen(world, reference), at(60)));
  const minutes = await viewMinutes(world.people.coordinator, { reference }, at(70));
  expect(minutes?.items.slice(2, 6).map(({ minute, title, kind }) => [minute, title ?? kind])).toEqual([["PDB 3/26", "actions"], ["PDB 4/26", "Reported crime, quarter two"], ["PDB 5/26", "Fire deaths and injuries"], ["PDB 6/26", "The new dashboard"]]);
});

test("closing puts off what the room parked: a case comes back by itself, what somebody brought waits, and what was deferred there returns", async () => {
  const world = await aPartnership();
  const parkedCase = await aCase(world);
  const reference = await scheduled(world);
  for (const title of ["To be parked", "To be deferred"]) done(await addItem(world.people.coordinator, aReport(reference, { title }), weekBefore));
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  done(await openDoors(world.people.chair, await seen(world, reference), halfPastOne));
  done(await sign(world.people.chair, reference));
  done(await openMeeting(world.people.chair, await seen(world, reference), start));
  const { id } = await row(world, reference);
  await owner.query("update agenda_items set parked_at = $2 where meeting_id = $1 and (title = 'To be parked' or case_id is not null)", [id, start]);
  await owner.query("update agenda_items set outcome = case when title = 'To be deferred' then 'deferred' else 'noted' end::item_outcome where meeting_id = $1 and parked_at is null", [id]);
  expect((await viewClosing(world.people.chair, { reference }, at(60)))?.parked.map(({ number }) => number)).toEqual([4, 6]);
  done(await closeMeeting(world.people.chair, await seen(world, reference), at(60)));
  expect((await owner.query("select outcome, decision from agenda_items where meeting_id = $1 and parked_at is not null order by position", [id])).rows).toEqual([{ outcome: "deferred", decision: "defer" }, { outcome: "deferred", decision: null }]);
  const next = await scheduled(world, { on: { day: "8", month: "12", year: "2026" } }, world.people.coordinator, at(24 * 60));
  const agenda = await kept(world, next);
  expect(agenda.lines.slice(5).map(({ case: found, title, kind, putOff }) => [found?.reference ?? title ?? kind, putOff.length])).toEqual([[parkedCase.reference, 1], ["hotspots", 0], ["To be deferred", 1], ["other_business", 0], ["next_meeting", 0]]);
  expect(agenda.waiting).toMatchObject([{ title: "To be parked", leftOff: reference, byItself: false }]);
  done(await takeWaitingItem(world.people.coordinator, { reference: next, waitingId: agenda.waiting[0]?.id }, at(25 * 60)));
  expect((await itemOf(world, next, "To be parked")).putOff.map(({ meeting }) => meeting)).toEqual([reference]);
});

test("in the room a late item is taken before any other business, and nobody is written to", async () => {
  const world = await aPartnership();
  const reference = await inSession(world);
  const before = (await owner.query("select 1 from mails where partnership_id = $1", [world.partnershipId])).rows.length;
  done(await addItem(world.people.coordinator, aReport(reference, { kind: "discussion", title: "A fire this morning" }), at(10)));
  expect(await lines(world, reference)).toContain("5 discussion A fire this morning");
  expect((await owner.query("select 1 from mails where partnership_id = $1", [world.partnershipId])).rows.length).toBe(before);
});

test("an item of a draft has its id before it is kept, and it is an id", () => {
  const [a, b] = [draftItemId(randomUUID(), "hotspots"), draftItemId(randomUUID(), "hotspots")];
  expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(a).not.toBe(b);
});
