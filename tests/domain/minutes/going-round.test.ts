import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { goesRound } from "@/domain/cases/queries/going-round.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewClosing } from "@/domain/minutes/queries/view-closing.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, item, type Meeting, now } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let caseId: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
});

/** CEN-1 has been at so many meetings that are over; the meeting that sits has it on its agenda. */
async function back(meetings: number, { openedOn = "2026-09-01", decision = "continue" } = {}) {
  caseId = await aCase(world, "CEN-1", world.forums.CEN, openedOn);
  for (let n = 1; n <= meetings; n += 1) {
    const held = await aMeeting(world, `CEN-2026-09-X${n}`, { items: [{ caseId }], startsAt: `2026-09-${10 + n}T14:00:00Z` });
    await owner.query("update agenda_items set decision = $2::case_decision, outcome = 'agreed' where meeting_id = $1", [held.id, decision]);
    await owner.query("update meetings set state = 'closed', closed_at = starts_at + interval '1 hour' where id = $1", [held.id]);
  }
  meeting = await aMeeting(world, "CEN-2026-12", { items: [{ caseId }] });
}
const verifiedOn = (at: string) =>
  insert("actions", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, reference: "CEN-1-1", case_id: caseId, meeting_id: meeting.id, item_id: item(meeting, 1).id, owner_id: people.housing.personId, owner_agency_id: people.housing.agencyId, due_on: "2026-10-01", state: "verified", created_at: "2026-09-02T10:00:00Z", assigned_at: "2026-09-02T10:00:00Z", ended_at: at });
const decide = (over: Record<string, unknown> = {}) => writeMinute(people.coordinator, { itemId: item(meeting, 1).id, version: 1, discussion: "Said.", decision: "continue", ...over }, now);
const close = () => closeMeeting(people.chair, { reference: meeting.reference, version: 1 }, now);
const unsaid = { ok: false, problem: { kind: "invalid", fields: { decisionReason: ["Enter why the case is kept"] } } };

test("three meetings with no verified action, or six months, and a case goes round", () => {
  expect(goesRound({ sinceVerified: 2, months: 5 })).toBe(false);
  expect(goesRound({ sinceVerified: 3, months: 0 })).toBe(true);
  expect(goesRound({ sinceVerified: 0, months: 6 })).toBe(true);
});

describe("a case that goes round", () => {
  test("after three meetings with no verified action, is carried on only with why, which stands in the minutes", async () => {
    await back(3);
    expect(await decide()).toEqual(unsaid);
    expect(await decide({ decisionReason: "Because the order runs until spring." })).toMatchObject({ ok: true });
    expect(await close()).toMatchObject({ ok: true });
    const minutes = await viewMinutes(people.chair, { reference: meeting.reference }, now);
    expect(minutes?.items[0]).toMatchObject({ decision: "continue", words: { decisionReason: "Because the order runs until spring." } });
  });

  test("after two meetings is carried on as any other", async () => {
    await back(2);
    expect(await decide()).toMatchObject({ ok: true });
    expect(await close()).toMatchObject({ ok: true });
  });

  test("is no longer one once an action on it was verified, counted from there", async () => {
    await back(3);
    await verifiedOn("2026-09-12T16:00:00Z");
    expect(await decide()).toMatchObject({ ok: true });
  });

  test("stays one where that was verified before the three meetings", async () => {
    await back(3);
    await verifiedOn("2026-09-10T10:00:00Z");
    expect(await decide()).toEqual(unsaid);
  });

  test("after six months, whatever was verified", async () => {
    await back(0, { openedOn: "2026-06-08" });
    await verifiedOn("2026-12-01T10:00:00Z");
    expect(await decide()).toEqual(unsaid);
  });

  test("not a day earlier, and a meeting that put it off did not discuss it", async () => {
    await back(4, { openedOn: "2026-06-09", decision: "defer" });
    expect(await decide()).toMatchObject({ ok: true });
  });

  test("may be closed or put off instead, with the reason those ask for", async () => {
    await back(3);
    expect(await decide({ decision: "defer", decisionReason: "Probation is away." })).toMatchObject({ ok: true });
    expect(await decide({ version: 2, decision: "close", decisionReason: "Solved." })).toMatchObject({ ok: true });
    expect(await close()).toMatchObject({ ok: true });
  });

  test("keeps its notes while somebody is still typing: only the decision waits", async () => {
    await back(3);
    expect(await decide({ typing: "yes", discussion: "The order runs" })).toMatchObject({ ok: true, value: { decided: false } });
    expect((await viewRoom(people.coordinator, { reference: meeting.reference, number: 1 }, now))?.item).toMatchObject({ decision: null, written: { discussion: "The order runs" } });
  });

  test("that was decided on before it went round is caught at the closing, by its number", async () => {
    await back(2);
    await decide();
    await owner.query("update cases set opened_on = '2026-01-10' where id = $1", [caseId]);
    expect(await close()).toMatchObject({ ok: false, problem: { kind: "refused", rule: "meeting.notFinished", facts: { goingRound: ["1"] } } });
    expect((await viewClosing(people.chair, { reference: meeting.reference }, now))?.missing).toMatchObject([{ number: 1, lacks: "goingRound" }]);
  });
});

test("the room, the agenda and the case page say how often it has come back", async () => {
  await back(4, { openedOn: "2026-03-01" });
  await attends(world, meeting, people.housing);
  const going = { discussed: 4, months: 9, sinceVerified: 4, isGoing: true };
  expect((await viewRoom(people.housing, { reference: meeting.reference, number: 1 }, now))?.item?.goingRound).toEqual(going);
  expect((await viewMeeting(people.housing, { reference: meeting.reference }, now))?.goingRound.get(caseId)).toEqual(going);
  expect(await viewCase(people.housing, "CEN-1", now)).toMatchObject({ discussed: 4, months: 9, goesRound: true });
  await owner.query("update cases set stage = 'closed', closed_on = '2026-12-01' where id = $1", [caseId]);
  expect(await viewCase(people.chair, "CEN-1", now)).toMatchObject({ goesRound: false });
});
