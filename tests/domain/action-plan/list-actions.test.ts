import { beforeEach, describe, expect, test } from "vitest";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { listActions } from "@/domain/action-plan/queries/list-actions.ts";
import { countOpenActions } from "@/domain/action-plan/queries/count-open-actions.ts";
import { listItemActions } from "@/domain/action-plan/queries/list-item-actions.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, seated, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting, now } from "../minutes/arrange.ts";
import { anAction } from "./arrange.ts";

let world: World;
let people: World["people"];
let november: Meeting;
let december: Meeting;
let caseId: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  caseId = await aCase(world, "CEN-118");
  november = await aMeeting(world, "CEN-2026-11", { startsAt: "2026-11-10T14:00:00Z", items: ["actions", { caseId }], state: "closed" });
  await owner.query("update meetings set state = 'confirmed', closed_at = '2026-11-10T16:00:00Z' where id = $1", [november.id]);
  december = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId }] });
});

const plan = async (who: Actor, query: Record<string, unknown> = {}, at = now) => {
  const found = await listActions(who, ActionFilters.parse(query), at);
  if (!found) throw new Error("no plan");
  return found;
};
const references = async (who: Actor, query: Record<string, unknown> = {}, at = now) => (await plan(who, query, at)).actions.map(({ reference }) => reference);
const on = (n: number, meeting = november) => item(meeting, n);

/** One of each status, on today's 8 December 2026. */
async function oneOfEach() {
  await anAction(world, november, on(2), "CEN-118-1", people.housing, { due_on: "2026-12-01" });
  await anAction(world, november, on(2), "CEN-118-2", people.police, { due_on: "2026-12-15", state: "accepted" });
  await anAction(world, november, on(2), "CEN-118-10", people.housing, { due_on: "2026-12-16", state: "in_progress" });
  await anAction(world, november, on(1), "CEN-A1", people.probation, { due_on: "2026-11-20", state: "reported_done" });
  await anAction(world, november, on(1), "CEN-A2", people.housing, { due_on: "2026-11-20", state: "verified", ended_at: "2026-11-19T10:00:00Z" });
  await anAction(world, november, on(1), "CEN-A3", people.housing, { due_on: "2026-11-21", state: "incomplete", incomplete_kind: "circumstances_changed", ended_at: "2026-11-18T10:00:00Z" });
  await anAction(world, november, on(1), "CEN-A4", people.police, { due_on: "2026-11-22", state: "incomplete", incomplete_kind: "not_done", capacity_reason: "budget", ended_at: "2026-10-01T10:00:00Z" });
  await anAction(world, november, on(1), "CEN-A5", people.police, { due_on: "2026-11-23", state: "cancelled", ended_at: "2026-09-30T22:00:00Z" });
  await anAction(world, december, on(1, december), "CEN-A6", people.housing, { due_on: "2026-12-20", state: "recorded", assigned_at: null });
}

describe("filters", () => {
  beforeEach(oneOfEach);

  test.each([
    [{}, ["CEN-A1", "CEN-118-1", "CEN-118-2", "CEN-118-10"]],
    [{ status: "open" }, ["CEN-A1", "CEN-118-1", "CEN-118-2", "CEN-118-10"]],
    [{ status: "overdue" }, ["CEN-118-1"]],
    [{ status: "due_soon" }, ["CEN-118-2"]],
    [{ status: "on_track" }, ["CEN-118-10"]],
    [{ status: "waiting_for_chair" }, ["CEN-A1"]],
    [{ status: "done" }, ["CEN-A2"]],
    [{ status: "circumstances_changed" }, ["CEN-A3"]],
    [{ status: "not_done" }, ["CEN-A4"]],
    [{ status: "cancelled" }, ["CEN-A5"]],
    [{ status: "cancelled", ended: "quarter" }, []],
    [{ status: "not_done", ended: "quarter" }, ["CEN-A4"]],
    [{ status: "recorded" }, ["CEN-A6"]],
    [{ status: "nonsense", sort: "nonsense", page: "-3", agency: "x", mine: "yes" }, ["CEN-A1", "CEN-118-1", "CEN-118-2", "CEN-118-10"]],
    [{ status: ["overdue", "done"] }, ["CEN-118-1"]],
    [{ forum: "cen" }, ["CEN-A1", "CEN-118-1", "CEN-118-2", "CEN-118-10"]],
    [{ status: "all", sort: "reference" }, ["CEN-A1", "CEN-A2", "CEN-A3", "CEN-A4", "CEN-A5", "CEN-A6", "CEN-118-1", "CEN-118-2", "CEN-118-10"]],
    [{ sort: "-reference" }, ["CEN-118-10", "CEN-118-2", "CEN-118-1", "CEN-A1"]],
    [{ sort: "-due" }, ["CEN-118-10", "CEN-118-2", "CEN-118-1", "CEN-A1"]],
    [{ sort: "owner" }, ["CEN-118-1", "CEN-118-10", "CEN-118-2", "CEN-A1"]],
    [{ sort: "-owner" }, ["CEN-A1", "CEN-118-2", "CEN-118-1", "CEN-118-10"]],
  ])("%j", async (query, expected) => {
    expect(await references(people.chair, query)).toEqual(expected);
  });

  test("by agency, and by what is mine", async () => {
    expect(await references(people.chair, { agency: world.agencies.police })).toEqual(["CEN-118-2"]);
    expect(await references(people.housing, { mine: "1" })).toEqual(["CEN-118-1", "CEN-118-10"]);
    expect((await plan(people.housing, { mine: "1" })).forum).toBeNull();
    expect((await plan(people.chair)).agencies.map(({ name }) => name)).toEqual(["Council", "Housing", "Police", "Probation"]);
  });

  test("by meeting: the plan as it was issued there, in the order of its references", async () => {
    expect(await references(people.housing, { meeting: "cen-2026-11" })).toEqual(["CEN-A1", "CEN-A2", "CEN-A3", "CEN-A4", "CEN-A5", "CEN-118-1", "CEN-118-2", "CEN-118-10"]);
    expect(await references(people.housing, { meeting: "CEN-2026-12" })).toEqual([]);
    expect(await references(people.coordinator, { meeting: "CEN-2026-12" })).toEqual(["CEN-A6"]);
    await owner.query("update actions set state = 'cancelled', ended_at = now() where reference = 'CEN-A6'");
    expect(await references(people.coordinator, { meeting: "CEN-2026-12" })).toEqual([]);
  });

  test("a meeting's plan counts all that was issued there", async () => {
    expect((await plan(people.chair, { meeting: "CEN-2026-11" })).counts).toMatchObject({ overdue: 1, done: 1, not_done: 1, cancelled: 1, recorded: 0 });
    expect((await plan(people.chair)).counts).toMatchObject({ cancelled: 0, recorded: 1 });
  });

  test("counts agree with the lists that they lead to", async () => {
    const { counts } = await plan(people.chair);
    expect(counts).toEqual({ recorded: 1, overdue: 1, due_soon: 1, on_track: 1, waiting_for_chair: 1, done: 1, circumstances_changed: 1, not_done: 1, declined: 0, cancelled: 0 });
    for (const [status, many] of Object.entries(counts)) expect((await plan(people.chair, { status, ended: ["recorded", "overdue", "due_soon", "on_track", "waiting_for_chair"].includes(status) ? undefined : "quarter" })).total).toBe(many);
    expect((await plan(people.housing)).counts).toMatchObject({ recorded: 0, overdue: 1 });
    expect((await plan(people.chair, { agency: world.agencies.police })).counts).toMatchObject({ overdue: 0, due_soon: 1, not_done: 1 });
  });

  test("what is overdue, soon and late moves with the day, by itself", async () => {
    const next = new Date("2026-12-16T00:00:00Z");
    expect(await references(people.chair, { status: "overdue" }, next)).toEqual(["CEN-118-1", "CEN-118-2"]);
    expect(await references(people.chair, { status: "due_soon" }, next)).toEqual(["CEN-118-10"]);
    // a minute before midnight in London it is still the day before
    expect(await references(people.chair, { status: "overdue" }, new Date("2026-12-15T23:59:00Z"))).toEqual(["CEN-118-1"]);
  });

  test("carried over: the meetings held since, up to the action's end", async () => {
    const carried = async (reference: string) => (await plan(people.chair, { status: "all" })).actions.find((action) => action.reference === reference)?.meetingsCarried;
    expect(await carried("CEN-118-1")).toBe(0);
    await owner.query("update meetings set state = 'closed', closed_at = '2026-12-08T16:00:00Z' where id = $1", [december.id]);
    expect(await carried("CEN-118-1")).toBe(1);
    expect(await carried("CEN-A2")).toBe(0);
  });

  test("five working days of silence show", async () => {
    await owner.query("update actions set assigned_at = '2026-12-01T15:00:00Z' where reference in ('CEN-118-1', 'CEN-118-2') and partnership_id = $1", [world.partnershipId]);
    const shown = (await plan(people.chair)).actions.map(({ reference, unanswered }) => [reference, unanswered]);
    expect(Object.fromEntries(shown)).toMatchObject({ "CEN-118-1": true, "CEN-118-2": false });
  });
});

describe("how deep the reader sees", () => {
  const texts = async (who: Actor) => Object.fromEntries((await plan(who, { status: "all" })).actions.map(({ reference, text }) => [reference, text]));

  beforeEach(async () => {
    await anAction(world, december, on(2, december), "CEN-118-1", people.housing, { wording: "Visit Mr Pemberton", nameless_wording: "Visit the tenant" });
    await anAction(world, december, on(1, december), "CEN-A1", people.police, { wording: "Call Mrs Ola", nameless_wording: null });
  });

  test("the chair's office reads the words", async () => {
    for (const who of [people.chair, people.deputy, people.coordinator]) expect(await texts(who)).toEqual({ "CEN-118-1": "Visit Mr Pemberton", "CEN-A1": "Call Mrs Ola" });
  });

  test("members who haven't signed, and councillors, read the nameless wording, or none where it was left empty", async () => {
    for (const who of [people.colleague, people.probation, people.councillor]) expect(await texts(who)).toEqual({ "CEN-118-1": "Visit the tenant", "CEN-A1": null });
  });

  test("on the register they read the words, until the minutes are confirmed", async () => {
    for (const who of [people.colleague, people.councillor]) {
      await attends(world, december, who);
      expect(await texts(who)).toEqual({ "CEN-118-1": "Visit Mr Pemberton", "CEN-A1": "Call Mrs Ola" });
    }
    await owner.query("update meetings set state = 'confirmed', closed_at = $2 where id = $1", [december.id, now]);
    expect(await texts(people.councillor)).toEqual({ "CEN-118-1": "Visit the tenant", "CEN-A1": null });
  });

  test("the owner reads their own words while it is open, and the nameless ones of a case after", async () => {
    expect(await texts(people.housing)).toMatchObject({ "CEN-118-1": "Visit Mr Pemberton", "CEN-A1": null });
    await owner.query("update actions set state = 'verified', ended_at = $1 where reference = 'CEN-118-1'", [now]);
    expect(await texts(people.housing)).toMatchObject({ "CEN-118-1": "Visit the tenant" });
  });

  test("reading words is on the trail, once a page, by ids; reading none isn't", async () => {
    await texts(people.colleague);
    expect(await eventsOf(world, "action.listed")).toEqual([]);
    await texts(people.chair);
    const [event, ...rest] = await eventsOf(world, "action.listed");
    expect(rest).toEqual([]);
    expect(event).toMatchObject({ person_id: people.chair.personId, reference: "CEN", particulars: { actionIds: [expect.any(String), expect.any(String)] } });
    expect(JSON.stringify(event)).not.toMatch(/Pemberton|Ola|tenant/);
  });
});

describe("whose plan it is", () => {
  test("the forum's, with its chair or that it has none", async () => {
    expect((await plan(people.housing)).forum).toMatchObject({ code: "CEN", name: "CEN forum", chair: "Insp Ruth Calverley", capacity: "substantive" });
    await owner.query("update appointments set until_on = '2026-12-07' where person_id = $1 and office = 'chair'", [people.chair.personId]);
    expect((await plan(people.housing)).forum).toMatchObject({ chair: null });
  });

  test("with several forums, the one that one chairs comes first, and the others can be chosen", async () => {
    await seated(world, people.northChair, world.forums.CEN);
    const north = await plan(people.northChair);
    expect(north.forum?.code).toBe("NOR");
    expect(north.forums.map(({ code }) => code)).toEqual(["CEN", "NOR"]);
    expect((await plan(people.northChair, { forum: "CEN" })).forum?.code).toBe("CEN");
  });

  test("another forum's plan, another partnership's meeting and what never was read the same: not found", async () => {
    const elsewhere = await aPartnership("Safer Wexcombe");
    await aMeeting(elsewhere, "CEN-2027-01");
    await aMeeting(world, "MARP-2026-12", { forumId: world.forums.MARP });
    for (const query of [{ forum: "MARP" }, { forum: "XXX" }, { meeting: "MARP-2026-12" }, { meeting: "CEN-2027-01" }, { meeting: "CEN-1999-01" }]) {
      expect(await listActions(people.chair, ActionFilters.parse(query), now)).toBeNull();
    }
  });

  test("without a forum there is no plan and nothing in it", async () => {
    await anAction(world, november, on(1), "CEN-A1", people.housing);
    for (const who of [people.bystander, people.governance, people.administrator]) {
      expect(await plan(who, { status: "all" })).toMatchObject({ forum: null, forums: [], actions: [], total: 0 });
      expect(await plan(who, { mine: "1" })).toMatchObject({ actions: [] });
    }
  });

  test("one's own of every forum, and none of a forum one has left", async () => {
    await seated(world, people.housing, world.forums.NOR);
    await anAction(world, november, on(1), "CEN-A1", people.housing, { due_on: "2026-12-20" });
    const north = await aMeeting(world, "NOR-2026-12", { forumId: world.forums.NOR });
    await anAction(world, north, item(north, 1), "NOR-A1", people.housing, { forum_id: world.forums.NOR, due_on: "2026-12-10" });
    expect(await references(people.housing, { mine: "1" })).toEqual(["NOR-A1", "CEN-A1"]);
    await owner.query("update memberships set until_on = '2026-12-07' where person_id = $1 and forum_id = $2", [people.housing.personId, world.forums.NOR]);
    expect(await references(people.housing, { mine: "1" })).toEqual(["CEN-A1"]);
  });
});

describe("pages", () => {
  beforeEach(async () => {
    for (let n = 1; n <= 60; n += 1) await anAction(world, november, on(1), `CEN-A${n}`, people.housing, { due_on: `2027-01-${String((n % 28) + 1).padStart(2, "0")}` });
  });

  test("25 a page, none twice, none left out; beyond the last comes the first", async () => {
    const seen = [...(await references(people.chair)), ...(await references(people.chair, { page: "2" })), ...(await references(people.chair, { page: "3" }))];
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    expect(await plan(people.chair, { page: "2" })).toMatchObject({ page: 2, pages: 3, total: 60 });
    const beyond = await plan(people.chair, { page: "9" });
    expect(beyond).toMatchObject({ page: 1, pages: 3 });
    expect(beyond.actions.map(({ reference }) => reference)).toEqual(seen.slice(0, 25));
  });

  test("all of them for printing, in the same order", async () => {
    const all = await plan(people.chair, { all: "1", sort: "reference" });
    expect(all).toMatchObject({ page: 1, pages: 1, total: 60 });
    expect(all.actions.map(({ reference }) => reference)).toEqual(Array.from({ length: 60 }, (_, n) => `CEN-A${n + 1}`));
  });
});

describe("what other pages ask of the plan", () => {
  test("an item's actions, in the words that the reader may read, and to members without what waits for the chair", async () => {
    await anAction(world, december, on(2, december), "CEN-118-1", people.housing, { wording: "Visit Mr Pemberton", nameless_wording: "Visit the tenant" });
    await anAction(world, december, on(2, december), "CEN-118-2", people.police, { state: "recorded", assigned_at: null, created_at: "2026-12-08T14:10:00Z" });
    await anAction(world, december, on(1, december), "CEN-A1", people.police);
    const ask = (who: Actor, ids: string[]) => transact({ ...who, now }, (tx) => listItemActions(tx, ids, "2026-12-08"));
    expect(await ask(people.chair, [on(2, december).id])).toMatchObject([
      { itemId: on(2, december).id, reference: "CEN-118-1", wording: "Visit Mr Pemberton", measure: "Measure of CEN-118-1", owner: "Zofia Nowak", agency: "Housing", due: "2026-12-31", status: "on_track", version: 1 },
      { reference: "CEN-118-2", state: "recorded", status: "recorded" },
    ]);
    expect(await ask(people.councillor, [on(2, december).id, on(1, december).id])).toMatchObject([
      { reference: "CEN-118-1", wording: null, measure: null, namelessWording: "Visit the tenant" },
      { reference: "CEN-A1", wording: null },
    ]);
    expect(await ask(people.northChair, [on(2, december).id])).toEqual([]);
    expect(await ask(people.chair, [])).toEqual([]);
  });

  test("a case counts what is open and what waits for the chair", async () => {
    await oneOfEach();
    await anAction(world, december, on(2, december), "CEN-118-11", people.police, { state: "recorded", assigned_at: null });
    await anAction(world, december, on(2, december), "CEN-118-12", people.police, { state: "verified", ended_at: now });
    expect(await transact({ ...people.chair, now }, (tx) => countOpenActions(tx, caseId))).toBe(4);
  });
});

test("an agency name with quotes, and a filter that tries to be SQL, are only text", async () => {
  await insert("agencies", { id: crypto.randomUUID(), partnership_id: world.partnershipId, name: "O'Neill & \"Sons\" {1,2}", short_name: "ON", kind: "other" });
  expect(await listActions(people.chair, ActionFilters.parse({ forum: "CEN' or '1'='1" }), now)).toBeNull();
  expect(await listActions(people.chair, ActionFilters.parse({ meeting: "x'; drop table actions; --" }), now)).toBeNull();
});
