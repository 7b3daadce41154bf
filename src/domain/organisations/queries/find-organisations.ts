import { beforeSignIn } from "@/platform/db/client.ts";

/** An organisation that one signs in with. The partnership's name tells two apart that are entered for the same domain. */
export type FoundOrganisation = { organisationId: string; name: string; partnership: string };

/** Whose sign-in people of a domain use. It depends on the domain alone, so it tells nothing of accounts. */
export const findOrganisations = (domain: string) =>
  beforeSignIn.query<FoundOrganisation[]>`select provider_id as "organisationId", name, partnership_name as partnership from app.organisations_at(${domain})`;

/** Whether anybody here signs in with an organisation. */
export async function organisationsSignIn(): Promise<boolean> {
  const rows = await beforeSignIn.query<{ any: boolean }[]>`select app.organisations_sign_in() as any`;
  return rows[0]?.any ?? false;
}

/** Whether a session was opened by an organisation's sign-in, where signing out here ends nothing. */
export async function cameByOrganisation(sessionHash: Buffer): Promise<boolean> {
  const rows = await beforeSignIn.query<{ how: string | null }[]>`select app.shown_for_session(${sessionHash}) as how`;
  return rows[0]?.how === "organisation";
}

/** What an organisation is called on the page that leads to it; null where it isn't one of ours any more. */
export async function nameOfOrganisation(organisationId: string): Promise<string | null> {
  const rows = await beforeSignIn.query<{ name: string }[]>`select name from app.organisation_at(${organisationId}::uuid)`;
  return rows[0]?.name ?? null;
}
