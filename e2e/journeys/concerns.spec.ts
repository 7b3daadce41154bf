import { type Browser, expect, type Page, test } from "@playwright/test";
import { theBoardAnswers } from "../boards.ts";
import { as } from "../people.ts";

// What members of a council asked for: motorcycles that nobody answers, trouble that keeps coming back, fewer officers, schools that nobody speaks for. Each raised
// through the forms, by a councillor on a phone or a member at a desk, and followed to its end.

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const onAPhone = (browser: Browser, name: string, more: { javaScriptEnabled?: boolean } = {}) => as(browser, name, { ...phone, ...more });

type Said = { what: string; place: string; ward?: string };

/** The five questions, one a page, to the page that checks them. */
async function answerFive(page: Page, { what, place, ward }: Said) {
  await page.getByLabel("What is happening?").fill(what);
  await page.getByRole("button", { name: "Save and continue" }).click();
  if (ward) await page.getByLabel("Ward").selectOption(ward);
  await page.getByLabel("Street or place").fill(place);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByLabel("Every week or so").check();
  await page.getByLabel("Yes, I have tried to solve it").check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who told you?");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByLabel("Yes", { exact: true }).check();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
}

const referenceOn = async (page: Page) => /CON-20\d\d-\d{4}/.exec(await page.locator(".confirmation-panel").innerText())?.[0] ?? "";

async function decideAs(page: Page, reference: string, way: string, fill: () => Promise<void>) {
  await page.goto(`/concerns/${reference}`);
  await page.getByRole("link", { name: way }).click();
  await fill();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check the answer before it is sent");
  await page.getByRole("button", { name: "Confirm and send" }).click();
  await expect(page.locator(".alert-success")).toContainText("The answer is sent");
}

/** `shows`: the words that might give somebody away, which are asked about before they go. */
async function replyAs(page: Page, reference: string, residents: string, shows?: string) {
  await page.goto(`/concerns/${reference}/reply`);
  await page.getByLabel("For the record").fill("Parks to fit barriers; patrols on Saturdays.");
  await page.getByLabel("What residents may be told").fill(residents);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await page.getByLabel("Yes, the concern is answered").check();
  await page.getByRole("button", { name: "Approve and send" }).click();
  if (shows) {
    await expect(page.getByRole("alert").filter({ hasText: "These words may show who or where" })).toContainText(shows);
    await page.getByLabel("I have looked at them, and they give nobody away").check();
    await page.getByRole("button", { name: "Approve and send" }).click();
  }
  await expect(page.locator(".alert-success")).toContainText("The words are approved");
}

test("off-road motorcycles, raised on a phone within a minute, joined to the case, answered, and told to the resident", async ({ browser }) => {
  const grace = await onAPhone(browser, "Grace Hinchliffe");
  await grace.goto("/");
  const begun = Date.now();
  await grace.getByRole("link", { name: "Raise a concern" }).first().click();
  await answerFive(grace, { what: "Off-road motorcycles again. Residents were told that nobody comes out for them, and ask why they should report it.", place: "Open land above the estate" });
  await grace.getByRole("button", { name: "Raise it with the meeting" }).click();
  await expect(grace.getByRole("heading", { level: 1 })).toHaveText("Concern raised");
  expect(Date.now() - begun).toBeLessThan(60_000);
  const reference = await referenceOn(grace);
  await expect(grace.getByText(/You will hear by \w+day \d+ \w+ 20\d\d\./)).toBeVisible();

  const ruth = await as(browser, "Ruth Calverley");
  await ruth.goto("/cases");
  const onto = await ruth.getByRole("row", { name: /Off-road motorcycles on open land/ }).getByRole("link").innerText();
  await decideAs(ruth, reference, "Join to a case", async () => {
    await ruth.getByLabel("Reference of the case").fill(onto.toLowerCase());
    await ruth.getByLabel("What the raiser is told").fill("Others have told us the same, and it needs more than one agency. The meeting works on it.");
  });
  await grace.goto(`/concerns/${reference}`);
  await expect(grace.getByText("The meeting is working on it.")).toBeVisible();
  expect(await grace.content()).not.toContain(onto);

  await replyAs(ruth, reference, "The partnership has agreed what will be done, and every report is looked at.");
  await grace.goto("/");
  await expect(grace.getByRole("heading", { name: "You can tell your resident" })).toBeVisible();
  await grace.goto(`/concerns/${reference}`);
  await grace.getByRole("button", { name: "Record that I told them" }).click();
  await expect(grace.getByText(/You told your resident on/)).toBeVisible();
});

test("trouble that keeps coming back in the north, raised without JavaScript, sent to the service that can put it right", async ({ browser }) => {
  const bev = await onAPhone(browser, "Bev Moxon", { javaScriptEnabled: false });
  await bev.goto("/concerns/new");
  await bev.getByRole("button", { name: "Save and continue" }).click();
  await expect(bev.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(bev).toHaveTitle(/^Error: /);
  await answerFive(bev, { what: "The same young people are back at the bus station, and shout at whoever waits there. It is the third month.", place: "The bus station", ward: "Aldershaw" });
  await bev.getByRole("button", { name: "Raise it with the meeting" }).click();
  const reference = await referenceOn(bev);
  const dev = await as(browser, "Dev Sandhu");
  await decideAs(dev, reference, "Send to a service", async () => {
    await dev.getByLabel("Service it is sent to").selectOption("South Riding Police");
    await dev.getByLabel("What the raiser is told").fill("The neighbourhood team has the times you gave, and goes there on those evenings.");
  });
  await bev.goto(`/concerns/${reference}`);
  await expect(bev.getByText("Sent to South Riding Police")).toBeVisible();
  await replyAs(dev, reference, "Officers are there on the evenings that are worst.");
  await bev.goto(`/concerns/${reference}`);
  await bev.getByRole("button", { name: "Record that I told them" }).click();
  await expect(bev.getByText(/You told your resident on/)).toBeVisible();
});

test("fewer community support officers: kept in the surgery log, raised the third time, asked about, handed to the board above, answered there, and told to residents", async ({ browser }) => {
  test.setTimeout(180_000);
  const grace = await onAPhone(browser, "Grace Hinchliffe");
  await grace.goto("/concerns/new");
  await answerFive(grace, { what: "Fewer community support officers. Residents ask who they are to talk to.", place: "The whole ward" });
  await grace.getByRole("button", { name: "Keep it in my surgery log" }).click();
  const reference = await referenceOn(grace);
  for (let times = 2; times <= 3; times += 1) {
    await grace.goto(`/concerns/${reference}`);
    await grace.getByRole("button", { name: "Count it" }).click();
    await expect(grace.locator(".alert-success")).toContainText("It is counted");
  }
  await expect(grace.getByText("This is the third time or more. Raise it with the meeting.")).toBeVisible();
  await expect(grace.getByText("The person affected can ask for a review")).toBeVisible();
  await grace.getByRole("button", { name: "Raise it with the meeting" }).click();
  await expect(grace.getByRole("heading", { level: 1 })).toHaveText("Concern raised");

  const ruth = await as(browser, "Ruth Calverley");
  await ruth.goto(`/concerns/${reference}/ask`);
  await ruth.getByLabel("What you ask").fill("Which streets say so most?");
  await ruth.getByRole("button", { name: "Ask them" }).click();
  await expect(ruth.locator(".alert-success")).toBeVisible();
  await grace.goto(`/concerns/${reference}`);
  await grace.getByLabel("Your answer").fill("All of those around the parade.");
  await grace.getByRole("button", { name: "Send to the chair" }).click();
  await expect(grace.locator(".alert-success")).toBeVisible();

  // Ruth puts it into words that name nobody: what was raised stands beside them, and what would tell on anybody is asked about.
  await ruth.goto(`/concerns/${reference}`);
  await ruth.getByRole("link", { name: "Escalate to a board" }).click();
  await expect(ruth.getByRole("main")).toContainText("Residents ask who they are to talk to.");
  await ruth.getByLabel("What is asked of the board").fill("Whom residents speak to when no officer comes.");
  await ruth.getByLabel("What it is, in one line").fill("Officers on foot, Eastholme");
  await ruth.getByLabel("What the board is given").fill("Residents at 14 Tollgate Road do not know whom to tell.");
  await ruth.getByLabel("What was tried").fill("Asked at two meetings: it is not theirs to decide.");
  await ruth.getByRole("button", { name: "Check it" }).click();
  await expect(ruth.getByRole("alert").first()).toContainText("Tollgate");
  await ruth.getByLabel("What the board is given").fill("Residents do not know whom to tell.");
  await ruth.getByRole("button", { name: "Check it" }).click();
  await expect(ruth.getByRole("main")).toContainText("Whoever raised it is told so");
  await ruth.getByRole("button", { name: "Send to the board" }).click();
  await expect(ruth).toHaveURL(/\/escalations\/ESC-\d{4}-\d{3}\/sent$/);
  const escalation = /ESC-\d{4}-\d{3}/.exec(ruth.url())?.[0] ?? "";
  await grace.goto(`/concerns/${reference}`);
  await expect(grace.getByRole("main")).toContainText("Whom residents speak to when no officer comes.");
  await expect(grace.getByRole("main")).toContainText(escalation);

  // It stands on the board's agenda and is answered; Grace tells residents what may be told.
  const [coordinator, board] = [await as(browser, "Priya Nandra"), await as(browser, "Helen Arkwright")];
  const safe = "From January one named officer is yours to call.";
  await theBoardAnswers({ coordinator, chair: ruth, board, escalation, asked: "Whom residents speak to when no officer comes.", hides: reference, answer: "The ward has one named officer from January.", safe });
  await ruth.goto(`/escalations/${escalation}`);
  await ruth.getByLabel("What the forum does with the answer").fill("The ward hears whom to call.");
  await ruth.getByRole("button", { name: "Close it" }).click();
  await expect(ruth.getByRole("main")).toContainText("The escalation is closed.");
  await grace.goto(`/concerns/${reference}`);
  await expect(grace.getByRole("main")).toContainText(safe);
  await replyAs(ruth, reference, safe);
  await grace.goto(`/concerns/${reference}`);
  await grace.getByRole("button", { name: "Record that I told them" }).click();
  await expect(grace.getByText(/You told your resident on/)).toBeVisible();
});

test("schools that nobody speaks for, all five on one page, answered to the end; words of danger interrupt on the way and are kept", async ({ browser }) => {
  const moira = await as(browser, "Moira Keane");
  await moira.goto("/concerns/new/all");
  await moira.getByLabel("What is happening?").fill("Nobody speaks for primary schools here. One told me today that a boy has a knife.");
  await moira.getByLabel("Ward").selectOption("Marketgate");
  await moira.getByLabel("Street or place").fill("The primary schools");
  await moira.getByLabel("Now and then").check();
  await moira.getByLabel("No, this is the first time").check();
  await moira.getByLabel("Ask me first").check();
  await moira.getByRole("button", { name: "Save and continue" }).click();
  await expect(moira.getByRole("heading", { level: 1 })).toHaveText("If someone is in danger now, call 999");
  await moira.getByRole("link", { name: "Go on with the concern" }).click();
  await expect(moira.getByText("Nobody speaks for primary schools here. One told me today that a boy has a knife.")).toBeVisible();
  await moira.getByRole("button", { name: "Raise it with the meeting" }).click();
  const reference = await referenceOn(moira);
  const ruth = await as(browser, "Ruth Calverley");
  await ruth.goto("/concerns");
  await expect(ruth.getByRole("row", { name: new RegExp(reference) })).toContainText("Speaks of danger");
  await decideAs(ruth, reference, "Send to a service", async () => {
    await ruth.getByLabel("Service it is sent to").selectOption("Hallamford Borough Council");
    await ruth.getByLabel("What the raiser is told").fill("Safeguarding was told the same hour. Education is asked who can speak for primary schools.");
  });
  await replyAs(ruth, reference, "The council has been asked who can speak for primary schools.", "primary, schools");
  await moira.goto(`/concerns/${reference}`);
  await expect(moira.getByText("You said that residents are not to be told. Keep these words to yourself, or ask them first.")).toBeVisible();
});

test("whoever is not asked finds nothing: no page, no list, no word", async ({ browser }) => {
  const imran = await onAPhone(browser, "Imran Sattar");
  await imran.goto("/concerns/new");
  await answerFive(imran, { what: "Quads on the old railway", place: "The cutting" });
  await imran.getByRole("button", { name: "Raise it with the meeting" }).click();
  const reference = await referenceOn(imran);
  for (const name of ["Ruth Calverley", "Zofia Nowak", "Ffion Pryce", "Peter Dunnock"]) {
    const other = await as(browser, name);
    expect((await other.request.get(`/concerns/${reference}`)).status(), name).toBe(404);
    await other.goto("/concerns");
    await expect(other.getByText(reference)).toHaveCount(0);
  }
});
