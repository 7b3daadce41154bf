import { beforeAll, expect, test } from "vitest";
import { listCaptured, readCaptured } from "@/domain/mail/queries/list-captured.ts";
import { writeMail } from "@/jobs/write-mail.ts";
import { secretOf } from "@/platform/auth/one-time-secret.ts";
import { owner } from "../../support/database.ts";
import { mailTo } from "../../support/mail-server.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aLink, write } from "./outbox.ts";

let real: World;
beforeAll(async () => {
  mailTo("smtp://127.0.0.1:1");
  real = await aPartnership("Safer Real");
});
const changed = (to: string) => ({ to, template: "account.passwordChanged", facts: { at: "2026-12-01T10:00:00Z" } }) as const;

test("where there is no demonstration there is no mailbox", async () => {
  const id = await write(real.people.chair, changed(real.people.housing.personId));
  expect(await listCaptured()).toBeNull();
  expect(await readCaptured(id)).toBeNull();
});

test("the mailbox holds a demonstration's mails by person, and nobody else's beside it", async () => {
  const demo = await aPartnership("Safer Demo");
  await owner.query("update partnerships set demonstration = true where id = $1", [demo.partnershipId]);
  const linkId = await aLink(demo.people.police, "account_invitation");
  const first = await write(demo.people.chair, changed(demo.people.housing.personId), new Date(Date.now() - 60_000));
  const second = await write(demo.people.chair, { to: demo.people.police.personId, template: "account.invited", facts: { linkId } });
  const theirs = await write(real.people.chair, changed(real.people.housing.personId));
  // not even one that says that it was captured
  await owner.query("update mails set state = 'captured' where id = $1", [theirs]);

  expect((await listCaptured())?.map(({ id, name, partnership }) => [id, name, partnership])).toEqual([[second, demo.people.police.name, "Safer Demo"], [first, demo.people.housing.name, "Safer Demo"]]);
  expect(await readCaptured(theirs)).toBeNull();
  expect(await readCaptured(crypto.randomUUID())).toBeNull();
  const read = await readCaptured(second);
  expect(read && writeMail(read).text).toContain(`https://casemoot.testham.example/join/${secretOf(linkId, "account_invitation")}\n`);
});
