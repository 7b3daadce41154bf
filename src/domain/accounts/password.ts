import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import { mostPasswordBytes, shortestPassword } from "./inputs.ts";

/** One password for whatever keyboard it was typed on: the same letters, composed or not. */
const kept = (password: string) => password.toWellFormed().normalize("NFKC");

/** argon2id, with the salt and cost in the hash. */
export const hashOfPassword = (password: string) => hash(kept(password));
export const isPassword = (hashed: string, password: string) => verify(hashed, kept(password));

/** What the person's name and address say about it, and whether a second factor stands beside it. */
export type Chooses = { name: string; email: string; hasFactor: boolean; mustHaveFactor: boolean };

let estimate: ZxcvbnFactory | undefined;
/** Guessed within a hundred million tries, with lists of the passwords that people choose most. */
const easilyGuessed = (password: string) => (estimate ??= new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })).check(password, ["casemoot"]).score < 3;

const letters = (text: string) => text.normalize("NFKD").toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** What is wrong with a password that somebody chooses, in words; null where nothing is. It has no rules about kinds of characters. */
export function wrongWithPassword(password: string, person: Chooses): string | null {
  const chosen = kept(password);
  const shortest = shortestPassword(person);
  if ([...chosen].length < shortest) return `Password must be ${shortest} characters or more`;
  if (Buffer.byteLength(chosen) > mostPasswordBytes) return "Password is too long";
  const own = [...person.name.split(/[\s'’-]+/), person.name, person.email, person.email.split("@")[0] ?? "", "casemoot"].map(letters).filter((word) => word.length >= 4);
  const said = letters(chosen);
  if (own.some((word) => said.includes(word))) return "Password must not contain your name, your email address or the word Casemoot";
  // long ones are hard to guess or one thing over and over; the beginning tells which
  return easilyGuessed(chosen.slice(0, 128)) ? "Password must be harder to guess. Three words that have nothing to do with each other do" : null;
}
