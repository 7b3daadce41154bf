import type { Tx } from "@/platform/db/client.ts";
import { findNamedInConcern, findNamedWords } from "../../cases/queries/find-named-words.ts";

/** The case that a concern was taken as or joined to, where the person may know of it. */
export async function findLinkedCase(tx: Tx, concernId: string): Promise<string | null> {
  return (await tx.concernCase.findFirst({ where: { concernId }, select: { caseId: true } }))?.caseId ?? null;
}

/**
 * The words of a reply that would show who or where: everything protected in the linked case, names and the place in what was raised, who it came from, and whatever would tell on anybody.
 * The contact and the particulars are compared in the database and shown to nobody.
 */
export async function namedInReply(tx: Tx, concernId: string, caseId: string | null, words: string): Promise<string[]> {
  const ofConcern = await findNamedInConcern(tx, concernId, words);
  const ofCase = caseId ? await findNamedWords(tx, caseId, words) : [];
  return [...new Set([...ofCase, ...ofConcern])];
}

/** The words of a reason, told to whoever raised it, that would show whom the case is about. */
export const namedInReason = async (tx: Tx, caseId: string | null, words: string): Promise<string[]> => (caseId ? findNamedWords(tx, caseId, words) : []);
