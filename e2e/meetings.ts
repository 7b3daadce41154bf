import { expect, type Page } from "@playwright/test";
import { nextHour } from "./people.ts";

/** An extraordinary meeting of a forum in the next full hour. */
export async function scheduleMeeting(page: Page, forum: string): Promise<string> {
  const { day, month, year, time } = nextHour();
  await page.goto("/meetings/new");
  const forums = page.getByLabel("Forum", { exact: true });
  if ((await forums.count()) > 0) await forums.selectOption({ label: forum });
  await page.getByRole("radio", { name: "Extraordinary" }).check();
  await page.getByLabel("Day").fill(day);
  await page.getByLabel("Month").fill(month);
  await page.getByLabel("Year").fill(year);
  await page.getByLabel("Time it starts").fill(time);
  await page.getByLabel("Place").fill("Civic Centre, room 2");
  await page.getByRole("button", { name: "Schedule a meeting" }).click();
  await expect(page).toHaveURL(/\/meetings\/[A-Z]+-\d{4}-\d{2}-X\d+$/);
  return page.url().split("/").at(-1) ?? "";
}

export async function signRegister(page: Page, meeting: string) {
  await page.goto(`/meetings/${meeting}/register`);
  await expect(page.getByRole("main")).toContainText("Confidentiality declaration");
  await page.getByRole("radio", { name: "Yes", exact: true }).check();
  await page.getByRole("checkbox", { name: "I am attending this meeting" }).check();
  await page.getByRole("checkbox", { name: /I accept the confidentiality declaration/ }).check();
  await page.getByRole("button", { name: "Accept and sign the register" }).click();
  await expect(page.getByRole("main")).toContainText("You signed on");
}

/** From the schedule to the room: published, the doors open, the chair and whoever else signed, the meeting in session. */
export async function sitting(coordinator: Page, chair: Page, others: Page[], forum: string): Promise<string> {
  const meeting = await scheduleMeeting(coordinator, forum);
  await coordinator.goto(`/meetings/${meeting}`);
  const reason = coordinator.getByLabel("Why the agenda is longer than the limit");
  if (await reason.isVisible()) await reason.fill("Everything open is heard once this quarter");
  await coordinator.getByRole("button", { name: "Publish the agenda" }).click();
  await expect(coordinator.getByText("Agenda published").first()).toBeVisible();
  await chair.goto(`/meetings/${meeting}`);
  await chair.getByRole("button", { name: "Open the doors" }).click();
  await expect(chair.getByRole("main")).toContainText("Sign the register");
  for (const page of [chair, ...others]) await signRegister(page, meeting);
  await chair.goto(`/meetings/${meeting}`);
  await chair.getByRole("button", { name: /^Open the meeting/ }).click();
  await expect(chair).toHaveURL(new RegExp(`/meetings/${meeting}/room`));
  return meeting;
}
