import { expect, type Page, test } from "@playwright/test";
import { sitting } from "../meetings.ts";
import { as, statusOf } from "../people.ts";

/**
 * An agency refers somebody at risk to the panel and hears what came of it: words of danger lead to help first, what is not known is said, the law is asked for each
 * recipient, the chair takes it unseen, an extraordinary meeting decides. Once with JavaScript and once without it.
 */
const panel = "Multi-Agency Risk Management Panel";
for (const javaScriptEnabled of [true, false]) {
  test(`a young person, and the hotel where they are met, come to the panel's decision, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const worker = await as(browser, "Hana Okafor", { javaScriptEnabled });
    const chair = await as(browser, "Helen Arkwright", { javaScriptEnabled });
    const coordinator = await as(browser, "Priya Nandra", { javaScriptEnabled });
    const police = await as(browser, "Nia Rowlands", { javaScriptEnabled });

    // a dispute between professionals leads to where it is settled, and begins nothing
    await start(worker, "Settle a disagreement between professionals, or review what a colleague did");
    await expect(worker.getByRole("heading", { level: 1 })).toHaveText("A risk panel does not settle disputes between professionals");
    await worker.getByRole("link", { name: "Refer the risk itself" }).click();

    await start(worker, "Work on it together");
    await expect(worker).toHaveURL(/\/referrals\/REF-\d{4}-\d{4}$/);
    const reference = worker.url().split("/").at(-1) ?? "";
    await expect(worker.getByText("Cannot start yet")).toBeVisible();
    await expect(worker.getByRole("link", { name: "Check and send" })).toHaveCount(0);

    await worker.getByRole("link", { name: "What it is about" }).click();
    await worker.getByLabel("What is happening?").fill("She is met at a hotel by day. Last night a man there had a knife.");
    await worker.getByLabel("What do you want from the meeting?").fill("One plan, and somebody to ring at the hotel.");
    await worker.getByLabel("Title without names").fill("Young person met at a hotel by day");
    await worker.getByLabel("Summary without names").fill("A young person is met at a hotel by day.");
    await worker.getByRole("button", { name: "Save and continue" }).click();
    await expect(worker.getByRole("heading", { level: 1 })).toHaveText("If somebody is in danger now, call 999");
    await worker.getByRole("link", { name: "Go on with the referral" }).click();
    await expect(worker.getByRole("heading", { level: 1 })).toHaveText("Young person met at a hotel by day");

    await worker.getByRole("link", { name: "Threshold" }).click();
    await radio(worker, "Has your own service tried to solve it?", "Yes");
    await worker.getByLabel("What was tried, and what came of it?").fill("Three visits to her placement.");
    await worker.getByLabel("How many times has it happened in the last six months?").fill("5");
    await radio(worker, "Is somebody highly vulnerable?", "Yes");
    await worker.getByLabel("What makes them vulnerable?").fill("She is in care, and missing twice a week.");
    await radio(worker, "Is a place becoming a hotspot?", "Yes");
    await worker.getByRole("checkbox", { name: /^Personal/ }).check();
    await worker.getByRole("button", { name: "Save and continue" }).click();

    await worker.getByRole("link", { name: "People and places" }).click();
    await worker.getByRole("link", { name: "Add a person or place" }).click();
    await worker.getByRole("radio", { name: "Person harmed or at risk" }).check();
    await worker.getByLabel("How does the room speak of them?").fill("the young person");
    await worker.getByLabel("Name (a person’s, or a place’s)").fill("Wilhelmina Fothergill");
    await worker.getByRole("button", { name: "Save and continue" }).click();
    await expect(worker.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(worker).toHaveTitle(/^Error: /);
    await worker.getByLabel("Day").fill("4");
    await worker.getByLabel("Month").fill("jan");
    await worker.getByLabel("Year").fill("2011");
    await worker.getByRole("checkbox", { name: "I do not know the address" }).check();
    await worker.getByLabel("Telephone number").fill("01632-960 001");
    await worker.getByRole("button", { name: "Save and continue" }).click();
    await worker.getByRole("link", { name: "Add another person or place" }).click();
    await worker.getByRole("radio", { name: "Place" }).check();
    await worker.getByLabel("How does the room speak of them?").fill("the hotel");
    await worker.getByLabel("Postcode").fill("hf41aa");
    await worker.getByRole("button", { name: "Save and continue" }).click();
    await expect(worker.getByRole("main")).toContainText("HF4 1AA");
    await worker.getByRole("link", { name: "Continue", exact: true }).click();
    // on leaving: a question that can be asked, and can be left
    await expect(worker.getByRole("heading", { level: 1 })).toHaveText("Do other services hold something similar?");
    await worker.getByRole("link", { name: "Go on with the referral" }).click();

    await worker.getByRole("link", { name: "Information sharing" }).click();
    await worker.getByLabel("What is it shared for?").fill("To keep her safe");
    await worker.getByLabel("Why is it necessary to share it?").fill("No single service can");
    await worker.getByLabel("Why would no less do?").fill("Only what a plan needs");
    await worker.getByRole("radio", { name: "Reliable", exact: true }).check();
    await radio(worker, "Does the person know of the referral?", "No");
    await worker.getByLabel("Why were they not told?").fill("It could bring the risk nearer");
    await worker.getByRole("button", { name: "Save and continue" }).click();
    await expect(worker.getByRole("heading", { level: 1 })).toHaveText("To whom, and by which law");
    await worker.getByRole("checkbox", { name: "South Riding Police" }).check();
    await worker.getByLabel("Power", { exact: true }).selectOption({ label: "Crime and Disorder Act 1998, section 115" });
    await worker.getByLabel("Lawful basis").selectOption({ label: "UK GDPR, article 6(1)(e): public task" });
    await worker.getByLabel(/^Condition/).selectOption({ label: "Article 10, and Data Protection Act 2018, section 10(5)" });
    await worker.getByLabel(/^Confidentiality/).selectOption({ label: "Overriding public interest" });
    await worker.getByRole("button", { name: "Save these agencies" }).click();
    await worker.getByRole("link", { name: "Continue", exact: true }).click();

    await worker.getByRole("link", { name: "Risk", exact: true }).click();
    for (const answer of ["Most months", "More often or more serious", "A person or household", "By several of these, or a child at risk", "Harms their health, home or work", "Little help, or it has not worked"]) await worker.getByRole("radio", { name: answer, exact: true }).check();
    await worker.getByRole("button", { name: "Save and continue" }).click();

    // checked, then sent; before that it is nobody else's
    expect(await statusOf(chair, `/referrals/${reference}`)).toBe(404);
    await worker.getByRole("link", { name: "Check and send" }).click();
    await expect(worker.getByRole("main")).toContainText("Wilhelmina Fothergill");
    await expect(worker.getByRole("main")).toContainText("Meets the threshold: tried locally first; it keeps happening, somebody is highly vulnerable and a place is becoming a hotspot.");
    await worker.getByRole("button", { name: "Confirm and send" }).click();
    await expect(worker.getByRole("main")).toContainText(`Its reference is${reference}`);
    await expect(worker.getByRole("main")).toContainText("The chair will answer by");

    // the chair sees it first among those that wait, without who it is; nobody else sees that it is there
    for (const who of [police, await as(browser, "Ruth Calverley", { javaScriptEnabled }), await as(browser, "Ffion Pryce", { javaScriptEnabled })]) expect(await statusOf(who, `/referrals/${reference}`)).toBe(404);
    await chair.goto("/referrals");
    await chair.getByRole("link", { name: reference }).click();
    await expect(chair.getByRole("main")).toContainText("Children are involved in this referral");
    await expect(chair.locator("body")).not.toContainText("Fothergill");
    await chair.getByLabel("Why you need to see who it is").fill("To see whether the panel knows her");
    await chair.getByRole("button", { name: "Show identity" }).click();
    await expect(chair.getByRole("main")).toContainText("Wilhelmina Fothergill");
    await chair.getByRole("link", { name: "Take as a case" }).first().click();
    await chair.getByRole("radio", { name: /At an extraordinary meeting/ }).check();
    await chair.getByLabel("Your answer to the referrer, with its reason").fill("The panel takes it, and meets for it.");
    await chair.getByRole("button", { name: "Take it as a case" }).click();
    await expect(chair).toHaveURL(/\/meetings\/new\?kind=extraordinary$/);
    await expect(chair.getByRole("radio", { name: "Extraordinary" })).toBeChecked();

    await worker.goto(`/referrals/${reference}`);
    await expect(worker.getByRole("main")).toContainText("Taken up by the meeting");
    await expect(worker.getByRole("main")).toContainText("The panel takes it, and meets for it.");

    // the extraordinary meeting hears it, and decides
    const meeting = await sitting(coordinator, chair, [police], panel);
    await chair.goto(`/meetings/${meeting}/room`);
    await chair.getByRole("link", { name: /Young person met at a hotel by day/ }).first().click();
    await chair.getByRole("radio", { name: "Continue" }).check();
    const item = chair.url();
    await chair.getByRole("button", { name: /^Save/ }).first().click();
    await expect(chair).not.toHaveURL(item);
    await chair.goto(`/referrals/${reference}`);
    await chair.getByRole("main").getByRole("link", { name: /^MARP-\d+$/ }).click();
    await expect(chair.getByRole("main")).toContainText("the hotel");
    await expect(chair.getByRole("main")).toContainText("the young person");
    await expect(chair.getByRole("main")).toContainText(reference);
  });
}

async function start(page: Page, aim: string) {
  await page.goto("/referrals/new");
  await page.getByLabel("Which meeting is it for?").selectOption({ label: `${panel} (risk panel)` });
  await page.getByRole("radio", { name: "Person harmed or at risk" }).check();
  await page.getByRole("radio", { name: aim }).check();
  await page.getByRole("button", { name: "Start" }).click();
}

const radio = (page: Page, question: string, answer: string) => page.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true }).check();
