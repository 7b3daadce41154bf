import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { mostTries } from "@/domain/mail/lifecycle.ts";
import { log } from "@/platform/log.ts";
import { secretOf } from "@/platform/auth/one-time-secret.ts";
import { sendMail } from "@/jobs/send-mail.ts";
import { owner } from "../../support/database.ts";
import { aMailServer, mailTo } from "../../support/mail-server.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aLink, stateOf, write } from "./outbox.ts";

type Server = Awaited<ReturnType<typeof aMailServer>>;
let world: World;
let server: Server;
const serve = async (options?: Parameters<typeof aMailServer>[0]) => {
  await server?.close();
  server = await aMailServer(options);
  mailTo(server.url);
};
beforeAll(async () => {
  log.level = "silent";
  world = await aPartnership();
});
beforeEach(() => serve());
afterEach(() => server.close());

const toHousing = async (letter: Partial<Parameters<typeof write>[1]> = {}) =>
  write(world.people.chair, { to: world.people.housing.personId, template: "account.passwordChanged", facts: { at: "2026-12-01T10:00:00Z" }, ...letter } as Parameters<typeof write>[1]);
const addressOf = (personId: string) => `${personId}@testham.example`;

test("a mail that is taken goes to its person in plain words, marked as automatic, and is sent", async () => {
  const id = await toHousing();
  await sendMail({ mail: id });
  expect(await stateOf(id)).toMatchObject({ state: "sent", tries: 1, problem: null, sent_at: expect.any(Date) as Date });
  const [letter] = server.taken;
  expect(server.taken).toHaveLength(1);
  expect(letter).toMatchObject({ from: "no-reply@testham.example", to: [addressOf(world.people.housing.personId)], id: `<${id}@testham.example>` });
  expect(letter?.text).toBe(`Your password was changed on 1 December 2026 at 10am. You were signed out everywhere else.

If this was not you, tell your administrator now.

--
Casemoot never asks for a password or a code by email. Names and details of cases are never sent by email.
`);
  expect(Object.keys(letter?.headers ?? {}).toSorted()).toEqual(["auto-submitted", "content-transfer-encoding", "content-type", "date", "from", "message-id", "mime-version", "subject", "to", "x-auto-response-suppress"]);
  expect(letter?.headers).toMatchObject({ "auto-submitted": "auto-generated", "content-type": "text/plain; charset=utf-8", from: "Casemoot <no-reply@testham.example>", subject: "Your Casemoot password was changed" });
});

test("a job that comes twice sends nothing the second time", async () => {
  const id = await toHousing();
  await sendMail({ mail: id });
  await sendMail({ mail: id });
  expect(server.taken).toHaveLength(1);
});

test("what the server doesn't take for now is tried again, and then is sent", async () => {
  await serve({ refusesLetter: ({ count }) => (count === 1 ? 451 : undefined) });
  const id = await toHousing();
  await expect(sendMail({ mail: id })).rejects.toThrow("not taken yet");
  expect(await stateOf(id)).toMatchObject({ state: "waiting", tries: 1, problem: "refused_for_now", sent_at: null });
  await sendMail({ mail: id });
  expect(await stateOf(id)).toMatchObject({ state: "sent", tries: 2, problem: null });
  expect(server.taken).toHaveLength(1);
});

test.each([
  ["its recipient", { refusesRecipient: () => 550 }],
  ["its words", { refusesLetter: () => 554 }],
])("what the server refuses for good, because of %s, is dead at once", async (_, refusing) => {
  await serve(refusing);
  const id = await toHousing();
  await sendMail({ mail: id });
  expect(await stateOf(id)).toMatchObject({ state: "dead", tries: 1, problem: "refused" });
  await sendMail({ mail: id });
  expect(server.asked.recipients).toBe(1);
});

test("what the server says of us, not of the letter, is no reason to give the letter up", async () => {
  await serve({ onMailFrom: (_, __, done) => done(Object.assign(new Error("no"), { responseCode: 550 })) });
  const id = await toHousing();
  await expect(sendMail({ mail: id })).rejects.toThrow();
  expect(await stateOf(id)).toMatchObject({ state: "waiting", problem: "refused_for_now" });
  await serve({ authOptional: false, allowInsecureAuth: true, onAuth: (_, __, done) => done(Object.assign(new Error("no"), { responseCode: 535 })) });
  mailTo(server.url.replace("//", "//casemoot:wrong@"));
  await expect(sendMail({ mail: id })).rejects.toThrow();
  expect(await stateOf(id)).toMatchObject({ state: "waiting", problem: "not_admitted" });
  await server.close();
  await expect(sendMail({ mail: id })).rejects.toThrow();
  expect(await stateOf(id)).toMatchObject({ state: "waiting", problem: "unreachable", tries: 3 });
});

test("after the last try it is dead, and the job ends", async () => {
  await serve({ refusesLetter: () => 451 });
  const id = await toHousing();
  await owner.query("update mails set tries = $2 where id = $1", [id, mostTries - 2]);
  await expect(sendMail({ mail: id })).rejects.toThrow();
  await sendMail({ mail: id });
  expect(await stateOf(id)).toMatchObject({ state: "dead", tries: mostTries, problem: "refused_for_now" });
});

test("smtps is spoken from the first word, and a certificate that nobody vouches for is not spoken to", async () => {
  await serve({ secure: true });
  const id = await toHousing();
  mailTo(server.url.replace("smtp:", "smtps:"));
  await expect(sendMail({ mail: id })).rejects.toThrow();
  expect(await stateOf(id)).toMatchObject({ state: "waiting", problem: "not_secure" });
  expect(server.taken).toEqual([]);
});

test.each([
  ["offers no encryption", { disabledCommands: ["STARTTLS"] }],
  ["offers it with a certificate that nobody vouches for", { hideSTARTTLS: false }],
])("beyond this machine a server that %s gets nothing to read", async (_, options) => {
  await serve(options);
  // the same server by an address that doesn't say that it is this machine
  mailTo(server.url.replace("127.0.0.1", "0.0.0.0"));
  const id = await toHousing();
  await expect(sendMail({ mail: id })).rejects.toThrow();
  expect(await stateOf(id)).toMatchObject({ state: "waiting", problem: "not_secure" });
  expect([server.taken, server.asked.recipients]).toEqual([[], 0]);
});

test("a one-time link is made as the mail goes, and stands in the database only as its hash", async () => {
  const { housing } = world.people;
  for (const [template, purpose, path] of [["account.invited", "account_invitation", "join"], ["account.passwordReset", "password_reset", "reset"]] as const) {
    const linkId = await aLink(housing, purpose);
    const id = await toHousing({ template, facts: { linkId } });
    await sendMail({ mail: id });
    const address = `https://casemoot.testham.example/${path}/${secretOf(linkId, purpose)}`;
    expect(server.taken.at(-1)?.text).toContain(`\n${address}\n`);
    const { rows } = await owner.query<{ kept: string }>("select row_to_json(m)::text || row_to_json(l)::text as kept from mails m, one_time_links l where m.id = $1 and l.id = $2", [id, linkId]);
    expect(rows[0]?.kept).not.toContain(secretOf(linkId, purpose));
  }
});

test.each([
  ["ended", { ends_at: new Date(Date.now() - 1000) }],
  ["used", { used_at: new Date() }],
  ["withdrawn", { withdrawn_at: new Date() }],
])("a link that has been %s is not mailed", async (_, over) => {
  const linkId = await aLink(world.people.housing, "password_reset", over);
  const id = await toHousing({ template: "account.passwordReset", facts: { linkId } });
  await sendMail({ mail: id });
  expect(await stateOf(id)).toMatchObject({ state: "dead", problem: "link_over" });
  expect(server.taken).toEqual([]);
});

test("nobody is mailed another's link, nor a leaver anything", async () => {
  const linkId = await aLink(world.people.police, "password_reset");
  const id = await toHousing({ template: "account.passwordReset", facts: { linkId } });
  await sendMail({ mail: id });
  expect(await stateOf(id)).toMatchObject({ state: "dead", problem: "link_over" });
  const leaver = await write(world.people.chair, { to: world.people.probation.personId, template: "account.passwordChanged", facts: { at: "2026-12-01T10:00:00Z" } });
  await owner.query("update people set left_at = now() where id = $1", [world.people.probation.personId]);
  await sendMail({ mail: leaver });
  expect(await stateOf(leaver)).toMatchObject({ state: "dead", problem: "left" });
  expect(server.taken).toEqual([]);
});

test.each([
  "victim@place.example\r\nBcc: everybody@place.example",
  "one@place.example, two@place.example",
  "Somebody <one@place.example>",
  "one@place.example> NOTIFY=SUCCESS",
  "one@pla\u0001ce.example",
  "group:one@place.example;",
  "nobody",
])("an address that could say more than itself goes nowhere: %j", async (address) => {
  const id = await toHousing({ address });
  await sendMail({ mail: id });
  expect(await stateOf(id)).toMatchObject({ state: "dead", problem: "bad_address" });
  expect(server.asked).toEqual({ recipients: 0, letters: 0 });
});

test("neither the server's words nor an address reach the log", async () => {
  const lines: string[] = [];
  const written = (sent: object) => void lines.push(JSON.stringify(sent));
  const { warn } = log;
  log.warn = written as typeof log.warn;
  try {
    await serve({ refusesRecipient: () => 550 });
    const id = await toHousing();
    await sendMail({ mail: id });
    expect(lines).toEqual([JSON.stringify({ mail: id, problem: "refused", tries: 1, last: true })]);
  } finally {
    log.warn = warn;
  }
});
