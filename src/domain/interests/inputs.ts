import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, id, optionalText, reference, several, text } from "../kernel/inputs.ts";

const kind = choice(enums.interest_kind, "Select what kind of interest it is");
const about = choice(enums.interest_about, "Select what the interest comes from");
const words = optionalText({ called: "What the interest is", max: 1000 });
const empty = { error: "Select the item it is about" };

/** What an interest is in: a case by its reference, an item that has none by its id. */
const matter = z.preprocess(
  (value) => value ?? "",
  z.string(empty).trim().min(1, empty).max(40, empty).transform((said): { itemId: string } | { caseReference: string } => {
    const item = z.uuid().safeParse(said).data;
    return item ? { itemId: item } : { caseReference: reference.parse(said) };
  }),
);
export type Meant = z.output<typeof matter>;
/** As `matter`, or the meeting as a whole. */
const matterOrMeeting = z.preprocess((value) => (value === "meeting" ? null : (value ?? "")), matter.nullable());

export const DeclareInterestInput = z.strictObject({ reference, on: matterOrMeeting, kind, about, words });
export const DeclareStandingInput = z.strictObject({ kind, about, words });
export const WithdrawInterestInput = z.strictObject({ interestId: id("Select the interest") });
export const NoteInterestInput = z.strictObject({
  reference,
  personIds: several(id("Select who has it")).pipe(z.array(z.string()).min(1, { error: "Select who has it" })),
  kind: choice(["pecuniary", "personal", "other"], "Select what kind of interest it is"),
  about,
  words: text({ called: "What the interest is", empty: "Enter what the interest is", max: 1000 }),
});

export const RecusePersonInput = z.strictObject({
  on: matter,
  personId: id("Select who is recused"),
  how: choice(["open", "silent"], "Select whether they are told"),
  reason: text({ called: "Reason", empty: "Enter why they are recused", max: 1000 }),
});
export const LiftRecusalInput = z.strictObject({
  recusalId: id("Select the recusal"),
  reason: text({ called: "Reason", empty: "Enter why the recusal ends", max: 1000 }),
});
