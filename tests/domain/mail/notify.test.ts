import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { followMail } from "@/jobs/follow-mail.ts";
import { sendMail } from "@/jobs/send-mail.ts";
import { log } from "@/platform/log.ts";
import { owner } from "../../support/database.ts";
import { aNotify } from "../../support/notify-double.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { stateOf, write } from "./outbox.ts";

let world: World;
let notify: Awaited<ReturnType<typeof aNotify>>;
beforeAll(async () => {
  log.level = "silent";
  Object.assign(process.env, { NEXTAUTH_SECRET: "a secret of this test and of no other", ORIGIN: "https://casemoot.testham.example" });
  world = await aPartnership();
});
const serve = async (options: Parameters<typeof aNotify>[0] = {}) => {
  await notify?.close().catch(() => {});
  notify = await aNotify(options);
};
beforeEach(() => serve());
afterEach(() => notify.close());

const chased = () => write(world.people.chair, { to: world.people.housing.personId, template: "action.chased", facts: { action: "CEN-118-2", due: "2026-12-01", times: 2 } });

test("a mail goes by the one template in which our words go, or by the template of its kind with its facts", async () => {
  const first = await chased();
  await sendMail({ mail: first });
  expect(await stateOf(first)).toMatchObject({ state: "sent", tries: 1, problem: null });
  expect(notify.taken).toEqual([{
    id: expect.any(String) as string, template_id: process.env.NOTIFY_TEMPLATE, email_address: `${world.people.housing.personId}@testham.example`, reference: first,
    personalisation: { action: "CEN-118-2", due: "2026-12-01", times: 2, subject: "The chair asks about your action", text: expect.stringContaining("https://casemoot.testham.example/actions/CEN-118-2/update") as string },
  }]);
  process.env.NOTIFY_TEMPLATES = `action.chased=${randomUUID()}`;
  await sendMail({ mail: await chased() });
  expect(notify.taken[1]?.template_id).toBe(process.env.NOTIFY_TEMPLATES.split("=")[1]);
});

test("dates of meetings say nothing of a file that Notify doesn't carry", async () => {
  const meeting = { meetingId: randomUUID(), reference: "CEN-2026-12", startsAt: "2026-12-08T14:00:00Z", minutes: 120, sequence: 1, provisional: false };
  await sendMail({ mail: await write(world.people.chair, { to: world.people.housing.personId, template: "meeting.moved", facts: { at: "2026-11-30T10:00:00Z", meeting } }) });
  expect(notify.taken[0]?.personalisation.text).toMatch(/^It is now CEN-2026-12, Tuesday 8 December 2026 at 2pm\.\n/);
  expect(JSON.stringify(notify.taken[0])).not.toMatch(/attach/);
});

test("what was handed over by a process that was killed before it wrote that down doesn't go twice", async () => {
  const id = await chased();
  await sendMail({ mail: id });
  await owner.query("update mails set state = 'waiting', handed_as = null, sent_at = null where id = $1", [id]);
  await sendMail({ mail: id });
  expect(await stateOf(id)).toMatchObject({ state: "sent", tries: 2 });
  expect(notify.taken).toHaveLength(1);
});

test("what came back is dead with its reason, what arrived is done with, what is under way is asked about again", async () => {
  const [arrived, bounced, full, under] = [await chased(), await chased(), await chased(), await chased()];
  for (const id of [arrived, bounced, full, under]) await sendMail({ mail: id });
  for (const [id, status] of [[arrived, "delivered"], [bounced, "permanent-failure"], [full, "temporary-failure"]]) notify.became.set(notify.taken.find(({ reference }) => reference === id)?.id ?? "", status ?? "");
  await followMail();
  expect([await stateOf(arrived), await stateOf(bounced), await stateOf(full), await stateOf(under)]).toMatchObject([
    { state: "sent", problem: null }, { state: "dead", problem: "bounced" }, { state: "dead", problem: "not_delivered" }, { state: "sent", problem: null },
  ]);
  notify.became.set(notify.taken.find(({ reference }) => reference === under)?.id ?? "", "delivered");
  await followMail();
  expect((await owner.query("select delivered_at from mails where id = $1", [under])).rows[0]).toMatchObject({ delivered_at: expect.any(Date) as Date });
});

test.each([
  ["an address that is none", 400, "email_address Not a valid email address", "bad_address", true],
  ["a template that is wrong", 400, "Template not found", "not_admitted", false],
  ["a key that is wrong", 403, "Invalid token: API key not found", "not_admitted", false],
  ["too many", 429, "Exceeded rate limit", "refused_for_now", false],
  ["a fault of its own", 500, "Internal server error", "unreachable", false],
])("%s: %i", async (_, status, message, problem, final) => {
  await serve({ refuses: () => ({ status, message }) });
  const id = await chased();
  if (final) await sendMail({ mail: id });
  else await expect(sendMail({ mail: id })).rejects.toThrow("not taken yet");
  expect(await stateOf(id)).toMatchObject({ state: final ? "dead" : "waiting", problem });
});

test("without Notify answering, the mail waits", async () => {
  const id = await chased();
  process.env.NOTIFY_URL = "http://127.0.0.1:1";
  await expect(sendMail({ mail: id })).rejects.toThrow();
  expect(await stateOf(id)).toMatchObject({ state: "waiting", problem: "unreachable" });
});
