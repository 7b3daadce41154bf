import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { allowColleague } from "@/domain/action-plan/commands/allow-colleague.ts";
import { allowParticulars } from "@/domain/action-plan/commands/allow-particulars.ts";
import { confirmAction } from "@/domain/action-plan/commands/confirm-action.ts";
import { endParticulars } from "@/domain/action-plan/commands/end-particulars.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, anActionOn, type ArrangedCase, aMeetingOn, eventsOf, minutesLater, move, now, signed } from "../cases/arranged.ts";
import { asPerson as asPersonAt, done, problem, toAdd } from "./arrange.ts";

// Rule 26: the owner of an open action is shown what the task needs of who the case is about, and nobody else of it.

let world: World;
let people: World["people"];
let found: ArrangedCase;
let meeting: Awaited<ReturnType<typeof aMeetingOn>>;
let actionId: string;
let reference: string;
let resident: string;
let son: string;
beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
});
beforeEach(async () => {
  found = await aCase(world);
  meeting = await aMeetingOn(world, found);
  actionId = await anActionOn(world, found, meeting, people.housing);
  reference = (await owner.query<{ reference: string }>("select reference from actions where id = $1", [actionId])).rows[0]?.reference ?? "";
  resident = (await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [found.id])).rows[0]?.id ?? "";
  son = randomUUID();
  const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id };
  await insert("case_subjects", { ...of, id: son, role: "perpetrator", label: "The son" });
  await insert("protected_particulars", { ...of, subject_id: son, name: "Clifford Bickerstaffe" });
});

const allow = (by: Actor = people.chair, subjectId = resident, over: Record<string, unknown> = {}) => allowParticulars(by, { reference, subjectId, ...over }, now);
const end = (by: Actor = people.chair, subjectId = resident) => endParticulars(by, { reference, subjectId }, now);
const reveal = (who: Actor = people.housing, at = now) => revealParticulars(who, { reference: found.reference, reason: "A visit is planned for Monday" }, at);
const asPerson = (who: Actor, sql: string, values: unknown[], at = now) => asPersonAt(who, sql, values, at);
const forbiddenReveal = { ok: false, problem: { kind: "forbidden", permission: "case.reveal" } };
/** The names a person reads on the case, at the action, and by plain selects. */
async function names(who: Actor = people.housing, at = now) {
  const onCase = (await viewCase(who, found.reference, at))?.content?.subjects.flatMap(({ particulars }) => particulars?.name ?? []) ?? [];
  const onAction = (await viewAction(who, reference, at))?.subjects.flatMap(({ particulars }) => particulars?.name ?? []) ?? [];
  const rows = (await asPerson(who, "select name from protected_particulars where case_id = $1 order by name", [found.id], at)).rows.map((row: { name: string }) => row.name);
  return { onCase, onAction, rows };
}
const nobody = { onCase: [], onAction: [], rows: [] };
const onlyResident = { onCase: ["Marjorie Bickerstaffe"], onAction: ["Marjorie Bickerstaffe"], rows: ["Marjorie Bickerstaffe"] };

describe("the owner of an open action", () => {
  test("is shown by a reveal the people that the task needs, and nobody else of the case", async () => {
    expect(await reveal()).toEqual(forbiddenReveal);
    expect(await allow()).toEqual({ ok: true, value: { reference } });
    expect(await names()).toEqual(nobody);
    const asked = await viewCase(people.housing, found.reference, now);
    expect(asked).toMatchObject({ allowed: { reveal: true }, content: { subjects: [{ label: "The resident", mayShow: true, particulars: null }, { label: "The son", mayShow: false, particulars: null }] } });
    expect(await viewAction(people.housing, reference, now)).toMatchObject({ subjects: [{ label: "The resident", needed: true }], allowed: { reveal: true, allowParticulars: false } });
    done(await reveal());
    expect(await names()).toEqual(onlyResident);
    expect(await viewCase(people.housing, found.reference, now)).toMatchObject({ revealedUntil: minutesLater(15) });
    expect(await viewAction(people.housing, reference, now)).toMatchObject({ revealedUntil: minutesLater(15) });
    expect((await eventsOf(world, "case.revealed")).at(-1)).toMatchObject({ person_id: people.housing.personId, case_id: found.id, particulars: { revealId: expect.any(String) } });
  });

  test("for fifteen minutes, and with a reason", async () => {
    await allow();
    expect(problem(await revealParticulars(people.housing, { reference: found.reference, reason: "" }, now))).toMatchObject({ kind: "invalid" });
    done(await reveal());
    expect(await names(people.housing, new Date(minutesLater(15).getTime() - 1))).toEqual(onlyResident);
    expect(await names(people.housing, minutesLater(15))).toEqual(nobody);
  });

  test.each(["assigned", "accepted", "in_progress", "reported_done"] as const)("while it is %s", async (state) => {
    await allow();
    await move("actions", actionId, { state });
    done(await reveal());
    expect((await names()).rows).toEqual(["Marjorie Bickerstaffe"]);
  });

  test.each(["recorded", "verified", "cancelled", "declined"] as const)("and no longer or not yet while it is %s, a reveal of a minute ago or not", async (state) => {
    await allow();
    done(await reveal());
    await move("actions", actionId, { state, ended_at: state === "recorded" || state === "declined" ? null : now });
    expect(await names()).toEqual(nobody);
    expect(await reveal(people.housing, minutesLater(1))).toEqual(forbiddenReveal);
  });

  test("no longer when the chair ends it", async () => {
    await allow();
    done(await reveal());
    done(await end());
    expect(await names()).toEqual(nobody);
    expect(await reveal()).toEqual(forbiddenReveal);
    expect((await viewCase(people.housing, found.reference, now))?.revealedUntil).toBeNull();
  });

  test("no longer once recused, openly or silently", async () => {
    for (const how of ["open", "silent"]) {
      const own = await aCase(world);
      const id = await anActionOn(world, own, await aMeetingOn(world, own), people.housing);
      const { rows } = await owner.query<{ reference: string; subject: string }>("select a.reference, s.id as subject from actions a join case_subjects s on s.case_id = a.case_id where a.id = $1", [id]);
      done(await allowParticulars(people.chair, { reference: rows[0]?.reference, subjectId: rows[0]?.subject }, now));
      done(await revealParticulars(people.housing, { reference: own.reference, reason: "A visit is planned for Monday" }, now));
      expect((await asPerson(people.housing, "select from protected_particulars where case_id = $1", [own.id])).rowCount).toBe(1);
      done(await recusePerson(people.chair, { on: own.reference, personId: people.housing.personId, how, reason: "A connection" }, now));
      expect((await asPerson(people.housing, "select from protected_particulars where case_id = $1", [own.id])).rowCount).toBe(0);
      expect((await asPerson(people.housing, "select from task_particulars where case_id = $1", [own.id])).rowCount).toBe(0);
      expect(problem(await revealParticulars(people.housing, { reference: own.reference, reason: "A visit is planned for Monday" }, now))).toEqual({ kind: "notFound" });
    }
  });

  test("no longer once the action is somebody else's, who isn't shown it for that either", async () => {
    await allow();
    done(await reveal());
    await move("actions", actionId, { owner_id: people.police.personId, owner_agency_id: people.police.agencyId });
    expect(await names()).toEqual(nobody);
    expect(await reveal(people.police)).toEqual(forbiddenReveal);
    done(await allow());
    done(await reveal(people.police));
    expect((await names(people.police)).rows).toEqual(["Marjorie Bickerstaffe"]);
  });

  test("no longer when their seat ends", async () => {
    const other = await aPartnership("Safer Seats");
    const own = await aCase(other);
    const id = await anActionOn(other, own, await aMeetingOn(other, own), other.people.housing);
    const { rows } = await owner.query<{ reference: string; subject: string }>("select a.reference, s.id as subject from actions a join case_subjects s on s.case_id = a.case_id where a.id = $1", [id]);
    done(await allowParticulars(other.people.chair, { reference: rows[0]?.reference, subjectId: rows[0]?.subject }, now));
    done(await revealParticulars(other.people.housing, { reference: own.reference, reason: "A visit is planned for Monday" }, now));
    expect((await asPerson(other.people.housing, "select from protected_particulars", [])).rowCount).toBe(1);
    await owner.query("update memberships set until_on = '2026-11-20' where person_id = $1", [other.people.housing.personId]);
    expect((await asPerson(other.people.housing, "select from protected_particulars", [])).rowCount).toBe(0);
  });

  test("never a withheld address: that is for the people named on it", async () => {
    await allow();
    await owner.query("update protected_particulars set address = null, address_held_by_id = $2 where subject_id = $1", [resident, world.agencies.police]);
    await insert("withheld_addresses", { subject_id: resident, partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, address: "9 Hidden Row" });
    done(await reveal());
    const seen = await viewCase(people.housing, found.reference, now);
    expect(seen?.content?.subjects[0]).toMatchObject({ particulars: { address: null, addressHeldBy: expect.any(String) }, withheld: null });
    expect(JSON.stringify([seen, await viewAction(people.housing, reference, now)])).not.toMatch(/hidden row/i);
    expect((await asPerson(people.housing, "select from withheld_addresses", [])).rowCount).toBe(0);
  });

  test("may be shown all of them where they have signed the register besides", async () => {
    await allow();
    await signed(world, meeting, people.housing);
    done(await reveal());
    expect((await names()).onCase).toEqual(["Marjorie Bickerstaffe", "Clifford Bickerstaffe"]);
    expect((await names()).onAction).toEqual(["Marjorie Bickerstaffe"]);
  });
});

test("a colleague whom the chair lets help sees the case and not who it is", async () => {
  await allow();
  done(await allowColleague(people.chair, { reference, personId: people.colleague.personId }, now));
  expect(await reveal(people.colleague)).toEqual(forbiddenReveal);
  expect(await viewAction(people.colleague, reference, now)).toMatchObject({ helping: true, subjects: [], allowed: { reveal: false } });
  await expect(asPerson(people.colleague, "insert into reveals (id, partnership_id, forum_id, case_id, person_id, reason, revealed_at, ends_at) values ($1, $2, $3, $4, $5, 'To see whether it opens', $6, $6::timestamptz + interval '15 minutes')",
    [randomUUID(), world.partnershipId, world.forums.CEN, found.id, people.colleague.personId, now])).rejects.toThrow(/row-level security/);
  expect(await names(people.colleague)).toEqual(nobody);
});

describe("choosing what a task needs", () => {
  test("is on the trail by ids, from whom and until when, and begins again after it ended", async () => {
    await allow();
    await allow();
    done(await end());
    done(await end());
    done(await allow());
    const { rows } = await owner.query<{ allowed_by_id: string; ended_by_id: string | null; ended_at: Date | null }>("select allowed_by_id, ended_by_id, ended_at from task_particulars where action_id = $1 order by ended_at nulls last", [actionId]);
    expect(rows).toEqual([{ allowed_by_id: people.chair.personId, ended_by_id: people.chair.personId, ended_at: now }, { allowed_by_id: people.chair.personId, ended_by_id: null, ended_at: null }]);
    const events = (await eventsOf(world)).filter((event) => event.reference === reference && event.event.startsWith("action.particulars"));
    expect(events.map(({ event, particulars }) => [event, particulars])).toEqual([["action.particularsAllowed", { subjectId: resident }], ["action.particularsEnded", { subjectId: resident }], ["action.particularsAllowed", { subjectId: resident }]]);
  });

  test.each(["deputy", "coordinator", "housing", "police"] as const)('is the chair in force\'s: not the %s\'s, who lacks "action.allowParticulars"', async (who) => {
    await signed(world, meeting, people.police);
    expect(await allow(people[who])).toEqual({ ok: false, problem: { kind: "forbidden", permission: "action.allowParticulars" } });
    done(await allow());
    expect(await end(people[who])).toEqual({ ok: false, problem: { kind: "forbidden", permission: "action.allowParticulars" } });
    expect((await viewAction(people[who], reference, now))?.allowed.allowParticulars).toBe(false);
  });

  test("takes subjects of the case alone; guessed ones and other forums' actions read as not found or not offered", async () => {
    const another = await aCase(world);
    const theirs = (await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [another.id])).rows[0]?.id ?? "";
    for (const subjectId of [theirs, randomUUID()]) expect(problem(await allow(people.chair, subjectId))).toEqual({ kind: "invalid", fields: { subjectIds: ["Select people and places of this case"] } });
    expect(problem(await allow(people.northChair))).toEqual({ kind: "notFound" });
    expect(problem(await end(people.chair, son))).toEqual({ kind: "notFound" });
    const other = await aPartnership("Safer Other Tasks");
    expect(problem(await allow(other.people.chair))).toEqual({ kind: "notFound" });
  });

  test("is over with the action", async () => {
    await move("actions", actionId, { state: "verified", ended_at: now });
    expect(problem(await allow())).toMatchObject({ kind: "refused", rule: "action.notOpen" });
  });

  test("is kept by the database as well: nobody lets themselves, nor changes what was let", async () => {
    const row = [randomUUID(), world.partnershipId, world.forums.CEN, found.id, actionId, resident, people.housing.personId];
    const put = (who: Actor, over: { subject?: string; to?: Actor } = {}) =>
      asPerson(who, "insert into task_particulars (id, partnership_id, forum_id, case_id, action_id, subject_id, owner_id, allowed_by_id, allowed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [...row.slice(0, 5), over.subject ?? resident, (over.to ?? people.housing).personId, who.personId, now]);
    await expect(put(people.housing)).rejects.toThrow(/row-level security/);
    await expect(put(people.chair, { to: people.colleague })).rejects.toThrow(/row-level security/);
    const another = await aCase(world);
    const theirs = (await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [another.id])).rows[0]?.id;
    await expect(put(people.chair, { subject: theirs ?? "" })).rejects.toThrow(/row-level security/);
    await put(people.chair);
    await expect(put(people.chair)).rejects.toThrow();
    await expect(asPerson(people.chair, "update task_particulars set subject_id = $2 where id = $1", [row[0], son])).rejects.toThrow(/permission denied/);
    await expect(asPerson(people.chair, "delete from task_particulars where id = $1", [row[0]])).rejects.toThrow(/permission denied/);
    expect((await asPerson(people.housing, "update task_particulars set ended_at = $2, ended_by_id = $3 where id = $1", [row[0], now, people.housing.personId])).rowCount).toBe(0);
    await expect(asPerson(people.chair, "update task_particulars set ended_at = $2, ended_by_id = $3 where id = $1", [row[0], now, people.deputy.personId])).rejects.toThrow(/row-level security/);
  });
});

describe("with the tasking", () => {
  const add = (by: Actor, over: Record<string, unknown> = {}) => addAction(by, toAdd({ id: meeting.itemId, number: 1, caseId: found.id }, people.housing.personId, { due: "2026-12-22", namelessWording: "Visit", ...over }), now);

  test("the chair ticks it in the room, by label; nothing is ticked by itself", async () => {
    await owner.query("update meetings set starts_at = $2, doors_opened_at = $2 where id = $1", [meeting.id, now]);
    expect((await viewRoom(people.chair, { reference: meeting.reference, number: 1 }, now))?.subjects).toEqual([{ id: resident, role: "victim", label: "The resident" }, { id: son, role: "perpetrator", label: "The son" }]);
    const made = done(await add(people.chair, { subjectIds: son }));
    expect((await viewAction(people.housing, made.reference, now))?.subjects.map(({ label }) => label)).toEqual(["The son"]);
    const plain = done(await add(people.chair));
    expect((await viewAction(people.housing, plain.reference, now))?.subjects).toEqual([]);
  });

  test("what the coordinator ticks counts with the action, once the chair confirms it", async () => {
    const made = done(await add(people.coordinator, { subjectIds: [resident, son] }));
    expect(made.counts).toBe(false);
    await owner.query("update actions set state = 'cancelled', ended_at = $2 where id = $1", [actionId, now]);
    expect(await reveal()).toMatchObject({ ok: false });
    done(await confirmAction(people.chair, { reference: made.reference, version: 1 }, now));
    done(await reveal());
    expect((await names()).rows).toEqual(["Clifford Bickerstaffe", "Marjorie Bickerstaffe"]);
  });

  test("a subject of another case makes no action", async () => {
    const another = await aCase(world);
    const theirs = (await owner.query<{ id: string }>("select id from case_subjects where case_id = $1", [another.id])).rows[0]?.id;
    expect(problem(await add(people.chair, { subjectIds: theirs }))).toEqual({ kind: "invalid", fields: { subjectIds: ["Select people and places of this case"] } });
    expect((await owner.query("select from actions where case_id = $1", [found.id])).rowCount).toBe(1);
  });
});
