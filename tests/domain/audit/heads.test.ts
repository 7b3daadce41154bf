import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AuditFilters } from "@/domain/audit/inputs.ts";
import { exportEvents } from "@/domain/audit/queries/export-events.ts";
import { listEvents } from "@/domain/audit/queries/list-events.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Standing } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { lastHeadWritten, writeHeads } from "@/platform/audit-heads.ts";
import { transact } from "@/platform/db/client.ts";
import { exportRows } from "@/wording/audit.ts";
import { headFile, lostHeads, readHeads, sentenceOfLost } from "../../../scripts/database/audit-heads.mjs";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, eventsOf, minutesLater, now } from "../cases/arranged.ts";

// What the chain alone can't tell, because whoever cut it moved its head as well: the heads written outside the database tell it.

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "audit-heads-"));
const file = path.join(folder, "heads.jsonl");
let world: World;
let elsewhere: World;
let found: ArrangedCase;
beforeAll(async () => {
  process.env.AUDIT_HEAD_FILE = file;
  world = await aPartnership();
  elsewhere = await aPartnership("Safer Elsewhere");
  found = await aCase(world);
  await aCase(elsewhere);
  for (let n = 0; n < 5; n += 1) await viewCase(world.people.chair, found.reference, minutesLater(n));
  await writeHeads(minutesLater(10));
  for (let n = 0; n < 4; n += 1) await viewCase(world.people.chair, found.reference, minutesLater(11 + n));
  await writeHeads(minutesLater(70));
});
afterAll(() => {
  delete process.env.AUDIT_HEAD_FILE;
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Which heads are lost, and what the chain alone says, after somebody with the owner's rights has done this; undone afterwards. */
async function after(tampering: string[]) {
  const client = await owner.connect();
  try {
    await client.query("begin");
    await client.query("alter table audit_events disable trigger user");
    for (const sql of tampering) expect((await client.query(sql.replaceAll("PARTNERSHIP", `'${world.partnershipId}'`))).rowCount, sql).toBeGreaterThan(0);
    const chain = await client.query<{ ok: boolean }>("select ok from app.verify_audit_chain() where partnership_id = $1", [world.partnershipId]);
    return { lost: await lostHeads(client, readHeads(file)), chainIsWhole: chain.rows[0]?.ok };
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const cutFrom = (seq: number) => [
  `delete from audit_events where partnership_id = PARTNERSHIP and seq >= ${seq}`,
  `update audit_heads h set seq = ${seq - 1}, hash = (select e.hash from audit_events e where e.partnership_id = h.partnership_id and e.seq = ${seq - 1}) where partnership_id = PARTNERSHIP`,
];
/** The whole chain anew from an event on, every digest, hash and the head made to fit. */
const rewrite = `do $$ declare e audit_events; previous bytea := '\\x00'; begin
  for e in select * from audit_events where partnership_id = PARTNERSHIP order by seq loop
    if e.seq = 3 then e.person_id := gen_random_uuid(); end if;
    e.digest := app.event_digest(e); e.hash := app.event_hash(previous, e); previous := e.hash;
    update audit_events a set person_id = e.person_id, digest = e.digest, hash = e.hash where a.partnership_id = e.partnership_id and a.seq = e.seq;
  end loop;
  update audit_heads set hash = previous where partnership_id = PARTNERSHIP;
end $$`;

test("the head of every partnership is added to the file, readable by its owner alone: number and hash, nothing of what happened", async () => {
  const heads = readHeads(file);
  expect(heads.filter(({ partnership }) => partnership === world.partnershipId).map(({ seq, at }) => [seq, at])).toEqual([[6, minutesLater(10).toISOString()], [10, minutesLater(70).toISOString()]]);
  expect(heads.filter(({ partnership }) => partnership === elsewhere.partnershipId)).toHaveLength(2);
  for (const head of heads) expect(Object.keys(head).toSorted()).toEqual(["at", "hash", "partnership", "seq"]);
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
});

test("a chain that nobody touched has all of them", async () => {
  const client = await owner.connect();
  try {
    expect(await lostHeads(client, readHeads(file))).toEqual([]);
  } finally {
    client.release();
  }
});

test("a tail cut together with its head is not found by the chain, and is found by the file", async () => {
  const { lost, chainIsWhole } = await after(cutFrom(8));
  expect(chainIsWhole).toBe(true);
  expect(lost).toEqual([{ partnership: world.partnershipId, seq: 10, at: minutesLater(70).toISOString(), gone: true }]);
  expect(lost.map(sentenceOfLost)).toEqual([`The audit of partnership ${world.partnershipId} ends before event 10, which was its head when it was written outside the database on ${minutesLater(70).toISOString()}: its tail was cut.`]);
});

test("so is one that was cut before an earlier head", async () => {
  expect((await after(cutFrom(5))).lost).toMatchObject([{ seq: 6, gone: true }]);
});

test("what was cut and grew again to the same length is found", async () => {
  const grown = [6, 7].map((seq) => `insert into audit_events select partnership_id, ${seq + 2}, gen_random_uuid(), occurred_at, event, person_id, request_id, subject_type, subject_id, reference, forum_id, case_id, particulars, salt, digest, hash from audit_events where partnership_id = PARTNERSHIP and seq = ${seq}`);
  expect((await after([...cutFrom(8), ...grown])).lost).toMatchObject([{ seq: 10, gone: true }]);
});

test("a chain written anew from the beginning, head and all, is not found by itself, and is found by the file", async () => {
  const client = await owner.connect();
  try {
    await client.query("begin");
    await client.query("alter table audit_events disable trigger user");
    await client.query(rewrite.replaceAll("PARTNERSHIP", `'${world.partnershipId}'`));
    const chain = await client.query<{ ok: boolean }>("select ok from app.verify_audit_chain() where partnership_id = $1", [world.partnershipId]);
    const lost = await lostHeads(client, readHeads(file));
    expect(chain.rows[0]?.ok).toBe(true);
    expect(lost).toEqual([{ partnership: world.partnershipId, seq: 6, at: minutesLater(10).toISOString(), gone: false }]);
    expect(lost.map(sentenceOfLost)[0]).toContain("the chain was written anew");
  } finally {
    await client.query("rollback");
    client.release();
  }
});

test("an altered, a removed, an inserted and a swapped event are found by the chain, as before", async () => {
  const swap = [4, 5].map((seq) => `update audit_events set seq = -${9 - seq} where partnership_id = PARTNERSHIP and seq = ${seq}`);
  const insert = "insert into audit_events select partnership_id, 11, gen_random_uuid(), occurred_at, event, person_id, request_id, subject_type, subject_id, reference, forum_id, case_id, particulars, salt, digest, hash from audit_events where partnership_id = PARTNERSHIP and seq = 3";
  for (const tampering of [
    ["update audit_events set person_id = gen_random_uuid() where partnership_id = PARTNERSHIP and seq = 4"],
    ["delete from audit_events where partnership_id = PARTNERSHIP and seq = 4"],
    [insert],
    [...swap, "update audit_events set seq = -seq where partnership_id = PARTNERSHIP and seq < 0"],
    ["delete from audit_events where partnership_id = PARTNERSHIP and seq > 8"],
  ]) expect(await after(tampering)).toMatchObject({ chainIsWhole: false });
});

test("a last line that was not finished is passed over, on the desk too; a file that isn't there holds none", async () => {
  const torn = path.join(folder, "torn.jsonl");
  fs.writeFileSync(torn, `${fs.readFileSync(file, "utf8")}{"partnership":"${world.partnershipId}","seq":11,"ha`);
  expect(readHeads(torn)).toEqual(readHeads(file));
  process.env.AUDIT_HEAD_FILE = torn;
  expect(await lastHeadWritten(world.partnershipId)).toMatchObject({ seq: 10 });
  process.env.AUDIT_HEAD_FILE = path.join(folder, "none.jsonl");
  expect(await lastHeadWritten(world.partnershipId)).toBeNull();
  expect(readHeads(process.env.AUDIT_HEAD_FILE)).toEqual([]);
  process.env.AUDIT_HEAD_FILE = file;
});

test("they are written beside the embedded database, or where the operator says", () => {
  expect(headFile("/data", {})).toBe("/data/audit-heads.jsonl");
  expect(headFile("/data", { AUDIT_HEAD_FILE: "/elsewhere/heads" })).toBe("/elsewhere/heads");
  expect(headFile(undefined, {})).toBeUndefined();
});

test("the application is told heads and nothing else of the chain, without a person", async () => {
  const { rows } = await app.query<Record<string, unknown>>("select * from app.audit_heads_now()");
  expect(Object.keys(rows[0] ?? {})).toEqual(["partnership_id", "seq", "hash"]);
  await expect(app.query("select * from audit_heads")).rejects.toThrow(/permission denied/);
});

test("the desk says at which event the head was last written outside", async () => {
  expect(await listEvents(world.people.governance, AuditFilters.parse({}), minutesLater(80))).toMatchObject({ chain: 10, outside: { seq: 10, at: minutesLater(70).toISOString() } });
});

test("the export is everything the filters find, in the desk's sentences, and is itself kept with what was asked", async () => {
  const exported = await exportEvents(world.people.governance, AuditFilters.parse({ person: world.people.chair.personId, kind: "case.opened" }), minutesLater(90));
  expect(exported).toMatchObject({ isCut: false });
  const rows = exported ? exportRows(exported) : [];
  expect(rows[0]).toEqual(["Number", "When", "Who did it", "What was done", "Record", "Reason"]);
  expect(rows).toHaveLength(10);
  expect(rows[1]).toEqual(["10", minutesLater(14).toISOString(), "Insp Ruth Calverley", `Insp Ruth Calverley read the case ${found.reference}`, found.reference, ""]);
  expect((await eventsOf(world, "audit.exported")).at(-1)).toMatchObject({
    person_id: world.people.governance.personId, reference: null, particulars: { personId: world.people.chair.personId, kind: "case.opened", from: null, to: null, events: 9 },
  });
});

test("nobody but information governance exports, and another partnership's has nothing of it", async () => {
  const before = (await eventsOf(world)).length;
  const may = async (who: "governance" | "chair") => transact({ ...world.people[who], now }, async (_, standing) => can(standing as Standing, "audit.export"));
  expect([await may("governance"), await may("chair")]).toEqual([true, false]);
  for (const who of ["chair", "coordinator", "housing", "administrator", "bystander"] as const) expect(await exportEvents(world.people[who], AuditFilters.parse({}), now)).toBeNull();
  expect((await eventsOf(world)).length).toBe(before);
  const foreign = await exportEvents(elsewhere.people.governance, AuditFilters.parse({ reference: found.reference }), minutesLater(95));
  // numbers of cases skip, so that the same reference may be a case of its own there, taken once, or none at all
  expect(foreign?.events.filter(({ event }) => event !== "case.taken")).toEqual([]);
  expect((await exportEvents(elsewhere.people.governance, AuditFilters.parse({ kind: "case.taken" }), minutesLater(96)))?.events).toHaveLength(1);
});
