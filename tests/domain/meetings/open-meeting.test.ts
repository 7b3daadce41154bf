import { expect, test } from "vitest";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { recordAbsence } from "@/domain/sign-in/commands/record-absence.ts";
import { replyToInvitation } from "@/domain/sign-in/commands/reply-to-invitation.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, appointed, type World } from "../../support/world.ts";
import { at, done, doorsOpen, events, halfPastOne, inSession, published, row, scheduled, seen, sign, start, weekBefore } from "./arrange.ts";

const refused = (rule: string) => ({ ok: false, problem: expect.objectContaining({ kind: "refused", rule }) });
const forbidden = (permission: string) => ({ ok: false, problem: { kind: "forbidden", permission } });
const notFound = { ok: false, problem: { kind: "notFound" } };
const leaveOffice = (world: World) => owner.query("update appointments set until_on = '2026-10-31' where forum_id = $1 and office = 'chair'", [world.forums.CEN]);

test("the doors open sixty minutes before the start, not a moment earlier, and the refusal says when", async () => {
  const world = await aPartnership();
  const reference = await published(world);
  const asSeen = await seen(world, reference);
  const early = await openDoors(world.people.chair, asSeen, new Date(at(-60).getTime() - 1));
  expect(early).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.doorsNotYet", facts: { from: "10 November 2026 at 1pm" } } });
  done(await openDoors(world.people.chair, asSeen, at(-60)));
  expect(await events(world, reference)).toEqual(["meeting.scheduled", "meeting.agendaPublished", "meeting.doorsOpened"]);
});

test("the doors stay shut while the agenda is a draft, and open once", async () => {
  const world = await aPartnership();
  const draft = await scheduled(world);
  expect(await openDoors(world.people.chair, await seen(world, draft), halfPastOne)).toMatchObject(refused("meeting.notInThisState"));
  const reference = await published(world, { kind: "extraordinary" });
  const asSeen = await seen(world, reference);
  const outcomes = await Promise.all([1, 2].map(() => openDoors(world.people.chair, asSeen, halfPastOne)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, problem: { kind: "stale" } });
  expect(await openDoors(world.people.chair, await seen(world, reference), halfPastOne)).toMatchObject(refused("meeting.notInThisState"));
});

test("only the chair in force opens the doors: the office may not, members and strangers find nothing", async () => {
  const world = await aPartnership();
  const reference = await published(world);
  const asSeen = await seen(world, reference);
  for (const who of [world.people.coordinator, world.people.deputy]) expect(await openDoors(who, asSeen, halfPastOne)).toEqual(forbidden("meeting.openDoors"));
  for (const who of [world.people.police, world.people.northChair, world.people.bystander]) expect(await openDoors(who, asSeen, halfPastOne)).toEqual(notFound);
  for (const guess of ["CEN-2026-99", "", "CEN-2026-11\0", "'; select 1"]) expect((await openDoors(world.people.coordinator, { ...asSeen, reference: guess }, halfPastOne)).ok).toBe(false);
  expect(await events(world, reference)).toEqual(["meeting.scheduled", "meeting.agendaPublished", "access.refused", "access.refused", "access.refused"]);
});

test("the chair signs, opens the meeting and presides", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  expect(await openMeeting(world.people.chair, await seen(world, reference), start)).toMatchObject(refused("meeting.nobodySigned"));
  done(await sign(world.people.housing, reference));
  expect(await openMeeting(world.people.chair, await seen(world, reference), start)).toMatchObject(refused("meeting.nobodySigned"));
  done(await sign(world.people.chair, reference));
  done(await openMeeting(world.people.chair, await seen(world, reference), start));
  expect(await row(world, reference)).toMatchObject({ state: "in_session", presided_by_id: world.people.chair.personId });
  const { rows } = await owner.query("select particulars from audit_events where reference = $1 and event = 'meeting.opened'", [reference]);
  expect(rows).toEqual([{ particulars: { signed: 2, discussionOnly: false } }]);
});

test("a meeting is opened once, from a published agenda, by the page as it stands", async () => {
  const world = await aPartnership();
  const draft = await scheduled(world, { kind: "extraordinary" });
  expect(await openMeeting(world.people.chair, await seen(world, draft), start)).toMatchObject(refused("meeting.notInThisState"));
  const reference = await doorsOpen(world);
  done(await sign(world.people.chair, reference));
  const asSeen = await seen(world, reference);
  expect(await openMeeting(world.people.chair, { ...asSeen, version: 1 }, start)).toEqual({ ok: false, problem: { kind: "stale" } });
  const outcomes = await Promise.all([1, 2].map(() => openMeeting(world.people.chair, asSeen, start)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await openMeeting(world.people.chair, await seen(world, reference), start)).toMatchObject(refused("meeting.notInThisState"));
});

test("the deputy presides only while the chair is recorded in apologies or absent; a chair who comes after all takes it back", async () => {
  const world = await aPartnership();
  const { chair, deputy, coordinator } = world.people;
  const reference = await doorsOpen(world);
  done(await sign(deputy, reference));
  expect(await openMeeting(deputy, await seen(world, reference), start)).toEqual(forbidden("meeting.open"));
  done(await recordAbsence(coordinator, { reference, personId: chair.personId, status: "absent" }, start));
  done(await sign(chair, reference, start));
  expect(await openMeeting(deputy, await seen(world, reference), start)).toEqual(forbidden("meeting.open"));

  const second = await published(world, { kind: "extraordinary" });
  done(await replyToInvitation(chair, { reference: second, reply: "apologies" }, weekBefore));
  done(await openDoors(deputy, await seen(world, second), halfPastOne));
  done(await sign(deputy, second));
  done(await openMeeting(deputy, await seen(world, second), start));
  expect(await row(world, second)).toMatchObject({ presided_by_id: deputy.personId });
});

test("with no chair or acting chair in force nobody opens the meeting, and the deputy is told why; an acting chair opens it", async () => {
  const world = await aPartnership();
  await leaveOffice(world);
  const { chair, deputy, police } = world.people;
  const reference = await published(world);
  expect(await openDoors(chair, await seen(world, reference), halfPastOne)).toEqual(notFound);
  done(await openDoors(deputy, await seen(world, reference), halfPastOne));
  done(await sign(deputy, reference));
  expect(await openMeeting(deputy, await seen(world, reference), start)).toMatchObject(refused("meeting.noChair"));
  expect(await openMeeting(police, await seen(world, reference), start)).toEqual(notFound);
  await appointed(world, police, world.forums.CEN, "chair", { capacity: "acting", from_on: "2026-11-01", until_on: "2026-11-10" });
  done(await sign(police, reference));
  done(await openMeeting(police, await seen(world, reference), start));
});

test("an appointment that ended yesterday opens nothing today", async () => {
  const world = await aPartnership();
  const reference = await published(world);
  await owner.query("update appointments set until_on = '2026-11-09' where forum_id = $1 and office = 'chair'", [world.forums.CEN]);
  expect(await openDoors(world.people.chair, await seen(world, reference), halfPastOne)).toEqual(notFound);
});

test("coordinator, member, other forum and other partnership can't open a meeting", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  const reference = await doorsOpen(world);
  done(await sign(world.people.chair, reference));
  const asSeen = await seen(world, reference);
  expect(await openMeeting(world.people.coordinator, asSeen, start)).toEqual(forbidden("meeting.open"));
  for (const who of [world.people.housing, world.people.northChair, elsewhere.people.chair]) expect(await openMeeting(who, asSeen, start)).toEqual(notFound);
  expect(await row(world, reference)).toMatchObject({ state: "published" });
  await inSession(elsewhere);
  expect(await row(world, reference)).toMatchObject({ state: "published" });
});
