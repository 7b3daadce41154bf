import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { as } from "../people.ts";

/** One of each kind: CEN-118-2 and CEN-97-1 are the same page, and so are two people of the directory and two corrections. Filters and pages of a list are the list. */
const kindOf = (href: string) => href.split(/[?#]/)[0]?.replaceAll(/[A-Z]{2,4}-[\dAX-]+|[\da-f]{8}-[\da-f-]{27}|(?<=\/)\d+(?=\/|$)/g, "REF") ?? href;

// Axe takes seconds a page: here it examines a kind of page once, for the first who is offered it; `npm run prove -- pages` examines every
// page of everybody. The rest is looked at for everybody in both.
const isWhole = process.env.PROVE === "whole";
const examined = new Set<string>();

/** Follows the links of our own that a person is offered, one page of each kind. */
async function walk(page: Page, visit: (path: string) => Promise<void>) {
  const waiting = ["/"];
  const seen = new Set(waiting.map(kindOf));
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await page.goto(path);
    await visit(path);
    for (const href of await page.locator("a[href^='/']:not([download])").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))) {
      // a file is taken away, not looked at
      if (seen.has(kindOf(href)) || /\/export\b/.test(href)) continue;
      seen.add(kindOf(href));
      waiting.push(href);
    }
  }
  return seen.size;
}

for (const [name, atLeast] of [["Ruth Calverley", 10], ["Zofia Nowak", 7], ["Grace Hinchliffe", 6], ["Ffion Pryce", 2], ["Marcus Vane", 12]] as const) {
  test(`every page that ${name} is offered is accessible, keeps to the screen and says nothing in its title`, async ({ browser }) => {
    test.setTimeout(isWhole ? 1_200_000 : 480_000);
    const page = await as(browser, name, { viewport: { width: 390, height: 844 } });
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()} ${new URL(message.location().url || "http://nowhere").pathname}`));
    page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
    const visited = await walk(page, async (path) => {
      if (isWhole || !examined.has(kindOf(path))) {
        examined.add(kindOf(path));
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, nodes } of violations) faults.push(`${path}: ${id} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) faults.push(`${path}: ${width} pixels wide`);
      const title = await page.title();
      if (!/^[A-Z][\w\s,:?()-]* – Casemoot$/.test(title)) faults.push(`${path}: the title is “${title}”`);
      if ((await page.locator("main [style], header [style], nav [style], footer [style]").count()) > 0) faults.push(`${path}: a style attribute`);
      if ((await page.locator("form:not([novalidate]), [required]").count()) > 0) faults.push(`${path}: the browser's own validation`);
    });
    expect(faults).toEqual([]);
    expect(visited).toBeGreaterThanOrEqual(atLeast);
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
