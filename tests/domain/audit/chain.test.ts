import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { listCases } from "@/domain/cases/queries/list-cases.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { transact } from "@/platform/db/client.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, eventsOf, minutesLater, now } from "../cases/arranged.ts";

// The chain of the audit: each event holds the one before it, and whoever has the database's owner can't change one unseen.

let world: World;
let found: ArrangedCase;
beforeAll(async () => {
  world = await aPartnership();
  found = await aCase(world);
  for (let n = 0; n < 9; n += 1) await viewCase(world.people.chair, found.reference, minutesLater(n));
  await aCase(await aPartnership("Safer Elsewhere"));
});

type Verdict = { ok: boolean; checked: string; first_bad: string | null; reason: string | null };
const verdict = "select ok, checked, first_bad, reason from app.verify_audit_chain() where partnership_id = $1";

/** What verifying says after somebody with the owner's rights has done this; undone afterwards. */
async function verifiedAfter(tampering: string[]): Promise<Verdict | undefined> {
  const client = await owner.connect();
  try {
    await client.query("begin");
    await client.query("alter table audit_events disable trigger user");
    for (const sql of tampering) expect((await client.query(sql.replaceAll("PARTNERSHIP", `'${world.partnershipId}'`))).rowCount, sql).toBeGreaterThan(0);
    return (await client.query<Verdict>(verdict, [world.partnershipId])).rows[0];
  } finally {
    await client.query("rollback");
    client.release();
  }
}

test("a chain that nobody touched is whole, in every partnership", async () => {
  const all = await owner.query<Verdict>("select ok, checked, first_bad, reason from app.verify_audit_chain()");
  expect(all.rows).toHaveLength(2);
  expect(all.rows.every(({ ok, first_bad, reason }) => ok && first_bad === null && reason === null)).toBe(true);
  expect((await owner.query<Verdict>(verdict, [world.partnershipId])).rows[0]?.checked).toBe("10");
});

test.each([
  ["another person", "update audit_events set person_id = gen_random_uuid() where partnership_id = PARTNERSHIP and seq = 4", "4", "altered"],
  ["another event", "update audit_events set event = 'case.taken' where partnership_id = PARTNERSHIP and seq = 4", "4", "altered"],
  ["another case", "update audit_events set case_id = null where partnership_id = PARTNERSHIP and seq = 10", "10", "altered"],
  ["other particulars", "update audit_events set particulars = '{\"a\": 1}' where partnership_id = PARTNERSHIP and seq = 1", "1", "altered"],
  ["another moment", "update audit_events set occurred_at = occurred_at + interval '1 millisecond' where partnership_id = PARTNERSHIP and seq = 7", "7", "out of its place"],
  ["another salt", "update audit_events set salt = gen_random_uuid() where partnership_id = PARTNERSHIP and seq = 7", "7", "altered"],
])("%s in an event is found at that event", async (_, sql, first_bad, reason) => {
  expect(await verifiedAfter([sql])).toMatchObject({ ok: false, first_bad, reason });
});

test("an event altered with its digest made to fit is still found", async () => {
  const sql = ["update audit_events set reference = 'CEN-7' where partnership_id = PARTNERSHIP and seq = 5", "update audit_events e set digest = app.event_digest(e) where partnership_id = PARTNERSHIP and seq = 5"];
  expect(await verifiedAfter(sql)).toMatchObject({ ok: false, first_bad: "5", reason: "out of its place" });
});

test("one that has its hash made to fit as well is found at the next, or at the head", async () => {
  const forge = (seq: number) => [
    `update audit_events set reference = 'CEN-7' where partnership_id = PARTNERSHIP and seq = ${seq}`,
    `update audit_events e set digest = app.event_digest(e) where partnership_id = PARTNERSHIP and seq = ${seq}`,
    `update audit_events e set hash = app.event_hash((select b.hash from audit_events b where b.partnership_id = e.partnership_id and b.seq = e.seq - 1), e) where partnership_id = PARTNERSHIP and seq = ${seq}`,
  ];
  expect(await verifiedAfter(forge(5))).toMatchObject({ ok: false, first_bad: "6", reason: "out of its place" });
  expect(await verifiedAfter(forge(10))).toMatchObject({ ok: false, first_bad: "11", reason: "the tail was cut, or rows stand after the head" });
});

test("a removed event is found where it was", async () => {
  expect(await verifiedAfter(["delete from audit_events where partnership_id = PARTNERSHIP and seq = 6"])).toMatchObject({ ok: false, first_bad: "6", reason: "removed" });
  expect(await verifiedAfter(["delete from audit_events where partnership_id = PARTNERSHIP and seq = 1"])).toMatchObject({ ok: false, first_bad: "1", reason: "removed" });
});

test("a removed event whose successors were moved up is found all the same", async () => {
  const sql = ["delete from audit_events where partnership_id = PARTNERSHIP and seq = 6", "update audit_events set seq = -(seq - 1) where partnership_id = PARTNERSHIP and seq > 6", "update audit_events set seq = -seq where partnership_id = PARTNERSHIP and seq < 0"];
  expect(await verifiedAfter(sql)).toMatchObject({ ok: false, first_bad: "6", reason: "out of its place" });
});

test("an inserted event is found", async () => {
  const insert = (seq: number) => `insert into audit_events select partnership_id, ${seq}, gen_random_uuid(), occurred_at, event, person_id, request_id, subject_type, subject_id, reference, forum_id, case_id, particulars, salt, digest, hash
    from audit_events where partnership_id = PARTNERSHIP and seq = 3`;
  const makeRoom = ["update audit_events set seq = -(seq + 1) where partnership_id = PARTNERSHIP and seq > 5", "update audit_events set seq = -seq where partnership_id = PARTNERSHIP and seq < 0"];
  expect(await verifiedAfter([...makeRoom, insert(6)])).toMatchObject({ ok: false, first_bad: "6" });
  expect(await verifiedAfter([insert(11)])).toMatchObject({ ok: false, first_bad: "11" });
});

test("two events that changed places are found at the first", async () => {
  const sql = [4, 5].map((seq) => `update audit_events set seq = -${9 - seq} where partnership_id = PARTNERSHIP and seq = ${seq}`);
  expect(await verifiedAfter([...sql, "update audit_events set seq = -seq where partnership_id = PARTNERSHIP and seq < 0"])).toMatchObject({ ok: false, first_bad: "4", reason: "out of its place" });
});

test("a cut tail is found, and so is a chain that is gone", async () => {
  expect(await verifiedAfter(["delete from audit_events where partnership_id = PARTNERSHIP and seq > 8"])).toMatchObject({ ok: false, first_bad: "9", reason: "the tail was cut, or rows stand after the head" });
  expect(await verifiedAfter(["delete from audit_events where partnership_id = PARTNERSHIP"])).toMatchObject({ ok: false, first_bad: "1" });
});

test("one partnership's chain says nothing of another's", async () => {
  const client = await owner.connect();
  try {
    await client.query("begin");
    await client.query("alter table audit_events disable trigger user");
    await client.query("delete from audit_events where partnership_id = $1 and seq = 2", [world.partnershipId]);
    const rows = (await client.query<Verdict>("select ok from app.verify_audit_chain()")).rows;
    expect(rows.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  } finally {
    await client.query("rollback");
    client.release();
  }
});

test("even the owner changes nothing while the guards stand", async () => {
  for (const sql of ["update audit_events set event = 'case.taken'", "delete from audit_events", "truncate audit_events"]) await expect(owner.query(sql)).rejects.toThrow(/evidence/);
});

test("the application can neither change, remove nor verify, nor write in another's name, nor choose a number or hash", async () => {
  const chair = world.people.chair;
  await expect(transact({ ...chair, now }, (tx) => tx.$executeRaw`update audit_events set event = 'case.taken'`)).rejects.toThrow(/permission denied/);
  await expect(transact({ ...chair, now }, (tx) => tx.$executeRaw`delete from audit_events`)).rejects.toThrow(/permission denied/);
  await expect(transact({ ...chair, now }, (tx) => tx.$executeRaw`update audit_heads set seq = 0`)).rejects.toThrow(/permission denied/);
  await expect(app.query("select * from app.verify_audit_chain()")).rejects.toThrow(/permission denied/);
  const write = (personId: string) =>
    transact({ ...chair, now }, (tx) => tx.$executeRaw`
      insert into audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, particulars, salt, digest, hash)
      values (${world.partnershipId}::uuid, 999, ${randomUUID()}::uuid, '2001-01-01', 'case.opened', ${personId}::uuid, 'x', 'case', '{}', ${randomUUID()}::uuid, '', '')`);
  await expect(write(world.people.deputy.personId)).rejects.toThrow(/row-level security/);
  await write(chair.personId);
  const last = (await owner.query("select seq, occurred_at from audit_events where partnership_id = $1 order by seq desc limit 1", [world.partnershipId])).rows[0];
  expect(last).toEqual({ seq: "11", occurred_at: now });
  expect((await owner.query<Verdict>(verdict, [world.partnershipId])).rows[0]).toMatchObject({ ok: true, checked: "11" });
});

test("twenty who read at once leave twenty events in one unbroken chain", async () => {
  const before = (await eventsOf(world)).length;
  await Promise.all(Array.from({ length: 20 }, () => viewCase(world.people.chair, found.reference, now)));
  expect((await eventsOf(world)).length).toBe(before + 20);
  expect((await owner.query<Verdict>(verdict, [world.partnershipId])).rows[0]).toMatchObject({ ok: true });
});

test("what was only listed is not opened: the list of cases leaves no event", async () => {
  const before = (await eventsOf(world)).length;
  await listCases(world.people.chair, { stage: "open", forum: null, page: 1 }, now);
  expect((await eventsOf(world)).length).toBe(before);
});
