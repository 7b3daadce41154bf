import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { refusals } from "@/domain/kernel/outcome.ts";
import { policy } from "@/domain/kernel/policy.ts";

const filesOf = (folder: string) =>
  fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.posix.join(folder, file.replaceAll(path.sep, "/"))).filter((file) => /\.tsx?$/.test(file));
const read = (file: string) => fs.readFileSync(file, "utf8");
const app = filesOf("src/app");

// Entering and leaving are the two acts that nobody has to be signed in for.
const beforeSignIn = [
  "src/app/sign-in/submit.ts", "src/app/sign-in/code/submit.ts", "src/app/sign-in/set-up/submit.ts", "src/app/sign-out/submit.ts",
  "src/app/join/[secret]/submit.ts", "src/app/reset/[secret]/submit.ts", "src/app/forgotten/submit.ts", "src/app/sign-in/organisation/submit.ts",
  // by a one-time route, which says who holds it
  "src/app/once/[secret]/submit.ts",
];
const pagesWithoutSignIn = [
  "src/app/sign-in/page.tsx", "src/app/sign-in/code/page.tsx", "src/app/sign-in/set-up/page.tsx",
  "src/app/join/[secret]/page.tsx", "src/app/reset/[secret]/page.tsx", "src/app/forgotten/page.tsx", "src/app/forgotten/sent/page.tsx",
  "src/app/sign-in/organisation/page.tsx", "src/app/sign-in/organisation/go/page.tsx", "src/app/sign-in/organisation/asked/page.tsx", "src/app/sign-in/organisation/refused/page.tsx",
  // the way in from the screen of a room: by way of signing in
  "src/app/r/page.tsx", "src/app/r/[code]/page.tsx",
  "src/app/once/[secret]/page.tsx", "src/app/once/done/page.tsx",
  "src/app/dev/mailbox/page.tsx", "src/app/dev/mailbox/[mail]/page.tsx",
];

test("every page but the one to sign in on asks who it is for", () => {
  const pages = app.filter((file) => file.endsWith("/page.tsx"));
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.filter((file) => !pagesWithoutSignIn.includes(file) && !/await requireActor\(\)/.test(read(file)))).toEqual([]);
});

test("every submission goes through the one way that asks who it is", () => {
  const files = app.filter((file) => file.endsWith("/submit.ts") && !beforeSignIn.includes(file));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const exported = [...read(file).matchAll(/^export (.+?)(?=^export |$(?![\s\S]))/gms)].map((found) => found[1] ?? "");
    expect(exported.length, file).toBeGreaterThan(0);
    for (const code of exported) {
      expect(code, file).toMatch(/^async function submit[A-Z]\w*\(state: FormState, form: FormData\): Promise<FormState>/);
      expect(code, file).toMatch(/\bsubmission\(/);
    }
  }
});

test("“use server” stands only in submit.ts, since each of its exports is a public address", () => {
  const elsewhere = [...app, ...filesOf("src/ui"), ...filesOf("src/domain")].filter((file) => /["']use server["']/.test(read(file)) && !file.endsWith("/submit.ts"));
  expect(elsewhere).toEqual([]);
});

test("no page says a name or a nameless title in its own title", () => {
  const titles = app.flatMap((file) => [...read(file).matchAll(/<(?:Admin)?Frame\b[^>]*?\btitle=\{?([^}>]*)/g)].map((found) => found[1] ?? ""));
  expect(titles.length).toBeGreaterThan(8);
  expect(titles.filter((title) => /\b(name|twin|subject|person)\b|\.title\b/.test(title) && !/words?\./.test(title))).toEqual([]);
});

const tests = filesOf("tests").filter((file) => file.endsWith(".test.ts") && !file.startsWith("tests/architecture/")).map(read).join("\n");

test.each(Object.keys(policy))("the permission %s is tested by name", (permission) => {
  expect(tests).toContain(`"${permission}"`);
});

test.each(refusals)("the refusal %s is tested by name", (code) => {
  expect(tests).toContain(`"${code}"`);
});
