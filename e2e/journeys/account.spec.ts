import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { TOTP } from "otpauth";
import { anInstallation } from "../installation.ts";

// An invitation, a password, the second factor that the office asks for, out, and in again by a code and by a recovery code.

const password = "tabloid vessel ninth prawn";
const rounds = [
  { name: "Ada Lindqvist", email: "ada@oakmere.example", partnership: "Safer Oakmere", javaScriptEnabled: true },
  { name: "Ben Okonjo", email: "ben@birchford.example", partnership: "Safer Birchford", javaScriptEnabled: false },
];

test("an administrator takes an invitation up, sets up a second factor, and signs in with it, JavaScript on and off", async ({ browser }) => {
  test.setTimeout(240_000);
  const installation = await anInstallation();
  try {
    installation.operate("migrate");
    const links = rounds.map(({ name, email, partnership }) => {
      const printed = installation.operate("partnership:create", "--name", partnership, "--agency", "Council", "--kind", "council", "--administrator", name, "--email", email);
      return /http:\/\/localhost:\d+(\/join\/[\w-]{43})/.exec(printed)?.[1] ?? "there is no link";
    });
    await installation.start();
    for (const [n, round] of rounds.entries()) await goThrough(browser, { ...round, link: links[n] ?? "", origin: installation.origin });
  } finally {
    await installation.stop();
  }
});

// what reads a page aloud needs scripts to look at it, not the page
const isAccessible = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

type Round = { email: string; link: string; origin: string; javaScriptEnabled: boolean };

async function goThrough(browser: Browser, { email, link, origin, javaScriptEnabled }: Round) {
  const check = async (page: Page) => javaScriptEnabled && isAccessible(page);
  const page = await (await browser.newContext({ baseURL: origin, javaScriptEnabled })).newPage();

  // too short, then common, then right
  await page.goto(link);
  expect(await page.title()).toBe("Choose your password – Casemoot");
  await check(page);
  await choose(page, "short");
  await expect(page.getByRole("main")).toContainText("Password must be 12 characters or more");
  expect(await page.title()).toBe("Error: Choose your password – Casemoot");
  await choose(page, "passwordpassword");
  await expect(page.getByRole("main")).toContainText("harder to guess");
  await choose(page, password);

  // nothing else is open before the second factor stands
  await expect(page).toHaveURL(/\/sign-in\/set-up$/);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await page.goto("/sign-in/set-up");
  await expect(page.getByRole("img", { name: "QR code" })).toBeVisible();
  await check(page);
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await enter(page, "Code that the app shows now", "000000", "Set up");
  await expect(page.getByRole("main")).toContainText("The code is wrong");
  const app = new TOTP({ secret });
  const first = app.generate();
  await enter(page, "Code that the app shows now", first, "Set up");

  // the recovery codes stand there once
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keep your recovery codes");
  const codes = await page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem").allTextContents();
  expect(codes).toHaveLength(10);
  await check(page);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page).toHaveURL(`${origin}/`);
  await page.goto("/account/recovery-codes");
  await expect(page.getByRole("main")).toContainText("no longer shown");
  for (const code of codes) await expect(page.getByRole("main")).not.toContainText(code);

  // out, and in again: the code of the set-up counts no second time, a recovery code does once
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("main")).toContainText("You have signed out");
  await signIn(page, email);
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await check(page);
  await enter(page, "Code", first, "Continue");
  await expect(page.getByRole("main")).toContainText("The code is wrong");
  await page.getByRole("link", { name: "Use a recovery code instead" }).click();
  await enter(page, "Recovery code", (codes[0] ?? "").toLowerCase().replaceAll("-", " "), "Continue");
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByRole("main")).toContainText("9 codes left");
  await check(page);
  await expect(page.getByRole("main")).toContainText("Password and recovery code");

  // a second browser is seen from here, and ended from here
  const other = await (await browser.newContext({ baseURL: origin, javaScriptEnabled })).newPage();
  await signIn(other, email);
  await enter(other, "Code", app.generate({ timestamp: Date.now() + 30_000 }), "Continue");
  await expect(other.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.goto("/account");
  await page.getByRole("button", { name: /^End the session/ }).click();
  await expect(page.getByRole("main")).toContainText("That session is ended");
  await other.goto("/account");
  await expect(other).toHaveURL(/\/sign-in\?next=%2Faccount$/);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link is over");
  await Promise.all([page.context().close(), other.context().close()]);
}

async function choose(page: Page, typed: string) {
  await page.getByLabel("Password", { exact: true }).fill(typed);
  await page.getByRole("button", { name: "Choose this password" }).click();
}

async function enter(page: Page, label: string, code: string, button: string) {
  await page.getByLabel(label, { exact: true }).fill(code);
  await page.getByRole("button", { name: button, exact: true }).click();
}

async function signIn(page: Page, email: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
