import type { Tx } from "@/platform/db/client.ts";
import { eachOnce, firstWords, givenAway, marksOf, marksSpoken, namedIn, type Protected, twinOf } from "../rules.ts";

/** What a nameless text may name: wards and areas, and the place the partnership is called after. */
export async function listPlaces(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select name from wards union select name from areas union select unnest(string_to_array(name, ' ')) from partnerships`;
  return rows.map(({ name }) => name);
}

/**
 * The words of a text meant to name nobody that would show who or where a case is about, as typed. For the chair's office:
 * the database compares with the protected particulars without showing them, and answers nothing to anybody else.
 */
export async function findNamedWords(tx: Tx, caseId: string, nameless: string): Promise<string[]> {
  const places = await listPlaces(tx);
  const spoken = marksSpoken(nameless, places);
  const rows = await tx.$queryRaw<{ marks: string[] }[]>`select app.marks_among(${caseId}::uuid, ${[...spoken.keys()]}::text[]) as marks`;
  const found = (rows[0]?.marks ?? []).map((mark) => spoken.get(mark) ?? mark);
  return eachOnce([...found, ...givenAway(nameless, places)]);
}

/** Of a text on something that is no case: what tells on anybody, whoever it is. */
export async function findGivenAway(tx: Tx, nameless: string): Promise<string[]> {
  return eachOnce(givenAway(nameless, await listPlaces(tx)));
}

/**
 * The words of a text that would name somebody spoken of in other words: names written there, the places it says, what `marksAmong` answers of the
 * words it is asked, and whatever tells on anybody. A first word of a sentence there counts only where the text writes it as a name.
 */
export async function findNamed(tx: Tx, words: string, of: { names: string; places: string }, marksAmong: (spoken: string[]) => Promise<readonly string[]>): Promise<string[]> {
  const places = await listPlaces(tx);
  const spoken = marksSpoken(words, places);
  const sure = marksOf({ name: null, bornOn: null, address: of.places, safeContact: of.names });
  const firsts = firstWords(of.names).filter((word) => /^\p{Lu}/u.test(spoken.get(word) ?? ""));
  const found = [...sure, ...firsts, ...(await marksAmong([...spoken.keys()]))].map((mark) => spoken.get(mark)).filter((typed) => typed !== undefined);
  return eachOnce([...found, ...givenAway(words, places)]);
}

/** As findNamed, of what somebody raised: its words, its place, and who it came from, which is compared in the database and shown to nobody. */
export async function findNamedInConcern(tx: Tx, concernId: string, words: string): Promise<string[]> {
  const raised = await tx.concernContent.findFirst({ where: { concernId }, select: { what: true, place: true, triedWords: true } });
  const told = [raised?.what, raised?.triedWords].filter(Boolean).join("\n");
  return findNamed(tx, words, { names: told, places: raised?.place ?? "" }, async (spoken) => {
    const rows = await tx.$queryRaw<{ marks: string[] }[]>`select app.concern_marks_among(${concernId}::uuid, ${spoken}::text[]) as marks`;
    return rows[0]?.marks ?? [];
  });
}

/** As findNamedWords, of a twin as title and summary. */
export const findNamedInCase = (tx: Tx, caseId: string, twin: { title: string; summary: string }): Promise<string[]> => findNamedWords(tx, caseId, twinOf(twin));

/** As findNamedWords, of a nameless twin that may not stand on a case yet: `marksAmong` compares the words it speaks with the particulars, and answers with some of them. */
export async function findNamedInTwin(tx: Tx, twin: { title: string; summary: string }, marksAmong: (spoken: string[]) => Promise<readonly string[]>): Promise<string[]> {
  const places = await listPlaces(tx);
  const spoken = marksSpoken(twinOf(twin), places);
  const found = (await marksAmong([...spoken.keys()])).map((mark) => spoken.get(mark) ?? mark);
  return eachOnce([...found, ...givenAway(twinOf(twin), places)]);
}

/** The words by which particulars are recognised, and those of a label that would name whom it is said of. */
export function markedParticulars(particulars: Protected, label: string): { marks: string[]; named: string[] } {
  const marks = marksOf(particulars);
  return { marks, named: namedIn(label, marks) };
}

/** Of the words that would name somebody, those that a person hasn't yet said to name nobody all the same. */
export const unconfirmed = (named: readonly string[], confirmed: readonly string[]): string[] => named.filter((word) => !confirmed.includes(word));
