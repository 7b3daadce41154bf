import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { anIssuer, type Issuer } from "../../tests/support/issuer.ts";
import { as } from "../people.ts";

const domain = "hallamford.example";
let issuer: Issuer;
test.beforeAll(async () => void (issuer = await anIssuer()));
test.afterAll(() => issuer.end());

async function seen(page: Page) {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.title()).not.toMatch(/Council|Newcomer/);
}

/** From the page to sign in on to the organisation's own, and back as this subject. */
async function byOrganisation(browser: Browser, subject: string, { javaScriptEnabled = true } = {}): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  const blocked: string[] = [];
  page.on("console", (message) => /Content Security Policy/i.test(message.text()) && blocked.push(message.text()));
  await page.goto("/cases");
  await page.getByRole("link", { name: "Sign in with your organisation" }).click();
  await expect(page.getByRole("heading", { name: "Sign in with your organisation" })).toBeVisible();
  await page.getByLabel("Email address").fill(`somebody@${domain}`);
  await page.getByRole("button", { name: "Continue" }).click();
  if (!javaScriptEnabled) {
    await expect(page).toHaveURL(/\/sign-in\/organisation\/go$/);
    await page.getByRole("link", { name: "Continue to Hallamford Council" }).click();
  }
  await expect(page).toHaveTitle("Sign in there");
  await page.getByRole("button", { name: subject }).click();
  await expect(page).not.toHaveTitle("Sign in there");
  expect(blocked).toEqual([]);
  expect(page.url()).not.toMatch(/code=|state=/);
  return page;
}

test("an administrator adds an organisation; its people sign in by it, and who is unknown asks and is admitted", async ({ browser }) => {
  test.setTimeout(180_000);
  const newcomer = `new.comer-${Date.now()}@${domain}`;
  issuer.accounts.set("known", { email: `ruth.calverley@${domain}`, email_verified: true, name: "Known" });
  issuer.accounts.set("newcomer", { email: newcomer, email_verified: true, name: "Nell Newcomer" });
  const administrator = await as(browser, "Marcus Vane");

  await test.step("adds it", async () => {
    await administrator.goto("/admin/providers/new");
    await seen(administrator);
    await administrator.getByLabel("Name of the organisation").fill("Hallamford Council");
    await administrator.getByLabel("Issuer").fill(`${issuer.address}/nowhere`);
    await administrator.getByLabel("Client ID").fill(issuer.clientId);
    await administrator.getByLabel("Client secret (optional)").fill(issuer.clientSecret);
    await administrator.getByLabel("Domains of its email addresses").fill(domain);
    await administrator.getByRole("button", { name: "Add", exact: true }).click();
    await expect(administrator.getByRole("link", { name: /Issuer answered, but not as OpenID Connect does/ })).toBeVisible();
    await administrator.getByLabel("Issuer").fill(issuer.address);
    await administrator.getByRole("button", { name: "Add", exact: true }).click();
    await expect(administrator.getByText("It is added. Now enter its redirect address there")).toBeVisible();
    await seen(administrator);
    issuer.redirectAddresses = [await administrator.getByText(/\/sign-in\/organisation\/back\//).innerText()];
  });

  await test.step("somebody with an account is in, with and without JavaScript, and is told that signing out is only here", async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await byOrganisation(browser, "known", { javaScriptEnabled });
      await expect(page).toHaveURL(/\/cases$/);
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByText("You are still signed in with your organisation")).toBeVisible();
      await page.context().close();
    }
  });

  await test.step("an unknown person asks, is admitted, and is in", async () => {
    const page = await byOrganisation(browser, "newcomer");
    await expect(page.getByRole("heading", { name: "Your request has been sent" })).toBeVisible();
    await seen(page);
    await page.context().close();

    await administrator.goto("/admin/requests");
    await seen(administrator);
    await administrator.getByRole("row", { name: newcomer }).getByRole("link").click();
    await seen(administrator);
    await administrator.getByLabel("Post").fill("Housing officer");
    await administrator.getByLabel("Agency").selectOption({ index: 1 });
    await administrator.getByRole("button", { name: "Add them and admit" }).click();
    await expect(administrator.getByText("They are admitted, and told by email.")).toBeVisible();

    const again = await byOrganisation(browser, "newcomer");
    await expect(again.getByRole("button", { name: "Sign out" })).toBeVisible();
    await again.context().close();
  });

  await test.step("an answer that another browser asked for is nobody's, in words without codes", async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${new URL(issuer.redirectAddresses[0] ?? "").pathname}?code=made-up&state=made-up&iss=${encodeURIComponent(issuer.address)}`);
    await expect(page).toHaveURL(/\/sign-in\/organisation\/refused$/);
    await expect(page.getByRole("heading", { name: "You are not signed in" })).toBeVisible();
    await seen(page);
    await page.context().close();
  });

  await test.step("it ends, and with it the way in", async () => {
    const inside = await byOrganisation(browser, "newcomer");
    await administrator.goto("/admin/providers");
    await seen(administrator);
    await administrator.getByRole("link", { name: "Hallamford Council" }).first().click();
    await administrator.getByRole("button", { name: "End it" }).click();
    await expect(administrator.getByText("It has ended.")).toBeVisible();
    await inside.goto("/");
    await expect(inside).toHaveURL(/\/sign-in/);
    await expect(inside.getByRole("link", { name: "Sign in with your organisation" })).toHaveCount(0);
    await inside.context().close();
  });
  await administrator.context().close();
});
