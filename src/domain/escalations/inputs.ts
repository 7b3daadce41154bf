import { z } from "zod";
import { choice, confirmedWords, day, id, optionalDay, optionalId, optionalText, reference, text, ticked, version, wholeNumber } from "../kernel/inputs.ts";

export const triedLimit = 3000;
/** A board of the partnership or another, as one choice of a form: "board:ID" or "external:ID". */
export const toBoard = z.string({ error: "Select the board" }).regex(/^(?:board|external):[0-9a-f-]{36}$/, { error: "Select the board" }).transform((said) => {
  const [kind, boardId = ""] = said.split(":");
  return kind === "board" ? { boardId, externalBoardId: null } : { boardId: null, externalBoardId: boardId };
});

// in the order of the form, which its errors are listed in
const words = {
  asked: text({ called: "What is asked", empty: "Enter what you ask of the board", max: 1500 }),
  to: toBoard,
  title: text({ called: "What it is", empty: "Enter in one line what it is, without names", max: 120 }),
  given: text({ called: "What the board is given", empty: "Enter what the board needs to know, without names", max: triedLimit }),
  tried: text({ called: "What was tried", empty: "Enter what was tried", max: triedLimit }),
  namesNobody: confirmedWords,
};
const origin = z.preprocess((value) => (value === "" || value === undefined ? null : value), reference.nullable());

/** `caseReference`, `actionReference` or `concernReference`: what it is of. `draftId`: the one that is written anew. */
export const ComposeInput = z.strictObject({ caseReference: origin, actionReference: origin, concernReference: origin, itemId: optionalId("Select the item"), draftId: optionalId("Select the draft"), ...words });
export const SendInput = z.strictObject({ draftId: id("Select what is sent"), version });
export const DropInput = z.strictObject({ draftId: id("Select what is dropped") });

const held = { reference, version };
const reason = (empty: string) => text({ called: "Reason", empty, max: 600 }).pipe(z.string().min(10, { error: "Reason must be 10 characters or more" }));
export const ReceiveInput = z.strictObject(held);
export const WithdrawInput = z.strictObject({ ...held, reason: reason("Enter why it is withdrawn") });
export const ReturnInput = z.strictObject({ ...held, reason: reason("Enter why it is returned") });
const answerWords = {
  words: text({ called: "Answer", empty: "Enter what the board answers", max: 3000 }),
  safeWords: optionalText({ called: "What residents may be told", max: 600 }),
};
export const WriteAnswerInput = z.strictObject({ itemId: id("Select the item"), ...answerWords });
export const AnswerInput = z.strictObject({ ...held, ...answerWords });
export const CloseInput = z.strictObject({
  ...held,
  note: text({ called: "What the forum does with the answer", empty: "Enter what the forum does with the answer", max: 1500 }),
  safeWords: optionalText({ called: "What residents may be told", max: 600 }),
  namesNobody: confirmedWords,
});

const cycle = wholeNumber({ called: "Days from one meeting to the next", empty: "Enter the days from one of its meetings to the next", min: 1, max: 400 });
export const KeepLadderInput = z.strictObject({
  forum: z.string({ error: "This form has changed. Load the page again" }).max(40).transform((code) => code.toUpperCase()),
  /** 0 where nothing was kept yet. */
  version: z.coerce.number({ error: "This form has changed. Load the page again" }).int().min(0),
  to: z.preprocess((value) => (value === "" || value === undefined ? null : value), toBoard.nullable()),
  cycleDays: z.preprocess((value) => (value === "" || value === undefined ? null : value), cycle.nullable()),
});
const outside = {
  name: text({ called: "Name of the board", empty: "Enter the name of the board", max: 120 }),
  secretaryId: id("Select its secretary"),
  cycleDays: cycle,
};
export const AddBoardInput = z.strictObject(outside);
export const ChangeBoardInput = z.strictObject({ boardId: id("Select the board"), version, ...outside, ended: ticked });

/** The sending forum's office writes to another board's secretary again. */
export const AskSecretaryInput = z.strictObject(held);
/** What a board's secretary can say without an account. */
export const outsideSays = ["listed", "received", "returned"] as const;
/** `routeId`: where it comes by a one-time route. */
export const ConfirmInput = z
  .strictObject({
    ...held,
    says: choice(outsideSays, "Select what you can say"),
    on: optionalDay({ called: "Date of the meeting" }),
    listedAs: optionalText({ called: "Where it stands", max: 120 }),
    reason: optionalText({ called: "Reason", max: 600 }),
    routeId: z.uuid().optional(),
  })
  .refine(({ says, on }) => says !== "listed" || on !== null, { path: ["on"], error: "Enter the date of the meeting" })
  .refine(({ says, listedAs }) => says !== "listed" || listedAs !== null, { path: ["listedAs"], error: "Enter the meeting and the item, as your board calls them" })
  .refine(({ says, reason: why }) => says !== "returned" || why !== null, { path: ["reason"], error: "Enter why it is returned" })
  .refine(({ says, reason: why }) => says !== "returned" || why === null || why.length >= 10, { path: ["reason"], error: "Reason must be 10 characters or more" });

const said = { listedAs: text({ called: "Where it stands", empty: "Enter the meeting and the item, as that board calls them", max: 120 }) };
/** What another board's minutes say. */
export const HeardOutsideInput = z.strictObject({ ...held, on: day({ called: "Day it was heard", empty: "Enter the day it was heard" }), ...said });
export const AnsweredOutsideInput = z.strictObject({ ...held, ...answerWords });
