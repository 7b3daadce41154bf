import { expect, type Page, test } from "@playwright/test";
import { formsOfDay, needles, sentencesOf } from "../../scripts/prove/needles.mjs";
import { central } from "../../prisma/seed/story/central.ts";
import { northfold } from "../../prisma/seed/story/northfold.ts";
import { panel } from "../../prisma/seed/story/panel.ts";
import type { CasePlot } from "../../prisma/seed/story/plot.ts";
import { southfold } from "../../prisma/seed/story/southfold.ts";
import { quayside } from "../../prisma/seed/story/wexcombe.ts";
import { as } from "../people.ts";

// A sample of `npm run prove -- leaks`: the people and places of the demonstration, as its story tells them, stand in no answer to people who were
// shown none of them; the words of its cases in none to people who may open no case. Titles, payloads and headers are answers too.
const story = [central, northfold, southfold, panel, quayside].flat();
const nameless = story.map(({ title, summary }) => `${title}\n${summary}`).join("\n");
const isProtected = (value: string) => !nameless.includes(value);

function particularsOf({ who: { name, born, address, safeContact } }: CasePlot): string[] {
  const birthday = born ? formsOfDay(`2000-${born[1]}`).slice(0, 1).map((day) => day.replace(" 2000", "")) : [];
  const years = born ? [0, 1].map((more) => new Date().getFullYear() - born[0] - more) : [];
  return [name, address?.split(",")[0], safeContact, ...birthday.flatMap((day) => years.map((year) => `${day} ${year}`))].filter((value): value is string => Boolean(value)).filter(isProtected);
}
const recordOf = ({ background, wanted, hearings = {} }: CasePlot): string[] =>
  [background, wanted, ...Object.values(hearings).flatMap(({ said }) => said)].flatMap((text) => sentencesOf(text)).filter(isProtected);

function search(values: string[]) {
  const found = needles();
  for (const value of values) found.add(value, value);
  return found;
}
const particulars = search(story.flatMap(particularsOf));
const everything = search(story.flatMap((plot) => [...particularsOf(plot), ...recordOf(plot)]));

/** Each address that a person is offered, and some they aren't, as a page and as the payload of one. */
async function answers(page: Page, guessed: string[], most: number): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  const waiting = ["/", ...guessed];
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined && said.size < most * 2; path = waiting.shift()) {
    for (const headers of [{}, { RSC: "1" }] as Record<string, string>[]) {
      const answer = await page.request.get(path, { headers, maxRedirects: 0 });
      const text = `${JSON.stringify(answer.headers())}\n${await answer.text()}`;
      said.set(`${path}${"RSC" in headers ? " (payload)" : ""}`, text);
      for (const [, href = ""] of text.matchAll(/href="(\/[^"#]*)"/g)) {
        const next = href.replaceAll("&amp;", "&");
        if (seen.has(next) || next.startsWith("/_next/")) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return said;
}

const guesses = ["/cases/CEN-101", "/cases/CEN-110", "/cases/NOR-101", "/cases/MARP-101", "/actions/CEN-101-1", "/audit", "/meetings"];
for (const [name, values, offered] of [
  ["Joe Stansfield", particulars, 40],
  ["Marcus Vane", everything, 5],
  ["Hana Okafor", everything, 5],
] as const) {
  test(`nothing that ${name} may not know stands in any answer`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await as(browser, name);
    const said = await answers(page, guesses, 40);
    expect(said.size).toBeGreaterThanOrEqual(offered);
    const leaks = [...said].flatMap(([path, text]) => [...values.among(text)].map((value) => `${path}: ${value}`));
    expect(leaks).toEqual([]);
    await page.context().close();
  });
}

test("the search finds what does stand there", async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await as(browser, "Priya Nandra");
  const found = [...(await answers(page, [], 40)).values()].flatMap((text) => [...everything.among(text)]);
  expect(found.length).toBeGreaterThan(3);
  expect(everything.count).toBeGreaterThan(100);
  await page.context().close();
});
