/**
 * Words of the protected particulars that stand in text meant to name nobody. The nameless twin is written by a person;
 * this only shows what slipped in: each part of a name, house or flat numbers with their street, postcodes, dates of birth.
 * Words of three letters or fewer are left to the person's eye.
 */
export function namedIn(nameless: string, protectedTexts: readonly (string | null)[]): string[] {
  const spoken = new Set(wordsOf(nameless));
  const found = new Set<string>();
  for (const text of protectedTexts) {
    for (const word of wordsOf(text ?? "")) if (word.length > 3 && !everyday.has(word) && spoken.has(word)) found.add(word);
  }
  return [...found];
}

const wordsOf = (text: string) => text.toLocaleLowerCase("en-GB").normalize("NFKD").replaceAll(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
// parts of addresses that name no place by themselves
const everyday = new Set(["road", "street", "lane", "close", "court", "avenue", "drive", "house", "flat", "place", "park", "green", "hill", "north", "south", "east", "west"]);
