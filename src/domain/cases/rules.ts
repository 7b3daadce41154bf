import type { Day } from "../kernel/dates.ts";

/**
 * What a nameless twin may not hold (rule 26, and "nameless twin" in the words of the field): a word by which the people or
 * places of the case would be recognised, and whatever would tell on anybody: an age in years, a postcode, a telephone number.
 * A person writes the twin and answers for it; this shows what slipped in.
 */

export type Protected = { name: string | null; bornOn: Day | null; address: string | null; safeContact: string | null };

/** The words by which protected particulars are recognised in a text: parts of names, initials, parts of addresses, the year of birth. Kept beside them. */
export function marksOf({ name, bornOn, address, safeContact }: Protected): string[] {
  const names = wordsIn(name ?? "").filter(({ word }) => !honorifics.has(word));
  const marks = [
    ...names.map(({ word }) => word),
    ...wordsIn(address ?? "").map(({ word }) => word),
    // how to make contact is told in sentences: only what is written as a name counts
    ...wordsIn(safeContact ?? "").filter(({ isName, word }) => isName && !everyday.has(word)).map(({ word }) => word),
  ].filter((word) => !/^(?:[a-z]|\d{1,3})$/.test(word));
  const initials = [...plain(name ?? "").matchAll(/\p{L}+/gu)].map(([part]) => part.toLowerCase()).filter((part) => !honorifics.has(part)).map((part) => [...part][0] ?? "");
  if (initials.length > 1) marks.push(`initials:${initials.join("")}`, `initials:${initials[0]}${initials.at(-1)}`);
  if (bornOn) marks.push(`born:${bornOn.slice(0, 4)}`);
  return [...new Set(marks)];
}

/** First words of sentences, which may be names or not: every sentence begins with a capital letter. */
export const firstWords = (text: string): string[] =>
  plain(text).split(/[.!?:\n]+/u).map((sentence) => /[\p{L}\p{N}]+/u.exec(sentence)?.[0] ?? "").filter((word) => /^\p{Lu}/u.test(word) && word.length > 2).map((word) => word.toLowerCase()).filter((word) => !everyday.has(word) && !honorifics.has(word));

/**
 * The marks that a text speaks, each with the words as they were typed. An everyday word ("young", "hill") counts only where it is
 * written as a name. `places` may be named: wards and areas, since a twin coarsens the place to its ward.
 */
export function marksSpoken(nameless: string, places: readonly string[] = []): Map<string, string> {
  const text = withoutPlaces(nameless, places);
  const spoken = new Map<string, string>();
  for (const { word, typed, isName } of wordsIn(text)) {
    if (everyday.has(word) && !isName) continue;
    spoken.set(word, typed);
    // "the Smiths"
    const one = word.slice(0, -1);
    if (isName && word.length > 3 && word.endsWith("s") && !spoken.has(one)) spoken.set(one, typed);
  }
  for (const [typed, letters] of plain(text).matchAll(/(?<![\p{L}\p{N}])(\p{Lu}(?:[. ]{0,2}\p{Lu}){1,3})(?![\p{L}\p{N}])/gu)) {
    if (letters) spoken.set(`initials:${letters.replaceAll(/[^\p{L}]/gu, "").toLowerCase()}`, typed);
  }
  for (const [year] of text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)) spoken.set(`born:${year}`, year);
  return spoken;
}

/** What tells on anybody, whoever it is: ages in years, postcodes, telephone numbers, e-mail addresses, people by their title, streets. */
export function givenAway(nameless: string, places: readonly string[] = []): string[] {
  const text = withoutPlaces(nameless, places);
  return telling.flatMap((pattern) => [...text.matchAll(pattern)].map(([typed]) => typed.trim()));
}

/** The words of a twin that are these marks, as typed: of a twin that stands, and was asked about when it was published. */
export function spokenIn(nameless: string, marks: readonly string[], places: readonly string[] = []): string[] {
  const spoken = marksSpoken(nameless, places);
  return eachOnce(marks.map((mark) => spoken.get(mark)).filter((typed) => typed !== undefined));
}

/** The words of a twin that may not stand, as typed; empty when it names nobody. */
export const namedIn = (nameless: string, marks: readonly string[], places: readonly string[] = []): string[] => eachOnce([...spokenIn(nameless, marks, places), ...givenAway(nameless, places)]);

/** Each once, and none that stands within another: "Tollgate Mews" says "Tollgate" too. */
export const eachOnce = (words: readonly string[]): string[] => [...new Set(words)].filter((word, _, all) => !all.some((other) => other !== word && other.split(/[^\p{L}\p{N}]+/u).includes(word)));

/** The nameless twin as one text, in which the summary begins a sentence of its own. */
export const twinOf = ({ title, summary }: { title: string; summary: string }): string => `${title}.\n${summary}`;

/** Whole months from one day to another: how long a case has been with the forum. */
export function monthsBetween(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [year = 0, month = 0, day = 0] = to.split("-").map(Number);
  return Math.max(0, (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0));
}

const telling = [
  /(?<![\p{L}\p{N}])\d{1,3}[ -]?(?:years?|yrs?)[ -]?old(?!\p{L})|(?<!\p{L})aged? \d{1,3}(?!\d)|(?<![\p{L}\p{N}])\d{1,3} ?(?:yo|y\/o)(?!\p{L})/giu,
  /(?<![\p{L}\p{N}])[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])(?:\+44|0)(?:[ ()-]{0,2}\d){9,11}(?!\d)/gu,
  /[^\s@]+@[^\s@]+\.[^\s@]+/gu,
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Cllr)\.? \p{Lu}[\p{L}'’-]*/gu,
  /(?<!\p{L})\p{Lu}[\p{L}'’-]* (?:Street|Road|Lane|Avenue|Crescent|Terrace|Grove|Close|Drive|Gardens|Mews)(?!\p{L})/gu,
];

type Word = { word: string; typed: string; isName: boolean };

/** Words without case or accents. Those joined by a hyphen or an apostrophe count apart and together: "O'Brien" is brien and obrien. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let startsSentence = true;
  for (const [chunk] of plain(text).matchAll(/\S+/gu)) {
    const parts = chunk.match(/[\p{L}\p{N}]+/gu) ?? [];
    parts.forEach((typed, index) => words.push({ word: typed.toLowerCase(), typed, isName: /^\p{Lu}/u.test(typed) && !(startsSentence && index === 0) }));
    if (parts.length > 1) words.push({ word: parts.join("").toLowerCase(), typed: chunk, isName: true });
    if (parts.length > 0) startsSentence = false;
    if (/[.!?:]['"”’)]*$/.test(chunk)) startsSentence = true;
  }
  return words;
}

// letters that stay as they are when accents are taken off
const spelt: Record<string, string> = { ł: "l", Ł: "L", ø: "o", Ø: "O", đ: "d", Đ: "D", ß: "ss", æ: "ae", Æ: "Ae", œ: "oe", Œ: "Oe", ı: "i", ð: "d", Ð: "D", þ: "th", Þ: "Th" };
const plain = (text: string) => text.normalize("NFKD").replaceAll(/[\p{M}\p{Cf}]/gu, "").replaceAll(/[łŁøØđĐßæÆœŒıðÐþÞ]/gu, (letter) => spelt[letter] ?? letter);

function withoutPlaces(text: string, places: readonly string[]): string {
  const longestFirst = [...places].filter((place) => place.length > 2).sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return text;
  const any = longestFirst.map((place) => place.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join("|");
  return text.replaceAll(new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any})(?![\p{L}\p{N}])`, "giu"), "here");
}

const list = (words: string) => new Set(words.split(/\s+/));
const honorifics = list("mr mrs ms miss mx master dr sir lady lord rev cllr aka");
/** English words that are also names or parts of addresses, and those that stand in any sentence. */
const everyday = list(`
  am an and any are as at be been but by can did do done down for from go got had has have he her here him his how if in into is it its last may me met more most my near new no nor not now
  of off old on once one or other our out over own said same saw say see seen set she since so some than that the their them then there these they this those three to too two under up us use was we were
  what when where which while who will with within without would you your yet young
  first second next long short small large little big high low early late poor rich good bad black white brown green grey red blue gold silver sharp strong wild bright dear love joy hope grace faith
  faithful art bill bob bin bond burn bush case chance chase cook cross dale dan day dean drew drink dry fair fall field fields fisher ford forest fox frank free friend gate gates gay guy hall hand hands
  harm heath hill hills home homes house houses hunt jack jay june king knight lamb land lane lass lee levy man men mark marsh mason mill miller moor moore moss nurse nan pace page paige park parks
  parker pat penny pike place police pond pool porter post price prior pound ray reed rice rise rob robin rock rod rose rosemary rush sage sale sam sandy sea shaw shop shops shore sky smart son songs stone
  street sue summer swan tanner taylor temple trees turner van vale victor view vine walker wall walls ward warden warren waters way ways weaver west wells wheeler win winter wise wood woods wright
  april august autumn christian daisy hazel heather holly ivy lily max melody olive poppy pearl ruby violet will
  area avenue back bank bay block bridge building buildings bus castle centre central church circus city close club college common corner cottage court crescent croft drive east end entrance estate farm flat
  flats floor front garages garden gardens green ground grove junction lodge lower market mews middle mount north opposite parade path playground precinct promenade rear road row school
  side site south square station steps stores surgery terrace tower town upper valley village walk wharf works yard
  st rd ave ln cl ct hse apt unit room
  child children family resident residents tenant tenants neighbour neighbours person people adult adults victim youth boy boys girl girls woman women lad lads mother father sister brother daughter
  council housing officer officers agency agencies association health care support group groups team service services probation fire charity
`);
