import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addOrganisation } from "@/domain/organisations/commands/add-organisation.ts";
import { admitRequest } from "@/domain/organisations/commands/admit-request.ts";
import { beginJourney } from "@/domain/organisations/commands/begin-journey.ts";
import { endOrganisation } from "@/domain/organisations/commands/end-organisation.ts";
import { refuseRequest } from "@/domain/organisations/commands/refuse-request.ts";
import { signInByOrganisation } from "@/domain/organisations/commands/sign-in-by-organisation.ts";
import { findOrganisations, organisationsSignIn } from "@/domain/organisations/queries/find-organisations.ts";
import { newReference } from "@/platform/auth/session-cookie.ts";
import { app, owner } from "../../support/database.ts";
import { anIssuer, anotherKey, follow, type Issuer } from "../../support/issuer.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";

process.env.NEXTAUTH_SECRET ??= "a secret for tests that is long enough to be one";
process.env.ORIGIN = "http://localhost:3150";
const now = new Date();
const minutesLater = (n: number) => new Date(now.getTime() + n * 60_000);

let world: World;
let issuer: Issuer;
let organisationId: string;

beforeAll(async () => {
  world = await aPartnership();
  issuer = await anIssuer();
  const outcome = await addOrganisation(world.people.administrator, { name: "Testham Council", issuer: issuer.address, clientId: issuer.clientId, clientSecret: issuer.clientSecret, domains: "testham.example" });
  organisationId = outcome.ok ? outcome.value.organisationId : "";
  issuer.redirectAddresses = [backFor(organisationId)];
});
beforeEach(() => void (issuer.tamper = {}));
afterAll(() => issuer.end());

const backFor = (id: string) => `http://localhost:3150/sign-in/organisation/back/${id}`;
const emailOf = async ({ personId }: Actor) => (await owner.query<{ email: string }>("select email from people where id = $1", [personId])).rows[0]?.email ?? "";
const invited = ({ personId, partnershipId }: Actor) =>
  insert("one_time_links", { id: randomUUID(), partnership_id: partnershipId, person_id: personId, purpose: "account_invitation", secret_hash: Buffer.from(randomUUID()), made_at: now, ends_at: minutesLater(60) });
const linksOf = async (subject: string) => (await owner.query<{ person_id: string }>("select person_id from identities where subject = $1", [subject])).rows.map(({ person_id }) => person_id);
const subjectOf = async ({ personId }: Actor) => (await owner.query<{ subject: string }>("select subject from identities where person_id = $1", [personId])).rows[0]?.subject ?? "";
const requestsOf = async (subject: string) =>
  (await owner.query<{ id: string; email: string; name: string; email_confirmed: boolean; partnership_id: string }>("select id, email, name, email_confirmed, partnership_id from access_requests where subject = $1", [subject])).rows;

/** Somebody at the organisation, as it knows them. */
async function known(email: string, over: Record<string, unknown> = {}): Promise<string> {
  const subject = randomUUID();
  issuer.accounts.set(subject, { email, email_verified: true, name: "Somebody Known", ...over });
  return subject;
}
async function leave(subject: string, at = now) {
  const journey = await beginJourney(organisationId, "/cases", "r", at);
  if (!journey) throw new Error("no journey was begun");
  issuer.signedIn = subject;
  return { ...journey, search: await follow(journey.address, backFor(organisationId)) };
}
/** There and back in one browser. */
async function journey(subject: string, at = now) {
  const { state, search } = await leave(subject, at);
  return arrive({ search, kept: state }, at);
}
async function arrive(came: { search: string; kept: string | null; organisationId?: string }, at = now) {
  const session = newReference();
  const arrival = await signInByOrganisation({ organisationId, ...came }, { hash: session.hash, device: "Firefox on Windows", requestId: "r" }, at);
  return { ...arrival, who: (await readSession(session.hash, "r", at))?.actor.personId ?? null };
}
const refused = { came: "refused", who: null };

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

test("a session by organisation ends like any other: idle, and after twelve hours", async () => {
  const { colleague } = world.people;
  await invited(colleague);
  const subject = await known(await emailOf(colleague));
  const { state, search } = await leave(subject);
  const session = newReference();
  await signInByOrganisation({ organisationId, search, kept: state }, { hash: session.hash, device: "", requestId: "r" }, now);
  expect(await readSession(session.hash, "r", minutesLater(29))).not.toBeNull();
  expect(await readSession(session.hash, "r", minutesLater(60))).toBeNull();
  const again = newReference();
  const second = await leave(subject);
  await signInByOrganisation({ organisationId, search: second.search, kept: second.state }, { hash: again.hash, device: "", requestId: "r" }, now);
  for (let n = 20; n < 720; n += 20) expect(await readSession(again.hash, "r", minutesLater(n)), `at ${n} minutes`).not.toBeNull();
  expect(await readSession(again.hash, "r", minutesLater(720))).toBeNull();
});

test("an answer counts once: sent again it opens nothing", async () => {
  const { probation } = world.people;
  await invited(probation);
  const subject = await known(await emailOf(probation));
  const { state, search } = await leave(subject);
  expect((await arrive({ search, kept: state })).who).toBe(probation.personId);
  expect(await arrive({ search, kept: state })).toEqual(refused);
});

test("a journey is over with the first answer that names it, though that was a wrong one", async () => {
  const { state, search } = await leave(await subjectOf(world.people.probation));
  expect(await arrive({ search: search.replace(/iss=[^&]+/, "iss=https%3A%2F%2Felsewhere.example"), kept: state })).toEqual(refused);
  expect(await arrive({ search, kept: state })).toEqual(refused);
});

test("an answer brought by another browser, or by none of ours, opens nothing and leaves the journey to its own", async () => {
  const { deputy } = world.people;
  await invited(deputy);
  const subject = await known(await emailOf(deputy));
  const [mine, others] = [await leave(subject), await leave(subject)];
  expect(await arrive({ search: mine.search, kept: others.state })).toEqual(refused);
  expect(await arrive({ search: mine.search, kept: null })).toEqual(refused);
  expect((await arrive({ search: mine.search, kept: mine.state })).who).toBe(deputy.personId);
});

test("an answer after ten minutes opens nothing", async () => {
  const subject = await known(await emailOf(world.people.deputy));
  const { state, search } = await leave(subject);
  expect(await arrive({ search, kept: state }, minutesLater(10))).toEqual(refused);
});

test.each([
  ["with a code that the issuer never gave", (search: string) => search.replace(/code=[^&]+/, "code=made-up")],
  ["without a code", (search: string) => search.replace(/code=[^&]+&/, "")],
  ["that says no", (search: string) => search.replace(/code=[^&]+/, "error=access_denied")],
  ["with two states", (search: string) => `${search}&state=another`],
  ["of another issuer", (search: string) => search.replace(/iss=[^&]+/, "iss=https%3A%2F%2Felsewhere.example")],
  ["without the issuer it promised to name", (search: string) => search.replace(/&iss=[^&]+/, "")],
])("an answer %s opens nothing", async (_, changed) => {
  const subject = await known(await emailOf(world.people.deputy));
  const { state, search } = await leave(subject);
  expect(search).toMatch(/^\?code=[^&]+&state=[^&]+&iss=[^&]+$/);
  expect(changed(search)).not.toBe(search);
  expect(await arrive({ search: changed(search), kept: state })).toEqual(refused);
});

test("an answer of one organisation is not taken at the address of another", async () => {
  const other = await anIssuer();
  const added = await addOrganisation(world.people.administrator, { name: "Another", issuer: other.address, clientId: other.clientId, clientSecret: other.clientSecret, domains: "another.example" });
  const { deputy } = world.people;
  const { state, search } = await leave(await subjectOf(deputy));
  expect(await arrive({ search, kept: state, organisationId: added.ok ? added.value.organisationId : "" })).toEqual(refused);
  expect((await arrive({ search, kept: state })).who).toBe(deputy.personId);
  await other.end();
});

test.each([
  ["of another nonce", { claims: (claims: object) => ({ ...claims, nonce: "another" }) }],
  ["without a nonce", { claims: (claims: object) => ({ ...claims, nonce: undefined }) }],
  ["for another audience", { claims: (claims: object) => ({ ...claims, aud: "another client" }) }],
  ["of another issuer", { claims: (claims: object) => ({ ...claims, iss: "https://elsewhere.example" }) }],
  ["that has run out", { claims: (claims: object) => ({ ...claims, iat: Math.floor(Date.now() / 1000) - 7200, exp: Math.floor(Date.now() / 1000) - 3600 }) }],
  ["signed by somebody else", { key: anotherKey() }],
  ["without a subject", { claims: (claims: object) => ({ ...claims, sub: undefined }) }],
])("a token %s opens nothing", async (_, tamper) => {
  const { coordinator } = world.people;
  const subject = await known(await emailOf(coordinator));
  issuer.tamper = tamper;
  expect(await journey(subject)).toEqual(refused);
  expect(await requestsOf(subject)).toEqual([]);
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

test("an issuer that anybody registers with can't fill the administrator's list", async () => {
  const own = await aPartnership("Safer Crowd");
  const crowd = await addOrganisation(own.people.administrator, { name: "Crowd", issuer: issuer.address, clientId: issuer.clientId, clientSecret: issuer.clientSecret, domains: "crowd.example" });
  const id = crowd.ok ? crowd.value.organisationId : "";
  for (let n = 0; n < 200; n++) await insert("access_requests", { id: randomUUID(), partnership_id: own.partnershipId, provider_id: id, subject: randomUUID(), name: "", email: "", asked_at: now });
  issuer.redirectAddresses.push(backFor(id));
  issuer.signedIn = await known("one.more@crowd.example");
  const begun = await beginJourney(id, "/", "r", now);
  const search = await follow(begun?.address ?? "", backFor(id));
  expect(await arrive({ search, kept: begun?.state ?? null, organisationId: id })).toEqual(refused);
});

test("claims that an issuer gives only when asked with the token are read there", async () => {
  const shy = await anIssuer({ claimsInToken: false });
  const own = await aPartnership("Safer Shy");
  await invited(own.people.chair);
  const added = await addOrganisation(own.people.administrator, { name: "Shy", issuer: shy.address, clientId: shy.clientId, clientSecret: shy.clientSecret, domains: "testham.example" });
  const id = added.ok ? added.value.organisationId : "";
  shy.redirectAddresses = [backFor(id)];
  shy.accounts.set("shy", { email: await emailOf(own.people.chair), email_verified: true });
  shy.signedIn = "shy";
  const begun = await beginJourney(id, "/", "r", now);
  const search = await follow(begun?.address ?? "", backFor(id));
  expect((await arrive({ search, kept: begun?.state ?? null, organisationId: id })).who).toBe(own.people.chair.personId);
  await shy.end();
});

test("which organisations there are depends on the domain alone", async () => {
  expect(await findOrganisations("testham.example")).toEqual(expect.arrayContaining([{ organisationId, name: "Testham Council", partnership: "Safer Testham" }]));
  expect(await findOrganisations("nowhere.example")).toEqual([]);
  expect(await organisationsSignIn()).toBe(true);
});

test("nothing of the person goes to the issuer with them", async () => {
  const journey = await beginJourney(organisationId, "/cases", "r", now);
  const sent = new URL(journey?.address ?? "").searchParams;
  expect([...sent.keys()].sort()).toEqual(["client_id", "code_challenge", "code_challenge_method", "nonce", "redirect_uri", "response_type", "scope", "state"]);
  expect(sent.get("code_challenge_method")).toBe("S256");
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
});
