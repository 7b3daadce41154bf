import { expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { listMeetings } from "@/domain/meetings/queries/list-meetings.ts";
import { nextMeetings } from "@/domain/meetings/queries/next-meeting.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { replyToInvitation } from "@/domain/sign-in/commands/reply-to-invitation.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, appointed, type World } from "../../support/world.ts";
import { aCase, at, done, doorsOpen, halfPastOne, heldBefore, inSession, published, row, scheduled, seen, sign, start, weekBefore } from "./arrange.ts";

const next = async (who: Actor, reference: string, now: Date) => (await viewMeeting(who, { reference }, now))?.nextStep;
const nextFor = async (world: World, reference: string, now: Date) => {
  const { chair, coordinator, housing } = world.people;
  return { chair: await next(chair, reference, now), coordinator: await next(coordinator, reference, now), housing: await next(housing, reference, now) };
};

test("each person is told their next step, from the draft to the minutes", async () => {
  const world = await aPartnership();
  const { chair, coordinator, housing } = world.people;
  const reference = await scheduled(world);
  expect(await nextFor(world, reference, weekBefore)).toEqual({ chair: "publish", coordinator: "publish", housing: "waitForAgenda" });
  done(await publishAgenda(coordinator, await seen(world, reference), weekBefore));
  expect(await nextFor(world, reference, weekBefore)).toEqual({ chair: "waitForDoorTime", coordinator: "waitForDoorTime", housing: "waitForDoorTime" });
  expect(await nextFor(world, reference, halfPastOne)).toEqual({ chair: "openDoors", coordinator: "waitForDoors", housing: "waitForDoors" });
  done(await openDoors(chair, await seen(world, reference), halfPastOne));
  expect(await nextFor(world, reference, halfPastOne)).toEqual({ chair: "sign", coordinator: "sign", housing: "sign" });
  for (const who of [chair, housing]) done(await sign(who, reference));
  expect(await nextFor(world, reference, start)).toEqual({ chair: "open", coordinator: "sign", housing: "waitForOpening" });
  done(await openMeeting(chair, await seen(world, reference), start));
  expect(await nextFor(world, reference, start)).toEqual({ chair: "room", coordinator: "sign", housing: "room" });
  const meetingId = (await row(world, reference)).id;
  await owner.query("update meetings set state = 'closed', closed_at = $2 where id = $1", [meetingId, at(110)]);
  expect(await nextFor(world, reference, at(111))).toEqual({ chair: "minutes", coordinator: "minutes", housing: "minutes" });
  expect(await next(world.people.police, reference, at(111))).toBe("waitForMinutes");
  await owner.query("update meetings set state = 'circulated', circulated_at = $2 where id = $1", [meetingId, at(120)]);
  expect(await next(world.people.police, reference, at(121))).toBe("minutes");
});

test("without a chair the office is told that nobody can open it", async () => {
  const world = await aPartnership();
  const reference = await doorsOpen(world);
  await owner.query("update appointments set until_on = '2026-10-31' where forum_id = $1 and office = 'chair'", [world.forums.CEN]);
  done(await sign(world.people.deputy, reference));
  const model = await viewMeeting(world.people.deputy, { reference }, start);
  expect(model).toMatchObject({ chair: null, nextStep: "waitForChair", allowed: { open: false } });
  await appointed(world, world.people.police, world.forums.CEN, "chair", { capacity: "acting", from_on: "2026-11-01" });
  expect((await viewMeeting(world.people.deputy, { reference }, start))?.chair).toEqual({ personId: world.people.police.personId, name: "PC Nia Rowlands", capacity: "acting", untilOn: null });
});

test("what a screen offers is what the rules allow: the deputy's doors while the chair is in apologies, and no others'", async () => {
  const world = await aPartnership();
  const reference = await published(world);
  expect((await viewMeeting(world.people.deputy, { reference }, halfPastOne))?.allowed.openDoors).toBe(false);
  done(await replyToInvitation(world.people.chair, { reference, reply: "apologies" }, weekBefore));
  expect((await viewMeeting(world.people.deputy, { reference }, halfPastOne))?.allowed.openDoors).toBe(true);
  expect((await viewMeeting(world.people.coordinator, { reference }, halfPastOne))?.allowed).toMatchObject({ openDoors: false, recordAbsence: true, addCase: true });
  expect((await viewMeeting(world.people.housing, { reference }, halfPastOne))?.allowed).toMatchObject({ publish: false, openDoors: false, open: false, recordAbsence: false, addCase: false });
});

test("the agenda names nobody and carries nothing of a case's content, and says whether the papers are open", async () => {
  const world = await aPartnership();
  const found = await aCase(world);
  const reference = await doorsOpen(world);
  const before = await viewMeeting(world.people.housing, { reference }, start);
  expect(before).toMatchObject({ papersOpen: false, signed: 0, expected: 8, mySignedAt: null });
  expect(before?.items.find((line) => line.case)?.case).toMatchObject({ reference: found.reference, title: "Older resident, neighbour intimidation" });
  done(await sign(world.people.housing, reference));
  const after = await viewMeeting(world.people.housing, { reference }, start);
  expect(after).toMatchObject({ papersOpen: true, signed: 1, mySignedAt: halfPastOne });
  for (const model of [before, after, await viewMeeting(world.people.chair, { reference }, start)]) expect(JSON.stringify(model)).not.toMatch(/Winifred|Zeller|Shouting|joint visit/);
});

test("a meeting isn't there for who sits on another forum, on none, or in another partnership", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  await aCase(world);
  const reference = await inSession(world);
  const { northChair, marpMember, bystander, administrator, governance } = world.people;
  for (const who of [northChair, marpMember, bystander, administrator, governance, elsewhere.people.chair, elsewhere.people.coordinator]) {
    expect(await viewMeeting(who, { reference }, start)).toBeNull();
    expect(await listMeetings(who, { forum: null, page: 1 }, start)).toMatchObject({ upcoming: [], past: [] });
    expect(await listMeetings(who, { forum: "CEN", page: 1 }, start)).toMatchObject({ upcoming: [], past: [] });
    expect(await nextMeetings(who, {}, start)).toEqual([]);
  }
  expect(await viewMeeting(world.people.chair, { reference: "CEN-2027-01" }, start)).toBeNull();
});

test("the list has what is to come by date, and what was held the latest first, by forum", async () => {
  const world = await aPartnership();
  await heldBefore(world, [], "2026-08-11");
  await heldBefore(world, [], "2026-10-13");
  await scheduled(world, { on: { day: "8", month: "12", year: "2026" } });
  const reference = await doorsOpen(world);
  done(await sign(world.people.housing, reference));
  await appointed(world, world.people.coordinator, world.forums.NOR, "coordinator");
  await scheduled(world, { forumId: world.forums.NOR }, world.people.northChair);
  const both = await listMeetings(world.people.coordinator, { forum: null, page: 1 }, start);
  expect(both.upcoming.map((meeting) => meeting.reference)).toEqual(["CEN-2026-11", "NOR-2026-11", "CEN-2026-12"]);
  expect(both.past.map((meeting) => meeting.reference)).toEqual(["CEN-2026-10", "CEN-2026-08"]);
  expect(both).toMatchObject({ total: 2, pages: 1, forums: [{ code: "CEN" }, { code: "NOR" }], allowed: { schedule: true } });
  const north = await listMeetings(world.people.coordinator, { forum: "NOR", page: 1 }, start);
  expect([...north.upcoming, ...north.past].map((meeting) => meeting.reference)).toEqual(["NOR-2026-11"]);
  const member = await listMeetings(world.people.housing, { forum: null, page: 1 }, start);
  expect(member.upcoming.map(({ reference: shown, signedByMe }) => [shown, signedByMe])).toEqual([["CEN-2026-11", true], ["CEN-2026-12", false]]);
  expect(member.allowed.schedule).toBe(false);
});

test("the held meetings come by pages", async () => {
  const world = await aPartnership();
  for (let n = 0; n < 27; n += 1) {
    const day = `20${String(20 + Math.floor(n / 12)).padStart(2, "0")}-${String((n % 12) + 1).padStart(2, "0")}-10`;
    await heldBefore(world, [], day);
  }
  const first = await listMeetings(world.people.housing, { forum: null, page: 1 }, start);
  const second = await listMeetings(world.people.housing, { forum: null, page: 2 }, start);
  expect(first).toMatchObject({ total: 27, pages: 2 });
  expect([first.past.length, second.past.length]).toEqual([25, 2]);
  expect(second.past.at(-1)?.reference).toBe("CEN-2020-01");
});

test("home finds the next meeting of each forum, one in session first, with its minutes against the limit", async () => {
  const world = await aPartnership();
  const { coordinator, housing } = world.people;
  await appointed(world, coordinator, world.forums.NOR, "coordinator");
  await aCase(world);
  await aCase(world, { forumId: world.forums.NOR }, world.people.northChair);
  await scheduled(world, { forumId: world.forums.NOR, on: { day: "9", month: "11", year: "2026" } }, world.people.northChair);
  await scheduled(world, { on: { day: "8", month: "12", year: "2026" } });
  const reference = await doorsOpen(world);
  expect((await nextMeetings(coordinator, {}, weekBefore)).map((meeting) => meeting.reference)).toEqual(["NOR-2026-11", reference]);
  done(await sign(world.people.chair, reference));
  done(await sign(housing, reference));
  done(await openMeeting(world.people.chair, await seen(world, reference), start));
  const [central, north] = await nextMeetings(coordinator, {}, at(10));
  expect(central).toMatchObject({ reference, state: "in_session", minutesUntil: -10, items: 7, agendaMinutes: 47, limitMinutes: 120, signed: 2, mySignedAt: null });
  expect(north).toMatchObject({ reference: "NOR-2026-11", state: "scheduled", items: 7, agendaMinutes: 47 });
  expect(await nextMeetings(housing, {}, start)).toEqual([expect.objectContaining({ reference, mySignedAt: halfPastOne, myStatus: "present" })]);
});
