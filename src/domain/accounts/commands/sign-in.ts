import { randomUUID } from "node:crypto";
import { beforeSignIn } from "@/platform/db/client.ts";
import { log } from "@/platform/log.ts";
import { attempt, isWorthALine, noteRefused } from "../attempts.ts";
import { type Entered, enterByPassword, type Opening, openSession } from "../lifecycle.ts";
import { hashOfPassword, isPassword } from "../password.ts";

export type { Entered, Opening } from "../lifecycle.ts";

type Attempt = { email: string; password: string; address: string };

// What an unknown account's password is compared with, so that it takes as long as a known one's.
let nobody: Promise<string> | undefined;

/**
 * Opens a session, or the second step, for the right e-mail address and password; null says not which part was wrong. Wrong ones make
 * the next answer come later (attempt); unknown accounts take the same time and get the same answer as known ones.
 */
export async function signIn({ email, password, address }: Attempt, opening: Opening, now = new Date()): Promise<Entered | null> {
  const { requestId } = opening;
  let known: string | undefined;
  const look = async () => {
    const [account] = await beforeSignIn.query<{ person_id: string; password_hash: string }[]>`select person_id, password_hash from app.find_account(${email})`;
    known = account?.person_id;
    nobody ??= hashOfPassword(randomUUID());
    const right = await isPassword(account?.password_hash ?? (await nobody), password);
    return account && right ? enterByPassword(account.person_id, opening, now) : null;
  };
  return attempt({ account: email, address }, now, look, async (before) => {
    if (!known) log.info({ requestId }, "sign-in for an unknown account");
    else if (isWorthALine(before)) await noteRefused(known, "password", now, requestId);
  });
}

/** Opens a session as one of a demonstration's people. The database refuses anybody else. */
export const signInToDemonstration = (personId: string, opening: Opening, now = new Date()): Promise<string | null> => openSession(personId, opening, "demonstration", now);
