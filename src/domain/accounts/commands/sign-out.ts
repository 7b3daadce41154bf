import { beforeSignIn } from "@/platform/db/client.ts";

/** Ends the session on the server, so that a copied cookie is worth nothing. */
export async function signOut(hash: Buffer, requestId: string, now = new Date()): Promise<void> {
  await beforeSignIn.query`select app.close_session(${hash}, ${now}::timestamptz, ${requestId})::text`;
}
