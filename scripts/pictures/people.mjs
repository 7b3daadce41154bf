// Going through a meeting as its people would, so that there is something to picture.

/** Opens a browser of somebody's own and signs in by their button. */
export async function as(browser, origin, name, options) {
  const context = await browser.newContext({ baseURL: origin, locale: "en-GB", timezoneId: "Europe/London", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: `Sign in as ${name}`, exact: true }).click();
  await page.getByRole("button", { name: "Sign out" }).waitFor();
  return page;
}

/** Presses a button and waits for what the page then says. */
export async function press(page, button, said) {
  await page.getByRole("button", { name: button }).first().click();
  await page.getByText(said).first().waitFor();
}

export async function signRegister(page, meeting) {
  await page.goto(`/meetings/${meeting}/register`);
  await fillSignature(page);
  await press(page, "Accept and sign the register", "You signed on");
}

export async function fillSignature(page) {
  await page.getByRole("radio", { name: "Yes", exact: true }).check();
  await page.getByRole("checkbox", { name: "I am attending this meeting" }).check();
  await page.getByRole("checkbox", { name: /I accept the confidentiality declaration/ }).check();
}

/** Minutes the items of the room that come before one of them, in a word each. */
export async function minuteUntil(page, meeting, title) {
  for (let item = 1; ; item += 1) {
    await page.goto(`/meetings/${meeting}/room?item=${item}`);
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    if (heading.includes(title)) return item;
    const decision = page.getByRole("radio", { name: "Continue" });
    await ((await decision.count()) > 0 ? decision : page.getByRole("radio", { name: "Noted" })).check();
    const reason = page.getByLabel("Reason for the decision", { exact: true });
    if ((await reason.count()) > 0) await reason.fill("What was agreed has only begun to show");
    await page.getByRole("button", { name: /^Save and go/ }).click();
    await page.waitForURL((url) => url.searchParams.get("item") !== String(item));
  }
}

export async function addAction(page, { wording, owner, due, measure, nameless }) {
  await page.getByLabel("Add an action").fill(wording);
  const owners = page.getByLabel("Owner");
  await owners.selectOption(await owners.locator("option", { hasText: owner }).first().getAttribute("value"));
  for (const [part, text] of Object.entries(due)) await page.getByLabel(part).fill(text);
  await page.getByLabel("How it will be known to be done").fill(measure);
  if (nameless) await page.getByLabel("Action without names").fill(nameless);
  await page.getByRole("button", { name: /^(Add|Record) the action$/ }).click();
  await page.getByRole("listitem").filter({ hasText: wording }).last().waitFor();
}
