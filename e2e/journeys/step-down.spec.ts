import { expect, type Page, test } from "@playwright/test";
import { sitting } from "../meetings.ts";
import { as, statusOf } from "../people.ts";

/** A chair steps a case down at a meeting: decided in the room, prepared by the coordinator, signed, watched by housing, and brought back. Once with JavaScript, once without. */
const rounds = [
  { forum: "Central CIM", chair: "Ruth Calverley", stranger: "Imran Sattar", javaScriptEnabled: true },
  { forum: "Northfold CIM", chair: "Dev Sandhu", stranger: "Grace Hinchliffe", javaScriptEnabled: false },
];

for (const { forum, chair: chairName, stranger: strangerName, javaScriptEnabled } of rounds) {
  test(`a chair of ${forum} steps a case down at a meeting, and housing brings it back, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ browser }) => {
    test.setTimeout(600_000);
    const options = { javaScriptEnabled };
    const coordinator = await as(browser, "Priya Nandra", options);
    const chair = await as(browser, chairName, options);
    const housing = await as(browser, "Zofia Nowak", options);
    const police = await as(browser, "Nia Rowlands", options);
    const stranger = await as(browser, strangerName, options);
    const reference = await openCase(coordinator, forum);
    const meeting = await sitting(coordinator, chair, [housing, police], forum);

    // In the room the meeting decides, and the page says what comes next.
    await chair.goto(`/meetings/${meeting}/room`);
    await chair.getByRole("navigation", { name: "Agenda" }).getByRole("link", { name: new RegExp(`${reference}\\b`) }).click();
    await chair.getByRole("radio", { name: "Step down" }).check();
    await chair.getByRole("button", { name: "Save", exact: true }).click();
    await chair.getByRole("link", { name: "Prepare and sign the step-down" }).click();
    await expect(chair).toHaveURL(new RegExp(`/cases/${reference}/step-down$`));
    await chair.getByRole("button", { name: "Begin" }).click();
    await expect(chair.getByRole("main")).toContainText("Cannot start yet");
    expect(await statusOf(stranger, `/cases/${reference}/step-down`)).toBe(404);
    expect(await statusOf(housing, `/cases/${reference}/step-down`)).toBe(404);

    // The coordinator prepares it, part by part; what is missing is said, and nothing that was typed is lost.
    const part = async (name: string) => {
      await coordinator.goto(`/cases/${reference}/step-down`);
      await coordinator.getByRole("link", { name }).click();
    };
    const keep = () => coordinator.getByRole("button", { name: "Save and continue" }).click();
    await part("What has changed, and how you know");
    await coordinator.getByLabel("What has changed").fill("The shelters have stood since the patrols began.");
    await coordinator.getByLabel("How you know").fill("Six weekly checks by the bus company, none with damage.");
    await keep();
    await expect(coordinator.getByText("There is a problem")).toBeVisible();
    await expect(coordinator.getByLabel("What has changed")).toHaveValue("The shelters have stood since the patrols began.");
    await coordinator.getByLabel("What the victim or community says").fill("Residents wait there again after dark.");
    await keep();
    await expect(coordinator).toHaveURL(new RegExp(`/cases/${reference}/step-down$`));
    for (const levels of [3, 1]) await score(coordinator, reference, levels);
    await part("Who keeps watch, and what brings it back");
    await coordinator.getByLabel("Agency that keeps watch").selectOption({ label: "Hallamford Homes" });
    await coordinator.getByRole("radio", { name: "6 months" }).check();
    await coordinator.getByRole("radio", { name: "Three times over the watch" }).check();
    await coordinator.getByLabel("What brings the case back").fill("Another pane broken on Wrenfield Parade");
    await keep();
    await expect(coordinator.getByRole("main")).toContainText("Wrenfield");
    await coordinator.getByLabel("What brings the case back").fill("Another pane broken");
    await keep();
    await part("Who tells whom");
    await coordinator.getByLabel("Why whoever raised it is not told").fill("It was raised by the police themselves");
    await coordinator.getByLabel("Why the victim is not told").fill("It is a place");
    await keep();

    // The coordinator may not sign; the chair checks, and does.
    await coordinator.getByRole("link", { name: "Check and sign" }).click();
    await expect(coordinator.getByRole("button", { name: "Sign and step down" })).toHaveCount(0);
    await chair.goto(`/cases/${reference}/step-down/check`);
    await expect(chair.getByRole("main")).toContainText(`At ${meeting}`);
    await chair.getByRole("checkbox", { name: /The forum no longer needs/ }).check();
    await chair.getByRole("button", { name: "Sign and step down" }).click();
    await expect(chair.getByRole("main")).toContainText("The case is stepped down and under watch.");
    await expect(chair.getByRole("main")).toContainText("Under watch");

    // Housing keeps watch, and what was to bring it back brings it back at once.
    await housing.goto(`/cases/${reference}/watch`);
    await housing.getByRole("link", { name: "Look in" }).click();
    await housing.getByRole("radio", { name: "What brings it back has happened" }).check();
    await housing.getByLabel("In your words").fill("Two panes on Friday night.");
    await housing.getByRole("button", { name: "Save what you found" }).click();
    await expect(housing.getByRole("main")).toContainText("The case is open again");
    await chair.goto(`/cases/${reference}`);
    await expect(chair.getByRole("main")).toContainText("Active");
    await expect(chair.getByRole("main")).toContainText("A repeat: within 12 months");
    expect(await statusOf(stranger, `/cases/${reference}/watch`)).toBe(404);
  });
}

async function openCase(page: Page, forum: string): Promise<string> {
  await page.goto("/cases/new");
  await page.getByLabel("Forum that takes the case").selectOption({ label: forum });
  await page.getByRole("radio", { name: "Place" }).check();
  await page.getByLabel("Title without names").fill("Damage to the bus shelters, ended");
  await page.getByLabel("Summary without names").fill("Shelters damaged at night over six weeks.");
  await page.getByLabel("What is happening").fill("Since the autumn three panes went in one night.");
  await page.getByLabel("What is wanted from the forum").fill("A joint plan of police, housing and the bus company.");
  await page.getByRole("radio", { name: "Medium" }).check();
  await page.getByLabel("How the room speaks of them").fill("the shelters");
  await page.getByLabel("Address (optional)").fill("Wrenfield Parade, opposite the chemist");
  await page.getByRole("button", { name: "Open the case" }).click();
  await expect(page).toHaveURL(/\/cases\/[A-Z]+-\d+$/);
  return page.url().split("/").at(-1) ?? "";
}

/** Scores every factor of the matrix at one level. */
async function score(page: Page, reference: string, level: number) {
  await page.goto(`/cases/${reference}/risk`);
  for (const factor of ["frequency", "escalation", "targeting", "vulnerability", "impact", "support"]) await page.locator(`input[name="${factor}"][value="${level}"]`).check();
  await page.getByRole("button", { name: "Save the scoring" }).click();
  await expect(page.getByRole("main")).toContainText("The risk is scored");
}
