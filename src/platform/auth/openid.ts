import "server-only";
import * as oidc from "openid-client";
import { CarefulFetchError, carefulFetch, type FetchProblem, mayBeAsked } from "./careful-fetch.ts";

/** An issuer as somebody registered with it. */
export type Registration = { issuer: string; clientId: string; secret: string | null };
/** What an issuer says of somebody, after its signature and everything round it was checked. */
export type Told = { subject: string; claims: Readonly<Record<string, unknown>> };

/** Why an issuer's own description of itself could not be used. */
export type DiscoveryProblem = FetchProblem | "notOpenid" | "otherIssuer";
export class DiscoveryError extends Error {
  constructor(readonly problem: DiscoveryProblem) {
    super(problem);
  }
}

const described = new Map<string, { metadata: oidc.ServerMetadata; until: number }>();
const describedFor = 5 * 60_000;

const asking: oidc.CustomFetch = (url, { method, headers, body }) => carefulFetch(url, { method, headers, body: body as BodyInit | null });

/** What an issuer says it is, asked now. */
export async function discover({ issuer, clientId }: Pick<Registration, "issuer" | "clientId">): Promise<oidc.ServerMetadata> {
  const address = new URL(issuer);
  if (!mayBeAsked(address)) throw new DiscoveryError("notAllowed");
  let metadata: oidc.ServerMetadata;
  try {
    const found = await oidc.discovery(address, clientId, undefined, oidc.None(), { [oidc.customFetch]: asking, execute: overPlain(address), timeout: 10 });
    metadata = found.serverMetadata();
  } catch (error) {
    throw new DiscoveryError(problemOf(error));
  }
  // the library lets some issuers answer for others; here a row is one issuer, and nobody else speaks for it
  if (metadata.issuer !== issuer) throw new DiscoveryError("otherIssuer");
  const { authorization_endpoint: begins, token_endpoint: ends, jwks_uri: keys } = metadata;
  if (!begins || !ends || !keys) throw new DiscoveryError("notOpenid");
  if (![begins, ends, keys].every((one) => URL.canParse(one) && mayBeAsked(new URL(one)))) throw new DiscoveryError("notAllowed");
  described.set(issuer, { metadata, until: Date.now() + describedFor });
  return metadata;
}

/** Where to send somebody, and what has to come back with them. The address says nothing of who they are. */
export async function departure(registration: Registration, redirectAddress: string): Promise<{ address: string; state: string; nonce: string; verifier: string }> {
  const config = await configured(registration);
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectAddress,
    scope: "openid email profile",
    response_type: "code",
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { address: address.href, state, nonce, verifier };
}

/**
 * Who came back, by the address they came back to: its state, its issuer (RFC 9207), then the token's signature, issuer, audience, nonce
 * and time. Throws where anything is wrong.
 */
export async function arrival(registration: Registration, cameBackTo: URL, { state, nonce, verifier }: { state: string; nonce: string; verifier: string }): Promise<Told> {
  const config = await configured(registration);
  const tokens = await oidc.authorizationCodeGrant(config, cameBackTo, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
  const claims = tokens.claims();
  if (!claims) throw new Error("no claims");
  // most issuers tell the address in the token, some only when asked with it
  const asked = claims.email === undefined && config.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub).catch(() => ({})) : {};
  return { subject: claims.sub, claims: { ...asked, ...claims } };
}

/** What went wrong on the way, as a code for the operators' log; never what anybody said. */
export function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof CarefulFetchError ? error.cause : error;
  if (cause instanceof DiscoveryError || cause instanceof CarefulFetchError) return cause.problem;
  if (cause instanceof oidc.AuthorizationResponseError || cause instanceof oidc.ResponseBodyError) return /^[a-z_]{1,40}$/.test(cause.error) ? cause.error : "refused";
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "unknown";
}

async function configured(registration: Registration): Promise<oidc.Configuration> {
  const { issuer, clientId, secret } = registration;
  const known = described.get(issuer);
  const metadata = known && known.until > Date.now() ? known.metadata : await discover(registration);
  const ways = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const shown = secret === null ? oidc.None() : ways.includes("client_secret_post") ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
  const config = new oidc.Configuration(metadata, clientId, undefined, shown);
  config[oidc.customFetch] = asking;
  config.timeout = 10;
  for (const prepare of [...overPlain(new URL(issuer)), oidc.enableNonRepudiationChecks]) prepare(config);
  return config;
}

/** Plain http is for an issuer on this machine; which addresses may be asked at all is for mayBeAsked to say. */
const overPlain = ({ protocol }: URL) => (protocol === "http:" ? [oidc.allowInsecureRequests] : []);

function problemOf(error: unknown): DiscoveryProblem {
  const cause = error instanceof Error && error.cause instanceof CarefulFetchError ? error.cause : error;
  if (cause instanceof CarefulFetchError) return cause.problem;
  return error instanceof Error && "code" in error && error.code === "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED" ? "otherIssuer" : "notOpenid";
}
