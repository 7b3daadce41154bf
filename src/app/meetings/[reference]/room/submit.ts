"use server";
import { submission } from "@/app/submission.ts";
import { timeInWords } from "@/domain/kernel/dates.ts";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { readAction } from "@/domain/action-plan/commands/read-action.ts";
import { confirmAction } from "@/domain/action-plan/commands/confirm-action.ts";
import { writeAnswer } from "@/domain/escalations/commands/board-acts.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { parkItem } from "@/domain/meetings/commands/park-item.ts";
import { dropDraft } from "@/domain/minutes/commands/drop-draft.ts";
import { dropProposal } from "@/domain/minutes/commands/drop-proposal.ts";
import { keepDraft } from "@/domain/minutes/commands/keep-draft.ts";
import { confirmMinutes } from "@/domain/minutes/commands/confirm-minutes.ts";
import { confirmProposal } from "@/domain/minutes/commands/confirm-proposal.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { type FormState, personField } from "@/ui/forms/form-state.ts";
import { typedIn } from "@/platform/forms/read-form.ts";
import { asUnderstood, roomWords } from "@/wording/minutes.ts";
import { submissionWords } from "@/wording/submission.ts";
import { closePath, placeIn, roomPath } from "./paths.ts";

/** Saves the minute of an item, and goes on to the next unless the button says to stay. */
export async function submitMinute(state: FormState, form: FormData): Promise<FormState> {
  const stays = form.has("stay");
  form.delete("stay");
  const back = await submission(state, form, writeMinute, ({ reference, number, next, escalates }) => ({
    to: escalates && !stays ? `/escalations/new?case=${escalates.case}&item=${escalates.item}` : stays ? roomPath(reference, number) : next ? roomPath(reference, next) : closePath(reference),
  }));
  if (back.problem !== submissionWords.stale) return back;
  // what another wrote stands beside what was typed here, which is kept apart meanwhile
  await submitDraft(state, form);
  return { ...back, problem: { title: roomWords.changedTitle, text: roomWords.changedText } };
}

/** Saves the minute as it is being typed. Where another has saved meanwhile, it is kept apart. */
export async function submitNotes(state: FormState, form: FormData): Promise<FormState> {
  form.set("typing", "yes");
  const at = timeInWords(new Date());
  const back = await submission(state, form, writeMinute, ({ version, decided }) => ({ saved: { version, at, decided } }));
  return back.problem === submissionWords.stale ? submitDraft(state, form) : back;
}

/** Keeps apart what somebody typed on an item that another has saved. */
export async function submitDraft(state: FormState, form: FormData): Promise<FormState> {
  const draft = new FormData();
  // a field that came twice is wrong here as well
  for (const name of [personField, "itemId", "version", "discussion"]) for (const value of form.has(name) ? form.getAll(name) : [""]) draft.append(name, value);
  const at = timeInWords(new Date());
  return submission(state, draft, keepDraft, () => ({ saved: { version: Number(form.get("version")), at, apart: true } }));
}

/** Drops what was kept apart. */
export async function submitDropDraft(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, dropDraft, ({ reference, number }) => ({ to: roomPath(reference, number) }));
}

/** What the board's meeting answers the forum that handed it up. */
export async function submitWriteAnswer(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, writeAnswer, ({ reference, number }) => ({ to: roomPath(reference, number), say: "escalation.answerWritten" }));
}

/** The room takes the item up, and leaves the one before. */
export async function submitOpenItem(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, openItem, ({ reference, number }) => ({ to: roomPath(reference, number), say: "item.opened" }));
}

/** The room puts the item aside, and goes on to the next. */
export async function submitParkItem(state: FormState, form: FormData): Promise<FormState> {
  return submission(state, form, parkItem, ({ reference, number }) => ({ to: roomPath(reference, number), say: "item.parked" }));
}

/** Tasks somebody on the item; recorded only, where it is not the chair who says so. A line that was typed is read first, and shown. */
export async function submitAddAction(state: FormState, form: FormData): Promise<FormState> {
  const here = placeIn(form);
  const line = form.get("line");
  const isRead = line === form.get("read");
  for (const name of ["line", "read", "among"]) form.delete(name);
  if (typeof line === "string" && line.trim() !== "" && !isRead) return readLineOf(state, form, line);
  const back = await submission(state, form, addAction, ({ counts }) => ({ to: here, say: counts ? "action.assigned" : "action.recorded" }));
  return { ...back, values: { ...back.values, line: typeof line === "string" ? line : "" } };
}

async function readLineOf(state: FormState, form: FormData, line: string): Promise<FormState> {
  const asked = new FormData();
  for (const name of [personField, "itemId"]) asked.set(name, form.get(name) ?? "");
  asked.set("line", line);
  return submission(state, asked, readAction, (read) => {
    const [year = "", month = "", day = ""] = read.due?.split("-") ?? [];
    const parts = { wording: read.wording, ownerId: read.ownerIds.length === 1 ? (read.ownerIds[0] ?? "") : "", among: read.ownerIds, "due-day": day.replace(/^0/, ""), "due-month": month.replace(/^0/, ""), "due-year": year, measure: read.measure ?? "" };
    return { shows: { ...typedIn(form), line, ...parts }, shown: asUnderstood(read) };
  });
}

/** What a line of the notes proposed becomes an action. */
export async function submitConfirmProposal(state: FormState, form: FormData): Promise<FormState> {
  const here = placeIn(form);
  return submission(state, form, confirmProposal, ({ counts }) => ({ to: here, say: counts ? "action.assigned" : "action.recorded" }));
}

/** It is no action: its words stay in the notes. */
export async function submitDropProposal(state: FormState, form: FormData): Promise<FormState> {
  const here = placeIn(form);
  return submission(state, form, dropProposal, () => ({ to: here, say: "minute.proposalDropped" }));
}

/** The chair takes up what the coordinator recorded. */
export async function submitConfirmAction(state: FormState, form: FormData): Promise<FormState> {
  const here = placeIn(form);
  return submission(state, form, confirmAction, () => ({ to: here, say: "action.confirmed" }));
}

/** The chair confirms the minutes of the last meeting, at the item for them. */
export async function submitConfirmMinutes(state: FormState, form: FormData): Promise<FormState> {
  const here = placeIn(form);
  return submission(state, form, confirmMinutes, () => ({ to: here, say: "meeting.minutesConfirmed" }));
}
