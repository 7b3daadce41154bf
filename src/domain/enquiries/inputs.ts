import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, day, id, optionalChoice, optionalText, reference, text } from "../kernel/inputs.ts";

const informed = { informed: choice(["yes", "no"], "Select whether the person knows that it is shared"), informedReason: optionalText({ called: "Why the person was not told", max: 600 }) };
const saysWhy = ({ informed: told, informedReason }: { informed: string; informedReason: string | null }) => told === "yes" || informedReason !== null;
const whyNot = { path: ["informedReason"], error: "Enter why the person was not told" };

/** One question about a case, of somebody who isn't at the table: what it is, what they are told with it, why, and by which law. */
export const AskEnquiryInput = z
  .strictObject({
    reference,
    personId: id("Select whom you ask"),
    question: text({ called: "Question", empty: "Enter the question", max: 600 }),
    told: optionalText({ called: "What they need to know", max: 2000 }),
    purpose: text({ called: "Purpose", empty: "Enter what it is asked for", max: 600 }),
    answerBy: day({ called: "Date you need the answer by", empty: "Enter the date you need the answer by" }),
    ...informed,
    powerId: id("Select the power"),
    lawfulBasisId: id("Select the lawful basis"),
    conditionId: id("Select the condition"),
    confidentialityId: id("Select why confidentiality gives way"),
  })
  .refine(saysWhy, whyNot);

export const EnquiryInput = z.strictObject({ reference });

/** The answer of an agency: what it knows, or that it doesn't share it and why. `routeId`: where it comes by a one-time route. */
export const AnswerEnquiryInput = z
  .strictObject({
    reference,
    share: choice(["yes", "no"], "Select whether your agency shares what it knows"),
    words: text({ called: "Answer", empty: "Enter the answer, or why it is not shared", max: 4000 }),
    grade: optionalChoice(enums.source_grade, "Select how reliable it is"),
    informed: optionalChoice(["yes", "no"], "Select whether the person knows that it is shared"),
    informedReason: informed.informedReason,
    routeId: z.uuid().optional(),
  })
  .refine(({ share, grade }) => share === "no" || grade !== null, { path: ["grade"], error: "Select how reliable it is" })
  .refine(({ share, informed: told }) => share === "no" || told !== null, { path: ["informed"], error: "Select whether the person knows that it is shared" })
  .refine(({ share, informed: told, informedReason }) => share === "no" || told !== "no" || informedReason !== null, whyNot);
