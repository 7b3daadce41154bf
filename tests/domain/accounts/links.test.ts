import { beforeAll, expect, test } from "vitest";
import { askPasswordReset } from "@/domain/accounts/commands/ask-password-reset.ts";
import { signIn } from "@/domain/accounts/commands/sign-in.ts";
import { joinByLink, resetByLink } from "@/domain/accounts/commands/use-link.ts";
import { refusalTakes } from "@/domain/accounts/attempts.ts";
import { readLink } from "@/domain/accounts/queries/read-link.ts";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import { readStep } from "@/domain/accounts/queries/read-step.ts";
import { hashOf, secretOf } from "@/platform/auth/one-time-secret.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCredential, aFactor, aLink, anAddress, anOpening, emailOf, eventsOf, password, recovery, shownBy } from "./arrange.ts";

let world: World;
const start = new Date("2026-11-10T13:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
beforeAll(async () => void (world = await aPartnership()));
const chosen = "tabloid vessel ninth prawn";
const join = (secret: string, over: Partial<{ password: string; code: ReturnType<typeof shownBy> }> = {}, now = later(60), opening = anOpening()) => joinByLink({ secret, password: chosen, address: anAddress(), ...over }, opening, now);
const reset = (secret: string, over: Partial<{ password: string; code: ReturnType<typeof shownBy> }> = {}, now = later(60)) => resetByLink({ secret, password: chosen, address: anAddress(), ...over }, "r", now);
const signInAs = (email: string, typed: string, now = later(120)) => signIn({ email, password: typed, address: anAddress() }, anOpening(), now);
const mailsTo = async (personId: string) => (await owner.query<{ template: string; facts: Record<string, string> }>("select template, facts from mails where person_id = $1 order by made_at", [personId])).rows;

test("an invitation chooses a password, opens a session, and counts once; its page changes nothing", async () => {
  const { housing } = world.people;
  const { secret } = await aLink(housing, "account_invitation", start);
  for (let n = 0; n < 3; n += 1) expect(await readLink(secret, "account_invitation", later(n))).toMatchObject({ personId: housing.personId, hasFactor: false, mustHaveFactor: false, partnershipName: "Safer Testham" });
  const opening = anOpening();
  expect(await join(secret, {}, later(60), opening)).toMatchObject({ kind: "done", value: { kind: "session" } });
  expect(await readSession(opening.hash, "r", later(61))).toMatchObject({ actor: { personId: housing.personId } });
  expect(await readLink(secret, "account_invitation", later(62))).toBeNull();
  expect(await join(secret, { password: "another four words chosen" })).toEqual({ kind: "over" });
  expect(await signInAs(await emailOf(housing.personId), chosen)).toMatchObject({ kind: "session" });
  expect(await eventsOf(housing.personId)).toContain("account.joined");
});

test("a chair who takes an invitation up goes straight on to the second factor", async () => {
  const { secret } = await aLink(world.people.chair, "account_invitation", start);
  const opening = anOpening();
  expect(await join(secret, {}, later(60), opening)).toEqual({ kind: "done", value: { kind: "step", needs: "set_up" } });
  expect(await readSession(opening.hash, "r", later(61))).toBeNull();
  expect(await readStep(opening.hash, later(61))).toMatchObject({ needs: "set_up" });
});

test("of two who send an invitation at once, one gets in", async () => {
  const { secret } = await aLink(world.people.police, "account_invitation", start);
  const both = await Promise.all([join(secret, { password: "one of two sets of words" }), join(secret, { password: "two of two sets of words" })]);
  expect(both.map((outcome) => outcome.kind).toSorted()).toEqual(["done", "over"]);
});

test("a link that is used, ended, withdrawn, made up, of a leaver or for something else is the same nothing", async () => {
  const { probation, bystander } = world.people;
  const used = await aLink(probation, "account_invitation", start, { used_at: start });
  const ended = await aLink(probation, "account_invitation", start, { ends_at: later(30) });
  const withdrawn = await aLink(probation, "account_invitation", start, { withdrawn_at: start });
  const other = await aLink(probation, "password_reset", start);
  const left = await aLink(bystander, "account_invitation", start);
  await owner.query("update people set left_at = $2 where id = $1", [bystander.personId, start]);
  for (const secret of [used.secret, ended.secret, withdrawn.secret, other.secret, left.secret, secretOf(probation.personId, "account_invitation"), "", "x".repeat(5000)]) {
    expect(await readLink(secret, "account_invitation", later(60))).toBeNull();
    expect(await join(secret)).toEqual({ kind: "over" });
  }
  expect(await signInAs(await emailOf(probation.personId), chosen)).toBeNull();
});

test.each([
  ["too short without a second factor", "fourteen chars", "Password must be 15 characters or more"],
  ["common, said twice", "passwordpassword", /harder to guess/],
  ["along the keyboard", "qwertyuiop123456", /harder to guess/],
  ["one thing over and over", "aaaaaaaaaaaaaaaaaaaa", /harder to guess/],
  ["their name", "my own nowak castle", /must not contain your name/],
  ["the product", "welcome to Casemoot tonight", /must not contain your name/],
  ["their name in wide letters", "ｎｏｗａｋ ninth prawn vessel", /must not contain your name/],
])("a password is refused, and the link stays open: %s", async (_, wrong, message) => {
  const { housing } = world.people;
  const { secret } = await aLink(housing, "password_reset", start);
  expect(await reset(secret, { password: wrong })).toMatchObject({ kind: "wrong", field: "password", message: typeof message === "string" ? message : expect.stringMatching(message) });
  expect(await readLink(secret, "password_reset", later(61))).not.toBeNull();
});

test("twelve characters do where a second factor is compulsory, long ones and any letters always, and the same letters composed otherwise are the same password", async () => {
  const { secret } = await aLink(world.people.coordinator, "account_invitation", start);
  expect(await join(secret, { password: "jq83hf-xk2m" })).toMatchObject({ message: "Password must be 12 characters or more" });
  expect(await join(secret, { password: "jq83hf-xk2mz" })).toMatchObject({ kind: "done" });
  const { councillor } = world.people;
  const long = await aLink(councillor, "account_invitation", start);
  const words = `café prawn vessel ${"ninth żółw ".repeat(70)}`.slice(0, 900).normalize("NFC");
  expect(await join(long.secret, { password: words })).toMatchObject({ kind: "done" });
  expect(await signInAs(await emailOf(councillor.personId), words.normalize("NFD"))).toMatchObject({ kind: "session" });
});

test("a password reset asks for the second factor, ends every session, withdraws the other links and says so by mail", async () => {
  const { northChair } = world.people;
  const email = await aCredential(northChair, start);
  const { secret: totp, codes } = await aFactor(northChair, start);
  const { secret } = await aLink(northChair, "password_reset", start);
  const other = await aLink(northChair, "password_reset", start);
  await owner.query("insert into sessions (id, partnership_id, person_id, reference_hash, opened_at, idle_ends_at, ends_at) values (gen_random_uuid(), $1, $2, '\\x01', $3, $4, $4)", [northChair.partnershipId, northChair.personId, start, later(3600)]);
  expect(await reset(secret)).toEqual({ kind: "wrong", field: "code", message: "Enter a code" });
  expect(await reset(secret, { code: { kind: "app", text: "000000" } })).toMatchObject({ kind: "wrong", field: "code" });
  expect(await readLink(secret, "password_reset", later(60))).not.toBeNull();
  expect(await reset(secret, { code: recovery(codes[0]) })).toMatchObject({ kind: "done" });
  expect(await readLink(other.secret, "password_reset", later(61))).toBeNull();
  expect(await signInAs(email, password)).toBeNull();
  expect(await signInAs(email, chosen)).toEqual({ kind: "step", needs: "code" });
  expect((await owner.query("select 1 from sessions where person_id = $1 and ended_at is null", [northChair.personId])).rows).toEqual([]);
  expect(await mailsTo(northChair.personId)).toEqual([{ template: "account.passwordChanged", facts: { at: later(60).toISOString() } }]);
  expect(await eventsOf(northChair.personId)).toEqual(expect.arrayContaining(["session.refused", "account.passwordReset"]));
  const third = await aLink(northChair, "password_reset", later(200));
  expect(await reset(third.secret, { code: recovery(codes[0]) }, later(210))).toMatchObject({ kind: "wrong", field: "code" });
  expect(await reset(third.secret, { code: shownBy(totp, later(240)) }, later(240))).toMatchObject({ kind: "done" });
});

test("asking for a new password takes as long for nobody as for somebody, writes a mail to somebody alone, and three times an hour at most", async () => {
  const { colleague, deputy } = world.people;
  const email = await aCredential(colleague, start);
  const took = async (asked: string) => {
    const begun = performance.now();
    expect(await askPasswordReset(asked, "r", start)).toBeUndefined();
    return performance.now() - begun;
  };
  for (const asked of [email, "nobody@testham.example", await emailOf(deputy.personId)]) {
    const time = await took(asked);
    expect(time).toBeGreaterThanOrEqual(refusalTakes - 5);
    expect(time).toBeLessThan(refusalTakes + 250);
  }
  const [letter, ...more] = await mailsTo(colleague.personId);
  expect(more).toEqual([]);
  expect(letter?.template).toBe("account.passwordReset");
  expect(Object.keys(letter?.facts ?? {})).toEqual(["linkId"]);
  expect(await readLink(secretOf(letter?.facts.linkId ?? "", "password_reset"), "password_reset", later(60))).toMatchObject({ personId: colleague.personId });
  expect(await readLink(secretOf(letter?.facts.linkId ?? "", "password_reset"), "password_reset", later(3600))).toBeNull();
  await Promise.all(Array.from({ length: 6 }, () => askPasswordReset(email, "r", later(10))));
  expect(await mailsTo(colleague.personId)).toHaveLength(3);
  // whoever never chose a password, or signs in by an organisation, has none to reset
  expect(await mailsTo(deputy.personId)).toEqual([]);
  expect(await eventsOf(colleague.personId)).toContain("account.resetAsked");
});

test("the application can't read what opens an account", async () => {
  for (const sql of ["select secret_hash from one_time_links", "select sealed_secret from second_factors", "select code_hash from recovery_codes", "select * from sign_in_steps", "update second_factors set confirmed_at = null", "update recovery_codes set used_at = null", "insert into sign_in_steps default values"]) {
    await expect(app.query(sql), sql).rejects.toThrow(/permission denied/);
  }
  expect(hashOf("a")).toHaveLength(32);
});
