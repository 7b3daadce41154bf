import type { Day } from "../kernel/dates.ts";
import { readDay } from "./read-due.ts";

/** Somebody who can be tasked, by all that they may be called. */
export type Taskable = { personId: string; name: string; post: string; agency: string; shortName: string; kind: string; offices: readonly string[]; signed: boolean };
export type ReadLine = {
  wording: string;
  /** Whoever was meant: one, several to choose from, or nobody that is known here. */
  ownerIds: string[];
  /** What stood after the "@". */
  called: string | null;
  due: Day | null;
  measure: string | null;
};

/** A line of notes that proposes an action: it begins with "@", perhaps after the dot or dash of a list. */
export const proposes = /^[ \t]*(?:[-–•*][ \t]*)?@[ \t]*[\p{L}\p{N}]/u;

/**
 * Reads an action as it is said across the table: "@housing secure garages 3 and 7 by fri, done when both are locked". Who owns it, by
 * when, and how it will be known; what remains is what is to be done. It is read, and shown; nothing is taken for granted.
 */
export function readLine(said: string, { people, today, nextMeeting }: { people: readonly Taskable[]; today: Day; nextMeeting: Day | null }): ReadLine {
  const line = said.replace(/^[ \t]*[-–•*]?[ \t]*/, "").replaceAll(/\s+/g, " ").trim();
  const { rest, ownerIds, called } = line.startsWith("@") ? takeOwner(line.slice(1).trim(), people) : { rest: line, ownerIds: [], called: null };
  const { rest: task, measure } = takeMeasure(rest);
  const { rest: words, due } = takeDue(task, today, nextMeeting);
  return { wording: sentence(words), ownerIds, called, due, measure: measure === null ? null : sentence(measure) };
}

/** The last "by …" or "+…" that says a day: "Write to them by hand by fri" has one. */
function takeDue(said: string, today: Day, nextMeeting: Day | null): { rest: string; due: Day | null } {
  for (const found of [...said.matchAll(/(?:^|[\s,;])(?:(?:by|before|until|till|due|on)\s+(?:the\s+)?|(?=\+|(?:in|within)\s+(?:\d|a\b|one|two|three|four|six)))/gi)].toReversed()) {
    const due = readDay(said.slice(found.index + found[0].length), today, nextMeeting);
    if (due) return { rest: said.slice(0, found.index), due };
  }
  return { rest: said, due: null };
}

function takeMeasure(said: string): { rest: string; measure: string | null } {
  const found = /[\s,;:(–-]+(?:done when|done once|shown by|measured by|measure:)\s*/i.exec(said);
  if (!found) return { rest: said, measure: null };
  return { rest: said.slice(0, found.index), measure: said.slice(found.index + found[0].length).replace(/\)$/, "") || null };
}

/** The longest beginning that names somebody: "@Zofia Nowak visit …" is one person, "@police" whoever sits for them. */
function takeOwner(said: string, people: readonly Taskable[]) {
  const words = said.split(" ");
  for (let many = Math.min(words.length, 6); many > 0; many -= 1) {
    const called = words.slice(0, many).join(" ").replace(/[:,]+$/, "").replace(/['’]s$/, "");
    const found = whoIs(called, people);
    if (found.length > 0) return { rest: words.slice(many).join(" ").replace(/^(?:to|will)\s+/i, ""), ownerIds: found, called };
  }
  return { rest: words.slice(1).join(" ").replace(/^(?:to|will)\s+/i, ""), ownerIds: [], called: words[0] ?? "" };
}

const plain = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[’']/g, "").replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();

/** From what says most to what says least; the first that fits anybody decides. Of several for one agency, those on the register come before the others. */
function whoIs(called: string, people: readonly Taskable[]): string[] {
  const said = plain(called);
  if (said === "") return [];
  const isPart = (text: string) => ` ${plain(text)}`.includes(` ${said}`);
  const ways: ((one: Taskable) => boolean)[] = [
    (one) => plain(one.name) === said || plain(one.name).endsWith(` ${said}`),
    (one) => plain(one.shortName) === said || plain(one.agency) === said || one.kind.replaceAll("_", " ") === said,
    (one) => one.offices.includes(said),
    (one) => plain(one.post) === said,
    // a part of a word is a guess worth making from three letters on, and of one word alone
    (one) => said.length > 2 && !said.includes(" ") && isPart(one.name),
    (one) => said.length > 2 && !said.includes(" ") && (isPart(one.shortName) || isPart(one.agency)),
  ];
  for (const fits of ways) {
    const found = people.filter(fits);
    const here = found.filter(({ signed }) => signed);
    if (found.length > 0) return (here.length > 0 ? here : found).map(({ personId }) => personId);
  }
  return [];
}

const sentence = (text: string) => {
  const words = text.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
