import { beforeAll, expect, test } from "vitest";
import { mail } from "@/domain/mail/send.ts";
import { transact } from "@/platform/db/client.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { jobsOf, stateOf, write } from "./outbox.ts";

let world: World;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test and of no other";
  world = await aPartnership();
});
const changed = (to: string) => ({ to, template: "account.passwordChanged", facts: { at: "2026-12-01T10:00:00Z" } }) as const;
const count = async () => (await owner.query<{ mails: number; jobs: number }>("select (select count(*)::int from mails) as mails, (select count(*)::int from graphile_worker._private_jobs) as jobs")).rows[0];

test("a mail waits with the one job that sends it", async () => {
  const { chair, housing } = world.people;
  const id = await write(chair, changed(housing.personId));
  expect(await stateOf(id)).toMatchObject({ state: "waiting", tries: 0, problem: null, sent_at: null });
  expect(await jobsOf(id)).toMatchObject([{ task_identifier: "send_mail", attempts: 0 }]);
});

test("what is undone leaves neither mail nor job", async () => {
  const { chair, housing } = world.people;
  const before = await count();
  const undone = transact({ ...chair, now: new Date() }, async (tx) => {
    await mail(tx, chair, changed(housing.personId), new Date());
    throw new Error("the rule refused after all");
  });
  await expect(undone).rejects.toThrow("refused after all");
  expect(await count()).toEqual(before);
});

test("a demonstration's mail is captured and gets no job, whatever its writer says", async () => {
  const { partnershipId, people: { chair, housing } } = await aPartnership("Safer Demo");
  await owner.query("update partnerships set demonstration = true where id = $1", [partnershipId]);
  const id = await write(chair, changed(housing.personId));
  expect(await stateOf(id)).toMatchObject({ state: "captured" });
  expect(await jobsOf(id)).toEqual([]);
  // even one that says it waits, and one that was made to wait, is never begun
  await owner.query("update mails set state = 'waiting' where id = $1", [id]);
  expect((await app.query("select from app.begin_mail($1, now())", [id])).rowCount).toBe(0);
});

test("nobody writes to another partnership's people, nor says that a mail is sent", async () => {
  const other = await aPartnership("Safer Elsewhere");
  const { chair, housing } = world.people;
  await expect(write(chair, changed(other.people.chair.personId))).rejects.toThrow();
  const as = (row: Record<string, unknown>) =>
    transact({ ...chair, now: new Date() }, (tx) => tx.mail.createMany({ data: [{ id: crypto.randomUUID(), partnershipId: chair.partnershipId, personId: housing.personId, template: "access.admitted", facts: {}, madeAt: new Date(), ...row }] }));
  await expect(as({ partnershipId: other.partnershipId, personId: other.people.chair.personId })).rejects.toThrow();
  await as({ state: "sent", sentAt: new Date(), tries: 7 });
  const { rows } = await owner.query("select state::text, tries, sent_at from mails where person_id = $1 order by made_at desc limit 1", [housing.personId]);
  expect(rows).toEqual([{ state: "waiting", tries: 0, sent_at: null }]);
});

test("facts that aren't the template's are refused before they are written", async () => {
  const { chair, housing } = world.people;
  const wrong = { to: housing.personId, template: "account.passwordChanged", facts: { at: "2026-12-01T10:00:00Z", name: "Ruth Calverley" } } as const;
  await expect(write(chair, wrong)).rejects.toThrow();
  await expect(write(chair, { ...wrong, facts: { at: "Ruth Calverley" } })).rejects.toThrow();
});

test("the application reads of a mail that it waits, never what it tells of or where it goes", async () => {
  const { administrator, chair, housing } = world.people;
  await write(chair, changed(housing.personId));
  const read = (who: typeof chair, sql: string) => transact({ ...who, now: new Date() }, (tx) => tx.$queryRawUnsafe<unknown[]>(sql));
  expect((await read(administrator, "select id, state from mails")).length).toBeGreaterThan(0);
  expect(await read(chair, "select id, state from mails")).toEqual([]);
  expect(await read((await aPartnership("Safer Third")).people.administrator, "select id, state from mails")).toEqual([]);
  await expect(read(administrator, "select facts from mails")).rejects.toThrow();
  await expect(read(administrator, "select address from mails")).rejects.toThrow();
});

test("a mail that waits without a job gets one; a young one, a sent one and one with a job don't", async () => {
  const { chair, housing } = world.people;
  const old = new Date(Date.now() - 10 * 60_000);
  const lost = await write(chair, changed(housing.personId), old);
  const queued = await write(chair, changed(housing.personId), old);
  const young = await write(chair, changed(housing.personId));
  const sent = await write(chair, changed(housing.personId), old);
  await owner.query("update mails set state = 'sent' where id = $1", [sent]);
  await owner.query("delete from graphile_worker._private_jobs where key = any($1)", [[lost, young, sent]]);
  const before = await owner.query("select id from graphile_worker._private_jobs where key = $1", [queued]);
  const { queueForgotten } = await import("@/domain/mail/lifecycle.ts");
  expect(await queueForgotten(new Date())).toBe(1);
  expect(await jobsOf(lost)).toMatchObject([{ task_identifier: "send_mail", attempts: 0 }]);
  expect([await jobsOf(young), await jobsOf(sent)]).toEqual([[], []]);
  expect((await owner.query("select id from graphile_worker._private_jobs where key = $1", [queued])).rows).toEqual(before.rows);
  // a job that was tried so often that the queue gave it up counts as lost
  await owner.query("update graphile_worker._private_jobs set attempts = max_attempts where key = $1", [lost]);
  expect(await queueForgotten(new Date())).toBe(1);
  expect(await jobsOf(lost)).toMatchObject([{ attempts: 0 }]);
});

test("a former address is where a mail goes when it is given one", async () => {
  const { chair, housing } = world.people;
  const id = await write(chair, { to: housing.personId, template: "account.emailChanged", facts: { at: "2026-12-01T10:00:00Z" }, address: "before@testham.example" });
  const { rows } = await app.query<{ address: string }>("select address from app.begin_mail($1, now())", [id]);
  expect(rows).toEqual([{ address: "before@testham.example" }]);
});

