import { expect, type Page, test } from "@playwright/test";
import { theBoardAnswers } from "../boards.ts";
import { sitting } from "../meetings.ts";
import { as, statusOf } from "../people.ts";

/** A chair escalates a case at a meeting; the board receives it, lists it, answers it at its own meeting; the chair closes it. Once with JavaScript, once without. */
const rounds = [
  { forum: "Central CIM", chair: "Ruth Calverley", stranger: "Imran Sattar", javaScriptEnabled: true },
  { forum: "Northfold CIM", chair: "Dev Sandhu", stranger: "Grace Hinchliffe", javaScriptEnabled: false },
];

for (const { forum, chair: chairName, stranger: strangerName, javaScriptEnabled } of rounds) {
  test(`a chair of ${forum} escalates a case, and the board answers it, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const options = { javaScriptEnabled };
    const [coordinator, chair, housing, police, board, stranger] = [await as(browser, "Priya Nandra", options), await as(browser, chairName, options), await as(browser, "Zofia Nowak", options), await as(browser, "Nia Rowlands", options), await as(browser, "Helen Arkwright", options), await as(browser, strangerName, options)];
    const reference = await openCase(coordinator, forum);
    const meeting = await sitting(coordinator, chair, [housing, police], forum);

    // In the room the meeting decides, and the page leads to the words for the board, which name nobody.
    await chair.goto(`/meetings/${meeting}/room`);
    await chair.getByRole("navigation", { name: "Agenda" }).getByRole("link", { name: new RegExp(`${reference}\\b`) }).click();
    await chair.getByRole("radio", { name: "Escalate" }).check();
    await chair.getByLabel("Reason for the decision").fill("A closure of the lane at night.");
    await chair.getByRole("button", { name: "Save", exact: true }).click();
    await chair.getByRole("link", { name: "Escalate to a board" }).click();
    await expect(chair.getByRole("radio", { name: "Performance and Delivery Board" })).toBeChecked();
    await chair.getByLabel("What was tried").fill("Patrols for six weeks: done.\nA gate on Wrenfield Parade: refused.");
    await chair.getByRole("button", { name: "Check it" }).click();
    await expect(chair.getByRole("main")).toContainText("Wrenfield");
    await expect(chair).toHaveURL(/\/escalations\/new/);
    await chair.getByLabel("What was tried").fill("Patrols for six weeks: done.\nA gate: refused.");
    await chair.getByRole("button", { name: "Check it" }).click();
    await expect(chair.getByRole("main")).toContainText("all that the board sees");
    await chair.getByRole("button", { name: "Send to the board" }).click();
    await expect(chair).toHaveURL(/\/escalations\/ESC-\d{4}-\d{3}\/sent$/);
    const escalation = /ESC-\d{4}-\d{3}/.exec(chair.url())?.[0] ?? "";
    expect(await statusOf(stranger, `/escalations/${escalation}`)).toBe(404);

    await theBoardAnswers({ coordinator, chair, board, escalation, asked: "A closure of the lane at night.", hides: reference, answer: "The lane is closed at night from the first of next month.", safe: "The lane will be closed at night." });

    // The chair who sent it reads the answer, says what comes of it, and what residents may be told.
    await chair.goto(`/escalations/${escalation}`);
    await expect(chair.getByRole("main")).toContainText("The lane is closed at night from the first of next month.");
    await expect(chair.getByRole("main")).toContainText(/PDB \d+\/\d{2}/);
    await chair.getByLabel("What the forum does with the answer").fill("The actions on the lane are ended.");
    await chair.getByRole("button", { name: "Close it" }).click();
    await expect(chair.getByRole("main")).toContainText("The escalation is closed.");
    await housing.goto(`/escalations/${escalation}`);
    await expect(housing.getByRole("main")).toContainText("The lane will be closed at night.");
    for (const page of [coordinator, chair, housing, police, board, stranger]) await page.context().close();
  });
}

test("the secretary of a board outside reads what was sent by a link and a code, and says its date; JavaScript off", async ({ browser }) => {
  const options = { javaScriptEnabled: false };
  const chair = await as(browser, "Ruth Calverley", options);
  await chair.goto("/escalations");
  await chair.getByRole("row", { name: /Hallamford Safeguarding Adults Board/ }).first().getByRole("link").click();
  await expect(chair).toHaveURL(/ESC-/);
  const escalation = chair.url();
  const codes: string[] = [];
  for (let times = 0; times < 2; times += 1) {
    await chair.goto(escalation);
    await chair.getByRole("button", { name: "Send the link again" }).click();
    await expect(chair.getByRole("main")).toContainText("The secretary of that board is written to");
    codes.push(await chair.getByRole("definition").filter({ hasText: "Tell it them by telephone" }).locator("strong").innerText());
  }
  const [, code = ""] = codes;
  expect(code).not.toBe(codes[0]);

  // Two links went; the one before is over.
  const context = await browser.newContext(options);
  const secretary = await context.newPage();
  await secretary.goto("/dev/mailbox");
  const letters = await secretary.getByRole("link", { name: "Something is sent to your board" }).evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(letters.length).toBeGreaterThan(1);
  const linkIn = async (letter: string) => {
    await secretary.goto(letter);
    return new URL((await secretary.locator('main a[href*="/once/"]').getAttribute("href")) ?? "").pathname;
  };
  const [link, before] = [await linkIn(letters[0] ?? ""), await linkIn(letters[1] ?? "")];
  await secretary.goto(before);
  await expect(secretary.getByRole("heading", { level: 1 })).toContainText("link");
  await expect(secretary.getByLabel("Code")).toHaveCount(0);

  await secretary.goto(link);
  await expect(secretary.getByRole("main")).not.toContainText("takeover");
  await secretary.getByLabel("Code").fill("222222");
  await secretary.getByRole("button", { name: "Continue" }).click();
  await expect(secretary.getByRole("main")).toContainText("The code is wrong");
  await secretary.getByLabel("Code").fill(code);
  await secretary.getByRole("button", { name: "Continue" }).click();
  await expect(secretary.getByRole("main")).toContainText("Suspected takeover of a home");
  expect(await secretary.title()).not.toContain("takeover");
  await expect(secretary.getByRole("main")).not.toContainText(/CEN-\d+/);
  await secretary.getByRole("radio", { name: "We have it, and there is no date yet" }).check();
  await secretary.getByRole("button", { name: "Continue" }).click();
  await secretary.getByRole("button", { name: "Send" }).click();
  await expect(secretary.getByRole("main")).toContainText("your board has it");
  const year = new Date().getFullYear() + 1;
  await secretary.getByRole("radio", { name: "It is on an agenda" }).check();
  await secretary.getByLabel("Day").fill("12");
  await secretary.getByLabel("Month").fill("1");
  await secretary.getByLabel("Year").fill(String(year));
  await secretary.getByLabel("Where it stands").fill("January board, item 6");
  await secretary.getByRole("button", { name: "Continue" }).click();
  await expect(secretary.getByRole("main")).toContainText(`12 January ${year}`);
  await secretary.getByRole("button", { name: "Send" }).click();
  await expect(secretary.getByRole("main")).toContainText("The link is used");
  await secretary.goto(link);
  await expect(secretary.getByRole("main")).not.toContainText("takeover");
  await chair.reload();
  await expect(chair.getByRole("main")).toContainText(`On the agenda for 12 January ${year}`);
  for (const page of [chair, secretary]) await page.context().close();
});

async function openCase(page: Page, forum: string): Promise<string> {
  await page.goto("/cases/new");
  await page.getByLabel("Forum that takes the case").selectOption({ label: forum });
  await page.getByRole("radio", { name: "Place" }).check();
  await page.getByLabel("Title without names").fill("Gatherings in a lane after dark");
  await page.getByLabel("Summary without names").fill("A lane that nobody closes is used at night.");
  await page.getByLabel("What is happening").fill("Since the autumn two homes backing on to it were broken into.");
  await page.getByLabel("What is wanted from the forum").fill("A closure of the lane at night.");
  await page.getByRole("radio", { name: "Medium" }).check();
  await page.getByLabel("How the room speaks of them").fill("the lane");
  await page.getByLabel("Address (optional)").fill("Behind Wrenfield Parade");
  await page.getByRole("button", { name: "Open the case" }).click();
  await expect(page).toHaveURL(/\/cases\/[A-Z]+-\d+$/);
  return page.url().split("/").at(-1) ?? "";
}
