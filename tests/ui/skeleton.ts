/**
 * The bones of a piece of HTML: elements, the attributes that mean something to a browser or a screen reader, and text. Classes, data
 * attributes, line breaks and hidden drawings are looks, and left out. Two pieces with the same bones behave alike.
 */
const voidElements = new Set(["input", "br", "hr", "img", "meta", "link"]);

const telling = new Set(
  "id for href name value type role rows inputmode autocomplete spellcheck autocapitalize disabled checked selected hidden open tabindex multiple pattern placeholder required style novalidate".split(" "),
);

/** What React and GOV.UK's templates write differently for the same thing. */
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'", nbsp: " " };

function text(raw: string): string {
  return raw
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim();
}

function bones(raw: string): string {
  const kept: string[] = [];
  for (const [, name = "", quoted] of raw.matchAll(/([^\s=/"']+)(?:="([^"]*)")?/g)) {
    const key = name.toLowerCase();
    if (!telling.has(key) && !key.startsWith("aria-")) continue;
    // `hidden=""` and `hidden` are the same; an empty value is what a browser takes a missing one for.
    const value = quoted === undefined ? "" : text(quoted);
    if (key === "value" && value === "") continue;
    kept.push(value === "" ? key : `${key}=${value}`);
  }
  return kept.toSorted().join(" ");
}

/** One line for each element, indented by depth, and one for each text. */
export function skeleton(html: string): string[] {
  const lines: string[] = [];
  let depth = 0;
  let verbatim = "";
  const add = (line: string) => lines.push("  ".repeat(depth) + line);
  const seen = html.replace(/<!--.*?-->/gs, "").replace(/<svg[^>]*aria-hidden="true".*?<\/svg>/gs, "");
  for (const [token] of seen.matchAll(/<[^>]+>|[^<]+/g)) {
    if (!token.startsWith("<")) {
      // Line breaks in a box are part of the answer.
      const said = verbatim === "textarea" ? token.replace(/^\n/, "").replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole) : text(token);
      if (said !== "") add(JSON.stringify(said));
      continue;
    }
    const closing = /^<\/(\w+)/.exec(token);
    if (closing) {
      depth -= 1;
      verbatim = "";
      continue;
    }
    const opening = /^<(\w+)((?:\s[^>]*?)?)\/?>$/s.exec(token);
    if (!opening) throw new Error(`not an element: ${token}`);
    const [, name = "", attributes = ""] = opening;
    add(`<${`${name} ${bones(attributes)}`.trim()}>`);
    if (!voidElements.has(name) && !token.endsWith("/>")) {
      depth += 1;
      verbatim = name;
    }
  }
  return lines;
}
