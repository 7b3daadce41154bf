import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, appointed, insert, seated, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting, now } from "../minutes/arrange.ts";
import { anAction, done, problem, stepsOf, stored, storedActions, task, toAdd } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let caseId: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  caseId = await aCase(world, "CEN-118");
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId }] });
});

const add = (who = people.chair, over: Record<string, unknown> = {}, n = 2) => addAction(who, toAdd(item(meeting, n), people.housing.personId, over), now);

describe("what counts, and when", () => {
  test("what the chair says is assigned at once, under its case", async () => {
    expect(done(await add())).toEqual({ reference: "CEN-118-1", counts: true });
    expect(await stored(world, "CEN-118-1")).toMatchObject({ state: "assigned", version: 1, owner_id: people.housing.personId, owner_agency_id: world.agencies.housing, due_on: "2026-12-15", assigned_at: now });
    expect(await stepsOf(world, "CEN-118-1")).toEqual([{ kind: "assigned", person_id: people.chair.personId, note: null }]);
    expect(await eventsOf(world, "action.assigned")).toEqual([{ event: "action.assigned", person_id: people.chair.personId, reference: "CEN-118-1", particulars: { ownerId: people.housing.personId, agencyId: world.agencies.housing } }]);
  });

  test("what the coordinator enters is recorded and waits for the chair", async () => {
    expect(done(await add(people.coordinator))).toEqual({ reference: "CEN-118-1", counts: false });
    expect(await stored(world, "CEN-118-1")).toMatchObject({ state: "recorded", assigned_at: null });
    expect((await stepsOf(world, "CEN-118-1")).map(({ kind }) => kind)).toEqual(["recorded"]);
    expect(await eventsOf(world, "action.recorded")).toHaveLength(1);
    expect(await eventsOf(world, "action.assigned")).toHaveLength(0);
  });

  test("the deputy only records while the chair is there, and tasks while the chair is in apologies", async () => {
    expect(done(await add(people.deputy))).toMatchObject({ counts: false });
    await attends(world, meeting, people.chair, "apologies");
    expect(done(await add(people.deputy))).toMatchObject({ counts: true });
  });

  test("the deputy tasks while the chair is vacant", async () => {
    await owner.query("update appointments set until_on = '2026-12-07' where person_id = $1 and office = 'chair'", [people.chair.personId]);
    expect(done(await add(people.deputy))).toMatchObject({ counts: true });
    expect(problem(await add(people.chair)).kind).toBe("forbidden");
  });

  test("an action without a case has a reference of the forum", async () => {
    expect(done(await add(people.chair, {}, 1)).reference).toBe("CEN-A1");
    expect(done(await add(people.chair, {}, 1)).reference).toBe("CEN-A2");
    expect(done(await add(people.chair)).reference).toBe("CEN-118-1");
  });

  test("the nameless wording may be left empty", async () => {
    done(await add(people.chair, { namelessWording: "" }));
    expect(await stored(world, "CEN-118-1")).toMatchObject({ nameless_wording: null });
  });
});

describe("rule 13: an action needs a verb, an owner, a date and a measure", () => {
  test.each([
    ["wording", { wording: "  " }, "Enter what is to be done"],
    ["wording", { wording: "x".repeat(301) }, "Action must be 300 characters or less"],
    ["ownerId", { ownerId: "" }, "Select who owns the action"],
    ["due", { due: { day: "", month: "", year: "" } }, "Enter the date the action is due"],
    ["due", { due: { day: "8", month: "12", year: "" } }, "Date the action is due must include a year"],
    ["due", { due: { day: "31", month: "11", year: "2026" } }, "Date the action is due must be a real date"],
    ["due", { due: { day: "7", month: "12", year: "2026" } }, "Date the action is due must be today or in the future"],
    ["measure", { measure: "" }, "Enter how it will be known to be done"],
  ])("%s: %j", async (field, over, message) => {
    expect(problem(await add(people.chair, over))).toEqual({ kind: "invalid", fields: { [field]: [message] } });
    expect(await storedActions(world)).toEqual([]);
  });

  test("due today is in time, until midnight in London", async () => {
    expect((await addAction(people.chair, toAdd(item(meeting, 2), people.housing.personId, { due: "2026-12-08" }), new Date("2026-12-08T23:30:00Z"))).ok).toBe(true);
    expect((await addAction(people.chair, toAdd(item(meeting, 2), people.housing.personId, { due: "2026-12-08" }), new Date("2026-12-09T00:00:00Z"))).ok).toBe(false);
  });

  test("the nameless wording can't show who the case is about", async () => {
    const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: caseId };
    const subjectId = randomUUID();
    await insert("case_subjects", { ...of, id: subjectId, role: "victim", label: "the tenant" });
    await insert("protected_particulars", { ...of, subject_id: subjectId, name: "Arthur Pemberton", marks: ["arthur", "pemberton"] });
    const refused = problem(await add(people.chair, { namelessWording: "Visit Mr Pemberton" }));
    expect(refused).toMatchObject({ kind: "refused", rule: "action.wordingNamesSomeone", facts: { words: [expect.stringContaining("Pemberton")] } });
    expect((await add(people.chair, { namelessWording: "Visit the tenant" })).ok).toBe(true);
    // a word that somebody says names nobody is published, which is logged; another word is not
    expect(problem(await add(people.chair, { namelessWording: "Visit Arthur Street", namesNobody: "Pemberton" }))).toMatchObject({ rule: "action.wordingNamesSomeone" });
    expect((await add(people.chair, { namelessWording: "Visit Arthur Street", namesNobody: "Arthur Street" })).ok).toBe(true);
    const { rows } = await owner.query<{ particulars: unknown }>("select particulars from audit_events where partnership_id = $1 and event = 'action.wordingConfirmed'", [world.partnershipId]);
    expect(rows).toEqual([{ particulars: { words: 1 } }]);
  });
});

describe("who can be tasked", () => {
  test("not somebody from outside the forum, of another partnership, who left, or whose seat has ended", async () => {
    const elsewhere = await aPartnership("Safer Wexcombe");
    await owner.query("update people set left_at = now() where id = $1", [people.police.personId]);
    await owner.query("update memberships set until_on = '2026-12-07' where person_id = $1", [people.probation.personId]);
    for (const ownerId of [people.northMember.personId, people.bystander.personId, elsewhere.people.housing.personId, people.police.personId, people.probation.personId, randomUUID()]) {
      expect(problem(await add(people.chair, { ownerId }))).toEqual({ kind: "refused", rule: "action.ownerHasNoSeat", facts: {} });
    }
    expect(await storedActions(world)).toEqual([]);
  });

  test("the chair's office can, without a seat too, and the action is their agency's", async () => {
    await owner.query("delete from memberships where person_id = $1", [people.deputy.personId]);
    done(await add(people.chair, { ownerId: people.deputy.personId }));
    expect(await stored(world, "CEN-118-1")).toMatchObject({ owner_id: people.deputy.personId, owner_agency_id: world.agencies.council });
  });

  test("the agency is the one for which the owner sits, not the one that employs them", async () => {
    await owner.query("update memberships set agency_id = $2 where person_id = $1", [people.housing.personId, world.agencies.charity]);
    done(await add());
    expect(await stored(world, "CEN-118-1")).toMatchObject({ owner_agency_id: world.agencies.charity });
  });
});

describe("who may, and when", () => {
  test("a member on the register can't, and the attempt is on the trail", async () => {
    await attends(world, meeting, people.housing);
    expect(problem(await add(people.housing))).toEqual({ kind: "forbidden", permission: "action.record" });
    expect(await eventsOf(world, "access.refused")).toMatchObject([{ person_id: people.housing.personId, reference: "CEN-2026-12", particulars: { permission: "action.record" } }]);
    expect(await storedActions(world)).toEqual([]);
  });

  test.each(["northChair", "marpChair", "northMember", "bystander", "governance", "administrator"] as const)("to the %s the item isn't there", async (who) => {
    expect(problem(await add(people[who]))).toEqual({ kind: "notFound" });
  });

  test("a guessed item, another partnership's item and another partnership's chair read as not there", async () => {
    const elsewhere = await aPartnership("Safer Wexcombe");
    const theirs = await aMeeting(elsewhere, "CEN-2026-12");
    expect(problem(await add(people.chair, { itemId: randomUUID() }))).toEqual({ kind: "notFound" });
    expect(problem(await add(people.chair, { itemId: item(theirs, 1).id }))).toEqual({ kind: "notFound" });
    expect(problem(await add(elsewhere.people.chair))).toEqual({ kind: "notFound" });
  });

  test.each(["scheduled", "published", "closed", "circulated", "cancelled"] as const)("no action is given while the meeting is %s", async (state) => {
    await owner.query("update meetings set state = $2::meeting_state, cancelled_at = case when $2 = 'cancelled' then now() end where id = $1", [meeting.id, state]);
    expect(problem(await add())).toEqual({ kind: "refused", rule: "meeting.notInThisState", facts: { state } });
  });

  test("no action is given on a case that is closed", async () => {
    await owner.query("update cases set stage = 'closed', closed_on = '2026-12-01' where id = $1", [caseId]);
    expect(problem(await add())).toEqual({ kind: "refused", rule: "case.notOpen", facts: {} });
  });

  test("nothing unknown is taken along", async () => {
    expect(problem(await add(people.chair, { state: "verified" })).kind).toBe("invalid");
    expect(problem(await add(people.chair, { reference: "CEN-118-9" })).kind).toBe("invalid");
  });
});

describe("once and in order", () => {
  test("a form sent twice makes one action and one event, and both sendings get its reference", async () => {
    const submissionKey = randomUUID();
    const [one, two] = await Promise.all([add(people.chair, { submissionKey }), add(people.chair, { submissionKey })]);
    expect([done(one).reference, done(two).reference]).toEqual(["CEN-118-1", "CEN-118-1"]);
    expect(done(await add(people.chair, { submissionKey })).reference).toBe("CEN-118-1");
    expect(await storedActions(world)).toEqual(["CEN-118-1"]);
    expect(await eventsOf(world, "action.assigned")).toHaveLength(1);
  });

  test("eight at once get eight numbers", async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, (_, n) => add(n % 2 ? people.chair : people.coordinator)));
    expect(outcomes.map((outcome) => done(outcome).reference).toSorted()).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"].map((n) => `CEN-118-${n}`));
  });

  test("a refused one leaves no gap in the numbers", async () => {
    await task(people.chair, item(meeting, 2), people.housing);
    await add(people.chair, { ownerId: people.bystander.personId });
    expect(await task(people.chair, item(meeting, 2), people.housing)).toBe("CEN-118-2");
  });
});

test("no event holds a word of the action", async () => {
  done(await add(people.coordinator, { wording: "Unmistakable words", measure: "Unmistakable measure", namelessWording: "Unmistakable twin" }));
  const { rows } = await owner.query<{ all: string }>("select coalesce(string_agg(audit_events::text || particulars::text, ' '), '') as all from audit_events where partnership_id = $1", [world.partnershipId]);
  expect(rows[0]?.all).toContain("action.recorded");
  expect(rows[0]?.all).not.toContain("Unmistakable");
});

test("an interim chair tasks like any chair", async () => {
  await owner.query("update appointments set until_on = '2026-12-01' where person_id = $1 and office = 'chair'", [people.chair.personId]);
  await appointed(world, people.police, world.forums.CEN, "chair", { capacity: "interim", from_on: "2026-12-02" });
  await seated(world, people.northMember, world.forums.CEN);
  expect(done(await add(people.police, { ownerId: people.northMember.personId }))).toMatchObject({ counts: true });
  expect(await anAction(world, meeting, item(meeting, 1), "CEN-A7", people.housing)).toBeTruthy();
});
