import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { endOtherSessions, endSession, endSessionsOf, resetFactorOf } from "@/domain/accounts/commands/end-sessions.ts";
import { changePassword, makeRecoveryCodes, replaceFactor } from "@/domain/accounts/commands/keep-own-account.ts";
import { signIn } from "@/domain/accounts/commands/sign-in.ts";
import { signInByCode } from "@/domain/accounts/commands/finish-step.ts";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import { appToReplace, viewOwnAccount } from "@/domain/accounts/queries/view-own-account.ts";
import { viewSessionsOf } from "@/domain/accounts/queries/view-sessions-of.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { can, type Permission } from "@/domain/kernel/policy.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCredential, aFactor, anAddress, anOpening, aStep, digits, emailOf, eventsOf, password, recovery, shownBy } from "./arrange.ts";

let world: World;
const start = new Date();
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const chosen = "tabloid vessel ninth prawn";
beforeAll(async () => {
  world = await aPartnership();
  for (const who of [world.people.housing, world.people.police, world.people.probation, world.people.councillor]) await aCredential(who, start);
});
async function signedIn(who: Actor, typed = password, now = start) {
  const opening = anOpening();
  const entered = await signIn({ email: await emailOf(who.personId), password: typed, address: anAddress() }, opening, now);
  const session = await readSession(opening.hash, "r", now);
  if (!session) throw new Error(`not signed in: ${JSON.stringify(entered)}`);
  return { actor: session.actor, hash: opening.hash };
}
const isOpen = async (hash: Buffer, now = later(1)) => (await readSession(hash, "r", now)) !== null;
const wrong = (fields: Record<string, unknown>) => ({ ok: false, problem: { kind: "invalid", fields } });
const mailsTo = async (personId: string) => (await owner.query<{ template: string }>("select template from mails where person_id = $1 order by made_at", [personId])).rows.map((row) => row.template);

test("one's own sessions are listed with the browser and the way in, and each can be ended from another", async () => {
  const { housing } = world.people;
  const [one, two, three] = [await signedIn(housing), await signedIn(housing), await signedIn(housing)];
  const account = await viewOwnAccount(one.actor, {}, later(1));
  expect(account.sessions).toHaveLength(3);
  expect(account.sessions.filter((session) => session.isThis).map((session) => session.id)).toEqual([one.actor.sessionId]);
  expect(account.sessions[0]).toMatchObject({ device: "Firefox on Linux", how: "password", openedAt: start });
  expect(await endSession(one.actor, { sessionId: two.actor.sessionId }, later(1))).toEqual({ ok: true, value: {} });
  expect(await endSession(one.actor, { sessionId: two.actor.sessionId }, later(2))).toEqual({ ok: true, value: {} });
  expect([await isOpen(one.hash), await isOpen(two.hash), await isOpen(three.hash)]).toEqual([true, false, true]);
  expect(await endOtherSessions(one.actor, {}, later(3))).toEqual({ ok: true, value: {} });
  expect([await isOpen(one.hash), await isOpen(three.hash)]).toEqual([true, false]);
  expect((await eventsOf(housing.personId)).filter((event) => event === "session.ended")).toHaveLength(2);
});

test("nobody ends or sees a session of somebody else, guessed or not", async () => {
  const [own, others] = [await signedIn(world.people.housing), await signedIn(world.people.police)];
  for (const sessionId of [others.actor.sessionId, randomUUID()]) expect(await endSession(own.actor, { sessionId })).toMatchObject({ problem: { kind: "notFound" } });
  expect(await endSession(own.actor, { sessionId: "x" })).toMatchObject(wrong({ sessionId: expect.anything() }));
  expect(await isOpen(others.hash)).toBe(true);
  expect((await viewOwnAccount(own.actor, {}, later(1))).sessions.map((session) => session.id)).not.toContain(others.actor.sessionId);
  expect(await viewSessionsOf(own.actor, world.people.police.personId)).toBeNull();
});

test("an administrator sees and ends somebody's sessions; nobody else does, nor one of another partnership", async () => {
  const { administrator, police, chair, governance } = world.people;
  const { hash } = await signedIn(police);
  for (const who of [chair, governance, police]) expect(await endSessionsOf(who, { personId: police.personId })).toMatchObject({ problem: { kind: "forbidden", permission: "account.endSessions" } });
  const elsewhere = await aPartnership("Safer Elsewhere");
  expect(await endSessionsOf(elsewhere.people.administrator, { personId: police.personId })).toMatchObject({ problem: { kind: "notFound" } });
  expect(await isOpen(hash)).toBe(true);
  expect((await viewSessionsOf(administrator, police.personId, later(1)))?.sessions.length).toBeGreaterThan(0);
  expect(await viewSessionsOf(elsewhere.people.administrator, police.personId, later(1))).toEqual({ sessions: [], hasFactor: false });
  expect(await endSessionsOf(administrator, { personId: police.personId }, later(1))).toEqual({ ok: true, value: {} });
  expect(await isOpen(hash)).toBe(false);
  expect(await eventsOf(administrator.personId)).toContain("session.ended");
});

test("a new password asks for the one before, ends the other sessions and is told by mail", async () => {
  const { probation } = world.people;
  const [own, other] = [await signedIn(probation), await signedIn(probation)];
  const send = (fields: Record<string, unknown>) => changePassword(own.actor, fields, later(1));
  expect(await send({})).toMatchObject(wrong({ currentPassword: ["Enter your password"], password: ["Enter a password"] }));
  expect(await send({ currentPassword: "not this one at all", password: chosen })).toMatchObject(wrong({ currentPassword: ["Password is wrong"] }));
  expect(await send({ currentPassword: password, password: "short" })).toMatchObject(wrong({ password: ["Password must be 15 characters or more"] }));
  expect(await send({ currentPassword: password, password: "my own adeyemi castle" })).toMatchObject(wrong({ password: [expect.stringMatching(/your name/)] }));
  expect(await send({ currentPassword: password, password: chosen, isAdministrator: "yes" })).toMatchObject(wrong({}));
  expect(await isOpen(other.hash)).toBe(true);
  expect(await send({ currentPassword: password, password: chosen })).toEqual({ ok: true, value: {} });
  expect([await isOpen(own.hash, later(2)), await isOpen(other.hash, later(2))]).toEqual([true, false]);
  await expect(signedIn(probation, password, later(3))).rejects.toThrow("not signed in");
  await signedIn(probation, chosen, later(3));
  expect(await mailsTo(probation.personId)).toEqual(["account.passwordChanged"]);
  expect(await eventsOf(probation.personId)).toContain("account.passwordChanged");
});

test("somebody with an open session and no password guesses none: whoever has no password of ours has none to change", async () => {
  expect(await changePassword(world.people.bystander, { currentPassword: password, password: chosen })).toMatchObject({ problem: { kind: "notFound" } });
});

test("a second factor is set up by choice, replaced by showing the one before, and its codes are made anew", async () => {
  const { councillor } = world.people;
  const [own, other] = [await signedIn(councillor), await signedIn(councillor)];
  const first = await appToReplace(own.actor, {});
  expect(await appToReplace(own.actor, {})).toEqual(first);
  expect(await appToReplace(other.actor, {})).not.toEqual(first);
  const now = new Date();
  expect(await replaceFactor(own.actor, { currentPassword: password, newCode: "000000" })).toMatchObject(wrong({ newCode: [expect.stringMatching(/wrong/)] }));
  expect(await replaceFactor(own.actor, { currentPassword: "wrong", newCode: digits(first.secret, now) })).toMatchObject(wrong({ currentPassword: ["Password is wrong"] }));
  expect(await makeRecoveryCodes(own.actor, { currentPassword: password })).toMatchObject(wrong({ "": ["Set up a second factor first"] }));
  const set = await replaceFactor(own.actor, { currentPassword: password, newCode: digits(first.secret, new Date()) });
  if (!set.ok) throw new Error(JSON.stringify(set));
  expect(set.value.codes).toHaveLength(10);
  expect(await isOpen(other.hash, new Date())).toBe(false);
  expect(await viewOwnAccount(own.actor, {})).toMatchObject({ factor: { recoveryCodesLeft: 10 } });
  expect(await mailsTo(councillor.personId)).toEqual(["account.secondFactorSet"]);

  // now each change asks for a code as well, and a used one does not do
  const second = await appToReplace(own.actor, {});
  expect(second.secret).not.toBe(first.secret);
  const change = (code: string, newCode = digits(second.secret, new Date())) => replaceFactor(own.actor, { currentPassword: password, code, newCode });
  expect(await change("")).toMatchObject(wrong({ code: ["Enter a code"] }));
  expect(await change("000000")).toMatchObject(wrong({ currentPassword: [expect.stringMatching(/code is wrong/)] }));
  expect(await change(digits(first.secret, now))).toMatchObject(wrong({ currentPassword: [expect.stringMatching(/used before/)] }));
  const made = await makeRecoveryCodes(own.actor, { currentPassword: password, code: set.value.codes[0] ?? "" });
  if (!made.ok) throw new Error(JSON.stringify(made));
  expect(await change(set.value.codes[1] ?? "")).toMatchObject({ ok: false });
  expect(await change(made.value.codes[0] ?? "")).toMatchObject({ ok: true });
  const { reference } = await aStep(await emailOf(councillor.personId), new Date());
  const by = (code: ReturnType<typeof recovery>, at = new Date()) => signInByCode({ reference, code, address: anAddress() }, anOpening(), at);
  expect(await by(recovery(made.value.codes[1]))).toBeNull();
  const soon = new Date(Date.now() + 30_000);
  expect(await by(shownBy(first.secret, soon), soon)).toBeNull();
  expect(await by(shownBy(second.secret, soon), soon)).toMatchObject({ id: expect.any(String) });
  expect((await eventsOf(councillor.personId)).filter((event) => event.startsWith("secondFactor"))).toEqual(["secondFactor.set", "secondFactor.codesMade", "secondFactor.set"]);
}, 60_000);

test("an administrator resets the second factor of somebody who lost it, never their own; it ends their sessions and is told by mail", async () => {
  const { administrator, marpChair, chair } = world.people;
  const email = await aCredential(marpChair, start);
  await aFactor(marpChair, start);
  await aFactor(administrator, start);
  expect(await resetFactorOf(chair, { personId: marpChair.personId })).toMatchObject({ problem: { kind: "forbidden", permission: "account.resetFactor" } });
  // the database refuses it too, whatever a command forgets
  const asks = (who: Actor, personId: string) => transact({ ...who, now: later(4) }, (tx) => tx.$queryRaw`select app.reset_second_factor_of(${personId}::uuid, now()) as reset`);
  expect(await asks(chair, marpChair.personId)).toEqual([{ reset: false }]);
  expect(await asks(administrator, administrator.personId)).toEqual([{ reset: false }]);
  expect(await resetFactorOf(administrator, { personId: administrator.personId })).toMatchObject({ problem: { rule: "account.ownFactor" } });
  expect(await resetFactorOf(administrator, { personId: chair.personId })).toMatchObject({ problem: { rule: "account.noFactor" } });
  const elsewhere = await aPartnership("Safer Yonder");
  expect(await resetFactorOf(elsewhere.people.administrator, { personId: marpChair.personId })).toMatchObject({ problem: { kind: "notFound" } });
  expect((await aStep(email, later(5))).entered).toEqual({ kind: "step", needs: "code" });
  const held = await aStep(email, later(5));
  expect(await resetFactorOf(administrator, { personId: marpChair.personId }, later(10))).toEqual({ ok: true, value: {} });
  expect(await signInByCode({ reference: held.reference, code: { kind: "app", text: "123456" }, address: "" }, anOpening(), later(11))).toBe("over");
  expect((await aStep(email, later(12))).entered).toEqual({ kind: "step", needs: "set_up" });
  expect(await mailsTo(marpChair.personId)).toEqual(["account.secondFactorReset"]);
  expect(await eventsOf(administrator.personId)).toContain("secondFactor.reset");
});

test("what people keep of their own account is for themselves alone, while they are here", () => {
  const standing = { present: true, appointments: [], memberships: [], partnershipOffices: [], vacantChairs: [] };
  const own: Permission = "account.keep";
  expect(can(standing, own)).toBe(false);
  expect(can(standing, own, { isSelf: true })).toBe(true);
  expect(can({ ...standing, present: false }, own, { isSelf: true })).toBe(false);
});
