import { expect, type Page, test } from "@playwright/test";
import { scheduleMeeting, signRegister } from "../meetings.ts";
import { as, nextHour, statusOf } from "../people.ts";

/**
 * The whole loop of one meeting, as its people would go through it: raise, record, task, do, verify. Once with JavaScript in
 * the Central area, once without it in the Northfold one.
 */
const rounds = [
  { forum: "Central CIM", code: "CEN", chair: "Ruth Calverley", member: "Grace Hinchliffe", stranger: "Imran Sattar", javaScriptEnabled: true },
  { forum: "Northfold CIM", code: "NOR", chair: "Dev Sandhu", member: "Joe Stansfield", stranger: "Grace Hinchliffe", javaScriptEnabled: false },
];

for (const { forum, code, chair: chairName, member: memberName, stranger: strangerName, javaScriptEnabled } of rounds) {
  test(`a chair of ${forum} runs a meeting from its scheduling to a verified action, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const options = { javaScriptEnabled };
    const coordinator = await as(browser, "Priya Nandra", options);
    const chair = await as(browser, chairName, options);
    const member = await as(browser, memberName, options);
    const housing = await as(browser, "Zofia Nowak", options);
    const stranger = await as(browser, strangerName, options);

    // The coordinator opens a case and schedules an extraordinary meeting for the next hour.
    const caseReference = await openCase(coordinator, forum);
    expect(caseReference).toMatch(new RegExp(`^${code}-\\d+$`));
    const meeting = await scheduleMeeting(coordinator, forum);
    expect(meeting).toMatch(new RegExp(`^${code}-\\d{4}-\\d{2}-X\\d+$`));

    // A stranger to the forum is not told that either exists; what is not there reads the same.
    for (const path of [`/cases/${caseReference}`, `/meetings/${meeting}`, `/meetings/${meeting}/register`, `/meetings/${meeting}/room`, `/meetings/${meeting}/minutes`]) {
      expect(await statusOf(stranger, path), path).toBe(404);
    }
    expect(await statusOf(stranger, `/cases/${code}-99999`)).toBe(404);

    // The agenda has built itself, with the new case on it; it is published and the doors open.
    await coordinator.goto(`/meetings/${meeting}`);
    await expect(coordinator.getByRole("main")).toContainText("Damage to the bus shelters, repeated");
    const reason = coordinator.getByLabel("Why the agenda is longer than the limit");
    if (await reason.isVisible()) await reason.fill("Everything open is heard once this quarter");
    await coordinator.getByRole("button", { name: "Publish the agenda" }).click();
    await expect(coordinator.getByText("Agenda published").first()).toBeVisible();

    // Before signing, a member has the nameless twin and no more.
    await member.goto(`/cases/${caseReference}`);
    await expect(member.getByRole("main")).toContainText("You can see a summary only");
    await expect(member.getByRole("main")).not.toContainText("three panes went in one night");

    await chair.goto(`/meetings/${meeting}`);
    await chair.getByRole("button", { name: "Open the doors" }).click();
    await expect(chair.getByRole("main")).toContainText("Sign the register");
    await signRegister(chair, meeting);
    await signRegister(member, meeting);
    // the third, without whom it could only be a discussion
    const third = await as(browser, "Nia Rowlands");
    await signRegister(third, meeting);
    await third.context().close();

    // After signing, the papers are open; who it is stays hidden until shown with a reason.
    await member.goto(`/cases/${caseReference}`);
    await expect(member.getByRole("main")).toContainText("three panes went in one night");
    await expect(member.getByRole("main")).not.toContainText("Wrenfield");

    await chair.goto(`/meetings/${meeting}`);
    await chair.getByRole("button", { name: "Open the meeting" }).click();
    await expect(chair).toHaveURL(new RegExp(`/meetings/${meeting}/room`));

    // The chair minutes the case, tasks housing, and the coordinator records a second action that waits for the chair.
    const item = await findItem(chair, meeting, caseReference);
    await chair.getByLabel("Discussion notes").fill("Police and housing agree on a joint patrol.");
    await chair.getByRole("radio", { name: "Continue" }).check();
    await chair.getByRole("button", { name: /^Save/ }).first().click();
    await expect(chair).not.toHaveURL(new RegExp(`item=${item}$`));
    await chair.goto(`/meetings/${meeting}/room?item=${item}`);
    await expect(chair.getByLabel("Discussion notes")).toHaveValue("Police and housing agree on a joint patrol.");
    const action = await addAction(chair, caseReference, "Fit polycarbonate panes to both shelters", "Zofia Nowak");
    await coordinator.goto(`/meetings/${meeting}/room?item=${item}`);
    await addAction(coordinator, caseReference, "Write to the bus company about lighting", "Callum Brearley");
    await chair.goto(`/meetings/${meeting}/room?item=${item}`);
    await expect(chair.getByRole("button", { name: /^Confirm/ })).toHaveCount(1);

    // Closing is refused with a list of what is missing, then every item gets its outcome, and it closes.
    await chair.goto(`/meetings/${meeting}/room/close`);
    await expect(chair.getByRole("main")).toContainText(/items? (is|are) not finished/);
    await settleEveryItem(chair, meeting);
    await chair.goto(`/meetings/${meeting}/room/close`);
    await chair.getByRole("button", { name: "Close the meeting" }).click();
    await expect(chair).toHaveURL(new RegExp(`/meetings/${meeting}/minutes`));
    await expect(chair.getByRole("main")).toContainText("Draft");
    await expect(chair.getByRole("main")).toContainText("Police and housing agree on a joint patrol.");
    await expect(chair.getByRole("main")).toContainText(new RegExp(`${code} \\d+/\\d{2}`));

    // Housing finds the action, reports progress, then done with evidence; the chair returns it once, then verifies it.
    await housing.goto("/");
    await expect(housing.getByRole("main")).toContainText(action);
    await report(housing, action, "Report progress", "Progress", "The panes are ordered.", "Save progress");
    await report(housing, action, "Report it done", "Evidence", "Fitted on Thursday, photographs with the caretaker.", "Send to the chair");
    await report(chair, action, "Return", "Reason", "The second shelter still has glass.", "Return the action");
    await report(housing, action, "Report it done", "Evidence", "The second one is fitted too.", "Send to the chair");
    await chair.goto(`/actions/${action}`);
    await chair.getByRole("button", { name: "Verify as done" }).click();
    await expect(chair.getByRole("main")).toContainText("Verified as done");
    expect(await statusOf(stranger, `/actions/${action}`)).toBe(404);

    // The action was the owner's key to the case; with it done, the case is a summary again.
    await housing.goto(`/cases/${caseReference}`);
    await expect(housing.getByRole("main")).toContainText("You can see a summary only");
    for (const page of [coordinator, chair, member, housing, stranger]) await page.context().close();
  });
}

async function openCase(page: Page, forum: string): Promise<string> {
  await page.goto("/cases/new");
  await page.getByLabel("Forum that takes the case").selectOption({ label: forum });
  await page.getByRole("radio", { name: "Place" }).check();
  await page.getByLabel("Title without names").fill("Damage to the bus shelters, repeated");
  await page.getByLabel("Summary without names").fill("Shelters damaged at night over six weeks.");
  await page.getByLabel("What is happening").fill("Since the autumn three panes went in one night, and residents no longer wait there after dark.");
  await page.getByLabel("What is wanted from the forum").fill("A joint plan of police, housing and the bus company.");
  await page.getByRole("radio", { name: "Medium" }).check();
  await page.getByLabel("How the room speaks of them").fill("the shelters");
  await page.getByLabel("Address (optional)").fill("Wrenfield Parade, opposite the chemist");
  await page.getByRole("button", { name: "Open the case" }).click();
  await expect(page).toHaveURL(/\/cases\/[A-Z]+-\d+$/);
  return page.url().split("/").at(-1) ?? "";
}

/** Goes to the item on which a case is heard, and answers its number. */
async function findItem(page: Page, meeting: string, caseReference: string): Promise<number> {
  await page.goto(`/meetings/${meeting}/room`);
  await page.getByRole("navigation", { name: "Agenda" }).getByRole("link", { name: new RegExp(`${caseReference}\\b`) }).click();
  await expect(page).toHaveURL(/item=\d+/);
  return Number(new URL(page.url()).searchParams.get("item"));
}

async function addAction(page: Page, caseReference: string, wording: string, ownerName: string): Promise<string> {
  const { passed } = nextHour();
  await page.getByText("Fill it in part by part").click();
  await page.getByLabel("What is to be done").fill(wording);
  const owner = page.getByLabel("Owner");
  await owner.selectOption(await owner.locator("option", { hasText: ownerName }).first().getAttribute("value"));
  await page.getByLabel("Day").fill("15");
  await page.getByLabel("Month").fill("6");
  await page.getByLabel("Year").fill(String(passed.getFullYear() + 1));
  await page.getByLabel("How it will be known to be done").fill("No damage for a month");
  await page.getByRole("button", { name: /^(Add|Record) the action$/ }).click();
  const line = page.getByRole("listitem").filter({ hasText: wording }).last();
  await expect(line).toBeVisible();
  return new RegExp(`${caseReference}-\\d+`).exec(await line.innerText())?.[0] ?? "";
}

/** Gives every item what closing asks for: an outcome, or a decision where it is a case. */
async function settleEveryItem(page: Page, meeting: string) {
  await page.goto(`/meetings/${meeting}/room/close`);
  const items = await page.locator('main a[href*="room?item="]').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(items.length).toBeGreaterThan(5);
  for (const href of new Set(items)) {
    await page.goto(href);
    const decision = page.getByRole("radio", { name: "Continue" });
    if ((await decision.count()) > 0) {
      await decision.check();
      await page.getByLabel("Reason for the decision").fill("The pattern is not broken yet.");
    } else await page.getByRole("radio", { name: "Noted" }).check();
    await page.getByRole("button", { name: /^Save/ }).first().click();
    await expect(page).not.toHaveURL(href);
  }
}

async function report(page: Page, action: string, act: string, label: string, words: string, button: string) {
  await page.goto(`/actions/${action}`);
  await page.getByRole("link", { name: new RegExp(`^${act}`) }).first().click();
  await page.getByLabel(label, { exact: true }).fill(words);
  await page.getByRole("button", { name: button }).click();
  await expect(page).toHaveURL(new RegExp(`/actions/${action}$`));
  await expect(page.getByRole("main")).toContainText(words);
}
