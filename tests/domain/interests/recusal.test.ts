import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { listActions } from "@/domain/action-plan/queries/list-actions.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { listHistory } from "@/domain/audit/queries/list-history.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { listCases } from "@/domain/cases/queries/list-cases.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { liftRecusal } from "@/domain/interests/commands/lift-recusal.ts";
import { viewMeetingInterests } from "@/domain/interests/queries/view-meeting-interests.ts";
import { viewOwnInterests } from "@/domain/interests/queries/view-own-interests.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { listMeetings } from "@/domain/meetings/queries/list-meetings.ts";
import { nextMeetings } from "@/domain/meetings/queries/next-meeting.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { viewRegister } from "@/domain/sign-in/queries/view-register.ts";
import { transact } from "@/platform/db/client.ts";
import { owner, superuser } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { asPerson, done, problem } from "../action-plan/arrange.ts";
import { eventsOf, later, now } from "../minutes/arrange.ts";
import { aTable, declared, minuteAll, recusalsOf, recused, type Table } from "./arrange.ts";

let world: World;
let people: World["people"];
let table: Table;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  table = await aTable(world);
});

const at = later(10);
const reference = "CEN-2026-12";
const filters = (over: Record<string, unknown> = {}) => ActionFilters.parse(over);

/** Every page's query as one person, in words. */
async function walk(who: Actor): Promise<Record<string, string>> {
  const said: Record<string, unknown> = {
    cases: await listCases(who, { stage: "open", forum: null, page: 1 }, at),
    case: await viewCase(who, "CEN-8", at),
    meeting: await viewMeeting(who, { reference }, at),
    next: await nextMeetings(who, {}, at),
    meetings: await listMeetings(who, { forum: null, page: 1 }, at),
    home: await viewHome(who, {}, at),
    room: await viewRoom(who, { reference, number: null }, at),
    ...Object.fromEntries(await Promise.all([1, 2, 3, 4, 5, 6].map(async (number) => [`room ${number}`, await viewRoom(who, { reference, number }, at)] as const))),
    minutes: await viewMinutes(who, { reference }, at),
    plan: await listActions(who, filters({ status: "all", all: "yes" }), at),
    meetingPlan: await listActions(who, filters({ meeting: reference }), at),
    action: await viewAction(who, "CEN-8-1", at),
    register: await viewRegister(who, { reference }, at),
    interests: await viewMeetingInterests(who, { reference }, at),
    own: await viewOwnInterests(who, {}, at),
    history: await transact({ ...who, now: at }, (tx) => listHistory(tx, { caseId: table.cases.second })),
  };
  return Object.fromEntries(Object.entries(said).map(([page, model]) => [page, JSON.stringify(model)]));
}

/** How many rows of each table that knows the case come back to a person who asks past every command. */
async function rowsOf(who: Actor, caseId: string): Promise<Record<string, number>> {
  const tables = (await superuser.query<{ t: string }>("select table_name as t from information_schema.columns where table_schema = 'public' and column_name = 'case_id' order by 1")).rows.map(({ t }) => t);
  const found: Record<string, number> = {};
  for (const t of tables) {
    const { rowCount } = await asPerson(who, `select case_id from ${t} where case_id = $1`, [caseId], at);
    if (rowCount) found[t] = rowCount;
  }
  const itself = await asPerson(who, "select id from cases where id = $1", [caseId], at);
  return itself.rowCount ? { ...found, cases: itself.rowCount } : found;
}

const numbersIn = (text: string | undefined) => (JSON.parse(text ?? "null") as { items: { number?: number; position?: number; minute?: string | null }[] }).items.map((one) => one.number ?? one.position);

describe("somebody silently recused", () => {
  const traces = () => new RegExp(`CEN-8|Tollgate|Pemberton|item 3\\b|Said on item 3|${table.cases.second}|${table.meeting.items[2]?.id}|Twin of CEN-8`);

  test("finds no trace of the case on any page, and every number closes up", async () => {
    const before = await walk(people.housing);
    expect(Object.keys(before).filter((page) => traces().test(before[page] ?? ""))).toEqual(expect.arrayContaining(["cases", "case", "meeting", "room 3", "plan", "meetingPlan", "action", "interests", "home"]));
    done(await recused(people.chair, "CEN-8", people.housing, "silent"));
    const after = await walk(people.housing);
    expect(Object.keys(after).filter((page) => traces().test(after[page] ?? ""))).toEqual([]);
    expect(JSON.stringify(after)).not.toMatch(/recusedFrom":[{"]|"recused":true|"recused":\[\{/);
    expect(after["case"]).toBe("null");
    expect(after["action"]).toBe("null");
    expect(after["meeting"]).toContain('"totalMinutes":40');
    expect(numbersIn(after["meeting"])).toEqual([1, 2, 3, 4]);
    expect(numbersIn(after["room"])).toEqual([1, 2, 3, 4]);
    expect(after["room 3"]).toContain("CEN-9");
    expect(after["room 6"]).toContain('"item":null');
    expect(after["cases"]).toContain('"open":2');
    expect(await rowsOf(people.housing, table.cases.second)).toEqual({});
  });

  test("reads minutes whose running numbers close up, while everybody else reads the true ones", async () => {
    done(await recused(people.chair, "CEN-8", people.housing, "silent"));
    await minuteAll(world, table, people.coordinator);
    done(await closeMeeting(people.chair, { reference, version: 1 }, later(9)));
    const mine = await viewMinutes(people.housing, { reference }, at);
    expect(mine?.items.map((one) => [one.number, one.minute])).toEqual([[1, "CEN 1/26"], [2, "CEN 2/26"], [3, "CEN 3/26"], [4, "CEN 4/26"]]);
    expect(mine?.leftOut).toEqual([]);
    expect((await walk(people.housing))["minutes"]).not.toMatch(traces());
    expect((await viewCase(people.housing, "CEN-9", at))?.meetings[0]?.minute).toBe("CEN 3/26");
    expect((await viewMinutes(people.police, { reference }, at))?.items.map((one) => one.minute)).toEqual(["CEN 1/26", "CEN 2/26", "CEN 3/26", "CEN 4/26", "CEN 5/26"]);
    expect((await viewCase(people.police, "CEN-9", at))?.meetings[0]?.minute).toBe("CEN 4/26");
  });

  test("is shut out at the next request of a tab that stood open, and of a form in it", async () => {
    expect((await viewCase(people.housing, "CEN-8", at))?.content).not.toBeNull();
    done(await revealParticulars(people.housing, { reference: "CEN-8", reason: "A home visit is planned" }, at));
    done(await recused(people.chair, "CEN-8", people.housing, "silent", {}, at));
    expect(await viewCase(people.housing, "CEN-8", at)).toBeNull();
    expect(problem(await revealParticulars(people.housing, { reference: "CEN-8", reason: "A home visit is planned" }, at))).toEqual({ kind: "notFound" });
    expect(problem(await acceptAction(people.housing, { reference: "CEN-8-1", version: 1 }, at))).toEqual({ kind: "notFound" });
    expect(problem(await declared(people.housing, "CEN-8"))).toEqual({ kind: "notFound" });
    expect((await asPerson(people.housing, "select name from protected_particulars", [], at)).rowCount).toBe(0);
  });

  test("can't read that they are, nor lift it", async () => {
    done(await recused(people.chair, "CEN-8", people.housing, "silent"));
    const [recusal] = await recusalsOf(world, people.housing);
    expect((await asPerson(people.housing, "select id from recusals", [])).rowCount).toBe(0);
    expect(problem(await liftRecusal(people.housing, { recusalId: recusal?.id, reason: "I say so" }, at))).toEqual({ kind: "notFound" });
  });
});

describe("somebody openly recused", () => {
  test("knows that the item and the case are there, and nothing of them (D0)", async () => {
    done(await recused(people.chair, "CEN-8", people.housing, "open"));
    const pages = await walk(people.housing);
    expect(Object.keys(pages).filter((page) => /Tollgate|Pemberton|Twin of CEN-8|Summary of CEN-8|Background of CEN-8|CEN-8-1/.test(pages[page] ?? ""))).toEqual([]);
    const meeting = await viewMeeting(people.housing, { reference }, at);
    expect(meeting?.items.map((line) => [line.position, line.recusedFrom?.reference ?? null])).toEqual([[1, null], [2, null], [3, "CEN-8"], [4, null], [5, null]]);
    expect(meeting?.totalMinutes).toBe(40);
    expect(await viewCase(people.housing, "CEN-8", at)).toMatchObject({ reference: "CEN-8", recused: true, twin: null, content: null, meetings: [], actions: [], history: null, allowed: { reveal: false, amend: false } });
    const room = await viewRoom(people.housing, { reference, number: 3 }, at);
    expect(room).toMatchObject({ item: null, recused: [{ number: 3, reference: "CEN-8" }] });
    expect(await viewAction(people.housing, "CEN-8-1", at)).toBeNull();
    expect(await rowsOf(people.housing, table.cases.second)).toEqual({ cases: 1, recusals: 1 });
    expect((await listCases(people.housing, { stage: "open", forum: null, page: 1 }, at)).counts.open).toBe(2);
  });

  test("reads the minutes without the item, which say so, and the true numbers", async () => {
    done(await recused(people.chair, "CEN-8", people.housing, "open"));
    await minuteAll(world, table, people.coordinator);
    done(await closeMeeting(people.chair, { reference, version: 1 }, later(9)));
    const minutes = await viewMinutes(people.housing, { reference }, at);
    expect(minutes?.items.map((one) => [one.number, one.minute])).toEqual([[1, "CEN 1/26"], [2, "CEN 2/26"], [4, "CEN 4/26"], [5, "CEN 5/26"]]);
    expect(minutes?.leftOut).toEqual([{ id: expect.any(String), number: 3, reference: "CEN-8", kind: "case", title: null }]);
  });

  test("stays so although they own its action, help with one, stand on the register or serve the forum", async () => {
    const action = (await owner.query<{ id: string }>("select id from actions where reference = 'CEN-8-1' and partnership_id = $1", [world.partnershipId])).rows[0]?.id;
    await insert("action_colleagues", { action_id: action, partnership_id: world.partnershipId, forum_id: world.forums.CEN, person_id: people.colleague.personId, allowed_by_id: people.chair.personId, allowed_at: now });
    for (const who of [people.housing, people.colleague, people.police, people.coordinator]) {
      expect((await viewCase(who, "CEN-8", at))?.content, who.name).not.toBeNull();
      done(await recused(people.chair, "CEN-8", who, "open"));
      expect((await viewCase(who, "CEN-8", at))?.twin, who.name).toBeNull();
      expect(Object.keys(await rowsOf(who, table.cases.second)).filter((one) => !["cases", "recusals"].includes(one)), who.name).toEqual([]);
    }
  });

  test("opens the case again when the chair lifts it, with a reason that is kept", async () => {
    done(await recused(people.chair, "CEN-8", people.housing, "open"));
    const [recusal] = await recusalsOf(world, people.housing);
    expect((await viewCase(people.coordinator, "CEN-8", at))?.recusedPeople).toMatchObject([{ name: "Zofia Nowak", silent: false, reason: "A connection with the household" }]);
    expect((await viewCase(people.police, "CEN-8", at))?.recusedPeople).toBeNull();
    expect(problem(await liftRecusal(people.chair, { recusalId: recusal?.id, reason: " " }, at))).toMatchObject({ kind: "invalid" });
    expect(problem(await liftRecusal(people.coordinator, { recusalId: recusal?.id, reason: "Not so" }, at))).toEqual({ kind: "forbidden", permission: "recusal.lift" });
    expect(problem(await liftRecusal(people.deputy, { recusalId: recusal?.id, reason: "Not so" }, at))).toEqual({ kind: "forbidden", permission: "recusal.lift" });
    done(await liftRecusal(people.chair, { recusalId: recusal?.id, reason: "Another family of that name" }, at));
    expect((await viewCase(people.housing, "CEN-8", at))?.content).not.toBeNull();
    const history = await transact({ ...people.chair, now: at }, (tx) => listHistory(tx, { caseId: table.cases.second }));
    expect(history.filter(({ event }) => event.startsWith("recusal")).map(({ event, about, reason }) => [event, about, reason])).toEqual([
      ["recusal.lifted", "Zofia Nowak", "Another family of that name"], ["recusal.made", "Zofia Nowak", "A connection with the household"]]);
    expect(problem(await liftRecusal(people.chair, { recusalId: recusal?.id, reason: "Again" }, at))).toMatchObject({ rule: "recusal.lifted" });
    done(await recused(people.chair, "CEN-8", people.police, "silent"));
    const [other] = await recusalsOf(world, people.police);
    const both = await Promise.all([1, 2].map(() => liftRecusal(people.chair, { recusalId: other?.id, reason: "No connection" }, at)));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.map(problem)).toContainEqual(expect.objectContaining({ rule: "recusal.lifted" }));
    expect((await eventsOf(world, "recusal.lifted")).slice(0, 1)).toMatchObject([{ reference: "CEN-8", person_id: people.chair.personId, particulars: { recusalId: recusal?.id } }]);
  });
});

describe("recusing somebody", () => {
  test("is the chair's; it needs a reason, and is kept with it", async () => {
    for (const who of [people.coordinator, people.deputy]) expect(problem(await recused(who, "CEN-8", people.housing, "open")), who.name).toEqual({ kind: "forbidden", permission: "recusal.decide" });
    for (const who of [people.police, people.northChair, people.governance, people.bystander]) expect(problem(await recused(who, "CEN-8", people.housing, "open")), who.name).toEqual({ kind: "notFound" });
    expect(problem(await recused(people.chair, "CEN-8", people.housing, "open", { reason: "" }))).toEqual({ kind: "invalid", fields: { reason: ["Enter why they are recused"] } });
    expect(problem(await recused(people.chair, "CEN-800", people.housing, "open"))).toEqual({ kind: "notFound" });
    expect(problem(await recused(people.chair, "CEN-8", people.northMember, "open"))).toMatchObject({ rule: "recusal.noSeat" });
    expect(problem(await recused(people.chair, "CEN-8", people.chair, "open"))).toMatchObject({ rule: "recusal.oneself" });
    done(await recused(people.chair, "CEN-8", people.housing, "silent"));
    expect(await recusalsOf(world, people.housing)).toMatchObject([{ silent: true, reason: "A connection with the household", decided_by_id: people.chair.personId, interest_id: null }]);
    expect(await eventsOf(world, "recusal.made")).toMatchObject([{ reference: "CEN-8", particulars: { personId: people.housing.personId, silent: true } }]);
  });

  test("is done once, even by two at once, and once for a form sent twice", async () => {
    const both = await Promise.all([recused(people.chair, "CEN-8", people.housing, "open"), recused(people.chair, "CEN-8", people.housing, "silent")]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.map(problem)).toContainEqual(expect.objectContaining({ rule: "recusal.already" }));
    const submissionKey = randomUUID();
    expect(await Promise.all([1, 2].map(() => recused(people.chair, "CEN-9", people.housing, "open", { submissionKey })))).toEqual([{ ok: true, value: { reference: "CEN-9" } }, { ok: true, value: { reference: "CEN-9" } }]);
  });

  test("is done openly to whoever runs the meetings of the forum, past every command too", async () => {
    for (const who of [people.deputy, people.coordinator]) expect(problem(await recused(people.chair, "CEN-8", who, "silent")), who.name).toMatchObject({ rule: "recusal.officeOpenly" });
    await expect(
      asPerson(people.chair, "insert into recusals (id, partnership_id, forum_id, case_id, person_id, silent, reason, decided_by_id, decided_at) values ($1, $2, $3, $4, $5, true, 'x', $6, now())",
        [randomUUID(), world.partnershipId, world.forums.CEN, table.cases.second, people.deputy.personId, people.chair.personId]),
    ).rejects.toThrow(/row-level security/);
  });

  test("falls to the deputy while the chair is recorded absent, and of the chair themself always", async () => {
    done(await recused(people.deputy, "CEN-8", people.chair, "open"));
    expect((await viewCase(people.chair, "CEN-8", at))?.recused).toBe(true);
    expect(problem(await recused(people.chair, "CEN-8", people.housing, "open"))).toEqual({ kind: "notFound" });
    const [recusal] = await recusalsOf(world, people.chair);
    expect(problem(await liftRecusal(people.chair, { recusalId: recusal?.id, reason: "I say so" }, at))).toMatchObject({ rule: "recusal.oneself" });
    done(await liftRecusal(people.deputy, { recusalId: recusal?.id, reason: "No connection after all" }, at));
    expect((await viewCase(people.chair, "CEN-8", at))?.content).not.toBeNull();
    await owner.query("update attendances set status = 'apologies' where meeting_id = $1 and person_id = $2", [table.meeting.id, people.chair.personId]);
    done(await recused(people.deputy, "CEN-9", people.housing, "open"));
    expect(problem(await recused(people.coordinator, "CEN-9", people.police, "open"))).toEqual({ kind: "forbidden", permission: "recusal.decide" });
  });
});
