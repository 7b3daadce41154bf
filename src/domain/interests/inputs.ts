import { z } from "zod";
import { enums } from "../kernel/enums.ts";
import { choice, id, optionalText, reference, text } from "../kernel/inputs.ts";

const kind = choice(enums.interest_kind, "Select what kind of interest it is");
const about = choice(enums.interest_about, "Select what the interest comes from");
const words = optionalText({ called: "What the interest is", max: 1000 });
const caseReference = z.preprocess((value) => value ?? "", reference.pipe(z.string().min(1, { error: "Select the case" })));

export const DeclareInterestInput = z.strictObject({ reference, caseReference, kind, about, words });
export const DeclareStandingInput = z.strictObject({ kind, about, words });
export const WithdrawInterestInput = z.strictObject({ interestId: id("Select the interest") });

export const RecusePersonInput = z.strictObject({
  caseReference,
  personId: id("Select who is recused"),
  how: choice(["open", "silent"], "Select whether they are told"),
  reason: text({ called: "Reason", empty: "Enter why they are recused", max: 1000 }),
});
export const LiftRecusalInput = z.strictObject({
  recusalId: id("Select the recusal"),
  reason: text({ called: "Reason", empty: "Enter why the recusal ends", max: 1000 }),
});
