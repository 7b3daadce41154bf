import { playedBy, type Role, speaker } from "../cast.ts";
import type { Chance } from "../chance.ts";
import { type Day, inWords } from "../../../src/domain/kernel/dates.ts";

export type Occasion = { chance: Chance; since: Day; next: Day };

const withoutYear = (day: Day) => inWords(day).replace(/ \d{4}$/, "");

/** Fills in what stands in braces: {3-9} a number, {one|another} a choice, {since} and {next} days of meetings. */
export function phrase(text: string, { chance, since, next }: Occasion): string {
  return text.replaceAll(/\{([^}]*)\}/g, (_, inside: string) => {
    if (inside === "since") return withoutYear(since);
    if (inside === "next") return withoutYear(next);
    const range = /^(\d+)-(\d+)$/.exec(inside);
    return range ? String(chance.between(Number(range[1]), Number(range[2]))) : chance.pick(inside.split("|"));
  });
}

/** Whose line it is, where it is anybody's: "housing: …". */
export function lineOf(line: string): { by: Role | null; said: string } {
  const found = /^([a-zA-Z]+): (.*)$/s.exec(line);
  const by = found?.[1] as Role | undefined;
  return by && found?.[2] !== undefined && isRole(by) ? { by, said: found[2] } : { by: null, said: line };
}
const isRole = (word: string): word is Role => playedBy(word as Role, "CEN") !== undefined;

/** A line as it stands in the notes: "Probation, in writing: …" from somebody in apologies who sent information. */
export function spoken(line: string, forum: string, inWriting: (role: Role) => boolean, occasion: Occasion): string {
  const { by, said } = lineOf(line);
  const words = phrase(said, occasion);
  return by ? `${speaker(by, forum)}${inWriting(by) ? ", in writing" : ""}: ${words}` : words;
}

/** Months in which a line is said, from "[10-2] …": none given, in all of them. */
export function seasonOf(line: string): { said: string; fits: (day: Day) => boolean } {
  const found = /^\[(\d+)-(\d+)\] (.*)$/s.exec(line);
  if (!found) return { said: line, fits: () => true };
  const [from, to] = [Number(found[1]), Number(found[2])];
  return { said: found[3] ?? line, fits: (day) => (from <= to ? month(day) >= from && month(day) <= to : month(day) >= from || month(day) <= to) };
}
const month = (day: Day) => Number(day.slice(5, 7));
