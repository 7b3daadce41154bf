import { expect, type Page, test } from "@playwright/test";
import { TOTP } from "otpauth";
import { anInstallation } from "../installation.ts";

// From an empty PostgreSQL to people who are signed in: the commands of the README, then what an administrator does on the screens.

const password = "three unlikely words: kestrel gravel oboe";
const administrator = { name: "Ada Lindqvist", email: "ada.lindqvist@oakmere.example" };
const linkIn = (text: string) => /http:\/\/localhost:\d+(\/join\/[\w-]{43})/.exec(text)?.[1] ?? "there is no link";

test("an operator makes the first partnership, and its administrator signs in", async ({ browser }) => {
  test.setTimeout(180_000);
  const installation = await anInstallation();
  try {
    installation.operate("migrate");
    const printed = installation.operate("partnership:create", "--name", "Safer Oakmere", "--agency", "Oakmere Borough Council", "--kind", "council", "--administrator", administrator.name, "--email", administrator.email);
    await installation.start();
    const somebody = async () => (await browser.newContext({ baseURL: installation.origin })).newPage();

    const ada = await somebody();
    await ada.goto("/sign-in");
    await expect(ada.getByRole("button", { name: /^Sign in as / })).toHaveCount(0);
    await ada.goto(linkIn(printed));
    await expect(ada.getByText("Safer Oakmere")).toBeVisible();
    await choosePassword(ada);
    await setUpSecondFactor(ada);
    await expect(ada.getByRole("button", { name: "Sign out" })).toBeVisible();
    const again = await somebody();
    await again.goto(linkIn(printed));
    await expect(again.getByRole("heading", { level: 1 })).toHaveText("This link is over");
  } finally {
    await installation.stop();
  }
});

async function choosePassword(page: Page) {
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Choose this password" }).click();
}

/** With an authenticator app that types the key, as somebody whose camera is broken does. */
async function setUpSecondFactor(page: Page) {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up a second factor");
  const key = (await page.locator("code").first().textContent()) ?? "";
  await page.getByLabel("Code that the app shows now").fill(new TOTP({ secret: key.replaceAll(" ", "") }).generate());
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keep your recovery codes");
  await page.getByRole("button", { name: "I have kept them" }).click();
}
