// `npm run pictures`: takes the pictures of the guides anew, from a Casemoot with a demonstration of its own.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { requireBrowser } from "./browser.mjs";
import { requireNode, requirePackages } from "./installation.mjs";
import { withPassingServer } from "./passing-server.mjs";
import { addAction, as, fillSignature, minuteUntil, press, signRegister } from "./pictures/people.mjs";
import { smallPng } from "./pictures/small-png.mjs";
import { run } from "./refusal.mjs";

const pictures = path.resolve(import.meta.dirname, "../docs/pictures");
// A second Tuesday, the day on which Central CIM meets, in good time before the meeting.
const DAY = "2026-12-08T13:20:00Z";
const PARADE = "Evening gatherings at a shopping parade";
const RESIDENT = "Older resident, neighbour intimidation";
const desktop = { viewport: { width: 1440, height: 1000 } };
const NOTES = `Police: 6 calls since the last meeting, mostly Friday evenings. Two young people identified and visited.
Housing: two units empty, doors forced again.
Cllr Hinchliffe: the baker shuts early on Fridays.`;
const MARGIN = 8;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

await run(async () => {
  requireNode();
  await requirePackages();
  const executablePath = await requireBrowser();
  fs.mkdirSync(pictures, { recursive: true });
  await withPassingServer("pictures", (server) => photograph(server, executablePath), {
    PICTURED_AT: DAY,
    PICTURED_FROM: String(Date.now()),
    NODE_OPTIONS: `--import=${pathToFileURL(path.resolve(import.meta.dirname, "pictures/clock.mjs")).href}`,
  });
});

async function photograph({ origin, folder }, executablePath) {
  const { chromium } = await import("@playwright/test");
  const env = { ...process.env, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder };
  const browser = await chromium.launch({ executablePath, env, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"] });
  try {
    await tellMeeting(browser, (name, options = desktop) => as(browser, origin, name, options));
    await keepHouse(browser, origin);
  } finally {
    await browser.close();
  }
}

/** One meeting, from the chair's home before it to an action that its owner answers. */
async function tellMeeting(browser, person) {
  const take = async (page, name, options) => keep(browser, await shoot(page, options), name);
  const chair = await person("Ruth Calverley");
  const coordinator = await person("Priya Nandra");
  const councillor = await person("Grace Hinchliffe", phone);

  await take(chair, "home", { until: chair.locator(".columns") });
  const meeting = lastPart(await chair.getByRole("link", { name: "Open the doors" }).getAttribute("href"));
  await coordinator.goto("/meetings");
  await take(coordinator, "agenda", { path: await linkInRow(coordinator, "Agenda in draft"), height: 1000 });

  await chair.goto(`/meetings/${meeting}`);
  await press(chair, "Open the doors", "The doors are open");
  await signRegister(chair, meeting);
  await councillor.goto(`/meetings/${meeting}/register`);
  await fillSignature(councillor);
  await take(councillor, "register", { screenAbove: councillor.getByRole("button", { name: "Accept and sign the register" }) });
  for (const name of ["Callum Brearley", "Zofia Nowak", "Nia Rowlands", "Kemi Adeyemi", "Bev Moxon", "Anil Bose", "Moira Keane"]) {
    const page = await person(name);
    await signRegister(page, meeting);
    await page.context().close();
  }
  await signRegister(councillor, meeting);
  await signRegister(coordinator, meeting);

  await chair.goto(`/meetings/${meeting}`);
  await press(chair, "Open the meeting", "The meeting is in session");
  const item = await minuteUntil(coordinator, meeting, PARADE);
  await coordinator.getByLabel("Discussion notes").fill(NOTES);
  await coordinator.getByRole("radio", { name: "Continue" }).check();
  await coordinator.getByRole("button", { name: "Save", exact: true }).click();
  await coordinator.getByText(/^Saved at/).waitFor();
  await addAction(coordinator, { wording: "Patrol on Fridays from 7pm to 10pm", owner: "Nia Rowlands", due: decemberDay(22), measure: "Three Fridays patrolled" });
  await chair.goto(`/meetings/${meeting}/room?item=${item}`);
  await addAction(chair, { wording: "Board up the empty units, doors and back windows", owner: "Zofia Nowak", due: decemberDay(11), measure: "Photographs with the caretaker" });
  const given = lastPart(await chair.getByRole("listitem").filter({ hasText: "Board up the empty units" }).getByRole("link").getAttribute("href"));
  await take(chair, "room", { path: `/meetings/${meeting}/room?item=${item}`, height: 1360 });

  await chair.goto("/cases");
  const reference = lastPart(await linkInRow(chair, RESIDENT));
  await chair.goto(`/cases/${reference}`);
  await chair.getByLabel("Why you need to see who it is").fill("Housing visits on Thursday and asks whom to ring first");
  await press(chair, "Show identity", "You can see who it is for 15 minutes");
  await take(chair, "case", { path: `/cases/${reference}`, from: chair.getByRole("heading", { level: 1 }), until: chair.locator("#people") });
  await take(chair, "action-plan", { path: "/actions", height: 1000 });
  await chair.goto("/meetings");
  await take(chair, "minutes", { path: `${await linkInRow(chair, "Minutes sent")}/minutes`, within: chair.getByRole("article"), from: chair.getByRole("heading", { name: /Actions$/ }).first(), height: 900 });

  await take(await person("Zofia Nowak"), "action", { path: `/actions/${given}` });
  await take(await person("Ffion Pryce"), "audit", { path: `/audit?reference=${reference}`, height: 1000 });
}

/** What isn't about meetings: the way in, and who keeps it. */
async function keepHouse(browser, origin) {
  const stranger = await (await browser.newContext({ baseURL: origin, locale: "en-GB", ...desktop })).newPage();
  const signIn = { path: "/sign-in", until: stranger.getByRole("link", { name: "Forgotten your password?" }) };
  await keep(browser, await shoot(stranger, signIn), "sign-in");
  const administrator = await as(browser, origin, "Marcus Vane", desktop);
  await keep(browser, await shoot(administrator, { path: "/admin" }), "administration");
}

function decemberDay(day) {
  return { Day: String(day), Month: "12", Year: "2026" };
}

function lastPart(href) {
  return href.split("/").at(-1);
}

function linkInRow(page, text) {
  return page.getByRole("row").filter({ hasText: text }).getByRole("link").first().getAttribute("href");
}

/**
 * The page, or a part of it: as wide as `within`, `height` from the top or from the place `from`, ending at `until` at the
 * latest; or the screen of a phone with `screenAbove` at its foot.
 */
async function shoot(page, { path: address, within, from, until, height = Infinity, screenAbove } = {}) {
  await page.context().clearCookies({ name: "casemoot.said" }); // what was just done stands on no picture
  if (address) await page.goto(address);
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  if (screenAbove) {
    await screenAbove.evaluate((button) => window.scrollBy(0, button.getBoundingClientRect().bottom + 16 - window.innerHeight));
    return page.screenshot();
  }
  const across = (await within?.boundingBox()) ?? { x: 0, width: page.viewportSize().width };
  const end = await (until ?? page.locator("main")).boundingBox();
  const top = from ? Math.round((await from.boundingBox()).y) - MARGIN : 0;
  const bottom = Math.round(end.y + end.height) + MARGIN;
  return page.screenshot({ fullPage: true, clip: { x: across.x, y: top, width: across.width, height: Math.min(height, bottom - top) } });
}

async function keep(browser, png, name) {
  const file = path.join(pictures, `${name}.png`);
  fs.writeFileSync(file, smallPng(await pixelsOf(browser, png)));
  console.log(`${name}.png ${Math.round(fs.statSync(file).size / 1024)} kB`);
}

/** A browser can read a PNG, so nothing else is needed for it. */
async function pixelsOf(browser, png) {
  const page = await browser.newPage();
  try {
    const { width, height, base64 } = await page.evaluate(async (source) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      let binary = "";
      for (let at = 0; at < data.length; at += 32_768) binary += String.fromCharCode(...data.subarray(at, at + 32_768));
      return { width: image.width, height: image.height, base64: btoa(binary) };
    }, png.toString("base64"));
    return { width, height, rgba: Buffer.from(base64, "base64") };
  } finally {
    await page.close();
  }
}
