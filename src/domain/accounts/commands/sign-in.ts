import { createHash, randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { beforeSignIn } from "@/platform/db/client.ts";
import { log } from "@/platform/log.ts";
import { waitAfter } from "../delay.ts";

type Attempt = { email: string; password: string; address: string; requestId: string };
type Opening = { hash: Buffer; requestId: string };
/** A session's id where it was opened, else null: nothing says which part was wrong. */
type Opened = string | null;

/** How long a refusal takes at the least, in milliseconds: longer than what is written down of a known account, so that its time tells nothing. */
export const refusalTakes = 400;
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const keyOf = (...parts: string[]) => createHash("sha256").update(parts.join("\n")).digest();
// What an unknown account's password is compared with, so that it takes as long as a known one's.
let nobody: Promise<string> | undefined;

/**
 * Opens a session for the right e-mail address and password. Wrong ones make the next answer come later (waitAfter); unknown
 * accounts take the same time and get the same answer as known ones.
 */
export async function signIn({ email, password, address, requestId }: Attempt, session: Opening, now = new Date()): Promise<Opened> {
  const keys = { account: keyOf(email), accountAndAddress: keyOf(email, address) };
  const ofAccount = await failures(keys.account, now, false);
  const ofAccountAndAddress = await failures(keys.accountAndAddress, now, false);
  await sleep(waitAfter({ ofAccount, ofAccountAndAddress }));
  const refusalMayCome = sleep(refusalTakes);

  const [account] = await beforeSignIn.query<{ person_id: string; password_hash: string }[]>`select person_id, password_hash from app.find_account(${email})`;
  nobody ??= hash(randomUUID());
  const right = await verify(account?.password_hash ?? (await nobody), password);
  if (account && right) return open(account.person_id, session, "password", now);
  const before = await failures(keys.account, now, true);
  await failures(keys.accountAndAddress, now, true);
  if (!account) log.info({ requestId }, "sign-in for an unknown account");
  // the first ones and every tenth: a stranger's thousand tries must not fill the audit
  else if (before <= 3 || before % 10 === 0) await beforeSignIn.query`select app.note_refused_sign_in(${account.person_id}::uuid, ${now}::timestamptz, ${requestId})::text`;
  await refusalMayCome;
  return null;
}

/** Opens a session as one of a demonstration's people. The database refuses anybody else. */
export const signInToDemonstration = (personId: string, session: Opening, now = new Date()): Promise<Opened> => open(personId, session, "demonstration", now);

async function open(personId: string, { hash: reference, requestId }: Opening, how: "password" | "demonstration", now: Date): Promise<Opened> {
  const sessionId = randomUUID();
  const rows = await beforeSignIn.query<{ opened: boolean }[]>`
    select app.open_session(${personId}::uuid, ${sessionId}::uuid, ${reference}, ${now}::timestamptz, ${how}, '', ${requestId}) as opened`;
  return rows[0]?.opened ? sessionId : null;
}

async function failures(key: Buffer, now: Date, oneMore: boolean): Promise<number> {
  const rows = await beforeSignIn.query<{ n: number }[]>`select app.sign_in_failures(${key}, ${now}::timestamptz, ${oneMore}) as n`;
  return rows[0]?.n ?? 0;
}
