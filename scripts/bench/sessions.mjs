// Sessions as signing in leaves them: a row with the hash of a random reference, and next-auth's encrypted cookie around it.
// The scheme is that of src/platform/auth/session-cookie.ts; a page that answers with sign-in ends the bench.
import { createHash, randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";

/** Opens a session for each person and answers the cookies, in their order. */
export async function openSessions(ownerUrl, secret, people) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const cookies = [];
    for (const { personId, partnershipId } of people) {
      const reference = randomBytes(32).toString("base64url");
      await client.query(
        `insert into sessions (id, partnership_id, person_id, reference_hash, opened_at, idle_ends_at, ends_at, how)
          values (gen_random_uuid(), $1, $2, $3, now(), now() + interval '30 minutes', now() + interval '12 hours', 'second_factor')`,
        [partnershipId, personId, createHash("sha256").update(reference).digest()],
      );
      cookies.push(`__Host-casemoot.session=${await encode({ token: { reference }, secret, maxAge: 12 * 60 * 60 })}`);
    }
    return cookies;
  } finally {
    await client.end();
  }
}

/** The bare Next application keeps no session on the server: its cookie says who reads. */
export const bareCookie = async (secret, reader) => `bench.session=${await encode({ token: { reader }, secret, maxAge: 3600 })}`;
