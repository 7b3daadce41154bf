import { createHash } from "node:crypto";
import { beforeSignIn } from "@/platform/db/client.ts";
import { waitAfter } from "./delay.ts";

/** How long a refusal takes at the least, in milliseconds: longer than what is written down of a known account, so that its time tells nothing. */
export const refusalTakes = 400;
export const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const keyOf = (...parts: string[]) => createHash("sha256").update(parts.join("\n")).digest();

/** What is tried, by what somebody typed or is, and from which address; "" where no edge of ours saw one. */
type Tried = { account: string; address: string };

/**
 * One try at a password or a code. It counts as wrong before it is looked at, and is taken back where it was right, so that many at
 * once wait as long as many in a row. `refused` hears how many were wrong before.
 */
export async function attempt<T>({ account, address }: Tried, now: Date, look: () => Promise<T | null>, refused?: (before: number) => Promise<void>): Promise<T | null> {
  const keys = [keyOf(account), ...(address === "" ? [] : [keyOf(account, address)])];
  const [ofAccount = 1, ofAccountAndAddress = 1] = await Promise.all(keys.map((key) => countFailure(key, now)));
  await sleep(waitAfter({ ofAccount: ofAccount - 1, ofAccountAndAddress: ofAccountAndAddress - 1 }));
  const refusalMayCome = sleep(refusalTakes);
  const right = await look();
  if (right !== null) {
    await Promise.all(keys.map((key) => beforeSignIn.query`select app.take_back_failure(${key})::text`));
    return right;
  }
  await refused?.(ofAccount);
  await refusalMayCome;
  return null;
}

/** Wrong ones of this within a quarter of an hour, with this one. */
async function countFailure(key: Buffer, now: Date): Promise<number> {
  const [row] = await beforeSignIn.query<{ n: number }[]>`select app.sign_in_failures(${key}, ${now}::timestamptz, true) as n`;
  return row?.n ?? 1;
}

/** Six digits are few: after so many wrong ones for an account in a quarter of an hour, the app's codes are refused unread until it has passed. Recovery codes never are. */
const mostCodes = 20;

/** Looks at a code of the app unless too many were wrong. Only somebody who has the password gets here, so no stranger shuts anybody out. */
export async function guessLimited<T>(account: string, now: Date, look: () => Promise<T | null>): Promise<T | null> {
  const key = keyOf("code", account);
  if ((await countFailure(key, now)) > mostCodes) return null;
  const right = await look();
  if (right !== null) await beforeSignIn.query`select app.take_back_failure(${key})::text`;
  return right;
}

/** The first ones and every tenth are worth a line in the audit: a stranger's thousand tries must not fill it. */
export const isWorthALine = (before: number) => before <= 3 || before % 10 === 0;

/** A wrong try for a known account, on its partnership's trail. */
export const noteRefused = (personId: string, what: "password" | "code", now: Date, requestId: string) =>
  beforeSignIn.query`select app.note_refused_sign_in(${personId}::uuid, ${what}, ${now}::timestamptz, ${requestId})::text`;
