import { expect, type Page, test } from "@playwright/test";
import { TOTP } from "otpauth";
import { anInstallation } from "../installation.ts";

// From an empty PostgreSQL to people who are signed in: the commands of the README, then what an administrator does on the screens.

const password = "three unlikely words: kestrel gravel oboe";
const administrator = { name: "Ada Lindqvist", email: "ada.lindqvist@oakmere.example" };
const coordinator = { name: "Tamsin Okafor", email: "tamsin.okafor@oakmere.example" };
const linkIn = (text: string) => /http:\/\/localhost:\d+(\/join\/[\w-]{43})/.exec(text)?.[1] ?? "there is no link";

test("an operator makes the first partnership, and its administrator signs in, adds a forum and lets somebody in", async ({ browser }) => {
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

    await addForum(ada);
    await addCoordinator(ada);
    await expect.poll(() => linkIn(installation.mailTo(coordinator.email)), { timeout: 15_000 }).toMatch(/^\/join\//);
    expect(installation.mailTo(coordinator.email)).not.toMatch(/Tamsin|Okafor|Oakmere Central/);
    const tamsin = await somebody();
    await tamsin.goto(linkIn(installation.mailTo(coordinator.email)));
    await choosePassword(tamsin);
    await setUpSecondFactor(tamsin);
    await tamsin.goto("/meetings/new");
    await expect(tamsin.getByRole("combobox", { name: "Forum" })).toContainText("Oakmere Central CIM");
    // and nothing of it is the administrator's to see
    expect((await ada.request.get("/meetings/new", { maxRedirects: 0 })).status()).toBe(404);
  } finally {
    await installation.stop();
  }
});

async function addForum(page: Page) {
  await page.goto("/admin/areas");
  await page.getByLabel("Name").fill("Central");
  await press(page, "Add an area");
  await page.goto("/admin/forums/new");
  await page.getByRole("radio", { name: "Case Identification Meeting" }).check();
  await page.getByLabel("Code").fill("CEN");
  await page.getByLabel("Name").fill("Oakmere Central CIM");
  await page.getByLabel("Area").selectOption("Central");
  await page.getByLabel("Purpose").fill("Solving together what no one of us can solve alone.");
  await press(page, "Add the forum");
}

async function addCoordinator(page: Page) {
  await page.goto("/admin/people/new");
  await page.getByLabel("Name").fill(coordinator.name);
  await page.getByLabel("Post").fill("Partnership coordinator");
  await page.getByLabel("Email address").fill(coordinator.email);
  await page.getByLabel("Agency").selectOption("Oakmere Borough Council");
  await press(page, "Add a person");
  await page.getByRole("link", { name: "Appoint to a forum" }).click();
  await page.getByLabel("Forum").selectOption("Oakmere Central CIM");
  await page.getByRole("radio", { name: "Coordinator" }).check();
  await page.getByRole("radio", { name: "Substantive" }).check();
  await press(page, "Appoint");
  await press(page, "Invite");
}

/** Presses a button and waits until the page says that it was done. */
async function press(page: Page, button: string) {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.locator(".alert-success")).toBeVisible();
}

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
