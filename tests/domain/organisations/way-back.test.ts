import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import { beginJourney } from "@/domain/organisations/commands/begin-journey.ts";
import { signInByOrganisation } from "@/domain/organisations/commands/sign-in-by-organisation.ts";
import { findOrganisations, organisationsSignIn } from "@/domain/organisations/queries/find-organisations.ts";
import { newReference } from "@/platform/auth/session-cookie.ts";
import { anIssuer, anotherKey } from "../../support/issuer.ts";
import { aPartnership } from "../../support/world.ts";
import { anOrganisation, arrange, arrive, emailOf, invited, issuer, journey, known, leave, minutesLater, now, organisationId, refused, requestsOf, subjectOf, world } from "./arranged.ts";

beforeAll(arrange);
beforeEach(() => void (issuer.tamper = {}));
afterAll(() => issuer.end());

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
  const organisation = await anOrganisation(world, other, "another.example");
  const { deputy } = world.people;
  const { state, search } = await leave(await subjectOf(deputy));
  expect(await arrive({ search, kept: state, organisationId: organisation })).toEqual(refused);
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

test("claims that an issuer gives only when asked with the token are read there", async () => {
  const shy = await anIssuer({ claimsInToken: false });
  const own = await aPartnership("Safer Shy");
  await invited(own.people.chair);
  const id = await anOrganisation(own, shy, "testham.example");
  shy.accounts.set("shy", { email: await emailOf(own.people.chair), email_verified: true });
  const { state, search } = await leave("shy", { to: id, through: shy });
  expect((await arrive({ search, kept: state, organisationId: id })).who).toBe(own.people.chair.personId);
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

