import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import { reportIncomplete } from "@/domain/action-plan/commands/report-incomplete.ts";
import { reportProgress } from "@/domain/action-plan/commands/report-progress.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { ActionState } from "@/domain/kernel/enums.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now } from "../minutes/arrange.ts";
import { asPerson, done, problem, stepsOf, stored, task } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let reference: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId: await aCase(world, "CEN-118") }] });
  reference = await task(people.chair, item(meeting, 2), people.housing);
});

const put = (state: ActionState) =>
  owner.query("update actions set state = $1::action_state, incomplete_kind = $2::incomplete_kind, ended_at = case when $1::text in ('verified', 'incomplete', 'cancelled') then now() end where reference = $3 and partnership_id = $4", [state, state === "incomplete" ? "circumstances_changed" : null, reference, world.partnershipId]);
const acts: Record<string, (who: Actor, over?: Record<string, unknown>) => ReturnType<typeof acceptAction>> = {
  accept: (who, over) => acceptAction(who, { reference, version: 1, ...over }, later(1)),
  "report progress": (who, over) => reportProgress(who, { reference, version: 1, note: "Called, nobody in", ...over }, later(1)),
  "report done": (who, over) => reportDone(who, { reference, version: 1, evidence: "Note on file", ...over }, later(1)),
  "report that circumstances changed": (who, over) => reportIncomplete(who, { reference, version: 1, kind: "circumstances_changed", note: "The tenant moved away", ...over }, later(1)),
  "report it not done": (who, over) => reportIncomplete(who, { reference, version: 1, kind: "not_done", capacityReason: "staffing", note: "Two officers off sick", ...over }, later(1)),
};
const names = Object.keys(acts);
const act = (name: string, who: Actor, over?: Record<string, unknown>) => {
  const found = acts[name];
  if (!found) throw new Error(`no act called ${name}`);
  return found(who, over);
};

describe("what the owner says", () => {
  test.each([
    ["accept", "accepted", "accepted", null],
    ["report progress", "in_progress", "progress", "Called, nobody in"],
    ["report done", "reported_done", "reported_done", "Note on file"],
    ["report that circumstances changed", "incomplete", "reported_incomplete", "The tenant moved away"],
    ["report it not done", "incomplete", "reported_incomplete", "Two officers off sick"],
  ])("%s: it is then %s, with a step in their words", async (name, state, kind, note) => {
    expect(done(await act(name, people.housing))).toEqual({ reference });
    expect(await stored(world, reference)).toMatchObject({ state, version: 2 });
    expect((await stepsOf(world, reference)).at(-1)).toEqual({ kind, person_id: people.housing.personId, note });
    const [event] = await eventsOf(world, "action.moved");
    expect(event).toMatchObject({ person_id: people.housing.personId, reference, particulars: { from: "assigned", to: state } });
    expect(JSON.stringify(event)).not.toContain("tenant");
  });

  test("progress may be said again and again, then done", async () => {
    done(await act("accept", people.housing));
    done(await act("report progress", people.housing, { version: 2 }));
    done(await act("report progress", people.housing, { version: 3, note: "Called again" }));
    done(await act("report done", people.housing, { version: 4 }));
    expect((await stepsOf(world, reference)).map(({ kind }) => kind).toSorted()).toEqual(["accepted", "assigned", "progress", "progress", "reported_done"]);
  });

  test.each([
    ["report progress", { note: "" }, "note", "Enter what has been done so far"],
    ["report done", { evidence: " " }, "evidence", "Enter how it can be seen that this is done"],
    ["report that circumstances changed", { note: "" }, "note", "Enter what changed"],
    ["report it not done", { note: "" }, "note", "Enter what happened"],
    ["report it not done", { capacityReason: "" }, "capacityReason", "Select what stood in the way"],
    ["report it not done", { kind: "" }, "kind", "Select why the action is incomplete"],
  ])("%s with %j is handed back", async (name, over, field, message) => {
    expect(problem(await act(name, people.housing, over))).toEqual({ kind: "invalid", fields: { [field]: [message] } });
    expect(await stored(world, reference)).toMatchObject({ state: "assigned", version: 1 });
  });
});

describe("rule 11: circumstances changed and not done are never merged", () => {
  test("each is kept as itself, the second with what stood in the way", async () => {
    done(await act("report that circumstances changed", people.housing));
    expect(await stored(world, reference)).toMatchObject({ incomplete_kind: "circumstances_changed", capacity_reason: null, ended_at: later(1) });
    reference = await task(people.chair, item(meeting, 2), people.housing);
    done(await act("report it not done", people.housing));
    expect(await stored(world, reference)).toMatchObject({ incomplete_kind: "not_done", capacity_reason: "staffing", ended_at: later(1) });
  });

  test("changed circumstances carry no reason of capacity", async () => {
    expect(problem(await act("report that circumstances changed", people.housing, { capacityReason: "staffing" })).kind).toBe("invalid");
  });

  test.each([
    ["incomplete of no kind", "state = 'incomplete', ended_at = now()"],
    ["not done without what stood in the way", "state = 'incomplete', ended_at = now(), incomplete_kind = 'not_done'"],
    ["changed circumstances with a reason of capacity", "state = 'incomplete', ended_at = now(), incomplete_kind = 'circumstances_changed', capacity_reason = 'budget'"],
    ["a kind without being incomplete", "incomplete_kind = 'not_done', capacity_reason = 'budget'"],
  ])("the database itself refuses %s", async (_, set) => {
    await expect(owner.query(`update actions set ${set} where partnership_id = $1`, [world.partnershipId])).rejects.toThrow("incomplete_says_which");
  });
});

test("the database keeps the moment of an end with what has ended, and with nothing else", async () => {
  for (const set of ["state = 'verified'", "state = 'cancelled', ended_at = null", "ended_at = now()"]) {
    await expect(owner.query(`update actions set ${set} where partnership_id = $1`, [world.partnershipId])).rejects.toThrow("over_says_when");
  }
});

describe("rule 11: nobody else writes to its updates", () => {
  test.each(names.flatMap((name) => (["colleague", "police", "councillor", "coordinator", "deputy", "chair"] as const).map((who) => [name, who] as const)))("%s: not the %s, who sees it, and it is on the trail", async (name, who) => {
    await attends(world, meeting, people.colleague);
    const permission = name === "accept" ? "action.accept" : "action.report";
    expect(problem(await act(name, people[who]))).toEqual({ kind: "forbidden", permission });
    expect(await stored(world, reference)).toMatchObject({ state: "assigned", version: 1 });
    expect(await stepsOf(world, reference)).toHaveLength(1);
    expect(await eventsOf(world, "access.refused")).toMatchObject([{ person_id: people[who].personId, reference, particulars: { permission } }]);
  });

  test.each(names)("%s: to other forums, partnerships and strangers it isn't there, like a reference that never was", async (name) => {
    const elsewhere = await aPartnership("Safer Wexcombe");
    for (const who of [people.northChair, people.northMember, people.marpMember, people.bystander, people.governance, people.administrator, elsewhere.people.housing, elsewhere.people.chair]) {
      expect(problem(await act(name, who))).toEqual({ kind: "notFound" });
    }
    for (const guessed of ["CEN-118-2", "CEN-118-0", "CEN-118", "NOR-1-1", "", "' or 1=1 --"]) expect(problem(await act(name, people.housing, { reference: guessed }))).toEqual({ kind: "notFound" });
    expect(await eventsOf(world, "access.refused")).toEqual([]);
  });

  test.each(names)("%s: not an owner whose seat has ended, to whom it is gone", async (name) => {
    await owner.query("update memberships set until_on = '2026-12-07' where person_id = $1", [people.housing.personId]);
    expect(problem(await act(name, people.housing))).toEqual({ kind: "notFound" });
    expect(await viewAction(people.housing, reference, now)).toBeNull();
    expect((await asPerson(people.housing, "update actions set state = 'accepted' where id = $1", [(await stored(world, reference)).id])).rowCount).toBe(0);
  });

  test.each(names)("%s: not an owner who has left, to whom nothing is there any more, whatever asks", async (name) => {
    const { id } = await stored(world, reference);
    await owner.query("update people set left_at = $2 where id = $1", [people.housing.personId, now]);
    expect(problem(await act(name, people.housing))).toEqual({ kind: "notFound" });
    expect((await asPerson(people.housing, "select from actions where id = $1", [id])).rowCount).toBe(0);
    expect(await stored(world, reference)).toMatchObject({ version: 1 });
  });

  test("what is only recorded isn't there for the owner to be", async () => {
    await put("recorded");
    for (const name of names) expect(problem(await act(name, people.housing))).toEqual({ kind: "notFound" });
  });
});

describe("once, in order, and not after the end", () => {
  test.each(names)("%s sent twice with one key is done once", async (name) => {
    const submissionKey = randomUUID();
    const outcomes = await Promise.all([act(name, people.housing, { submissionKey }), act(name, people.housing, { submissionKey })]);
    expect(outcomes.map((outcome) => done(outcome))).toEqual([{ reference }, { reference }]);
    expect(await stepsOf(world, reference)).toHaveLength(2);
    expect(await eventsOf(world, "action.moved")).toHaveLength(1);
  });

  test.each(names)("%s clicked twice without one: the second is told that it has changed", async (name) => {
    const outcomes = await Promise.all([act(name, people.housing), act(name, people.housing)]);
    expect(outcomes.map((outcome) => problem(outcome).kind).toSorted()).toEqual(["none", "stale"]);
    expect(await stepsOf(world, reference)).toHaveLength(2);
  });

  test("somebody else's key isn't an answer", async () => {
    const submissionKey = randomUUID();
    done(await act("accept", people.housing, { submissionKey }));
    expect(problem(await act("report progress", people.housing, { submissionKey, version: 2 }))).toEqual({ kind: "stale" });
    expect(problem(await act("accept", people.chair, { submissionKey }))).toEqual({ kind: "stale" });
  });

  test.each(names.flatMap((name) => (["reported_done", "verified", "incomplete", "cancelled", "declined"] as const).map((state) => [name, state] as const)))("%s: not once it is %s", async (name, state) => {
    await put(state);
    expect(problem(await act(name, people.housing))).toMatchObject({ kind: "refused", rule: "action.illegalMove", facts: { from: state } });
    expect(await stored(world, reference)).toMatchObject({ state, version: 1 });
    expect(await stepsOf(world, reference)).toHaveLength(1);
  });

  test("it is accepted once", async () => {
    done(await act("accept", people.housing));
    expect(problem(await act("accept", people.housing, { version: 2 }))).toMatchObject({ rule: "action.illegalMove" });
  });
});

describe("what the database keeps from an owner, past every command", () => {
  const attempt = (set: string, who = people.housing) => asPerson(who, `update actions set ${set} where reference = $1`, [reference]);

  test("going back to before it was accepted, and naming anybody but a colleague, or at another time", async () => {
    await expect(attempt(`state = 'accepted', officer_id = '${people.police.personId}'`)).rejects.toThrow("names who does it");
    done(await act("accept", people.housing));
    await expect(attempt("state = 'assigned', version = 9")).rejects.toThrow();
    await expect(attempt(`officer_id = '${people.colleague.personId}'`)).rejects.toThrow("names who does it");
  });

  test.each(["due_on = '2027-12-31'", "due_on = due_on + 1", "owner_agency_id = gen_random_uuid()", "reference = 'CEN-118-9'", "nameless_wording = 'x'", "assigned_at = null", "case_id = null", "state = 'verified', ended_at = now()", "state = 'cancelled', ended_at = now()", "state = 'recorded'"])(
    "%s",
    async (set) => {
      const before = await stored(world, reference);
      await expect(attempt(set)).rejects.toThrow();
      expect(await stored(world, reference)).toEqual(before);
    },
  );

  test("giving it to somebody else", async () => {
    await expect(asPerson(people.housing, "update actions set owner_id = $2 where reference = $1", [reference, people.police.personId])).rejects.toThrow();
  });

  test("taking back what is with the chair, or up again what has ended", async () => {
    for (const state of ["reported_done", "verified", "incomplete", "cancelled"] as const) {
      await put(state);
      await expect(attempt("state = 'in_progress', incomplete_kind = null, ended_at = null")).rejects.toThrow("only the chair's office changes what an action asks");
    }
  });

  test("its words, its steps, and its removal", async () => {
    const { id } = await stored(world, reference);
    expect((await asPerson(people.housing, "update action_wordings set wording = 'Nothing' where action_id = $1", [id])).rowCount).toBe(0);
    await expect(asPerson(people.housing, "update action_steps set note = 'x'")).rejects.toThrow("permission denied");
    await expect(asPerson(people.housing, "delete from actions")).rejects.toThrow("permission denied");
    await expect(asPerson(people.chair, "delete from action_steps")).rejects.toThrow("permission denied");
  });

  test("a step in somebody else's name, or by somebody else", async () => {
    const { id } = await stored(world, reference);
    const insert = (who: Actor, as: Actor) =>
      asPerson(who, "insert into action_steps (id, partnership_id, forum_id, action_id, kind, person_id, taken_at, note) values (gen_random_uuid(), $1, $2, $3, 'progress', $4, now(), 'x')", [world.partnershipId, world.forums.CEN, id, as.personId]);
    await expect(insert(people.housing, people.chair)).rejects.toThrow("row-level security");
    await expect(insert(people.colleague, people.colleague)).rejects.toThrow("row-level security");
    await expect(insert(people.police, people.police)).rejects.toThrow("row-level security");
  });
});
