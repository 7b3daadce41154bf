import { expect, type Page } from "@playwright/test";
import { scheduleMeeting, signRegister } from "./meetings.ts";

type Handed = { coordinator: Page; chair: Page; board: Page; escalation: string; asked: string; hides: string; answer: string; safe: string };

/** The board has it, puts it on its agenda, and answers it in its room; it reads nothing of what is behind it. */
export async function theBoardAnswers({ coordinator, chair, board, escalation, asked, hides, answer, safe }: Handed) {
  await board.goto(`/escalations/${escalation}`);
  await board.getByRole("button", { name: "Receive it" }).click();
  await expect(board.getByRole("main")).toContainText("You have received it");
  const boardMeeting = await scheduleMeeting(coordinator, "Performance and Delivery Board");
  await board.goto(`/escalations/${escalation}`);
  await board.getByLabel("Meeting").selectOption({ value: boardMeeting });
  await board.getByRole("button", { name: "Put it on an agenda" }).click();
  await expect(board.getByRole("main")).toContainText("It is on the agenda");
  await coordinator.goto(`/meetings/${boardMeeting}`);
  await coordinator.getByRole("button", { name: "Publish the agenda" }).click();
  await expect(coordinator.getByText("Agenda published").first()).toBeVisible();
  await chair.goto(`/escalations/${escalation}`);
  await expect(chair.getByRole("main")).toContainText("On the agenda for");
  await board.goto(`/meetings/${boardMeeting}`);
  await board.getByRole("button", { name: "Open the doors" }).click();
  await expect(board.getByRole("main")).toContainText("Sign the register");
  await signRegister(board, boardMeeting);
  await board.goto(`/meetings/${boardMeeting}`);
  await board.getByRole("button", { name: /^Open the meeting/ }).click();
  await board.getByRole("navigation", { name: "Agenda" }).getByRole("link", { name: new RegExp(escalation) }).click();
  await expect(board.getByRole("main")).toContainText(asked);
  await expect(board.getByRole("main")).not.toContainText(hides);
  await board.getByLabel("Answer", { exact: true }).fill(answer);
  await board.getByLabel("What residents may be told (optional)").fill(safe);
  await board.getByRole("button", { name: "Save the answer" }).click();
  await expect(board.getByRole("main")).toContainText("The answer is written");
  await settleEveryItem(board, boardMeeting);
  await board.goto(`/meetings/${boardMeeting}/room/close`);
  await board.getByRole("button", { name: "Close the meeting" }).click();
  await expect(board).toHaveURL(new RegExp(`/meetings/${boardMeeting}/minutes`));
}

/** Notes what the meeting has not finished: the list is on the page that closes it. */
async function settleEveryItem(page: Page, meeting: string) {
  await page.goto(`/meetings/${meeting}/room/close`);
  const items = await page.locator('main a[href*="room?item="]').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const href of new Set(items)) {
    await page.goto(href);
    await page.getByRole("radio", { name: "Noted" }).check();
    await page.getByRole("button", { name: /^Save/ }).first().click();
    await expect(page).not.toHaveURL(href);
  }
}
