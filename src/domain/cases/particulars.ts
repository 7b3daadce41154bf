import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../kernel/outcome.ts";
import { listPlaces, unconfirmed } from "./queries/find-named-words.ts";
import { marksOf, namedIn, type Protected, spokenIn, twinOf } from "./rules.ts";

export type TypedParticulars = Protected & { subjectLabel: string; addressHeldById: string | null };
type Twin = { title: string; summary: string };

/**
 * What has to hold of particulars as somebody typed them, held against the nameless twin: their marks, and the words of the twin that a
 * person was shown and says to name nobody all the same. `known` are the marks that a twin which stands was held against before.
 */
export async function checkParticulars(tx: Tx, typed: TypedParticulars, twin: Twin, confirmed: readonly string[], today: Day, known?: readonly string[]): Promise<{ marks: string[]; named: string[] }> {
  const { name, bornOn, address, addressHeldById, safeContact, subjectLabel } = typed;
  if (address && addressHeldById) wrongField("address", "Address must be empty when an agency holds it");
  if (bornOn && bornOn > today) wrongField("bornOn", "Date of birth must be in the past");
  const marks = marksOf({ name, bornOn, address, safeContact });
  const places = await listPlaces(tx);
  const named = known ? spokenIn(twinOf(twin), marks.filter((mark) => !known.includes(mark)), places) : namedIn(twinOf(twin), marks, places);
  if (unconfirmed(named, confirmed).length > 0) refuse("case.twinNamesSomeone", { words: named });
  if (namedIn(subjectLabel, marks).length > 0) wrongField("subjectLabel", "Label must name nobody");
  return { marks, named };
}

/** The twin of a case this transaction holds. */
export const readTwin = async (tx: Tx, caseId: string): Promise<Twin> => orNotFound(await tx.caseTwin.findUnique({ where: { caseId }, select: { title: true, summary: true } }));

/** A stored address is held against the twin as well: a twin names no withheld address either. */
export async function refuseAddressInTwin(tx: Tx, caseId: string, address: string): Promise<void> {
  const named = spokenIn(twinOf(await readTwin(tx, caseId)), marksOf({ name: null, bornOn: null, address, safeContact: null }), await listPlaces(tx));
  if (named.length > 0) refuse("address.namedInTwin", { words: named });
}

/** Whether an address of this subject is stored: it is stored with its first reader. */
export const isAddressStored = async (tx: Tx, subjectId: string): Promise<boolean> => (await tx.withheldAddressReader.findFirst({ where: { subjectId }, select: { personId: true } })) !== null;
