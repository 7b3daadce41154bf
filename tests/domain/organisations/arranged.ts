import { randomUUID } from "node:crypto";
import { readSession } from "@/domain/accounts/queries/read-session.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addOrganisation } from "@/domain/organisations/commands/add-organisation.ts";
import { beginJourney } from "@/domain/organisations/commands/begin-journey.ts";
import { signInByOrganisation } from "@/domain/organisations/commands/sign-in-by-organisation.ts";
import { newReference } from "@/platform/auth/session-cookie.ts";
import { owner } from "../../support/database.ts";
import { anIssuer, follow, type Issuer } from "../../support/issuer.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";

process.env.NEXTAUTH_SECRET ??= "a secret for tests that is long enough to be one";
process.env.ORIGIN = "http://localhost:3150";
export const now = new Date();
export const minutesLater = (n: number) => new Date(now.getTime() + n * 60_000);

export let world: World;
export let issuer: Issuer;
export let organisationId: string;

/** A partnership whose council has added its own sign-in, and that sign-in itself. */
export async function arrange() {
  world = await aPartnership();
  issuer = await anIssuer();
  organisationId = await anOrganisation(world, issuer, "testham.example");
}

export async function anOrganisation(of: World, at: Issuer, domains: string): Promise<string> {
  const outcome = await addOrganisation(of.people.administrator, { name: "Testham Council", issuer: at.address, clientId: at.clientId, clientSecret: at.clientSecret, domains });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  at.redirectAddresses.push(backFor(outcome.value.organisationId));
  return outcome.value.organisationId;
}

const backFor = (id: string) => `http://localhost:3150/sign-in/organisation/back/${id}`;
export const emailOf = async ({ personId }: Actor) => (await owner.query<{ email: string }>("select email from people where id = $1", [personId])).rows[0]?.email ?? "";
export const invited = ({ personId, partnershipId }: Actor) =>
  insert("one_time_links", { id: randomUUID(), partnership_id: partnershipId, person_id: personId, purpose: "account_invitation", secret_hash: Buffer.from(randomUUID()), made_at: now, ends_at: minutesLater(60) });
export const linksOf = async (subject: string) => (await owner.query<{ person_id: string }>("select person_id from identities where subject = $1", [subject])).rows.map(({ person_id }) => person_id);
export const subjectOf = async ({ personId }: Actor) => (await owner.query<{ subject: string }>("select subject from identities where person_id = $1", [personId])).rows[0]?.subject ?? "";
export const requestsOf = async (subject: string) =>
  (await owner.query<{ id: string; email: string; name: string; email_confirmed: boolean; partnership_id: string }>("select id, email, name, email_confirmed, partnership_id from access_requests where subject = $1", [subject])).rows;

/** Somebody at the organisation, as it knows them. */
export async function known(email: string, over: Record<string, unknown> = {}): Promise<string> {
  const subject = randomUUID();
  issuer.accounts.set(subject, { email, email_verified: true, name: "Somebody Known", ...over });
  return subject;
}
/** Out of the house to an organisation, where this subject signs in; not yet back. */
export async function leave(subject: string, { at = now, to = organisationId, through = issuer } = {}) {
  const journey = await beginJourney(to, "/cases", "r", at);
  if (!journey) throw new Error("no journey was begun");
  through.signedIn = subject;
  return { ...journey, search: await follow(journey.address, backFor(to)) };
}
export async function arrive(came: { search: string; kept: string | null; organisationId?: string }, at = now) {
  const session = newReference();
  const arrival = await signInByOrganisation({ organisationId, ...came }, { hash: session.hash, device: "Firefox on Windows", requestId: "r" }, at);
  return { ...arrival, who: (await readSession(session.hash, "r", at))?.actor.personId ?? null };
}
/** There and back in one browser. */
export async function journey(subject: string) {
  const { state, search } = await leave(subject);
  return arrive({ search, kept: state });
}
export const refused = { came: "refused", who: null };
