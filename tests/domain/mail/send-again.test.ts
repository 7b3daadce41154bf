import { beforeAll, expect, test } from "vitest";
import { sendAgain } from "@/domain/mail/commands/send-again.ts";
import { listMails } from "@/domain/mail/queries/list-mails.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { jobsOf, stateOf, write } from "./outbox.ts";

let world: World;
beforeAll(async () => {
  world = await aPartnership();
});

/** A mail that was given up: its job ended with it. */
async function dead(problem = "refused", from = world): Promise<string> {
  const { chair, housing } = from.people;
  const id = await write(chair, { to: housing.personId, template: "account.passwordChanged", facts: { at: "1999-12-31T10:00:00Z" } });
  await owner.query("update mails set state = 'dead', tries = 12, problem = $2, last_try_at = now() where id = $1", [id, problem]);
  await owner.query("delete from graphile_worker._private_jobs where key = $1", [id]);
  return id;
}
const events = async () => (await owner.query<{ event: string; subject_id: string; particulars: unknown }>("select event, subject_id, particulars from audit_events where partnership_id = $1 order by seq desc limit 1", [world.partnershipId])).rows[0];

test("an administrator lets it go again: it waits, untried, with a job, and that is kept", async () => {
  const id = await dead();
  expect(await sendAgain(world.people.administrator, { mailId: id })).toMatchObject({ ok: true });
  expect(await stateOf(id)).toMatchObject({ state: "waiting", tries: 0, problem: null });
  expect(await jobsOf(id)).toMatchObject([{ task_identifier: "send_mail", attempts: 0 }]);
  const personId = world.people.housing.personId;
  expect(await events()).toMatchObject({ event: "mail.sentAgain", subject_id: personId, particulars: { personId, mailId: id } });
});

test("pressed twice it goes once", async () => {
  const id = await dead();
  const submissionKey = crypto.randomUUID();
  const both = await Promise.all([1, 2].map(() => sendAgain(world.people.administrator, { mailId: id, submissionKey })));
  expect(both).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await jobsOf(id)).toHaveLength(1);
  expect(await sendAgain(world.people.administrator, { mailId: id })).toMatchObject({ ok: false, problem: { kind: "stale" } });
});

test.each(["left", "link_over"])("what brought something that is over can't go again: %s", async (problem) => {
  const id = await dead(problem);
  expect(await sendAgain(world.people.administrator, { mailId: id })).toMatchObject({ ok: false, problem: { kind: "refused", rule: "mail.over" } });
  expect(await stateOf(id)).toMatchObject({ state: "dead" });
});

test("nobody else may, and what is guessed, waits or is another partnership's isn't touched", async () => {
  const id = await dead();
  for (const who of [world.people.chair, world.people.coordinator, world.people.governance, world.people.bystander]) {
    expect(await sendAgain(who, { mailId: id })).toMatchObject({ ok: false, problem: { kind: "forbidden", permission: "mail.sendAgain" } });
  }
  const other = await aPartnership("Safer Elsewhere");
  const theirs = await dead("refused", other);
  const { administrator } = world.people;
  expect(await sendAgain(administrator, { mailId: theirs })).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  expect(await sendAgain(administrator, { mailId: crypto.randomUUID() })).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  expect(await sendAgain(administrator, { mailId: "guessed" })).toMatchObject({ ok: false, problem: { kind: "invalid" } });
  expect([await stateOf(id), await stateOf(theirs)]).toMatchObject([{ state: "dead" }, { state: "dead" }]);
});

test("not even past the command: the database lets an administrator do this to a dead mail and nothing else", async () => {
  const id = await dead();
  const { administrator, chair, housing } = world.people;
  const as = (who: typeof chair, sql: string) => transact({ ...who, now: new Date() }, (tx) => tx.$executeRawUnsafe(sql));
  expect(await as(chair, `update mails set state = 'waiting', tries = 0, problem = null where id = '${id}'`)).toBe(0);
  await expect(as(administrator, `update mails set state = 'sent' where id = '${id}'`)).rejects.toThrow();
  await expect(as(administrator, `update mails set person_id = '${housing.personId}' where id = '${id}'`)).rejects.toThrow();
  await expect(as(administrator, `update mails set facts = '{}' where id = '${id}'`)).rejects.toThrow();
  const waiting = await write(chair, { to: housing.personId, template: "access.admitted", facts: {} });
  expect(await as(administrator, `update mails set state = 'waiting', tries = 0, problem = null where id = '${waiting}'`)).toBe(0);
});

test("an administrator sees to whom, of which kind and what stood in the way; others see no list", async () => {
  const own = await aPartnership("Safer Listing");
  const [refused, over] = [await dead("refused", own), await dead("link_over", own)];
  const { chair, housing, administrator } = own.people;
  const tried = await write(chair, { to: housing.personId, template: "access.admitted", facts: {} });
  await owner.query("update mails set tries = 3, problem = 'unreachable', last_try_at = now() where id = $1", [tried]);
  await write(chair, { to: housing.personId, template: "access.admitted", facts: {} });
  const listed = await listMails(administrator, {});
  expect(listed).toMatchObject({ waiting: 2, waitingSince: expect.any(Date) as Date, tried: [{ id: tried, name: housing.name, template: "access.admitted", tries: 3, problem: "unreachable" }] });
  expect(listed?.dead.map(({ id, name, canGoAgain }) => [id, name, canGoAgain])).toEqual([[over, housing.name, false], [refused, housing.name, true]]);
  expect(JSON.stringify(listed)).not.toMatch(/1999-12-31|@/);
  for (const who of [chair, own.people.governance, own.people.coordinator]) expect(await listMails(who, {})).toBeNull();
});
