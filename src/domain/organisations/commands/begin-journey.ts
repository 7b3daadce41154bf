import { randomUUID } from "node:crypto";
import { hashOf } from "@/platform/auth/one-time-secret.ts";
import { codeOf, departure } from "@/platform/auth/openid.ts";
import { seal } from "@/platform/auth/seal.ts";
import { beforeSignIn } from "@/platform/db/client.ts";
import { log } from "@/platform/log.ts";
import { redirectAddressOf } from "../redirect-address.ts";

/**
 * Where to send somebody to sign in with their organisation, and the state that their browser has to bring back; null where the
 * organisation isn't one of ours or its sign-in doesn't answer. Nothing of the person goes with them, not even the address they typed.
 */
export async function beginJourney(organisationId: string, goOnTo: string, requestId: string, now = new Date()): Promise<{ address: string; state: string } | null> {
  const [found] = await beforeSignIn.query<{ issuer: string; client_id: string }[]>`select issuer, client_id from app.organisation_at(${organisationId}::uuid)`;
  if (!found) return null;
  try {
    const { address, state, nonce, verifier } = await departure({ issuer: found.issuer, clientId: found.client_id, secret: null }, redirectAddressOf(organisationId));
    const rows = await beforeSignIn.query<{ begun: boolean }[]>`
      select app.begin_organisation_journey(${organisationId}::uuid, ${randomUUID()}::uuid, ${hashOf(state)}, ${nonce}, ${seal("organisation journey", verifier)}, ${goOnTo}, ${now}::timestamptz) as begun`;
    return rows[0]?.begun ? { address, state } : null;
  } catch (error) {
    log.warn({ requestId, organisationId, code: codeOf(error) }, "an organisation's sign-in could not be reached");
    return null;
  }
}
