import { expect, type Page, test } from "@playwright/test";
import { as, nextHour } from "../people.ts";

/**
 * The register of a room: the code on its screen, own phones, the coordinator's screen and the sheet of paper; and what a meeting below its
 * quorum can do. Once with JavaScript and once without it.
 */
const rounds = [
  { forum: "Northfold CIM", code: "NOR", chair: "Dev Sandhu", javaScriptEnabled: true },
  { forum: "Southfold CIM", code: "SOU", chair: "Owen Marsh", javaScriptEnabled: false },
];
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

for (const { forum, code, chair: chairName, javaScriptEnabled } of rounds) {
  test(`a room of ${forum} signs its register by its code, at the coordinator's screen and on paper, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const coordinator = await as(browser, "Priya Nandra", { javaScriptEnabled });
    const chair = await as(browser, chairName, { javaScriptEnabled });
    const meeting = await scheduled(coordinator, forum);
    expect(meeting).toContain(`${code}-`);
    await coordinator.getByRole("button", { name: "Publish the agenda" }).click();
    await expect(coordinator.getByText("The agenda is published.")).toBeVisible();
    await chair.goto(`/meetings/${meeting}`);
    await chair.getByRole("button", { name: "Open the doors" }).click();
    await expect(chair.getByText("The doors are open.")).toBeVisible();
    await sign(chair, meeting);

    // below its quorum, and who is missing is said; it opens as a discussion, after a page that says why
    await chair.goto(`/meetings/${meeting}`);
    await expect(chair.getByRole("main")).toContainText("1 member has signed, and it takes 3.");
    await expect(chair.getByRole("button", { name: "Open the meeting" })).toHaveCount(0);
    await chair.getByRole("link", { name: "Open as a discussion" }).click();
    await expect(chair.getByRole("heading", { level: 1 })).toHaveText("You can open this meeting as a discussion only");
    await chair.getByRole("button", { name: "Open as a discussion" }).click();
    await expect(chair.getByRole("main")).toContainText("This meeting is a discussion only");

    // the screen of the room: a code, a count, and nobody's name
    await coordinator.goto(`/meetings/${meeting}/screen`);
    await expect(coordinator.getByText(/^1 of \d+ have signed$/)).toBeVisible();
    await expect(coordinator.locator("body")).not.toContainText(/Nandra|Sandhu|Marsh|Nowak/);
    const spoken = await coordinator.getByText(/^The code is/).innerText();
    const shown = spoken.replace("The code is", "").replaceAll(" ", "");

    // a member's own phone, from the code to the papers: one signs in on the way, and each press counts
    const context = await browser.newContext({ ...phone, javaScriptEnabled });
    const member = await context.newPage();
    const began = performance.now();
    let presses = 0;
    const press = async (name: RegExp | string, role: "button" | "checkbox" | "link" | "radio" = "button") => {
      presses += 1;
      const found = member.getByRole(role, { name });
      await (role === "checkbox" || role === "radio" ? found.check() : found.click());
    };
    await member.goto(`/r/${shown}`);
    await press("Sign in as Zofia Nowak");
    await expect(member).toHaveURL(new RegExp(`/meetings/${meeting}/register\\?shown=`));
    await expect(member.getByRole("radio", { name: "In the room" })).toHaveCount(0);
    await press("I am attending this meeting", "checkbox");
    await press(/I accept the confidentiality declaration/, "checkbox");
    await press("Accept and sign the register");
    await press("Open the papers", "link");
    await expect(member).toHaveURL(new RegExp(`/meetings/${meeting}#agenda`));
    const seconds = (performance.now() - began) / 1000;
    test.info().annotations.push({ type: "figures", description: `from the code to the papers: ${presses} presses, ${seconds.toFixed(1)} s besides reading and thinking, JavaScript ${javaScriptEnabled ? "on" : "off"}` });
    expect(presses).toBeLessThanOrEqual(6);
    expect(seconds).toBeLessThan(30);

    // the same code, for whoever has no seat there, and a code made up: the same page, which says nothing
    const stranger = await as(browser, "Daniel Ashworth", { javaScriptEnabled });
    for (const tried of [shown, "AAAAAA"]) {
      await stranger.goto(`/r/${tried}`);
      await expect(stranger.getByRole("main")).toContainText("This code leads nowhere");
      await expect(stranger.locator("body")).not.toContainText(meeting);
    }
    await stranger.goto("/r");
    await stranger.getByLabel("Code").fill("12");
    await stranger.getByRole("button", { name: "Continue" }).click();
    await expect(stranger.getByRole("main")).toContainText("Code must be 6 letters and figures");

    // at the coordinator's screen: a member without a device, a guest, and somebody who won't
    await coordinator.goto(`/meetings/${meeting}/register/others`);
    const one = coordinator.locator("form", { has: coordinator.getByRole("button", { name: "Sign them in" }) });
    const who = one.getByLabel("Who signs");
    await who.selectOption(await who.locator("option", { hasText: "Kemi Adeyemi" }).getAttribute("value"));
    await one.getByRole("radio", { name: "Yes" }).check();
    await one.getByRole("checkbox", { name: "They have read the declaration and accept it" }).check();
    await one.getByRole("button", { name: "Sign them in" }).click();
    await expect(coordinator.getByText("They are on the register.")).toBeVisible();
    const guest = coordinator.locator("form", { has: coordinator.getByRole("button", { name: "Sign the guest in" }) });
    await guest.getByRole("button", { name: "Sign the guest in" }).click();
    await expect(coordinator.getByText("There is a problem")).toBeVisible();
    await guest.getByLabel("Name", { exact: true }).fill("Rosalind Ayre");
    await guest.getByLabel("Organisation", { exact: true }).fill("Aldershaw Primary School");
    await guest.getByRole("radio", { name: "No" }).check();
    await guest.getByRole("checkbox", { name: "They have read the declaration and accept it" }).check();
    await guest.getByRole("button", { name: "Sign the guest in" }).click();
    await expect(coordinator.getByText("They are on the register.")).toBeVisible();
    await coordinator.getByLabel("Who did not accept it").fill("Somebody Else");
    await coordinator.getByRole("button", { name: "Record it" }).click();
    await expect(coordinator.getByText("It is recorded that they did not accept the declaration.")).toBeVisible();
    await coordinator.goto(`/meetings/${meeting}/register`);
    const main = coordinator.getByRole("main");
    for (const said of ["by the room's code", "at the coordinator's screen", "Entered by Priya Nandra", "Aldershaw Primary School", "Did not accept the declaration"]) await expect(main).toContainText(said);

    // three of its members are there, and the police among them: it can be made a full meeting
    await chair.goto(`/meetings/${meeting}`);
    await expect(chair.getByRole("main")).toContainText("Reached: 3 of 3");
    await chair.getByRole("button", { name: "Make it a full meeting" }).click();
    await expect(chair.getByText("The meeting decides from now on.")).toBeVisible();

    // the sheet: printed with a line for everybody, and entered from
    await coordinator.goto(`/meetings/${meeting}/sheet`);
    await expect(coordinator.getByRole("table", { name: "Signatures" }).getByRole("row")).not.toHaveCount(0);
    await coordinator.goto(`/meetings/${meeting}/sheet/enter`);
    await coordinator.getByRole("checkbox", { name: /Joe Stansfield/ }).check();
    const late = new Date(Date.now() + 20 * 60_000);
    await coordinator.getByLabel("Time they signed").first().fill(new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" }).format(late));
    await coordinator.getByRole("button", { name: "Enter them" }).click();
    await expect(coordinator.getByText("There is a problem")).toBeVisible();
    await expect(coordinator.getByRole("checkbox", { name: /Joe Stansfield/ })).toBeChecked();
    await coordinator.getByLabel("Time they signed").first().fill(new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" }).format(new Date()));
    await coordinator.getByRole("button", { name: "Enter them" }).click();
    await expect(coordinator.getByText("They are on the register, from the printed sheet.")).toBeVisible();
    await expect(coordinator.getByText("on the printed sheet")).toBeVisible();
  });
}

async function scheduled(page: Page, forum: string): Promise<string> {
  const { day, month, year, time } = nextHour();
  await page.goto("/meetings/new");
  await page.getByLabel("Forum", { exact: true }).selectOption({ label: forum });
  await page.getByRole("radio", { name: "Extraordinary" }).check();
  await page.getByLabel("Day").fill(day);
  await page.getByLabel("Month").fill(month);
  await page.getByLabel("Year").fill(year);
  await page.getByLabel("Time it starts").fill(time);
  await page.getByLabel("Place").fill("Civic Centre, room 2");
  await page.getByRole("button", { name: "Schedule a meeting" }).click();
  await expect(page).toHaveURL(/\/meetings\/[A-Z]+-\d{4}-\d{2}-X\d+$/);
  const reason = page.getByLabel("Why the agenda is longer than the limit");
  if (await reason.isVisible()) await reason.fill("Everything open is heard once this quarter");
  return page.url().split("/").at(-1) ?? "";
}

async function sign(page: Page, meeting: string) {
  await page.goto(`/meetings/${meeting}/register`);
  await page.getByRole("checkbox", { name: "I am attending this meeting" }).check();
  await page.getByRole("checkbox", { name: /I accept the confidentiality declaration/ }).check();
  await page.getByRole("button", { name: "Accept and sign the register" }).click();
  await expect(page.getByRole("main")).toContainText("You signed on");
}
