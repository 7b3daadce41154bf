import { command } from "../../command.ts";
import { answerReferral } from "../answer.ts";
import { DeclineReferralInput } from "../inputs.ts";
import { holdToAnswer } from "../held.ts";

/** The forum does not take it, for a reason that its referrer reads. */
export const declineReferral = command({
  permission: "referral.decide",
  input: DeclineReferralInput,
  async run(context, { reason, ...seen }) {
    const held = await holdToAnswer(context, seen, { to: "declined" });
    await answerReferral(context, held, { kind: "declined", reason });
    return { reference: held.reference };
  },
});
