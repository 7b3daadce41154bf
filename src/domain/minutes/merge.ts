import { applyPatch, createPatch } from "diff";

/** Puts a correction of some words into a text in which others have changed since; null where its own have. */
export function merge(stands: string, was: string, becomes: string): string | null {
  if (stands === was) return becomes;
  const merged = applyPatch(byWord(stands), createPatch("", byWord(was), byWord(becomes)), { autoConvertLineEndings: false });
  return merged === false ? null : merged.split("\n").slice(0, -1).map((word) => JSON.parse(word) as string).join("");
}

/** A line for each word and for what stands between words, so that a patch of lines is one of words. */
const byWord = (text: string) => (text.match(/\s+|\S+/g) ?? []).map((word) => `${JSON.stringify(word)}\n`).join("");
