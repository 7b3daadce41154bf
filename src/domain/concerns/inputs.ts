import { z } from "zod";
import { TakeCaseInput } from "../cases/lifecycle.ts";
import { enums } from "../kernel/enums.ts";
import { choice, confirmedWords, day, id, optionalDay, optionalId, optionalText, reference, text, ticked, version } from "../kernel/inputs.ts";

const residents = z.preprocess(
  (value) => (typeof value === "string" ? value.replaceAll(/[,\s]/g, "") || null : (value ?? null)),
  z.string({ error: "Number of residents must be a whole number from 1 to 9,999" }).regex(/^0*[1-9]\d{0,3}$/, { error: "Number of residents must be a whole number from 1 to 9,999" }).transform(Number).nullable(),
);

/** The five questions, each with its fields. */
const what = { what: text({ called: "What is happening", empty: "Enter what is happening", max: 2000 }) };
const where = { wardId: id("Select the ward"), place: text({ called: "Street or place", empty: "Enter where it is happening", max: 200 }) };
const often = {
  frequency: choice(enums.concern_frequency, "Select how often it happens"),
  tried: choice(enums.concern_tried, "Select whether it has been raised before"),
  triedWords: optionalText({ called: "What was tried", max: 1000 }),
};
const who = { residents, contact: optionalText({ called: "How to reach them", max: 300 }), surgeryOn: optionalDay({ called: "Date you were told" }) };
const tell = { mayTell: choice(enums.concern_may_tell, "Select whether they may be told") };

export const questions = ["what", "where", "often", "who", "tell"] as const;
export type Question = (typeof questions)[number];

/** A concern from the same surgery as the one before: its day and ward stand in the new one. */
const carried = { draftId: optionalId("This form has changed. Load the page again"), afterId: optionalId("This form has changed. Load the page again") };
export const KeepAnswerInput = z.discriminatedUnion("question", [
  z.strictObject({ question: z.literal("what"), ...carried, ...what }),
  z.strictObject({ question: z.literal("where"), draftId: id("This form has changed. Load the page again"), ...where }),
  z.strictObject({ question: z.literal("often"), draftId: id("This form has changed. Load the page again"), ...often }),
  z.strictObject({ question: z.literal("who"), draftId: id("This form has changed. Load the page again"), ...who }),
  z.strictObject({ question: z.literal("tell"), draftId: id("This form has changed. Load the page again"), ...tell }),
  z.strictObject({ question: z.literal("all"), ...carried, ...what, ...where, ...often, ...who, ...tell }),
]);

/** What a draft has to say before it is anything. */
export const AnswersInput = z.object({ ...what, ...where, ...often, residents: z.number().nullable(), contact: z.string().nullable(), surgeryOn: z.string().nullable(), ...tell });
export type Answers = z.infer<typeof AnswersInput>;

export const DraftInput = z.strictObject({ draftId: id("This form has changed. Load the page again") });
export const PassInput = z.strictObject({ draftId: id("This form has changed. Load the page again"), toId: id("Select the councillor it is passed to") });

/** Spoken at a meeting and written down by the chair's office for whoever said it. */
export const RecordInput = z.strictObject({ meeting: reference, raisedById: id("Select who raised it"), ...what, ...where, ...often, ...tell });

export const RaiseLoggedInput = z.strictObject({ reference, version });
export const RecurrenceInput = z.strictObject({ reference, happenedOn: day({ called: "Date it happened", empty: "Enter the date it happened" }), note: optionalText({ called: "What happened", max: 600 }) });
export const SettleInput = z.strictObject({ reference, version, words: text({ called: "What you did about it", empty: "Enter what you did about it", max: 1000 }) });
export const TellMoreInput = z.strictObject({ reference, words: text({ called: "Your answer", empty: "Enter your answer", max: 2000 }) });
export const MarkToldInput = z.strictObject({ reference, answerId: id("Select what you told them"), toldOn: day({ called: "Date you told them", empty: "Enter the date you told them" }) });

export const PrepareInput = z.strictObject({ reference, version: z.coerce.number().int().min(0), severalAgencies: ticked, highVulnerability: ticked, emergingHotspot: ticked, note: optionalText({ called: "Note", max: 1000 }) });
const reason = text({ called: "Reason", empty: "Enter the reason that the raiser is told", max: 1000 });
export const ProposeInput = z.discriminatedUnion("decision", [
  z.strictObject({ reference, decision: z.literal("joined"), caseReference: reference.refine((said) => said !== "", { error: "Enter the case it is joined to" }), reason }),
  z.strictObject({ reference, decision: z.literal("redirected"), agencyId: id("Select the service it is sent to"), reason }),
  z.strictObject({ reference, decision: z.literal("declined"), reason }),
]);
export const DecideInput = z.strictObject({ reference, version, proposedById: id("This form has changed. Load the page again"), proposedAt: z.iso.datetime(), namesNobody: confirmedWords });
export const TakeConcernInput = TakeCaseInput.omit({ forumId: true }).extend({ concern: reference, concernVersion: version, reason });
export const AskMoreInput = z.strictObject({ reference, version, words: text({ called: "What you ask", empty: "Enter what you ask", max: 1000 }) });
export const PrepareReplyInput = z.strictObject({
  reference,
  version: z.coerce.number().int().min(0),
  recordWords: text({ called: "For the record", empty: "Enter what the record says", max: 2000 }),
  residentWords: text({ called: "What residents may be told", empty: "Enter what residents may be told", max: 1000 }),
});
export const GiveReplyInput = z.strictObject({
  reference,
  version,
  /** Of what was prepared and shown. */
  preparation: version,
  tellsHarm: choice(["no", "yes"], "Select whether it would tell the person causing harm anything"),
  ends: choice(["ends", "more"], "Select whether more will follow"),
  namesNobody: confirmedWords,
});
/** What was composed for a board. */
export const EscalateInput = z.strictObject({ draftId: id("Select what is sent"), version });
export const RevealContactInput = z.strictObject({
  reference,
  reason: text({ called: "Reason", empty: "Enter why you need to reach them", max: 300 }).pipe(z.string().min(10, { error: "Reason must be 10 characters or more" })),
});
