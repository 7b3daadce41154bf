import { randomUUID, timingSafeEqual } from "node:crypto";
import { hashOf } from "@/platform/auth/one-time-secret.ts";
import { arrival, codeOf, type Told } from "@/platform/auth/openid.ts";
import { unseal } from "@/platform/auth/seal.ts";
import { beforeSignIn } from "@/platform/db/client.ts";
import { log } from "@/platform/log.ts";
import { redirectAddressOf } from "../redirect-address.ts";
import { readClaims } from "../rules.ts";

type Arrived = {
  organisationId: string;
  /** What the issuer put into the address, from "?" on. */
  search: string;
  /** The state that this browser left with. */
  kept: string | null;
};
type Opening = { hash: Buffer; device: string; requestId: string };
type Journey = { issuer: string; client_id: string; sealed_secret: Uint8Array | null; domains: string[]; nonce: string; sealed_verifier: Uint8Array; go_on_to: string };
/** `code`: they set up a second factor here, and are asked for it at the step that was opened. `asked`: the partnership doesn't know them, and an administrator decides. Of everything that fails the answer is the same. */
export type Arrival = { came: "in" | "code"; goOnTo: string } | { came: "asked" } | { came: "refused" };

/** The way back from an organisation's sign-in. The journey is over with the first answer that names it, right or wrong. */
export async function signInByOrganisation({ organisationId, search, kept }: Arrived, session: Opening, now = new Date()): Promise<Arrival> {
  const { requestId } = session;
  const refused = (code: string): Arrival => {
    log.info({ requestId, organisationId, code }, "sign-in by organisation refused");
    return { came: "refused" };
  };
  const back = new URL(`${redirectAddressOf(organisationId)}${search}`);
  const state = back.searchParams.get("state");
  if (!state || !kept || !timingSafeEqual(hashOf(state), hashOf(kept))) return refused("state_of_another_browser");
  const [journey] = await beforeSignIn.query<Journey[]>`select * from app.take_organisation_journey(${organisationId}::uuid, ${hashOf(state)}, ${now}::timestamptz)`;
  if (!journey) return refused("state_unknown_or_used");
  const verifier = unseal("organisation journey", journey.sealed_verifier);
  const secret = journey.sealed_secret && unseal("organisation secret", journey.sealed_secret);
  if (verifier === null || (journey.sealed_secret && secret === null)) return refused("sealed_with_another_secret");

  let told: Told;
  try {
    told = await arrival({ issuer: journey.issuer, clientId: journey.client_id, secret }, back, { state, nonce: journey.nonce, verifier });
  } catch (error) {
    return refused(codeOf(error));
  }
  const { name, email, trustedEmail } = readClaims(journey.issuer, told.claims, journey.domains);
  const [answer] = await beforeSignIn.query<{ came: "opened" | "code" | "asked" | "refused" }[]>`
    select app.sign_in_by_organisation(${organisationId}::uuid, ${told.subject}, ${trustedEmail}, ${name}, ${email},
      ${randomUUID()}::uuid, ${session.hash}, ${now}::timestamptz, ${session.device}, ${requestId}) as came`;
  if (answer?.came === "opened") return { came: "in", goOnTo: journey.go_on_to };
  if (answer?.came === "code") return { came: "code", goOnTo: journey.go_on_to };
  return answer?.came === "asked" ? { came: "asked" } : refused("nobody_to_let_in");
}
