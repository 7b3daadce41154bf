import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewClosing } from "@/domain/minutes/queries/view-closing.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting, now, stateOf, versionOf } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
});

const close = (who: Actor, over: Record<string, unknown> = {}) => closeMeeting(who, { reference: meeting.reference, version: 1, ...over }, now);
const minute = (n: number, over: Record<string, unknown> = {}) =>
  writeMinute(people.coordinator, { itemId: item(meeting, n).id, version: 1, discussion: "Said.", ...(item(meeting, n).caseId ? { decision: "continue" } : { outcome: "noted" }), ...over }, now);
const task = (n: number) => addAction(people.coordinator, { itemId: item(meeting, n).id, ownerId: people.housing.personId, wording: "Secure the units", due: "2026-12-22", measure: "Both are boarded up" }, now);
const numbers = async (of: Meeting) => (await owner.query<{ n: string }>("select minute_number || '/' || minute_year as n from agenda_items where meeting_id = $1 order by position", [of.id])).rows.map((row) => row.n);
const stages = async () => (await owner.query("select reference, stage, closed_on::text from cases where partnership_id = $1 order by reference", [world.partnershipId])).rows;
const actionStates = async () => (await owner.query<{ state: string }>("select state from actions where partnership_id = $1", [world.partnershipId])).rows.map((row) => row.state);

async function aFinishedMeeting(reference = "CEN-2026-12", startsAt?: string) {
  meeting = await aMeeting(world, reference, { items: ["register", "actions"], startsAt });
  await minute(1);
  await minute(2);
  return meeting;
}

describe("closing a meeting", () => {
  test("numbers its minutes, gives the chair's word to what was recorded and lets decisions take effect", async () => {
    meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId: await aCase(world, "CEN-1") }, { caseId: await aCase(world, "CEN-2") }] });
    await minute(1);
    await minute(2);
    await minute(3, { decision: "close", decisionReason: "No report since June." });
    expect(await task(2)).toMatchObject({ ok: true, value: { counts: false } });
    expect(await actionStates()).toEqual(["recorded"]);

    expect(await close(people.chair)).toEqual({ ok: true, value: { reference: "CEN-2026-12" } });
    expect(await stateOf(meeting)).toBe("closed");
    expect(await numbers(meeting)).toEqual(["1/2026", "2/2026", "3/2026"]);
    expect(await actionStates()).toEqual(["assigned"]);
    expect(await stages()).toEqual([{ reference: "CEN-1", stage: "open", closed_on: null }, { reference: "CEN-2", stage: "closed", closed_on: "2026-12-08" }]);
    expect(await eventsOf(world, "meeting.closed")).toMatchObject([{ reference: "CEN-2026-12", person_id: people.chair.personId, particulars: { items: 3, actions: 1 } }]);
    expect(await eventsOf(world, "action.assigned")).toMatchObject([{ reference: "CEN-1-1", person_id: people.chair.personId }]);
    expect(await eventsOf(world, "case.moved")).toMatchObject([{ reference: "CEN-2", particulars: { from: "open", to: "closed", itemId: item(meeting, 3).id } }]);
  });

  test("is refused while items lack an outcome or a decision, and says which; nothing has moved", async () => {
    meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", "interests", { caseId: await aCase(world, "CEN-1") }, { caseId: await aCase(world, "CEN-2") }, "other_business"] });
    await minute(1);
    await minute(3);
    await task(3);
    expect(await close(people.chair)).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notFinished", facts: { outcomes: ["2", "5"], decisions: ["4"], actionsStillOpen: [], proposals: [], goingRound: [] } } });
    expect(await stateOf(meeting)).toBe("in_session");
    expect(await numbers(meeting)).toEqual([null, null, null, null, null]);
    expect(await actionStates()).toEqual(["recorded"]);
    const asked = await viewClosing(people.chair, { reference: meeting.reference }, now);
    expect(asked?.missing.map(({ number, lacks }) => [number, lacks])).toEqual([[2, "outcome"], [4, "decision"], [5, "outcome"]]);
    expect(asked?.recorded).toMatchObject([{ reference: "CEN-1-1", number: 3, owner: "Zofia Nowak", dueOn: "2026-12-22" }]);
    expect(asked?.allowed.close).toBe(true);
  });

  test("is refused over a case that is to be closed and was tasked on afterwards", async () => {
    meeting = await aMeeting(world, "CEN-2026-12", { items: [{ caseId: await aCase(world, "CEN-1") }] });
    await minute(1, { decision: "close", decisionReason: "Solved." });
    await task(1);
    expect(await close(people.chair)).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notFinished", facts: { outcomes: [], decisions: [], actionsStillOpen: ["1"], proposals: [], goingRound: [] } } });
    expect(await stages()).toMatchObject([{ stage: "open" }]);
  });

  test("leaves a case that another meeting closed meanwhile as it is", async () => {
    const caseId = await aCase(world, "CEN-1");
    const other = await aMeeting(world, "CEN-2026-12-X1", { items: [{ caseId }] });
    meeting = await aMeeting(world, "CEN-2026-12", { items: [{ caseId }] });
    await minute(1, { decision: "close", decisionReason: "Solved." });
    meeting = other;
    await minute(1, { decision: "close", decisionReason: "Solved there." });
    expect(await close(people.chair)).toMatchObject({ ok: true });
    expect(await close(people.chair, { reference: "CEN-2026-12" })).toMatchObject({ ok: true });
    expect(await eventsOf(world, "case.moved")).toHaveLength(1);
  });

  test("is refused where another meeting tasks somebody on the case in the same moment", async () => {
    const caseId = await aCase(world, "CEN-1");
    meeting = await aMeeting(world, "CEN-2026-12", { items: [{ caseId }] });
    await minute(1, { decision: "close", decisionReason: "Solved." });
    const other = await owner.connect();
    try {
      await other.query("begin");
      await other.query("select from cases where id = $1 for update", [caseId]);
      const closing = close(people.chair);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const of = [randomUUID(), world.partnershipId, world.forums.CEN, caseId, meeting.id, item(meeting, 1).id, people.housing.personId, people.housing.agencyId];
      await other.query("insert into actions (id, partnership_id, forum_id, reference, case_id, meeting_id, item_id, owner_id, owner_agency_id, due_on, state, created_at) values ($1, $2, $3, 'CEN-1-1', $4, $5, $6, $7, $8, '2026-12-22', 'assigned', now())", of);
      await other.query("commit");
      expect(await closing).toEqual({ ok: false, problem: { kind: "refused", rule: "case.actionsStillOpen", facts: { open: 1 } } });
    } finally {
      other.release();
    }
    expect(await stateOf(meeting)).toBe("in_session");
    expect(await stages()).toMatchObject([{ stage: "open" }]);
  });

  test.each(["published", "closed", "circulated"] as const)("is refused while it is %s", async (state) => {
    meeting = await aMeeting(world, "CEN-2026-12", { state });
    expect(await close(people.chair)).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notInThisState", facts: { state } } });
  });

  test("of two who close at once one does, and the other is told that it has changed", async () => {
    await aFinishedMeeting();
    await attends(world, meeting, people.chair, "apologies");
    const outcomes = await Promise.all([close(people.chair), close(people.deputy)]);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.find((one) => !one.ok)).toEqual({ ok: false, problem: { kind: "stale" } });
    expect(await eventsOf(world, "meeting.closed")).toHaveLength(1);
    expect(await numbers(meeting)).toEqual(["1/2026", "2/2026"]);
  });

  test("a double click closes once", async () => {
    await aFinishedMeeting();
    const submissionKey = randomUUID();
    const outcomes = await Promise.all([close(people.chair, { submissionKey }), close(people.chair, { submissionKey })]);
    expect(outcomes).toEqual([{ ok: true, value: { reference: "CEN-2026-12" } }, { ok: true, value: { reference: "CEN-2026-12" } }]);
    expect(await eventsOf(world, "meeting.closed")).toHaveLength(1);
  });

  test("that fails in its last step leaves everything as it was: wholly open", async () => {
    meeting = await aMeeting(world, "CEN-2026-12", { items: [{ caseId: await aCase(world, "CEN-1") }, { caseId: await aCase(world, "CEN-2") }] });
    await minute(1, { decision: "close", decisionReason: "Solved." });
    await minute(2);
    await task(2);
    await owner.query(`create function public.power_cut() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`);
    await owner.query(`create trigger power_cut before insert on audit_events for each row when (new.event = 'meeting.closed') execute function public.power_cut()`);
    try {
      await expect(close(people.chair)).rejects.toThrow(/power cut/);
    } finally {
      await owner.query(`drop trigger power_cut on audit_events; drop function public.power_cut()`);
    }
    expect(await stateOf(meeting)).toBe("in_session");
    expect(await versionOf("meetings", meeting.id)).toBe(1);
    expect(await stages()).toMatchObject([{ stage: "open" }, { stage: "open" }]);
    expect(await actionStates()).toEqual(["recorded"]);
    expect(await numbers(meeting)).toEqual([null, null]);
    expect(await eventsOf(world, "action.assigned")).toEqual([]);
    expect(await close(people.chair)).toMatchObject({ ok: true });
    expect(await numbers(meeting)).toEqual(["1/2026", "2/2026"]);
  });
});

describe("who closes", () => {
  test("not the coordinator, who is told so and stands on the trail", async () => {
    await aFinishedMeeting();
    expect(await close(people.coordinator)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "meeting.close" } });
    expect(await eventsOf(world, "access.refused")).toMatchObject([{ reference: "CEN-2026-12", person_id: people.coordinator.personId, particulars: { permission: "meeting.close" } }]);
    expect((await viewClosing(people.coordinator, { reference: meeting.reference }, now))?.allowed.close).toBe(false);
  });

  test("the deputy only while the chair is recorded absent", async () => {
    await aFinishedMeeting();
    expect(await close(people.deputy)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "meeting.close" } });
    await attends(world, meeting, people.chair, "absent");
    expect((await viewClosing(people.deputy, { reference: meeting.reference }, now))?.allowed.close).toBe(true);
    expect(await close(people.deputy)).toMatchObject({ ok: true });
  });

  test("the deputy while the chair is vacant", async () => {
    await aFinishedMeeting();
    await owner.query("update appointments set until_on = '2026-12-07' where partnership_id = $1 and forum_id = $2 and office = 'chair'", [world.partnershipId, world.forums.CEN]);
    expect(await close(people.chair)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await close(people.deputy)).toMatchObject({ ok: true });
  });

  test("an acting chair, as the chair", async () => {
    await aFinishedMeeting();
    await owner.query("update appointments set capacity = 'acting' where partnership_id = $1 and forum_id = $2 and office = 'chair'", [world.partnershipId, world.forums.CEN]);
    expect(await close(people.chair)).toMatchObject({ ok: true });
  });

  test.each<[string, keyof World["people"]]>([["a member", "housing"], ["another forum's chair", "northChair"], ["somebody without a seat", "bystander"], ["information governance", "governance"]])("%s finds no meeting to close", async (_, who) => {
    await aFinishedMeeting();
    await attends(world, meeting, people.housing);
    expect(await close(people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await viewClosing(people[who], { reference: meeting.reference }, now)).toBeNull();
    expect(await stateOf(meeting)).toBe("in_session");
  });

  test("another partnership's chair and a guessed reference find nothing", async () => {
    await aFinishedMeeting();
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(await close(elsewhere.people.chair)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await close(people.chair, { reference: "CEN-2099-01" })).toEqual({ ok: false, problem: { kind: "notFound" } });
  });
});

describe("the numbers of minutes", () => {
  test("run on from meeting to meeting and begin again with the forum's year, by the day of the meeting", async () => {
    await owner.query("update forums set year_starts_month = 5 where id = $1", [world.forums.CEN]);
    const given: string[][] = [];
    for (const [reference, startsAt] of [["CEN-2026-03", "2026-03-10T14:00:00Z"], ["CEN-2026-04", "2026-04-30T22:30:00Z"], ["CEN-2026-05", "2026-05-12T13:00:00Z"], ["CEN-2027-04", "2027-04-13T13:00:00Z"], ["CEN-2027-05", "2027-05-11T13:00:00Z"]] as const) {
      await aFinishedMeeting(reference, startsAt);
      await close(people.chair);
      given.push(await numbers(meeting));
    }
    expect(given).toEqual([["1/2025", "2/2025"], ["3/2025", "4/2025"], ["1/2026", "2/2026"], ["3/2026", "4/2026"], ["1/2027", "2/2027"]]);
  });

  test("are each forum's own, and without gaps where a closing failed", async () => {
    await aFinishedMeeting();
    await close(people.coordinator);
    await close(people.chair, { version: 7 });
    const north = await aMeeting(world, "NOR-2026-12", { forumId: world.forums.NOR });
    await writeMinute(people.northChair, { itemId: item(north, 1).id, version: 1, discussion: "", outcome: "noted" }, now);
    await closeMeeting(people.northChair, { reference: "NOR-2026-12", version: 1 }, now);
    await close(people.chair);
    expect(await numbers(north)).toEqual(["1/2026"]);
    expect(await numbers(meeting)).toEqual(["1/2026", "2/2026"]);
  });
});
