import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

/*
 * Every contrast of the colour table, recomputed from the tokens (WCAG 2.2, relative luminance): 7 for what is read at length, 4.5 for
 * other words, 3 for the borders of controls and the marks of charts.
 */

const css = readFileSync(path.resolve(import.meta.dirname, "../../src/app/globals.css"), "utf8");
const themes = ["light", "dark"] as const;
type Theme = (typeof themes)[number];

const tokens = new Map<string, Record<Theme, string>>();
for (const [, name = "", light = "", dark = ""] of css.matchAll(/--color-([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)) tokens.set(name, { light, dark });

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function colour(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`no token ${name}`);
  return token[theme];
}

function contrast(one: string, other: string, theme: Theme): number {
  const [dark = 0, light = 0] = [luminance(colour(one, theme)), luminance(colour(other, theme))].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "canvas", "sunken"];
const tones = ["red", "amber", "green", "blue", "purple", "grey", "teal"];

const pairs: [least: number, what: string, ground: string][] = [
  ...["ink", "muted"].map((what): [number, string, string] => [7, what, "paper"]),
  ...["ink", "muted", "link", "link-hover", "link-visited"].flatMap((what) => grounds.map((ground): [number, string, string] => [4.5, what, ground])),
  // Error words and links stand on paper and on the canvas, never on a sunken ground.
  ...["danger", "danger-hover"].flatMap((what) => ["paper", "canvas"].map((ground): [number, string, string] => [4.5, what, ground])),
  [4.5, "on-brand", "brand"],
  [4.5, "on-action", "action"],
  [4.5, "on-action", "action-hover"],
  [4.5, "on-danger", "danger"],
  [4.5, "on-danger", "danger-hover"],
  ...tones.map((tone): [number, string, string] => [4.5, `tag-${tone}`, `tag-${tone}-ground`]),
  // Words in a tag's colour without its ground: a date that is due soon, an outlined tag, a tick.
  ...["amber", "green"].map((tone): [number, string, string] => [4.5, `tag-${tone}`, "paper"]),
  // An alert and a panel hold ordinary words and links on a tag's ground.
  ...tones.flatMap((tone) => ["ink", "link", "link-hover"].map((what): [number, string, string] => [4.5, what, `tag-${tone}-ground`])),
  ...[1, 2, 3].map((step): [number, string, string] => [4.5, "on-map-pale", `map-${step}`]),
  ...[4, 5].map((step): [number, string, string] => [4.5, "on-map-deep", `map-${step}`]),
  ...["line-strong", "action", "danger", "edge"].flatMap((what) => ["paper", "canvas"].map((ground): [number, string, string] => [3, what, ground])),
  ...[1, 2, 3, 4, 5].map((series): [number, string, string] => [3, `chart-${series}`, "paper"]),
  // The two colours of the ring against each other, so that one of them shows on any ground.
  [7, "focus", "focus-ink"],
];

describe.each(themes)("in the %s theme", (theme) => {
  it.each(pairs)("at least %s: %s on %s", (least, what, ground) => {
    expect(contrast(what, ground, theme)).toBeGreaterThanOrEqual(least);
  });
});

describe("the table", () => {
  it("is the one that was measured", () => {
    expect(Number(contrast("ink", "paper", "light").toFixed(2))).toBe(16.59);
    expect(Number(contrast("muted", "canvas", "dark").toFixed(2))).toBe(9.13);
    expect(Number(contrast("tag-amber", "tag-amber-ground", "light").toFixed(2))).toBe(7.74);
  });

  it("holds every colour there is", () => {
    const all = [...css.matchAll(/--color-([\w-]+):/g)].map(([, name]) => name);
    const themed = css.slice(0, css.indexOf("@layer base"));
    expect(tokens.size).toBeGreaterThan(40);
    expect(all.filter((name) => name !== undefined && !tokens.has(name) && !["transparent", "current"].includes(name))).toEqual([]);
    expect(themed).toContain("--color-*: initial");
  });

  it("is the only place that names a colour", () => {
    const rest = css.slice(css.indexOf("@layer base"));
    expect(rest.match(/#[0-9a-f]{3,8}\b/gi)).toBeNull();
    for (const file of ["shell/shell.css", "content/content.css", "content/table.css", "forms/forms.css"]) {
      const sheet = readFileSync(path.resolve(import.meta.dirname, "../../src/ui", file), "utf8");
      expect(sheet.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi), file).toBeNull();
    }
  });
});
