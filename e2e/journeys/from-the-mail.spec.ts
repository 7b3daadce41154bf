import { expect, type Page, test } from "@playwright/test";
import { as, statusOf } from "../people.ts";

// From the mail to done in three screens: the form, its check, that it was sent. The mail holds a reference and a link; opening the link changes nothing, whoever opens it.

/** The newest mail to somebody about an action, as the demonstration's mailbox holds it: its text, and where its link leads. */
async function letterAbout(page: Page, action: string): Promise<{ text: string; path: string }> {
  await page.goto("/dev/mailbox");
  const letters = await page.getByRole("link", { name: "The chair asks about your action" }).evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  for (const letter of letters) {
    await page.goto(letter);
    const link = page.locator(`main a[href$="/actions/${action}/update"]`);
    if ((await link.count()) > 0) return { text: await page.getByRole("main").innerText(), path: new URL((await link.first().getAttribute("href")) ?? "").pathname };
  }
  throw new Error(`no letter about ${action}`);
}

for (const javaScriptEnabled of [true, false]) {
  test(`a chased owner says by the link of the mail that it is done, on a phone, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ browser }) => {
    const chair = await as(browser, "Ruth Calverley", { javaScriptEnabled });
    await chair.goto("/actions/chase?forum=CEN");
    const choices = chair.getByRole("checkbox");
    const choice = choices.nth(javaScriptEnabled ? 0 : 1);
    const action = await choice.inputValue();
    const said = await chair.locator(`label[for="${await choice.getAttribute("id")}"]`).innerText();
    const surname = /^CEN-\d+-\d+, ([^,]+),/.exec(said)?.[1]?.split(" ").at(-1) ?? "nobody";
    await choice.check();
    await chair.getByRole("button", { name: "See the emails first" }).click();
    await expect(chair.getByRole("main")).toContainText("Check the email");
    const preview = await chair.getByRole("main").innerText();
    await chair.getByRole("button", { name: /^Send (the|\d+) emails?$/ }).click();
    await expect(chair.locator(".alert-success")).toBeVisible();
    await chair.goto(`/actions/${action}`);
    const wording = await chair.getByRole("heading", { level: 1 }).innerText();

    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled });
    const phone = await context.newPage();
    let letter = { text: "", path: "" };
    await expect(async () => {
      letter = await letterAbout(phone, action);
    }).toPass({ timeout: 20_000 });
    expect(letter.text).not.toContain(wording);
    expect(preview).not.toContain(wording);

    // whoever opens it first, a mail program among them, changes nothing and learns nothing
    expect(await statusOf(phone, letter.path)).toBeGreaterThanOrEqual(300);
    const begun = Date.now();
    const screens: string[] = [];
    await phone.goto(letter.path);
    await phone.getByRole("button", { name: new RegExp(`^Sign in as .*\\b${surname}$`) }).click();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Update an action");
    screens.push("form");
    await phone.getByRole("radio", { name: "Done", exact: true }).check();
    await phone.getByLabel("What the chair should know").fill("Both are done; the warden has seen them.");
    await phone.getByRole("button", { name: "Continue" }).click();
    await expect(phone.getByRole("heading", { name: "Check before it goes to the chair" })).toBeVisible();
    screens.push("check");
    await phone.getByRole("button", { name: "Send to the chair" }).click();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Update sent");
    screens.push("sent");
    expect(screens).toHaveLength(3);
    test.info().annotations.push({ type: "from the mail to done", description: `${((Date.now() - begun) / 1000).toFixed(1)} s with the sign-in, ${screens.length} screens` });
    process.stdout.write(`from the mail to done, JavaScript ${javaScriptEnabled ? "on" : "off"}: ${((Date.now() - begun) / 1000).toFixed(1)} s with the sign-in, ${screens.length} screens\n`);

    // the link again: it was reported, and nothing happens twice
    await phone.goto(letter.path);
    await expect(phone.getByRole("main")).toContainText("This action needs no update from you");
    await chair.goto(`/actions/${action}`);
    await expect(chair.getByRole("main")).toContainText("Both are done; the warden has seen them.");
    for (const page of [chair, phone]) await page.context().close();
  });
}
