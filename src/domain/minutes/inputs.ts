import { z } from "zod";
import { type CaseDecision, enums, type ItemOutcome } from "../kernel/enums.ts";
import { id, optionalChoice, optionalText, reference, text, ticked, version } from "../kernel/inputs.ts";

/** What a meeting may decide on a case today. Stepping down takes effect when the chair signs it; what is escalated is put into words afterwards, and sent by the chair. */
export const offeredDecisions = ["continue", "step_down", "escalate", "defer", "close"] as const satisfies readonly CaseDecision[];
/** Below its quorum a meeting only notes and puts off (rule 4). */
export const inDiscussion = { decisions: ["defer"], outcomes: ["noted", "deferred"] } as const satisfies { decisions: readonly CaseDecision[]; outcomes: readonly ItemOutcome[] };
export const discussionLimit = 20_000;
export const reasonLimit = 2_000;

const notes = { itemId: id("Select the item"), version, discussion: optionalText({ called: "Discussion notes", max: discussionLimit }).transform((words) => words ?? "") };
export const WriteMinuteInput = z.strictObject({
  ...notes,
  outcome: optionalChoice(enums.item_outcome, "Select what became of the item"),
  decision: optionalChoice(offeredDecisions, "Select what the meeting decided"),
  decisionReason: optionalText({ called: "Reason for the decision", max: reasonLimit }),
  /** While somebody is still typing: what can't be decided yet stays as it was, and the words are kept. */
  typing: ticked,
});

/** What somebody typed on an item that another has saved meanwhile: `version`, the one that it was typed on. */
export const KeepDraftInput = z.strictObject(notes);
export const DropDraftInput = z.strictObject({ itemId: notes.itemId });

/** A line of the notes that begins with "@", and is not to become an action. */
export const DropProposalInput = z.strictObject({ itemId: notes.itemId, line: text({ called: "Line", empty: "Select the line that is meant", max: discussionLimit }) });

export const ConcludeItemInput = z.strictObject({ itemId: id("Select the item"), version });
export const CloseMeetingInput = z.strictObject({ reference, version });
export const CirculateMinutesInput = z.strictObject({ reference, version });
/** `at`: the meeting that sits now and confirms them. */
export const ConfirmMinutesInput = z.strictObject({ reference, version, at: reference });
