import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cancelMeeting } from "@/domain/meetings/commands/cancel-meeting.ts";
import { makeSure } from "@/domain/meetings/commands/make-sure.ts";
import { planYear } from "@/domain/meetings/commands/plan-year.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { rescheduleMeeting } from "@/domain/meetings/commands/reschedule-meeting.ts";
import { listMeetings } from "@/domain/meetings/queries/list-meetings.ts";
import { viewChanges } from "@/domain/meetings/queries/view-changes.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { signInAdvance } from "@/domain/sign-in/commands/sign-in-advance.ts";
import { viewResearch } from "@/domain/sign-in/queries/view-research.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, at, done, doorsOpen, events, halfPastOne, heldBefore, inSession, published, row, scheduled, seen, sign, start, weekBefore } from "./arrange.ts";

const notFound = { ok: false, problem: { kind: "notFound" } };
const stale = { ok: false, problem: { kind: "stale" } };
const refused = (rule: string) => ({ ok: false, problem: expect.objectContaining({ kind: "refused", rule }) });
const day = (on: string) => ({ day: on.slice(8), month: on.slice(5, 7), year: on.slice(0, 4) });
const aMove = async (world: World, reference: string, over: Record<string, unknown> = {}) => ({ ...(await seen(world, reference)), on: day("2026-11-17"), at: "2pm", place: "Civic Centre, room 2", reason: "The hall is let.", ...over });
const mails = async (world: World, template: string) =>
  (await owner.query<{ facts: { meeting: { sequence: number; startsAt: string; meetingId: string; provisional: boolean } } }>("select facts from mails where partnership_id = $1 and template = $2 order by made_at", [world.partnershipId, template])).rows.map(({ facts }) => facts.meeting);
const changes = async (world: World) => (await owner.query("select kind, from_starts_at, to_starts_at, from_place, to_place, reason from meeting_changes where partnership_id = $1 order by changed_at", [world.partnershipId])).rows;

test("a meeting is moved: it keeps its reference, its agenda and its history, and everybody's calendar is told", async () => {
  const world = await aPartnership();
  const found = await aCase(world);
  const reference = await published(world);
  const before = await row(world, reference);
  expect(done(await rescheduleMeeting(world.people.coordinator, await aMove(world, reference, { place: "Library" }), weekBefore))).toEqual({ reference });
  expect(await row(world, reference)).toMatchObject({ id: before.id, state: "published", starts_at: new Date("2026-11-17T14:00:00Z"), place: "Library", sequence: 1, version: before.version + 1 });
  expect(await changes(world)).toEqual([{ kind: "moved", from_starts_at: start, to_starts_at: new Date("2026-11-17T14:00:00Z"), from_place: "Civic Centre, room 2", to_place: "Library", reason: "The hall is let." }]);
  expect(await events(world, reference)).toEqual(["meeting.scheduled", "meeting.agendaPublished", "meeting.rescheduled"]);
  const told = await mails(world, "meeting.moved");
  expect(told).toHaveLength(8);
  expect(told[0]).toMatchObject({ meetingId: before.id, sequence: 1, startsAt: "2026-11-17T14:00:00.000Z" });
  const read = await viewMeeting(world.people.housing, { reference }, weekBefore);
  expect(read?.items.some((item) => item.case?.id === found.id)).toBe(true);
  expect(await viewChanges(world.people.housing, { reference }, weekBefore)).toMatchObject({ changes: [{ kind: "moved", reason: "The hall is let.", by: world.people.coordinator.name }], allowed: { reschedule: false, makeSure: false, cancel: false } });
  expect((await viewChanges(world.people.coordinator, { reference }, weekBefore))?.allowed).toEqual({ reschedule: true, makeSure: false, cancel: true });
  expect(await viewChanges(world.people.northMember, { reference }, weekBefore)).toBeNull();
  done(await rescheduleMeeting(world.people.chair, await aMove(world, reference, { on: day("2026-11-18"), place: "Library" }), weekBefore));
  expect((await mails(world, "meeting.moved")).map(({ sequence }) => sequence).toSorted()).toEqual([...Array.from({ length: 8 }, () => 1), ...Array.from({ length: 8 }, () => 2)]);
});

test("moved while its agenda is published, an agency's advance signature stands and the research list is open until the new start", async () => {
  const world = await aPartnership();
  await owner.query("update memberships set named_contact = true where person_id = $1", [world.people.police.personId]);
  await aCase(world);
  const reference = await published(world);
  done(await signInAdvance(world.people.police, { reference, declarationVersion: 1, accepts: "yes" }, weekBefore));
  done(await rescheduleMeeting(world.people.coordinator, await aMove(world, reference, { on: day("2026-11-09") }), weekBefore));
  const open = async (now: Date) => (await viewResearch(world.people.police, reference, now))?.people;
  expect(await open(weekBefore)).toHaveLength(1);
  expect(await open(at(0))).toBeUndefined();
  done(await cancelMeeting(world.people.coordinator, { ...(await seen(world, reference)), reason: "No hall." }, weekBefore));
  expect(await open(weekBefore)).toBeUndefined();
});

test("doors that nobody came through are shut again; once somebody has signed, a meeting is held or cancelled", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  done(await rescheduleMeeting(world.people.coordinator, await aMove(world, reference), halfPastOne));
  expect((await viewMeeting(world.people.housing, { reference }, halfPastOne))?.allowed.sign).toBe(false);
  const signed = await aPartnership("Safer Otherwhere");
  const theirs = await doorsOpen(signed);
  done(await sign(signed.people.housing, theirs));
  expect(await rescheduleMeeting(signed.people.coordinator, await aMove(signed, theirs), halfPastOne)).toMatchObject(refused("meeting.registerSigned"));
  done(await cancelMeeting(signed.people.coordinator, { ...(await seen(signed, theirs)), reason: "A fire alarm." }, halfPastOne));
  const read = await viewMeeting(signed.people.housing, { reference: theirs }, halfPastOne);
  expect(read).toMatchObject({ state: "cancelled", papersOpen: false });
});

test("cancelled with a reason: never held, kept in its place, and its cases stand on the next agenda", async () => {
  const world = await aPartnership();
  const found = await aCase(world);
  const reference = await published(world);
  const next = await scheduled(world, { on: day("2026-12-08") });
  done(await cancelMeeting(world.people.chair, { ...(await seen(world, reference)), reason: "Too few can come." }, weekBefore));
  expect(await row(world, reference)).toMatchObject({ state: "cancelled", cancelled_at: weekBefore, sequence: 1, closed_at: null });
  expect(await mails(world, "meeting.cancelled")).toHaveLength(8);
  expect(await events(world, reference)).toEqual(["meeting.scheduled", "meeting.agendaPublished", "meeting.cancelled"]);
  expect((await viewChanges(world.people.housing, { reference }, weekBefore))?.changes).toEqual([expect.objectContaining({ kind: "cancelled", reason: "Too few can come." })]);
  const later = await viewMeeting(world.people.coordinator, { reference: next }, at(60));
  expect(later?.items.find((item) => item.case?.id === found.id)?.case).toMatchObject({ meetings: 0, deferrals: 0 });
  expect(later?.previous).toBeNull();
  const listed = await listMeetings(world.people.housing, { forum: null, page: 1 }, at(60));
  expect([listed.upcoming.map((one) => one.reference), listed.past.map((one) => [one.reference, one.state])]).toEqual([[next], [[reference, "cancelled"]]]);
});

test("a report on a cancelled agenda returns by itself to the next, once, though that is cancelled as well", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  const { id } = await row(world, reference);
  await insert("agenda_items", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, meeting_id: id, position: 90, kind: "report", title: "Licensing hours", presenter: "Licensing", planned_minutes: 10 });
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  const cancel = async (one: string) => void done(await cancelMeeting(world.people.coordinator, { ...(await seen(world, one)), reason: "No hall." }, weekBefore));
  await cancel(reference);
  const second = await scheduled(world, { on: day("2026-12-08") });
  done(await publishAgenda(world.people.coordinator, await seen(world, second), weekBefore));
  await cancel(second);
  const third = await scheduled(world, { on: day("2027-01-12") });
  const reports = (await viewMeeting(world.people.coordinator, { reference: third }, weekBefore))?.items.filter((item) => item.kind === "report");
  expect(reports?.map(({ title, presenter }) => [title, presenter])).toEqual([["Licensing hours", "Licensing"]]);
});

test("a provisional date is made sure, once", async () => {
  const world = await aPartnership();
  const reference = done(await planYear(world.people.coordinator, { forumId: world.forums.CEN, at: "2pm", place: "Room 2", on1: day("2026-12-08"), as1: "provisional" }, weekBefore)).references[0] ?? "";
  const asSeen = await seen(world, reference);
  done(await makeSure(world.people.coordinator, asSeen, weekBefore));
  expect(await row(world, reference)).toMatchObject({ provisional: false, sequence: 1 });
  expect((await mails(world, "meeting.moved"))[0]).toMatchObject({ provisional: false, sequence: 1 });
  expect(await makeSure(world.people.coordinator, asSeen, weekBefore)).toEqual(stale);
  expect(await makeSure(world.people.coordinator, await seen(world, reference), weekBefore)).toMatchObject(refused("meeting.notInThisState"));
  expect((await changes(world)).map((change) => change.kind as string)).toEqual(["made_sure"]);
});

test("what is in session, closed or cancelled is neither moved nor cancelled", async () => {
  const world = await aPartnership();
  const running = await inSession(world);
  const over = await heldBefore(world);
  const gone = await scheduled(world, { kind: "extraordinary" });
  done(await cancelMeeting(world.people.coordinator, { ...(await seen(world, gone)), reason: "Not needed." }, weekBefore));
  for (const reference of [running, over, gone]) {
    expect(await rescheduleMeeting(world.people.coordinator, await aMove(world, reference), at(1))).toMatchObject(refused("meeting.notInThisState"));
    expect(await cancelMeeting(world.people.coordinator, { ...(await seen(world, reference)), reason: "No." }, at(1))).toMatchObject(refused("meeting.notInThisState"));
    expect(await makeSure(world.people.coordinator, await seen(world, reference), at(1))).toMatchObject(refused("meeting.notInThisState"));
  }
});

test("a move says why, goes forward and changes something; a bank holiday is asked about", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  const move = async (over: Record<string, unknown>) => rescheduleMeeting(world.people.coordinator, await aMove(world, reference, over), weekBefore);
  expect(await move({ reason: " " })).toEqual({ ok: false, problem: { kind: "invalid", fields: { reason: ["Enter why the meeting is moved"] } } });
  expect(await move({ on: day("2026-11-02") })).toMatchObject(refused("meeting.inThePast"));
  expect(await move({ on: day("2026-11-10") })).toEqual({ ok: false, problem: { kind: "invalid", fields: { on: ["Enter another date, time or place"] } } });
  expect(await move({ on: day("2026-12-25") })).toMatchObject(refused("meeting.bankHoliday"));
  expect((await move({ on: day("2026-12-25"), onHoliday: "yes" })).ok).toBe(true);
  expect(await cancelMeeting(world.people.coordinator, { ...(await seen(world, reference)), reason: "" }, weekBefore)).toEqual({ ok: false, problem: { kind: "invalid", fields: { reason: ["Enter why the meeting is cancelled"] } } });
});

test("only the chair's office moves and cancels, by the page as it stands, once a sending", async () => {
  const world = await aPartnership();
  const reference = await scheduled(world);
  const elsewhere = await aPartnership("Safer Otherwhere");
  const first = await aMove(world, reference);
  const cancel = { ...(await seen(world, reference)), reason: "No hall." };
  for (const who of [world.people.housing, world.people.northChair, world.people.governance, elsewhere.people.coordinator]) {
    expect(await rescheduleMeeting(who, first, weekBefore)).toEqual(notFound);
    expect(await cancelMeeting(who, cancel, weekBefore)).toEqual(notFound);
    expect(await makeSure(who, await seen(world, reference), weekBefore)).toEqual(notFound);
  }
  const submissionKey = randomUUID();
  const [one, two] = await Promise.all([1, 2].map(() => rescheduleMeeting(world.people.coordinator, { ...first, submissionKey }, weekBefore)));
  expect([one, two]).toEqual([{ ok: true, value: { reference } }, { ok: true, value: { reference } }]);
  expect(await changes(world)).toHaveLength(1);
  expect(await cancelMeeting(world.people.coordinator, cancel, weekBefore)).toEqual(stale);
  expect(await rescheduleMeeting(world.people.coordinator, first, weekBefore)).toEqual(stale);
  const both = await Promise.all([publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore), cancelMeeting(world.people.chair, { ...(await seen(world, reference)), reason: "No hall." }, weekBefore)]);
  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
});
