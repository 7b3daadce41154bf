import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addOrganisation } from "@/domain/organisations/commands/add-organisation.ts";
import { admitRequest } from "@/domain/organisations/commands/admit-request.ts";
import { changeOrganisation } from "@/domain/organisations/commands/change-organisation.ts";
import { endOrganisation } from "@/domain/organisations/commands/end-organisation.ts";
import { refuseRequest } from "@/domain/organisations/commands/refuse-request.ts";
import { findOrganisations } from "@/domain/organisations/queries/find-organisations.ts";
import { listOrganisations, viewOrganisation } from "@/domain/organisations/queries/view-organisations.ts";
import { listRequests, viewRequest } from "@/domain/organisations/queries/view-requests.ts";
import { unseal } from "@/platform/auth/seal.ts";
import { transact } from "@/platform/db/client.ts";
import { app, owner } from "../../support/database.ts";
import { anIssuer, type Issuer } from "../../support/issuer.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";

process.env.NEXTAUTH_SECRET ??= "a secret for tests that is long enough to be one";
let world: World;
let issuer: Issuer;
let asked: number;

beforeAll(async () => {
  world = await aPartnership();
  issuer = await anIssuer();
});
beforeEach(() => {
  process.env.ORIGIN = "http://localhost:3150";
  asked = 0;
  issuer.tamper = { description: (said) => { asked += 1; return said; } };
});
afterAll(() => issuer.end());

const fields = (over: Record<string, unknown> = {}) => ({ name: "Testham Council", issuer: issuer.address, clientId: randomUUID(), clientSecret: "kept sealed", domains: "testham.example", ...over });
const add = (over: Record<string, unknown> = {}, who: Actor = world.people.administrator) => addOrganisation(who, fields(over));
async function added(over: Record<string, unknown> = {}): Promise<string> {
  const outcome = await add(over);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.organisationId;
}
async function aRequest(over: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  await insert("access_requests", { id, partnership_id: world.partnershipId, provider_id: await added(), subject: randomUUID(), name: "Ada New", email: `${id}@testham.example`, asked_at: new Date(), ...over });
  return id;
}
const asNew = (requestId: string, over: Record<string, unknown> = {}) => ({ requestId, who: "new", name: "Ada New", post: "Officer", agencyId: world.agencies.police, ...over });
const asKnown = (requestId: string, { personId }: Actor) => ({ requestId, who: "known", personId });
const refusedFor = (rule: string) => ({ ok: false, problem: { kind: "refused", rule, facts: {} } });
const saysAt = (field: string, words: RegExp) => ({ ok: false, problem: { kind: "invalid", fields: { [field]: [expect.stringMatching(words)] } } });

test("an administrator adds an organisation: its secret is sealed, its address shown, and no secret ever read", async () => {
  const organisationId = await added({ domains: "Testham.example, @other.testham.example\n ｔestham.example" });
  const { rows } = await owner.query<{ sealed_secret: Buffer }>("select sealed_secret from identity_providers where id = $1", [organisationId]);
  expect(rows[0]?.sealed_secret.includes("kept sealed")).toBe(false);
  expect(unseal("organisation secret", rows[0]?.sealed_secret ?? Buffer.alloc(0))).toBe("kept sealed");
  expect(await viewOrganisation(world.people.administrator, organisationId)).toMatchObject({ domains: ["other.testham.example", "testham.example"], redirectAddress: `http://localhost:3150/sign-in/organisation/back/${organisationId}` });
  await expect(app.query("select sealed_secret from identity_providers")).rejects.toThrow(/permission denied/);
  const trail = await owner.query("select event, subject_type, particulars from audit_events where subject_id = $1", [organisationId]);
  expect(trail.rows).toEqual([{ event: "organisation.added", subject_type: "organisation", particulars: {} }]);
});

test("nobody but an administrator adds one, and for nobody else is an address asked", async () => {
  for (const who of ["chair", "governance", "bystander"] as const) {
    expect(await add({}, world.people[who])).toEqual({ ok: false, problem: { kind: "forbidden", permission: "organisation.keep" } });
  }
  expect(asked).toBe(0);
});

test.each([
  ["that is no address", "council", /begins with https/],
  ["that lets in anybody", "https://login.microsoftonline.com/common/v2.0", /your organisation’s own/],
  ["over plain http", "http://id.example", /begins with https/],
])("an issuer %s is told at its field", async (_, address, words) => {
  expect(await add({ issuer: address })).toEqual(saysAt("issuer", words));
});

test("what is wrong with an issuer is told in words, and nothing is kept", async () => {
  const before = (await listOrganisations(world.people.administrator, {}))?.organisations.length;
  const wrong: [Issuer["tamper"], RegExp][] = [
    [{ description: (said) => ({ ...said, issuer: "https://elsewhere.example" }) }, /calls itself something else/],
    [{ description: (said) => ({ ...said, token_endpoint: undefined }) }, /not as OpenID Connect does/],
    [{ description: (said) => ({ ...said, jwks_uri: "http://elsewhere.example/jwks" }) }, /so must the addresses it names/],
    [{ answers: (response) => void response.writeHead(404).end() }, /not as OpenID Connect does/],
    [{ answers: (response) => void response.end("<html>") }, /not as OpenID Connect does/],
    [{ answers: (response) => void response.writeHead(302, { location: "https://elsewhere.example" }).end() }, /answered with another address/],
    [{ answers: (response) => void response.end("x".repeat(300_000)) }, /far too long/],
    [{ answers: () => undefined }, /within 5 seconds/],
    [{ answers: (response) => void response.destroy() }, /did not answer\. Check/],
  ];
  for (const [tamper, words] of wrong) {
    issuer.tamper = tamper;
    expect(await add(), String(words)).toEqual(saysAt("issuer", words));
  }
  expect((await listOrganisations(world.people.administrator, {}))?.organisations.length).toBe(before);
});

test("a real installation asks nothing on the machine it runs on", async () => {
  process.env.ORIGIN = "https://casemoot.example.gov.uk";
  expect(await add()).toEqual(saysAt("issuer", /begins with https/));
  expect(asked).toBe(0);
});

test("a demonstration, whose administrator is anybody, asks nobody outside", async () => {
  const demonstrator = { ...world.people.administrator, demonstration: true };
  expect(await add({ issuer: "https://id.example" }, demonstrator)).toEqual(refusedFor("organisation.notInDemonstration"));
});

test("the same sign-in is added once", async () => {
  const clientId = randomUUID();
  await added({ clientId });
  expect(await add({ clientId })).toEqual(refusedFor("organisation.already"));
});

test("domains are taken away and given back, and a secret that is left empty stays", async () => {
  const organisationId = await added({ domains: "one.example\ntwo.example" });
  const change = (domains: string, clientSecret = "") => changeOrganisation(world.people.administrator, { organisationId, name: "Renamed", clientSecret, domains });
  expect(await change("two.example")).toMatchObject({ ok: true });
  expect(await findOrganisations("one.example")).toEqual([]);
  expect(await change("one.example two.example", "another")).toMatchObject({ ok: true });
  expect(await findOrganisations("one.example")).toEqual([{ organisationId, name: "Renamed", partnership: "Safer Testham" }]);
  const { rows } = await owner.query<{ sealed_secret: Buffer }>("select sealed_secret from identity_providers where id = $1", [organisationId]);
  expect(unseal("organisation secret", rows[0]?.sealed_secret ?? Buffer.alloc(0))).toBe("another");
  const trail = await owner.query<{ particulars: object }>("select particulars from audit_events where event = 'organisation.changed' and subject_id = $1 order by seq", [organisationId]);
  expect(trail.rows.map(({ particulars }) => particulars)).toEqual([{ secret: false }, { secret: true }]);
});

test("what has ended is neither changed nor ended again", async () => {
  const organisationId = await added();
  const { administrator } = world.people;
  expect(await endOrganisation(administrator, { organisationId })).toMatchObject({ ok: true });
  expect(await endOrganisation(administrator, { organisationId })).toEqual(refusedFor("organisation.ended"));
  expect(await changeOrganisation(administrator, { organisationId, name: "Renamed", clientSecret: "", domains: "one.example" })).toEqual(refusedFor("organisation.ended"));
});

test("another partnership's administrator finds neither its organisations nor its requests", async () => {
  const other = await aPartnership("Safer Elsewhere");
  const { administrator } = other.people;
  const [organisationId, requestId] = [await added(), await aRequest()];
  expect(await viewOrganisation(administrator, organisationId)).toBeNull();
  expect(await viewRequest(administrator, requestId)).toBeNull();
  expect((await listRequests(administrator, {}))?.length).toBe(0);
  for (const outcome of [await endOrganisation(administrator, { organisationId }), await admitRequest(administrator, asNew(requestId)), await refuseRequest(administrator, { requestId })]) {
    expect(outcome).toEqual({ ok: false, problem: { kind: "notFound" } });
  }
});

test("nobody but an administrator reads or decides who asks", async () => {
  const requestId = await aRequest();
  for (const who of [world.people.chair, world.people.governance]) {
    expect(await listRequests(who, {})).toBeNull();
    expect(await viewRequest(who, requestId)).toBeNull();
    expect(await listOrganisations(who, {})).toBeNull();
    expect(await admitRequest(who, asNew(requestId))).toEqual({ ok: false, problem: { kind: "forbidden", permission: "request.decide" } });
    expect(await refuseRequest(who, { requestId })).toEqual({ ok: false, problem: { kind: "forbidden", permission: "request.decide" } });
  }
});

test("somebody new is added with the address their organisation gave, linked, and told by mail", async () => {
  const requestId = await aRequest();
  expect(await admitRequest(world.people.administrator, asNew(requestId))).toMatchObject({ ok: true });
  const { rows } = await owner.query<{ id: string; email: string; template: string }>(
    "select p.id, p.email, m.template from access_requests r join people p on p.id = r.person_id join identities i on i.person_id = p.id and i.subject = r.subject join mails m on m.person_id = p.id where r.id = $1", [requestId]);
  expect(rows).toEqual([{ id: expect.any(String), email: `${requestId}@testham.example`, template: "access.admitted" }]);
  const trail = await owner.query("select event from audit_events where subject_id in ($1, $2) order by seq", [requestId, rows[0]?.id]);
  expect(trail.rows).toEqual([{ event: "person.added" }, { event: "request.admitted" }]);
});

test("somebody of the directory is linked, and an account made anew takes the place of the one before", async () => {
  const organisationId = await added();
  const { police } = world.people;
  const subjects = [randomUUID(), randomUUID()];
  for (const subject of subjects) {
    const requestId = await aRequest({ provider_id: organisationId, subject });
    expect(await admitRequest(world.people.administrator, asKnown(requestId, police))).toMatchObject({ ok: true });
  }
  const { rows } = await owner.query("select subject from identities where person_id = $1 and provider_id = $2", [police.personId, organisationId]);
  expect(rows).toEqual([{ subject: subjects[1] }]);
  // the second time it is another way into an account that was there: whose it is hears so, and isn't told that they asked
  const mails = await owner.query("select template from mails where person_id = $1 order by made_at", [police.personId]);
  expect(mails.rows).toEqual([{ template: "access.admitted" }, { template: "access.linked" }]);
});

test("a request is admitted once, and one that was refused can be admitted later", async () => {
  const requestId = await aRequest();
  const { administrator } = world.people;
  expect(await refuseRequest(administrator, { requestId })).toMatchObject({ ok: true });
  expect(await refuseRequest(administrator, { requestId })).toEqual(refusedFor("request.alreadyDecided"));
  expect(await admitRequest(administrator, asNew(requestId))).toMatchObject({ ok: true });
  expect(await admitRequest(administrator, asNew(requestId))).toEqual(refusedFor("request.alreadyAdmitted"));
});

test("nobody links another account to their own, nor to somebody who left or is elsewhere", async () => {
  const other = await aPartnership("Safer Third");
  const { administrator, bystander } = world.people;
  expect(await admitRequest(administrator, asKnown(await aRequest(), administrator))).toEqual(refusedFor("request.oneself"));
  await owner.query("update people set left_at = now() where id = $1", [bystander.personId]);
  for (const who of [bystander, other.people.chair]) expect(await admitRequest(administrator, asKnown(await aRequest(), who))).toEqual({ ok: false, problem: { kind: "notFound" } });
});

test("an address that somebody has, or that nobody gave, makes no new person", async () => {
  const { administrator, housing } = world.people;
  const { rows } = await owner.query<{ email: string }>("select email from people where id = $1", [housing.personId]);
  expect(await admitRequest(administrator, asNew(await aRequest({ email: rows[0]?.email })))).toEqual(refusedFor("request.addressTaken"));
  expect(await admitRequest(administrator, asNew(await aRequest({ email: "" })))).toEqual(refusedFor("request.noAddress"));
});

test("an agency of another partnership is not one to choose", async () => {
  const other = await aPartnership("Safer Fourth");
  expect(await admitRequest(world.people.administrator, asNew(await aRequest(), { agencyId: other.agencies.police }))).toEqual(saysAt("agencyId", /Select their agency/));
});

test("what was left out is asked for at its field", async () => {
  const requestId = await aRequest();
  expect(await admitRequest(world.people.administrator, { requestId, who: "new" })).toEqual({ ok: false, problem: { kind: "invalid", fields: { name: ["Enter their name"], post: ["Enter their post"], agencyId: ["Select their agency"] } } });
  expect(await admitRequest(world.people.administrator, { requestId, who: "known" })).toEqual({ ok: false, problem: { kind: "invalid", fields: { personId: ["Select the person"] } } });
});

test("the likely person is offered only where the organisation may speak for the address", async () => {
  const { police, administrator } = world.people;
  const { rows } = await owner.query<{ email: string }>("select email from people where id = $1", [police.personId]);
  const email = rows[0]?.email;
  expect((await viewRequest(administrator, await aRequest({ email, email_confirmed: true })))?.likelyId).toBe(police.personId);
  expect((await viewRequest(administrator, await aRequest({ email })))?.likelyId).toBeNull();
});

test("the database itself links only whom the administrator who asks it has admitted", async () => {
  const [waiting, admitted] = [await aRequest(), await aRequest()];
  expect(await admitRequest(world.people.administrator, asNew(admitted))).toMatchObject({ ok: true });
  const another = await aPartnership("Safer Fifth");
  for (const who of [world.people.governance, world.people.chair, another.people.administrator]) {
    for (const requestId of [waiting, admitted]) {
      expect(await transact({ ...who, now: new Date() }, (tx) => tx.$queryRaw`select app.link_admitted(${requestId}::uuid) as done`)).toEqual([{ done: false }]);
    }
  }
});
