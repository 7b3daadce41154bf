import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { as } from "../people.ts";

const words = "I own a flat in the block that this is about.";
const box = (page: Page) => page.getByLabel("What the interest is");

/** What /api/session answers from now on: when the session ends, or that it has. */
async function answerWith(page: Page, ends: { inSeconds: number } | "over") {
  const { person } = (await (await page.request.get("/api/session")).json()) as { person: string };
  await page.unroute("**/api/session");
  await page.route("**/api/session", async (route) => {
    if (ends === "over") return route.fulfill({ status: 401, json: null });
    const now = await page.evaluate(() => Date.now());
    const idle = now + (route.request().method() === "POST" ? 1_800_000 : ends.inSeconds * 1000);
    return route.fulfill({ json: { idle, end: now + 36_000_000, now, person } });
  });
}

test("two minutes before a session ends the page says so; one key keeps it open, and once it has ended nothing that was typed is lost", async ({ browser }) => {
  const page = await as(browser, "Grace Hinchliffe");
  await page.clock.install();
  await page.goto("/interests");
  await box(page).fill(words);
  await answerWith(page, { inSeconds: 95 });
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeHidden();
  await page.clock.fastForward(28.5 * 60_000);
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText("You will be signed out soon");
  expect((await new AxeBuilder({ page }).include("dialog").analyze()).violations).toEqual([]);
  await expect(dialog.getByRole("button", { name: "Stay signed in" })).toBeFocused();

  // said every quarter of a minute, then each of the last twenty seconds
  const said = dialog.locator("[aria-live]");
  await page.clock.runFor(8000);
  const first = await said.textContent();
  await page.clock.runFor(5000);
  expect(await said.textContent()).toBe(first);
  await answerWith(page, { inSeconds: 18 });
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(said).toHaveText(/You will be signed out in 1\d seconds/);
  const late = await said.textContent();
  await page.clock.runFor(1000);
  await expect(said).not.toHaveText(late ?? "");

  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(box(page)).toHaveValue(words);

  // the server says that it is over: covered, not lost, and back with its person
  await answerWith(page, "over");
  await page.clock.fastForward(29 * 60_000);
  await expect(dialog).toContainText("You have been signed out");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await expect(box(page)).toHaveValue(words);
  await answerWith(page, { inSeconds: 1800 });
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(dialog).toBeHidden();
  await expect(box(page)).toHaveValue(words);
  await page.context().close();
});

test("asking when a session ends is answered to its person alone, and staying signed in is asked from a page of ours alone", async ({ browser }) => {
  const page = await as(browser, "Joe Stansfield");
  const answer = await page.request.get("/api/session");
  expect(answer.headers()["cache-control"]).toContain("no-store");
  const ends = (await answer.json()) as Record<string, number>;
  expect(Object.keys(ends).toSorted()).toEqual(["end", "idle", "now", "person"]);
  expect((ends.idle ?? 0) - (ends.now ?? 0)).toBeGreaterThan(28 * 60_000);
  expect((await page.request.post("/api/session", { headers: { origin: "https://elsewhere.example" } })).status()).toBe(403);
  const stranger = await browser.newContext();
  expect((await stranger.request.get("/api/session")).status()).toBe(401);
  await Promise.all([page.context().close(), stranger.close()]);
});

for (const javaScriptEnabled of [true, false]) {
  test(`what one person left open isn't sent by the next, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ browser }) => {
    const first = await as(browser, "Zofia Nowak", { javaScriptEnabled });
    await first.goto("/interests");
    await box(first).fill(words);
    const second = await first.context().newPage();
    await second.goto("/");
    await second.getByRole("button", { name: "Sign out" }).click();
    await second.getByRole("button", { name: "Sign in as Kemi Adeyemi", exact: true }).click();
    await expect(second.getByRole("button", { name: "Sign out" })).toBeVisible();
    await first.getByRole("button", { name: "Add the interest" }).click();
    await expect(first.getByRole("main")).toContainText("This page was opened by somebody else");
    await expect(box(first)).toHaveValue(words);
    await second.goto("/interests");
    await expect(second.getByRole("main")).not.toContainText(words);
    await first.context().close();
  });
}
