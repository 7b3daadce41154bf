import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { chanceFrom } from "../../tests/support/chance.ts";
import { as } from "../people.ts";

/** One of each kind: CEN-118-2 and CEN-97-1 are the same page, and so are two people of the directory and two corrections. Filters and pages of a list are the list. */
const kindOf = (href: string) => href.split(/[?#]/)[0]?.replaceAll(/[A-Z]{2,4}-[\dAX-]+|[\da-f]{8}-[\da-f-]{27}|(?<=\/)\d+(?=\/|$)/g, "REF") ?? href;

// A browser takes seconds to draw a page and axe to examine it. All that is offered is fetched and its answer looked at; what is drawn and examined
// is a seeded sample of the kinds that nobody before was offered. `npm run prove -- pages` draws and examines every page of everybody.
const isWhole = process.env.PROVE === "whole";
const sampled = 6;
const chance = chanceFrom(Number(process.env.PROVE_SEED) || 8);
const examined = new Set<string>();

type Offered = { path: string; title: string; hrefs: string[]; faults: string[] };

/** What a page's answer says of itself and leads to. */
async function fetched(page: Page, path: string): Promise<Offered> {
  const answer = await page.request.get(path);
  const found = await page.evaluate((html) => {
    const asked = new DOMParser().parseFromString(html, "text/html");
    const has = (selector: string) => asked.querySelector(selector) !== null;
    const faults = [
      ...(has("main [style], header [style], nav [style], footer [style]") ? ["a style attribute"] : []),
      ...(has("form:not([novalidate]), [required]") ? ["the browser's own validation"] : []),
    ];
    return { title: asked.title, faults, hrefs: [...asked.querySelectorAll("a[href^='/']:not([download])")].map((link) => link.getAttribute("href") ?? "") };
  }, await answer.text());
  if (!answer.ok()) found.faults.push(`answers ${answer.status()}`);
  if (!/^[A-Z][\w\s,:?()-]* – Casemoot$/.test(found.title)) found.faults.push(`the title is “${found.title}”`);
  return { path, ...found };
}

/** Follows the links of our own that a person is offered, one page of each kind. */
async function offeredTo(page: Page): Promise<Offered[]> {
  const waiting = ["/"];
  const seen = new Set(waiting.map(kindOf));
  const all: Offered[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const offered = await fetched(page, path);
    all.push(offered);
    for (const href of offered.hrefs) {
      // a file is taken away, not looked at
      if (seen.has(kindOf(href)) || /\/export\b/.test(href)) continue;
      seen.add(kindOf(href));
      waiting.push(href);
    }
  }
  return all;
}

for (const [name, atLeast] of [["Ruth Calverley", 60], ["Zofia Nowak", 40], ["Grace Hinchliffe", 6], ["Ffion Pryce", 6], ["Marcus Vane", 30]] as const) {
  test(`every page that ${name} is offered is accessible, keeps to the screen and says nothing in its title`, async ({ browser }) => {
    test.setTimeout(isWhole ? 1_800_000 : 240_000);
    const page = await as(browser, name, { viewport: { width: 390, height: 844 } });
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()} ${new URL(message.location().url || "http://nowhere").pathname}`));
    page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
    const all = await offeredTo(page);
    for (const { path, faults: own } of all) faults.push(...own.map((fault) => `${path}: ${fault}`));
    const fresh = all.map(({ path }) => path).filter((path) => isWhole || !examined.has(kindOf(path)));
    const drawn = isWhole ? fresh : chance.shuffled(fresh).slice(0, sampled);
    for (const path of drawn) {
      examined.add(kindOf(path));
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) faults.push(`${path}: ${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) faults.push(`${path}: ${width} pixels wide`);
    }
    expect(faults).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(atLeast);
    await page.context().close();
  });
}

test("the page to sign in on is accessible, and a stranger is sent to it and back", async ({ page }) => {
  const answer = await page.goto("/meetings");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fmeetings$/);
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Sign in as Grace Hinchliffe" }).click();
  await expect(page).toHaveURL(/\/meetings$/);
});

test("a local account signs in by its password, and a wrong one is not told what was wrong", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill("ruth.calverley@hallamford.example");
  await page.getByLabel("Password", { exact: true }).fill("not this one");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The email address or password is wrong" })).toBeVisible();
  await expect(page).toHaveTitle(/^Error: Sign in/);
  await expect(page.getByLabel("Email address")).toHaveValue("ruth.calverley@hallamford.example");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await page.getByLabel("Password", { exact: true }).fill("demonstration only");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  const [session] = (await page.context().cookies()).filter((cookie) => cookie.name.endsWith("casemoot.session"));
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You have signed out.")).toBeVisible();
  // a copy of the cookie, kept from before, opens nothing
  if (session) await page.context().addCookies([session]);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(session).toBeDefined();
});
