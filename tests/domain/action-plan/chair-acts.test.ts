import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { cancelAction } from "@/domain/action-plan/commands/cancel-action.ts";
import { confirmAction } from "@/domain/action-plan/commands/confirm-action.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import { reportIncomplete } from "@/domain/action-plan/commands/report-incomplete.ts";
import { returnAction } from "@/domain/action-plan/commands/return-action.ts";
import { verifyAction } from "@/domain/action-plan/commands/verify-action.ts";
import { confirmRecorded } from "@/domain/action-plan/lifecycle.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { writeEvents } from "@/domain/audit/record.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now } from "../minutes/arrange.ts";
import { done, problem, stepsOf, stored, task } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let reference: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId: await aCase(world, "CEN-118") }] });
});

const tasked = async (to = people.housing) => (reference = await task(people.chair, item(meeting, 2), to));
const recorded = async () => (reference = await task(people.coordinator, item(meeting, 2), people.housing));
const confirm = (who: Actor, version = 1, over = {}) => confirmAction(who, { reference, version, ...over }, later(1));
const cancel = (who: Actor, version = 1, over = {}) => cancelAction(who, { reference, version, reason: "Asked twice", ...over }, later(1));
const report = async (who = people.housing, version = 1) => done(await reportDone(who, { reference, version, evidence: "Note on file" }, later(2)));
const verify = (who: Actor, version = 2, over = {}) => verifyAction(who, { reference, version, ...over }, later(3));
const giveBack = (who: Actor, version = 2, over = {}) => returnAction(who, { reference, version, reason: "The note has no date", ...over }, later(3));
const closeTheMeeting = () => owner.query("update meetings set state = 'closed', closed_at = $2 where id = $1", [meeting.id, now]);

describe("confirming what the coordinator recorded", () => {
  beforeEach(async () => void (await recorded()));

  test("the chair does, and from then on the owner is tasked", async () => {
    expect(await viewAction(people.housing, reference, now)).toBeNull();
    expect(done(await confirm(people.chair))).toEqual({ reference });
    expect(await stored(world, reference)).toMatchObject({ state: "assigned", version: 2, assigned_at: later(1) });
    expect((await stepsOf(world, reference)).map(({ kind, person_id }) => [kind, person_id])).toEqual([["recorded", people.coordinator.personId], ["assigned", people.chair.personId]]);
    expect(await eventsOf(world, "action.assigned")).toMatchObject([{ person_id: people.chair.personId, reference, particulars: { ownerId: people.housing.personId, agencyId: world.agencies.housing } }]);
    expect(await viewAction(people.housing, reference, now)).toMatchObject({ status: "due_soon" });
  });

  test("the coordinator and the deputy don't, and the attempt is on the trail; the deputy does while the chair is absent", async () => {
    expect(problem(await confirm(people.coordinator))).toEqual({ kind: "forbidden", permission: "action.assign" });
    expect(problem(await confirm(people.deputy))).toEqual({ kind: "forbidden", permission: "action.assign" });
    expect(await eventsOf(world, "access.refused")).toHaveLength(2);
    await attends(world, meeting, people.chair, "absent");
    expect(done(await confirm(people.deputy))).toEqual({ reference });
  });

  test("members, its owner among them, don't see it to confirm it", async () => {
    for (const who of [people.housing, people.colleague, people.councillor, people.northChair, people.bystander]) expect(problem(await confirm(who))).toEqual({ kind: "notFound" });
  });

  test("once, whoever clicks twice", async () => {
    const outcomes = await Promise.all([confirm(people.chair), confirm(people.chair)]);
    expect(outcomes.map((outcome) => problem(outcome).kind).toSorted()).toEqual(["none", "stale"]);
    expect(problem(await confirm(people.chair, 2))).toMatchObject({ kind: "refused", rule: "action.illegalMove" });
  });

  test("closing confirms all that is left, each with its step and event, and nothing else", async () => {
    const second = await task(people.coordinator, item(meeting, 1), people.police);
    const assigned = await task(people.chair, item(meeting, 1), people.police);
    const cancelled = await task(people.coordinator, item(meeting, 1), people.police);
    done(await cancelAction(people.chair, { reference: cancelled, version: 1, reason: "Said in jest" }, now));
    const scope = { ...people.chair, now: later(5) };
    const events = await transact(scope, async (tx) => {
      const found = await confirmRecorded(tx, people.chair, { meetingId: meeting.id }, later(5));
      await writeEvents(tx, people.chair, found);
      return found;
    });
    expect(events.map(({ event, subject }) => [event, subject.reference])).toEqual([["action.assigned", reference], ["action.assigned", second]]);
    for (const each of [reference, second]) {
      expect(await stored(world, each)).toMatchObject({ state: "assigned", version: 2, assigned_at: later(5) });
      expect((await stepsOf(world, each)).at(-1)).toMatchObject({ kind: "assigned", person_id: people.chair.personId });
    }
    expect(await stored(world, assigned)).toMatchObject({ version: 1 });
    expect(await stored(world, cancelled)).toMatchObject({ state: "cancelled" });
    expect(await transact(scope, (tx) => confirmRecorded(tx, people.chair, { meetingId: meeting.id }, later(6)))).toEqual([]);
  });
});

describe("rule 12: done is what the chair verifies", () => {
  beforeEach(async () => {
    await tasked();
    await report();
  });

  test("the chair verifies, and it is done", async () => {
    expect(done(await verify(people.chair))).toEqual({ reference });
    expect(await stored(world, reference)).toMatchObject({ state: "verified", version: 3, ended_at: later(3) });
    expect((await stepsOf(world, reference)).at(-1)).toEqual({ kind: "verified", person_id: people.chair.personId, note: null });
  });

  test.each(["housing", "colleague", "police", "councillor", "coordinator", "deputy"] as const)("the %s neither verifies nor returns it", async (who) => {
    expect(problem(await verify(people[who]))).toEqual({ kind: "forbidden", permission: "action.verify" });
    expect(problem(await giveBack(people[who]))).toEqual({ kind: "forbidden", permission: "action.return" });
    expect(await stored(world, reference)).toMatchObject({ state: "reported_done", version: 2 });
    expect(await eventsOf(world, "access.refused")).toHaveLength(2);
  });

  test.each(["northChair", "marpChair", "northMember", "bystander", "governance", "administrator"] as const)("to the %s it isn't there", async (who) => {
    expect(problem(await verify(people[who]))).toEqual({ kind: "notFound" });
    expect(problem(await giveBack(people[who]))).toEqual({ kind: "notFound" });
  });

  test("the chair gives it back with a reason, it is reported again, and then it is done", async () => {
    expect(problem(await giveBack(people.chair, 2, { reason: "" }))).toEqual({ kind: "invalid", fields: { reason: ["Enter what is still missing"] } });
    done(await giveBack(people.chair));
    expect(await stored(world, reference)).toMatchObject({ state: "in_progress", version: 3, ended_at: null });
    expect((await stepsOf(world, reference)).at(-1)).toEqual({ kind: "returned", person_id: people.chair.personId, note: "The note has no date" });
    await report(people.housing, 3);
    done(await verify(people.chair, 4));
    expect((await stepsOf(world, reference)).map(({ kind }) => kind).toSorted()).toEqual(["assigned", "reported_done", "reported_done", "returned", "verified"]);
    expect((await eventsOf(world, "action.moved")).map(({ particulars }) => `${particulars["from"]} > ${particulars["to"]}`)).toEqual(["assigned > reported_done", "reported_done > in_progress", "in_progress > reported_done", "reported_done > verified"]);
  });

  test("what is only under way is neither verified nor returned", async () => {
    done(await giveBack(people.chair));
    expect(problem(await verify(people.chair, 3))).toMatchObject({ rule: "action.illegalMove" });
    expect(problem(await giveBack(people.chair, 3))).toMatchObject({ rule: "action.illegalMove" });
  });

  test("verified is the end", async () => {
    done(await verify(people.chair));
    for (const outcome of [await verify(people.chair, 3), await giveBack(people.chair, 3), await cancel(people.chair, 3)]) expect(problem(outcome)).toMatchObject({ kind: "refused", rule: "action.illegalMove" });
  });

  test("verified and returned at once: one of them, and the other is told", async () => {
    const outcomes = await Promise.all([verify(people.chair), giveBack(people.chair)]);
    expect(outcomes.map((outcome) => problem(outcome).kind).toSorted()).toEqual(["none", "stale"]);
    expect(await stepsOf(world, reference)).toHaveLength(3);
  });

  test("one form sent twice verifies once", async () => {
    const submissionKey = randomUUID();
    const outcomes = await Promise.all([verify(people.chair, 2, { submissionKey }), verify(people.chair, 2, { submissionKey })]);
    expect(outcomes.map((outcome) => done(outcome).reference)).toEqual([reference, reference]);
    expect((await stepsOf(world, reference)).filter(({ kind }) => kind === "verified")).toHaveLength(1);
  });

  test("both kinds of incomplete can be given back, and are then neither", async () => {
    done(await giveBack(people.chair));
    done(await reportIncomplete(people.housing, { reference, version: 3, kind: "not_done", capacityReason: "budget", note: "No locks left" }, later(4)));
    done(await giveBack(people.chair, 4));
    expect(await stored(world, reference)).toMatchObject({ state: "in_progress", incomplete_kind: null, capacity_reason: null, ended_at: null });
    done(await reportIncomplete(people.housing, { reference, version: 5, kind: "circumstances_changed", note: "The tenant moved" }, later(4)));
    done(await giveBack(people.chair, 6));
    expect(await stored(world, reference)).toMatchObject({ state: "in_progress", incomplete_kind: null });
  });
});

describe("rule 12: what the chair owns, the deputy verifies", () => {
  beforeEach(async () => {
    await tasked(people.chair);
    await report(people.chair);
  });

  test("the chair doesn't verify or return what is their own", async () => {
    expect(problem(await verify(people.chair))).toEqual({ kind: "forbidden", permission: "action.verify" });
    expect(problem(await giveBack(people.chair))).toEqual({ kind: "forbidden", permission: "action.return" });
    expect((await viewAction(people.chair, reference, now))?.allowed).toMatchObject({ verify: false, return: false });
  });

  test("the deputy does, after the meeting too; the coordinator doesn't", async () => {
    await closeTheMeeting();
    expect(problem(await verify(people.coordinator)).kind).toBe("forbidden");
    expect((await viewAction(people.deputy, reference, now))?.allowed).toMatchObject({ verify: true, return: true });
    expect(done(await verify(people.deputy))).toEqual({ reference });
    expect((await stepsOf(world, reference)).at(-1)).toMatchObject({ kind: "verified", person_id: people.deputy.personId });
  });

  test("the deputy returns it with a reason", async () => {
    expect(done(await giveBack(people.deputy))).toEqual({ reference });
  });

  test("once somebody else is chair, they verify it, and the deputy no longer does", async () => {
    await owner.query("update appointments set until_on = '2026-12-07' where person_id = $1 and office = 'chair'", [people.chair.personId]);
    expect(done(await giveBack(people.deputy))).toEqual({ reference }); // vacant: the deputy is the chair in force
    await owner.query("insert into appointments (id, partnership_id, forum_id, person_id, office, from_on) values (gen_random_uuid(), $1, $2, $3, 'chair', '2026-12-08')", [world.partnershipId, world.forums.CEN, people.police.personId]);
    await report(people.chair, 3);
    expect(problem(await verify(people.deputy, 4)).kind).toBe("forbidden");
    expect(done(await verify(people.police, 4))).toEqual({ reference });
  });
});

describe("the deputy in the chair's place", () => {
  beforeEach(async () => {
    await tasked();
    await report();
  });

  test("verifies while the chair stands in apologies at the meeting that sits, not once it is closed", async () => {
    await attends(world, meeting, people.chair, "apologies_with_information");
    expect((await viewAction(people.deputy, reference, now))?.allowed.verify).toBe(true);
    await closeTheMeeting();
    expect(problem(await verify(people.deputy)).kind).toBe("forbidden");
  });

  test("verifies while the chair is vacant, meeting or none", async () => {
    await closeTheMeeting();
    await owner.query("update appointments set until_on = '2026-12-07' where person_id = $1 and office = 'chair'", [people.chair.personId]);
    expect(done(await verify(people.deputy))).toEqual({ reference });
  });

  test("never their own: with no chair, nobody verifies the deputy's", async () => {
    await tasked(people.deputy);
    await report(people.deputy);
    await owner.query("update appointments set until_on = '2026-12-07' where person_id = $1 and office = 'chair'", [people.chair.personId]);
    expect(problem(await verify(people.deputy)).kind).toBe("forbidden");
  });
});

describe("cancelling", () => {
  test("the chair does, with a reason, what is recorded, assigned, accepted or under way", async () => {
    await recorded();
    expect(problem(await cancel(people.chair, 1, { reason: " " }))).toEqual({ kind: "invalid", fields: { reason: ["Enter why the action is cancelled"] } });
    done(await cancel(people.chair));
    expect(await stored(world, reference)).toMatchObject({ state: "cancelled", ended_at: later(1) });
    expect((await stepsOf(world, reference)).at(-1)).toEqual({ kind: "cancelled", person_id: people.chair.personId, note: "Asked twice" });
    await tasked();
    expect(done(await cancel(people.chair))).toEqual({ reference });
    expect(problem(await cancel(people.chair, 2))).toMatchObject({ rule: "action.illegalMove" });
  });

  test.each(["housing", "colleague", "councillor", "coordinator", "deputy"] as const)("the %s doesn't", async (who) => {
    await tasked();
    expect(problem(await cancel(people[who]))).toEqual({ kind: "forbidden", permission: "action.cancel" });
  });

  test("what is reported done is verified or returned, not cancelled", async () => {
    await tasked();
    await report();
    expect(problem(await cancel(people.chair, 2))).toMatchObject({ kind: "refused", rule: "action.illegalMove" });
  });

  test("cancelled while the owner reports: one of them, and the other is told", async () => {
    await tasked();
    const outcomes = await Promise.all([cancel(people.chair), reportDone(people.housing, { reference, version: 1, evidence: "Note on file" }, later(1))]);
    expect(outcomes.map((outcome) => problem(outcome).kind).toSorted()).toEqual(["none", "stale"]);
    expect(await stepsOf(world, reference)).toHaveLength(2);
  });
});

test("none of it leaves a word of anybody's in the audit", async () => {
  await tasked();
  done(await reportDone(people.housing, { reference, version: 1, evidence: "Unmistakable evidence" }, now));
  done(await returnAction(people.chair, { reference, version: 2, reason: "Unmistakable reason" }, now));
  done(await reportIncomplete(people.housing, { reference, version: 3, kind: "not_done", capacityReason: "staffing", note: "Unmistakable note" }, now));
  const { rows } = await owner.query<{ all: string }>("select string_agg(audit_events::text, ' ') as all from audit_events where partnership_id = $1", [world.partnershipId]);
  expect(rows[0]?.all).toContain("incomplete");
  expect(rows[0]?.all).not.toMatch(/Unmistakable|Pemberton|Visit/);
});
