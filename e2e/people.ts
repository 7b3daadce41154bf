import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

/** Opens a browser of somebody's own and signs in by their button. */
export async function as(browser: Browser, name: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: `Sign in as ${name}`, exact: true }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  return page;
}

/** Says what an address answers this person, without drawing it. */
export const statusOf = async (page: Page, path: string): Promise<number> => (await page.request.get(path, { maxRedirects: 0 })).status();

/** The next full hour, at which a meeting can be scheduled and its doors opened at once; in London, as the form asks for it. */
export function nextHour(): { day: string; month: string; year: string; time: string; passed: Date } {
  const at = new Date(Math.floor(Date.now() / 3_600_000 + 1) * 3_600_000);
  const part = (type: string) => new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "numeric", month: "numeric", year: "numeric", hour: "2-digit", hourCycle: "h23" }).formatToParts(at).find((found) => found.type === type)?.value ?? "";
  return { day: part("day"), month: part("month"), year: part("year"), time: `${part("hour")}:00`, passed: at };
}
