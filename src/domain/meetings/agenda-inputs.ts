import { createHash } from "node:crypto";
import { z } from "zod";
import { type ActiveContent, activeIn } from "@/platform/documents/pdf-contents.ts";
import { choice, id, optionalChoice, optionalText, reference, several, text, ticked, version, wholeNumber } from "../kernel/inputs.ts";
import { broughtKinds } from "./draft-rules.ts";
import { largestPaper, paperTypes, typeOf } from "./paper-rules.ts";

const itemId = id("Select the item");
const minutes = wholeNumber({ called: "Minutes", empty: "Enter how many minutes it takes", min: 1, max: 240 });
const presenter = optionalText({ called: "Who presents it", max: 120 });
/** That it names nobody is for the office to see to: it stands in lists that members read unsigned. */
const title = text({ called: "Title", empty: "Enter a title that names nobody", max: 160 });

/** An item of a draft as it was drawn, moved to a number, or by one. */
export const MoveItemInput = z.strictObject({
  reference, version, itemId,
  to: z.preprocess((said) => (typeof said === "string" && said.trim() === "" ? null : (said ?? null)), wholeNumber({ called: "Place", empty: "Enter the number of its place", min: 1, max: 500 }).nullable()),
  move: optionalChoice(["up", "down"], "Select up or down"),
});
export const AmendItemInput = z.strictObject({ reference, version, itemId, minutes, presenter, title: optionalText({ called: "Title", max: 160 }), restricted: ticked });
export const LeaveOffInput = z.strictObject({ reference, version, itemId, why: text({ called: "Reason", empty: "Enter why it is left off", max: 500 }) });
export const AddItemInput = z.strictObject({ reference, kind: choice(broughtKinds, "Select what kind of item it is"), title, presenter, minutes, restricted: ticked });
/** `reference`: of the escalation. */
export const ListEscalationInput = z.strictObject({ reference, version, meeting: reference });
export const TakeWaitingInput = z.strictObject({ reference, waitingId: id("Select what to take from the list") });
export const EndWaitingInput = z.strictObject({ reference, waitingId: id("Select what to take off the list") });

/** A PDF is read, and does nothing: what it would do besides is told, so that whoever made it can leave it out. */
const activeWords: Record<ActiveContent, string> = {
  locked: "The PDF is locked with a password. Save it without one",
  scripts: "The PDF holds scripts or a form that runs them. Print it to a new PDF and choose that",
  launches: "The PDF starts a program or sends something when it is clicked. Print it to a new PDF and choose that",
  files: "The PDF holds other files. Add each of them as a paper of its own",
  opens: "The PDF does something by itself when it is opened. Print it to a new PDF and choose that",
  unreadable: "The PDF is packed in a way that can't be checked. Print it to a new PDF and choose that",
};

/** A file as the form carried it. Of a form that was sent twice its hash is compared, not its bytes. */
const file = z.preprocess(
  (sent) => (sent instanceof Uint8Array ? Buffer.from(sent) : Buffer.alloc(0)),
  z.custom<Buffer>().transform((bytes, context) => {
    const wrong = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    if (bytes.length === 0) return wrong("Select a file");
    if (bytes.length > largestPaper) return wrong("The file must be 900 kB or smaller");
    const type = typeOf(bytes);
    const active = type === "pdf" ? activeIn(bytes) : null;
    if (active) return wrong(activeWords[active]);
    return type === null ? wrong("The file must be a PDF, a Word document without macros (.docx) or plain text") : { bytes, mediaType: paperTypes[type], toJSON: () => createHash("sha256").update(bytes).digest("hex") };
  }),
);
/** `readerIds`: the agencies that it is for; none where it is for the forum. */
export const AddPaperInput = z.strictObject({ reference, itemId, title, restricted: ticked, readerIds: several(id("Select the agencies that it is for")), file });
export const WithdrawPaperInput = z.strictObject({ reference, paperId: id("Select the paper"), reason: text({ called: "Reason", empty: "Enter why the paper is withdrawn", max: 500 }) });
