// What must not be read by just anybody, and how to find it in an answer: by its words, whatever tags, escapes or line ends stand between them.

/** The longest run of words that is looked up; the rest of a longer value is compared where its beginning is found. */
const longest = 6;

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
/** An answer as bare words: markup left out, what HTML and JSON escape put back. */
export function wordsOf(text) {
  const plain = text
    .replace(/<!--.*?-->/gs, "")
    .replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\[nrt"]/g, " ")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (whole, name) => entities[name] ?? whole)
    // the running number of a minute, "CEN 133/26", is not the case CEN-133
    .replace(/\b[A-Z]{2,6} \d+\/\d{2}\b/g, " ");
  const spoken = (some) => some.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  // once with the tags, where attributes speak, and once without, where they would stand between two words
  return [spoken(plain), spoken(plain.replace(/<[^>]*>/g, ""))];
}

/** Finds values by their words: `add(value, what)`, then `among(text)` gives every `what` whose value stands in it. */
export function needles() {
  const byLength = Array.from({ length: longest + 1 }, () => new Map());
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(value, what) {
      const [, spoken] = wordsOf(value);
      if (spoken.length === 0) return;
      count += 1;
      const key = spoken.slice(0, longest).join(" ");
      const found = byLength[Math.min(spoken.length, longest)];
      const known = found.get(key);
      const needle = { rest: spoken.slice(longest), what };
      if (known) known.push(needle);
      else found.set(key, [needle]);
    },
    among(text) {
      const found = new Set();
      for (const spoken of wordsOf(text)) {
        for (let length = 1; length <= longest; length += 1) {
          const known = byLength[length];
          if (known.size === 0) continue;
          for (let at = 0; at + length <= spoken.length; at += 1) for (const { rest, what } of known.get(spoken.slice(at, at + length).join(" ")) ?? []) if (rest.every((word, i) => spoken[at + length + i] === word)) found.add(what);
        }
      }
      return found;
    },
  };
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
/** A day as it might be written anywhere. */
export function formsOfDay(day) {
  const [year, month, date] = day.split("-");
  return [`${Number(date)} ${months[Number(month) - 1]} ${year}`, day, `${date}/${month}/${year}`, `${Number(date)} ${months[Number(month) - 1].slice(0, 3)} ${year}`];
}

/** The sentences of a text that are long enough to be told from others. */
export const sentencesOf = (text) => (text ?? "").split(/(?<=[.!?])\s+|\n+/).filter((sentence) => (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length >= longest);
