import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { signInByCode } from "@/domain/accounts/commands/finish-step.ts";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import { readStep } from "@/domain/accounts/queries/read-step.ts";
import { admitRequest } from "@/domain/organisations/commands/admit-request.ts";
import { beginJourney } from "@/domain/organisations/commands/begin-journey.ts";
import { endOrganisation } from "@/domain/organisations/commands/end-organisation.ts";
import { refuseRequest } from "@/domain/organisations/commands/refuse-request.ts";
import { signInByOrganisation } from "@/domain/organisations/commands/sign-in-by-organisation.ts";
import { findOrganisations } from "@/domain/organisations/queries/find-organisations.ts";
import { newReference } from "@/platform/auth/session-cookie.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { aCredential, aFactor, anAddress, anOpening, shownBy } from "../accounts/arrange.ts";
import { anOrganisation, arrange, arrive, emailOf, invited, issuer, journey, known, leave, linksOf, minutesLater, now, organisationId, refused, requestsOf, subjectOf, world } from "./arranged.ts";

beforeAll(arrange);
afterAll(() => issuer.end());

test("somebody who was invited signs in with their organisation, and the session says how", async () => {
  const { police } = world.people;
  await invited(police);
  const subject = await known(await emailOf(police));
  expect(await journey(subject)).toEqual({ came: "in", goOnTo: "/cases", who: police.personId });
  const { rows } = await owner.query("select how, device from sessions where person_id = $1", [police.personId]);
  expect(rows).toEqual([{ how: "organisation", device: "Firefox on Windows" }]);
  const trail = await owner.query("select event, person_id, particulars from audit_events where person_id = $1 order by seq", [police.personId]);
  expect(trail.rows).toEqual([
    { event: "identity.linked", person_id: police.personId, particulars: { organisationId } },
    { event: "session.opened", person_id: police.personId, particulars: { how: "organisation" } },
  ]);
});

test("the first time they are told by mail, and the invitation under way opens nothing more", async () => {
  const { housing } = world.people;
  await invited(housing);
  const subject = await known(await emailOf(housing));
  for (let time = 0; time < 2; time++) expect((await journey(subject)).who).toBe(housing.personId);
  const mails = await owner.query("select template from mails where person_id = $1", [housing.personId]);
  expect(mails.rows).toEqual([{ template: "access.linked" }]);
  const links = await owner.query("select 1 from one_time_links where person_id = $1 and used_at is null", [housing.personId]);
  expect(links.rowCount).toBe(0);
});

test("who somebody is stays with their subject, whatever address the issuer gives them later", async () => {
  const { police, chair } = world.people;
  await invited(chair);
  const subject = await subjectOf(police);
  issuer.accounts.set(subject, { email: await emailOf(chair), email_verified: true });
  expect((await journey(subject)).who).toBe(police.personId);
  expect(await linksOf(subject)).toEqual([police.personId]);
});

test("a second account with somebody's address is not taken for them", async () => {
  const { police } = world.people;
  const subject = await known(await emailOf(police));
  expect(await journey(subject)).toEqual({ came: "asked", who: null });
  expect(await linksOf(subject)).toEqual([]);
});

test.each([
  ["the issuer has not verified", (email: string) => ({ email, email_verified: false })],
  ["the issuer gives as a user name alone", (email: string) => ({ email: undefined, preferred_username: email })],
])("an address that %s links nobody: they ask, and the administrator is told that it isn't confirmed", async (_, over) => {
  const { coordinator } = world.people;
  await invited(coordinator);
  const email = await emailOf(coordinator);
  const subject = await known(email, over(email));
  expect(await journey(subject)).toEqual({ came: "asked", who: null });
  expect(await requestsOf(subject)).toMatchObject([{ email, email_confirmed: false }]);
});

test("whoever set up a second factor here is asked for it: an organisation's sign-in opens the step to it and nothing else", async () => {
  const { northChair } = world.people;
  const email = await aCredential(northChair, now);
  const { secret } = await aFactor(northChair, now);
  const subject = await known(email);
  const { state, search } = await leave(subject);
  const step = anOpening();
  expect(await signInByOrganisation({ organisationId, search, kept: state }, step, now)).toEqual({ came: "code", goOnTo: "/cases" });
  expect(await readSession(step.hash, "r", now)).toBeNull();
  expect(await readStep(step.hash, now)).toMatchObject({ personId: northChair.personId, needs: "code" });
  const session = anOpening();
  expect(await signInByCode({ reference: step.hash, code: shownBy(secret, now), address: anAddress() }, session, now)).toMatchObject({ id: expect.any(String) as string });
  expect((await readSession(session.hash, "r", now))?.actor.personId).toBe(northChair.personId);
});

test("an address that an account was moved to in the last seven days finds nobody: they ask", async () => {
  const { deputy } = world.people;
  await insert("credentials", { person_id: deputy.personId, partnership_id: deputy.partnershipId, password_hash: "x", set_at: now });
  const email = `moved.${randomUUID()}@testham.example`;
  await owner.query("update people set email = $2 where id = $1", [deputy.personId, email]);
  const subject = await known(email);
  expect(await journey(subject)).toEqual({ came: "asked", who: null });
  expect(await linksOf(subject)).toEqual([]);
});

test("somebody of the directory who was never invited asks, like anybody", async () => {
  const { marpMember } = world.people;
  const email = await emailOf(marpMember);
  const subject = await known(email);
  expect(await journey(subject)).toEqual({ came: "asked", who: null });
  expect(await requestsOf(subject)).toMatchObject([{ email, email_confirmed: true }]);
});

test("an address of a domain the organisation isn't entered for links nobody, though the issuer verified it", async () => {
  const { northChair } = world.people;
  await owner.query("update people set email = 'dev@elsewhere.example' where id = $1", [northChair.personId]);
  await invited(northChair);
  const subject = await known("dev@elsewhere.example");
  expect(await journey(subject)).toEqual({ came: "asked", who: null });
  expect(await linksOf(subject)).toEqual([]);
});

/** What the database answers when it is told this of somebody, whatever our code would have told it. */
const askedDirectly = async (subject: string, email: string, of = organisationId) =>
  (await app.query<{ came: string }>("select app.sign_in_by_organisation($1, $2, $3, '', $3, gen_random_uuid(), $4, now(), '', 'r') as came", [of, subject, email, Buffer.from(randomUUID())])).rows[0]?.came;

test("the database links nobody by an address of another domain either", async () => {
  expect(await askedDirectly(randomUUID(), "dev@elsewhere.example")).toBe("asked");
  const { bystander } = world.people;
  await invited(bystander);
  expect(await askedDirectly(randomUUID(), await emailOf(bystander))).toBe("opened");
});

test("a person of another partnership is unknown here, though their address is of the same domain", async () => {
  const other = await aPartnership("Safer Elsewhere");
  await invited(other.people.chair);
  const subject = await known(await emailOf(other.people.chair));
  expect(await journey(subject)).toEqual({ came: "asked", who: null });
  expect((await requestsOf(subject)).map((request) => request.partnership_id)).toEqual([world.partnershipId]);
});

test("an unknown person asks once, and the administrators are told that somebody does", async () => {
  const before = (await owner.query("select 1 from mails where template = 'access.asked'")).rowCount ?? 0;
  const subject = await known("new.person@testham.example", { name: "New\u202E Person" });
  for (let time = 0; time < 3; time++) expect(await journey(subject)).toEqual({ came: "asked", who: null });
  expect(await requestsOf(subject)).toMatchObject([{ email: "new.person@testham.example", name: "New Person", email_confirmed: true }]);
  const mails = await owner.query("select person_id, facts from mails where template = 'access.asked'");
  expect(mails.rows.length - before).toBe(1);
  expect(mails.rows.at(-1)).toEqual({ person_id: world.people.administrator.personId, facts: {} });
  const trail = await owner.query("select person_id, subject_type from audit_events where event = 'request.made' and subject_id = $1", [(await requestsOf(subject))[0]?.id]);
  expect(trail.rows).toEqual([{ person_id: null, subject_type: "request" }]);
});

test("whoever is refused stays out, and asks nobody again", async () => {
  const subject = await known("unwanted@testham.example");
  await journey(subject);
  const [request] = await requestsOf(subject);
  expect(await refuseRequest(world.people.administrator, { requestId: request?.id })).toMatchObject({ ok: true });
  expect(await journey(subject)).toEqual(refused);
  expect(await requestsOf(subject)).toHaveLength(1);
});

test("whoever is admitted signs in from then on", async () => {
  const subject = await known("admitted@testham.example");
  await journey(subject);
  const [request] = await requestsOf(subject);
  expect(await admitRequest(world.people.administrator, { requestId: request?.id, who: "new", name: "Ada Admitted", post: "Officer", agencyId: world.agencies.police })).toMatchObject({ ok: true });
  const { who, came } = await journey(subject);
  expect(came).toBe("in");
  expect(await linksOf(subject)).toEqual([who]);
});

test("a leaver is refused in the same words as anybody, linked or not", async () => {
  const [linked, unlinked] = [world.people.councillor, world.people.northMember];
  for (const who of [linked, unlinked]) await invited(who);
  const subject = await known(await emailOf(linked));
  expect((await journey(subject)).who).toBe(linked.personId);
  for (const { personId } of [linked, unlinked]) await owner.query("update people set left_at = $2 where id = $1", [personId, now]);
  expect(await journey(subject)).toEqual(refused);
  const other = await known(await emailOf(unlinked));
  expect(await journey(other)).toEqual(refused);
  expect(await requestsOf(other)).toEqual([]);
  expect(await linksOf(other)).toEqual([]);
});

test("whoever comes back is invited anew before their organisation opens anything", async () => {
  const { councillor } = world.people;
  const subject = await subjectOf(councillor);
  await owner.query("update people set left_at = null where id = $1", [councillor.personId]);
  expect(await linksOf(subject)).toEqual([]);
  issuer.accounts.set(subject, { email: await emailOf(councillor), email_verified: true });
  expect(await journey(subject)).toEqual({ came: "asked", who: null });
  await invited(councillor);
  expect((await journey(subject)).who).toBe(councillor.personId);
});

test("an issuer that anybody registers with can't fill the administrator's list", async () => {
  const own = await aPartnership("Safer Crowd");
  const id = await anOrganisation(own, issuer, "crowd.example");
  for (let n = 0; n < 200; n++) await insert("access_requests", { id: randomUUID(), partnership_id: own.partnershipId, provider_id: id, subject: randomUUID(), name: "", email: "", asked_at: now });
  const { state, search } = await leave(await known("one.more@crowd.example"), { to: id });
  expect(await arrive({ search, kept: state, organisationId: id })).toEqual(refused);
});

test("an organisation whose sign-in has ended lets nobody in, on whatever way they are, and those inside are out", async () => {
  const { police } = world.people;
  const subject = await subjectOf(police);
  const session = newReference();
  const first = await leave(subject);
  await signInByOrganisation({ organisationId, search: first.search, kept: first.state }, { hash: session.hash, device: "", requestId: "r" }, now);
  const underWay = await leave(subject);
  expect(await endOrganisation(world.people.administrator, { organisationId })).toMatchObject({ ok: true });
  expect(await arrive({ search: underWay.search, kept: underWay.state })).toEqual(refused);
  expect(await beginJourney(organisationId, "/", "r", now)).toBeNull();
  expect((await findOrganisations("testham.example")).map((one) => one.organisationId)).not.toContain(organisationId);
  expect(await readSession(session.hash, "r", minutesLater(1))).toBeNull();
  expect(await askedDirectly(subject, await emailOf(police))).toBe("refused");
  // whoever showed a second factor after it is out too
  const inside = await owner.query("select s.how from sessions s join identities i on i.person_id = s.person_id where i.provider_id = $1 and s.ended_at is null", [organisationId]);
  expect(inside.rows).toEqual([]);
});
