import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { cancelAction } from "@/domain/action-plan/commands/cancel-action.ts";
import { readOutActions } from "@/domain/action-plan/commands/read-out-actions.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { viewClosing } from "@/domain/minutes/queries/view-closing.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now } from "../minutes/arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let caseId: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  caseId = await aCase(world, "CEN-1");
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId }] });
  await attends(world, meeting, people.chair);
});

const task = async (n: number, who: Actor = people.housing) => {
  const added = await addAction(people.coordinator, { itemId: item(meeting, n).id, ownerId: who.personId, wording: "Secure the units", due: "2026-12-22", measure: "Both are boarded up" }, now);
  if (!added.ok) throw new Error(JSON.stringify(added.problem));
  return (await owner.query<{ id: string }>("select id from actions where partnership_id = $1 and reference = $2", [world.partnershipId, added.value.reference])).rows[0]?.id ?? "";
};
const readOut = (who: Actor, actionIds: string | string[], over: Record<string, unknown> = {}, at = now) => readOutActions(who, { reference: meeting.reference, actionIds, ...over }, at);
const heard = async (who = people.coordinator) => (await viewClosing(who, { reference: meeting.reference }, later(5)))?.toReadOut.map((action) => action.heard);

test("what was tasked is read out by the chair's office, and whether its owner heard it is kept", async () => {
  const first = await task(1);
  const second = await task(2, people.police);
  expect(await heard()).toEqual([null, null]);
  expect((await viewClosing(people.chair, { reference: meeting.reference }, now))?.toReadOut[1]).toMatchObject({ reference: "CEN-1-1", number: 2, owner: "PC Nia Rowlands", agency: "Police", dueOn: "2026-12-22", wording: "Secure the units", measure: "Both are boarded up" });
  expect(await readOut(people.coordinator, first)).toEqual({ ok: true, value: { reference: "CEN-2026-12" } });
  expect(await readOut(people.chair, second, { notThere: "yes" })).toMatchObject({ ok: true });
  expect(await heard()).toEqual([true, false]);
  expect(await eventsOf(world, "action.readOut")).toMatchObject([{ person_id: people.coordinator.personId, particulars: { heard: true } }, { person_id: people.chair.personId, reference: "CEN-1-1", particulars: { heard: false } }]);
});

test("of several said at once all are kept, and an owner who comes in later hears it after all", async () => {
  const both = [await task(1), await task(2)];
  await readOut(people.coordinator, both, { notThere: "yes" });
  await readOut(people.coordinator, both[1] ?? "", {}, later(2));
  expect(await heard()).toEqual([false, true]);
});

test("given to somebody else or for another day, it is to be read out again", async () => {
  const id = await task(1);
  await readOut(people.coordinator, id);
  await owner.query("update actions set due_on = '2026-12-23' where id = $1", [id]);
  expect(await heard()).toEqual([null]);
  await readOut(people.coordinator, id, {}, later(1));
  expect(await heard()).toEqual([true]);
  await owner.query("update actions set owner_id = $2 where id = $1", [id, people.colleague.personId]);
  expect(await heard()).toEqual([null]);
});

test("what was cancelled is not read out", async () => {
  const id = await task(1);
  await owner.query("update actions set state = 'assigned', assigned_at = now() where id = $1", [id]);
  expect(await cancelAction(people.chair, { reference: "CEN-A1", version: 1, reason: "Not needed." }, now)).toMatchObject({ ok: true });
  expect(await heard()).toEqual([]);
  expect(await readOut(people.coordinator, id)).toEqual({ ok: false, problem: { kind: "notFound" } });
});

test("something has to be chosen, and a double click is kept once", async () => {
  const id = await task(1);
  expect(await readOut(people.coordinator, "")).toEqual({ ok: false, problem: { kind: "invalid", fields: { actionIds: ["Select what was read out"] } } });
  const submissionKey = randomUUID();
  await Promise.all([readOut(people.coordinator, id, { submissionKey }), readOut(people.coordinator, id, { submissionKey })]);
  expect(await eventsOf(world, "action.readOut")).toHaveLength(1);
});

describe("it is refused", () => {
  test("to members, other forums, other partnerships and for guessed ids", async () => {
    const id = await task(1);
    await attends(world, meeting, people.housing);
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const who of [people.housing, people.northChair, people.bystander, people.governance, elsewhere.people.chair]) expect(await readOut(who, id)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await readOut(people.coordinator, randomUUID())).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await readOut(people.coordinator, id, { reference: "CEN-2099-01" })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await heard()).toEqual([null]);
  });

  test("for an action of another meeting", async () => {
    const id = await task(1);
    await aMeeting(world, "CEN-2026-12-X1");
    expect(await readOut(people.coordinator, id, { reference: "CEN-2026-12-X1" })).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("once the meeting is closed", async () => {
    const id = await task(1);
    await owner.query("update meetings set state = 'closed', closed_at = $2 where id = $1", [meeting.id, now]);
    expect(await readOut(people.coordinator, id)).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notInThisState", facts: { state: "closed" } } });
  });

  test("on a case from which whoever reads is recused, who isn't shown it either", async () => {
    const id = await task(2);
    await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: caseId, person_id: people.coordinator.personId, silent: true, reason: "Lives there", decided_by_id: people.chair.personId, decided_at: now.toISOString() });
    expect(await heard()).toEqual([]);
    expect(await readOut(people.coordinator, id)).toEqual({ ok: false, problem: { kind: "notFound" } });
    await readOut(people.chair, id);
    expect(await heard(people.chair)).toEqual([true]);
  });

  test("by the database: to write for somebody else, to change or to take back what was kept, and to members", async () => {
    const id = await task(1);
    await readOut(people.coordinator, id);
    const as = async (who: Actor, sql: string, values: unknown[] = []) => {
      const client = await app.connect();
      try {
        await client.query("begin");
        await client.query("select app.enter($1::uuid, $2::uuid, $3::timestamptz)", [who.personId, who.partnershipId, now]);
        return await client.query(sql, values);
      } finally {
        await client.query("rollback");
        client.release();
      }
    };
    const row = [randomUUID(), world.partnershipId, world.forums.CEN, id, people.housing.personId, people.chair.personId];
    const write = "insert into read_outs (id, partnership_id, forum_id, action_id, owner_id, due_on, heard, read_by_id, read_at) values ($1, $2, $3, $4, $5, '2026-12-22', true, $6, now())";
    await expect(as(people.coordinator, write, row)).rejects.toThrow(/row-level security/);
    await expect(as(people.coordinator, "update read_outs set heard = false")).rejects.toThrow(/permission denied/);
    await expect(as(people.coordinator, "delete from read_outs")).rejects.toThrow(/permission denied/);
    expect((await as(people.coordinator, "select from read_outs")).rowCount).toBe(1);
    expect((await as(people.housing, "select from read_outs")).rowCount).toBe(0);
    await expect(owner.query("update read_outs set heard = false")).rejects.toThrow();
  });
});
