import { beforeEach, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { verifyAction } from "@/domain/action-plan/commands/verify-action.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { concludeItem } from "@/domain/minutes/commands/conclude-item.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewClosing } from "@/domain/minutes/queries/view-closing.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { asPerson, done, problem, stored, toAdd } from "../action-plan/arrange.ts";
import { eventsOf, item, later, now, stateOf, versionOf } from "../minutes/arrange.ts";
import { aTable, declared, minuteAll, recused, type Table } from "./arrange.ts";

// Rule 8 with two of the office recused: the chair from CEN-8 on item 3, the deputy from CEN-9 on item 4. Each concludes what the other may not see.

let world: World;
let people: World["people"];
let table: Table;
const reference = "CEN-2026-12";
beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  table = await aTable(world);
  done(await declared(people.chair, "CEN-8"));
  done(await declared(people.deputy, "CEN-9"));
});

const version = (number: number) => versionOf("agenda_items", item(table.meeting, number).id);
const conclude = async (who: Actor, number: number, at = later(6)) => concludeItem(who, { itemId: item(table.meeting, number).id, version: await version(number) }, at);
const close = (who: Actor, at = later(9)) => closeMeeting(who, { reference, version: 1 }, at);
const closing = (who: Actor) => viewClosing(who, { reference }, later(8));
const decide = async (number: number, decision: string) =>
  done(await writeMinute(people.coordinator, { itemId: item(table.meeting, number).id, version: await version(number), discussion: "Said.", decision, decisionReason: "No report since June." }, later(5)));
const numbers = async () => (await owner.query<{ n: number }>("select minute_number as n from agenda_items where meeting_id = $1 order by position", [table.meeting.id])).rows.map(({ n }) => n);
const closeAction = async (action: string) => {
  done(await reportDone(people.housing, { reference: action, version: 1, evidence: "Seen by the officer" }, later(1)));
  done(await verifyAction(action.startsWith("CEN-8") ? people.deputy : people.chair, { reference: action, version: 2 }, later(2)));
};

describe("the chair closes", () => {
  test("once the deputy has concluded what the chair is recused from, and all of it is numbered", async () => {
    await minuteAll(world, table, people.coordinator);
    expect(problem(await close(people.chair))).toMatchObject({ rule: "meeting.recusedFromItem" });
    expect(await closing(people.chair)).toMatchObject({ waits: true, shut: [{ number: 3, reference: "CEN-8", concluded: false }], shutConcludedBy: "deputy", allowed: { close: false } });
    done(await conclude(people.deputy, 3));
    expect(await closing(people.chair)).toMatchObject({ waits: false, shut: [{ number: 3, reference: "CEN-8", concluded: true }], allowed: { close: true } });
    done(await close(people.chair));
    expect(await stateOf(table.meeting)).toBe("closed");
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
    expect((await owner.query<{ n: number }>("select last as n from forum_counters where forum_id = $1 and kind = 'minute'", [world.forums.CEN])).rows[0]?.n).toBe(5);
    expect((await viewMinutes(people.chair, { reference }, later(10)))?.items.map(({ number, minute }) => [number, minute])).toEqual([[1, "CEN 1/26"], [2, "CEN 2/26"], [4, "CEN 4/26"], [5, "CEN 5/26"]]);
    expect((await viewMinutes(people.deputy, { reference }, later(10)))?.items.map(({ number, minute }) => [number, minute])).toEqual([[1, "CEN 1/26"], [2, "CEN 2/26"], [3, "CEN 3/26"], [5, "CEN 5/26"]]);
    expect((await eventsOf(world, "meeting.closed")).at(-1)).toMatchObject({ person_id: people.chair.personId, particulars: { items: 5 } });
  });

  test("or the deputy, once the chair has concluded the other", async () => {
    await minuteAll(world, table, people.coordinator);
    expect(problem(await close(people.deputy))).toMatchObject({ rule: "meeting.recusedFromItem" });
    expect(await closing(people.deputy)).toMatchObject({ shut: [{ number: 4, reference: "CEN-9", concluded: false }], shutConcludedBy: "chair" });
    done(await conclude(people.chair, 4));
    done(await close(people.deputy));
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  test("and a case that the deputy decided to close is closed with the meeting, not before it, on the trail of both", async () => {
    await closeAction("CEN-8-1");
    await minuteAll(world, table, people.coordinator);
    await decide(3, "close");
    const stage = async () => (await owner.query<{ stage: string; closed_on: string | null }>("select stage, closed_on::text from cases where id = $1", [table.cases.second])).rows[0];
    done(await conclude(people.deputy, 3));
    expect(await stage()).toEqual({ stage: "open", closed_on: null });
    done(await close(people.chair));
    expect(await stage()).toEqual({ stage: "closed", closed_on: "2026-12-08" });
    expect((await eventsOf(world, "item.concluded")).at(-1)).toMatchObject({ person_id: people.deputy.personId, particulars: { actions: 0 } });
    expect((await eventsOf(world, "case.moved")).at(-1)).toMatchObject({ person_id: people.chair.personId, reference: "CEN-8", particulars: { from: "open", to: "closed" } });
  });

  test("with the actions that the deputy confirmed by concluding, and none that was recorded since", async () => {
    await minuteAll(world, table, people.coordinator);
    const made = done(await addAction(people.coordinator, toAdd(item(table.meeting, 3), people.police.personId, { namelessWording: "Ring" }), now));
    expect(await stored(world, made.reference)).toMatchObject({ state: "recorded" });
    done(await conclude(people.deputy, 3));
    expect(await stored(world, made.reference)).toMatchObject({ state: "assigned" });
    expect((await eventsOf(world, "action.assigned")).at(-1)).toMatchObject({ person_id: people.deputy.personId, reference: made.reference });
    const late = done(await addAction(people.coordinator, toAdd(item(table.meeting, 3), people.police.personId, { namelessWording: "Ring again" }), now));
    expect(problem(await close(people.chair))).toMatchObject({ rule: "meeting.recusedFromItem" });
    expect(await stateOf(table.meeting)).toBe("in_session");
    expect(await closing(people.deputy)).toMatchObject({ toConclude: [{ number: 3, recused: "chair", status: "ready", may: true }] });
    done(await conclude(people.deputy, 3));
    done(await close(people.chair));
    expect(await stored(world, late.reference)).toMatchObject({ state: "assigned" });
  });

  test("never over a decision that was changed after it was concluded, nor an open action of a case to be closed", async () => {
    await minuteAll(world, table, people.coordinator);
    done(await conclude(people.deputy, 3));
    await decide(3, "defer");
    expect(problem(await close(people.chair))).toMatchObject({ rule: "meeting.recusedFromItem" });
    done(await conclude(people.deputy, 3));
    // corrected words alone leave it concluded
    await decide(3, "defer");
    await owner.query("update agenda_items set decision = 'close' where id = $1", [item(table.meeting, 3).id]);
    expect(problem(await close(people.chair))).toMatchObject({ rule: "meeting.recusedFromItem" });
  });
});

describe("concluding an item", () => {
  test('is for the chair in force on its case: not the coordinator, the deputy for a chair who isn\'t recused, or a member, who lack "item.conclude"', async () => {
    await minuteAll(world, table, people.coordinator);
    expect(problem(await conclude(people.coordinator, 3))).toEqual({ kind: "forbidden", permission: "item.conclude" });
    expect(problem(await conclude(people.deputy, 2))).toEqual({ kind: "forbidden", permission: "item.conclude" });
    expect(problem(await conclude(people.housing, 3))).toEqual({ kind: "notFound" });
    expect(problem(await conclude(people.northChair, 3))).toEqual({ kind: "notFound" });
    expect(problem(await conclude(people.chair, 3))).toEqual({ kind: "notFound" });
    expect(problem(await conclude(people.deputy, 4))).toEqual({ kind: "notFound" });
    const other = await aPartnership("Safer Elsewhere");
    expect(problem(await conclude(other.people.chair, 3))).toEqual({ kind: "notFound" });
  });

  test("needs a decision, and no open action where the case is to be closed", async () => {
    expect(problem(await conclude(people.deputy, 3))).toMatchObject({ rule: "meeting.notFinished", facts: { decisions: ["3"] } });
    await closeAction("CEN-8-1");
    await decide(3, "close");
    const made = done(await addAction(people.coordinator, toAdd(item(table.meeting, 3), people.police.personId, { namelessWording: "Ring" }), now));
    expect(problem(await conclude(people.deputy, 3))).toMatchObject({ rule: "meeting.notFinished", facts: { actionsStillOpen: ["3"] } });
    expect(await stored(world, made.reference)).toMatchObject({ state: "recorded" });
  });

  test("is of what stood on the page, and of a meeting in session", async () => {
    await minuteAll(world, table, people.coordinator);
    const seen = await version(3);
    await decide(3, "defer");
    expect(problem(await concludeItem(people.deputy, { itemId: item(table.meeting, 3).id, version: seen }, later(6)))).toEqual({ kind: "stale" });
    done(await conclude(people.deputy, 3));
    done(await conclude(people.chair, 4));
    done(await close(people.chair));
    expect(problem(await conclude(people.deputy, 3))).toMatchObject({ rule: "meeting.notInThisState" });
  });

  test("is told to everybody it concerns: who has to conclude what", async () => {
    await minuteAll(world, table, people.coordinator);
    expect((await closing(people.coordinator))?.toConclude).toMatchObject([{ number: 3, recused: "chair", status: "ready", may: false }, { number: 4, recused: "deputy", status: "ready", may: false }]);
    expect((await closing(people.deputy))?.toConclude).toMatchObject([{ number: 3, caseReference: "CEN-8", recused: "chair", status: "ready", may: true }]);
    expect((await closing(people.chair))?.toConclude).toMatchObject([{ number: 4, caseReference: "CEN-9", recused: "deputy", status: "ready", may: true }]);
    done(await conclude(people.deputy, 3));
    expect((await closing(people.deputy))?.toConclude).toMatchObject([{ status: "concluded" }]);
  });
});

describe("what the recused learn of it", () => {
  test("is concluded or not, and nothing of the item, from the database either", async () => {
    await minuteAll(world, table, people.coordinator);
    const ask = async (who: Actor) => (await asPerson(who, "select concluded from app.recused_items_concluded($1)", [table.meeting.id])).rows;
    expect(await ask(people.chair)).toEqual([{ concluded: false }]);
    done(await conclude(people.deputy, 3));
    expect(await ask(people.chair)).toEqual([{ concluded: true }]);
    expect(await ask(people.coordinator)).toEqual([]);
    for (const who of ["housing", "northChair", "governance", "bystander"] as const) expect(await ask(people[who]), who).toEqual([]);
    expect((await asPerson(people.chair, "select from agenda_items where id = $1", [item(table.meeting, 3).id])).rowCount).toBe(0);
  });

  test("past the application, nobody closes what isn't concluded, nor numbers what isn't theirs", async () => {
    await closeAction("CEN-8-1");
    await decide(3, "close");
    const closed = async (who: Actor) => (await asPerson(who, "select app.close_recused_cases($1) as moved", [table.meeting.id])).rows[0] as { moved: unknown };
    expect(await closed(people.chair)).toEqual({ moved: null });
    for (const who of ["housing", "northChair"] as const) {
      expect(await closed(people[who])).toEqual({ moved: [] });
      await asPerson(people[who], "select app.number_minutes($1, 2026, 1)", [table.meeting.id]);
    }
    expect(await numbers()).toEqual([null, null, null, null, null]);
    expect((await owner.query("select from cases where stage = 'closed' and partnership_id = $1", [world.partnershipId])).rowCount).toBe(0);
  });

  test("whoever is silently kept from an item closes nothing, and is told of no item", async () => {
    await recused(people.deputy, "CEN-8", people.housing, "silent");
    await owner.query("insert into appointments (id, partnership_id, forum_id, person_id, office, capacity, from_on) values (gen_random_uuid(), $1, $2, $3, 'deputy', 'substantive', '2026-12-01')", [world.partnershipId, world.forums.CEN, people.housing.personId]);
    await minuteAll(world, table, people.coordinator);
    expect(await closing(people.housing)).toMatchObject({ shut: [], waits: true, allowed: { close: false } });
    expect(problem(await close(people.housing))).toMatchObject({ rule: "meeting.recusedFromItem" });
  });
});

test("of two who close at once, one does; the minutes are numbered once", async () => {
  await minuteAll(world, table, people.coordinator);
  done(await conclude(people.deputy, 3));
  done(await conclude(people.chair, 4));
  const outcomes = await Promise.all([close(people.chair), close(people.deputy)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { kind: "stale" } });
  expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
  expect((await eventsOf(world, "meeting.closed")).length).toBe(1);
});

test("of concluding and closing at once, closing waits for it or is refused, wholly", async () => {
  await minuteAll(world, table, people.coordinator);
  const made = done(await addAction(people.coordinator, toAdd(item(table.meeting, 3), people.police.personId, { namelessWording: "Ring" }), now));
  const [concluded, closed] = await Promise.all([conclude(people.deputy, 3), close(people.chair)]);
  expect(concluded.ok || closed.ok).toBe(true);
  expect(await stateOf(table.meeting)).toBe(closed.ok ? "closed" : "in_session");
  if (closed.ok) expect(await stored(world, made.reference)).toMatchObject({ state: "assigned" });
  else expect(problem(closed)).toMatchObject({ rule: "meeting.recusedFromItem" });
});
