import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const guides = ["chairs", "coordinators", "agencies", "councillors", "information-governance", "administrators", "signing-in"].map((name) => `docs/${name}.md`);
const documents = ["README.md", "ARCHITECTURE.md", ...fs.readdirSync("docs").filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
const read = (file: string) => fs.readFileSync(file, "utf8");
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found ?? "");

/** Where a document's links and pictures lead, seen from the checkout; addresses elsewhere are nobody's promise. */
const linked = (file: string) =>
  all(read(file), /(?:\]\(|src=")([^)"\s]+)/g)
    .filter((to) => !/^[a-z]+:/.test(to))
    .map((to) => ({ to, path: path.join(path.dirname(file), to.replace(/#.*/, "") || path.basename(file)), anchor: to.split("#")[1] }));
const anchorsOf = (file: string) => all(read(file), /^#+ (.+)$/gm).map((heading) => heading.toLowerCase().replaceAll(/[^\w\s-]/g, "").replaceAll(" ", "-"));

test.each(documents)("%s leads nowhere that isn't there", (file) => {
  const broken = linked(file).filter((link) => !fs.existsSync(link.path) || (link.anchor !== undefined && !anchorsOf(link.path).includes(link.anchor)));
  expect(broken.map(({ to }) => to)).toEqual([]);
});

test.each(documents)("%s names no command that isn't there", (file) => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = all(read(file), /npm run (?:-s )?([\w:]+)/g);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test("the guides lead to every picture, and each is light enough to open on a phone", () => {
  const pictures = fs.readdirSync("docs/pictures").map((name) => path.join("docs/pictures", name));
  const shown = new Set(documents.flatMap((file) => linked(file).map((link) => link.path)));
  expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
  expect(pictures.filter((picture) => fs.statSync(picture).size > 150_000)).toEqual([]);
  expect(pictures.length).toBeGreaterThan(5);
});

test.each(guides)("what %s names in bold stands on a screen, word for word", (file) => {
  const screens = fs.readdirSync("src/wording").map((name) => read(path.join("src/wording", name))).join("\n");
  const named = all(read(file), /\*\*([^*]+)\*\*/g);
  expect(named.filter((words) => !screens.includes(words))).toEqual([]);
  expect(named.length).toBeGreaterThan(3);
});

test("every package that is taken says why", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<"dependencies" | "devDependencies", Record<string, string>>;
  const reasons = new Set(read("docs/adr/0008-dependencies.md").split(/[\s,|()]+/));
  const taken = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith("@types/"));
  expect(taken.filter((name) => !reasons.has(name))).toEqual([]);
});
