import { command } from "../../command.ts";
import { answerReferral } from "../answer.ts";
import { AskMoreInput } from "../inputs.ts";
import { holdToAnswer } from "../held.ts";

/** The chair's office asks the referrer for more. It goes back to be added to; the clock of its triage runs on. */
export const askMore = command({
  permission: "referral.askMore",
  input: AskMoreInput,
  async run(context, { reason, ...seen }) {
    const held = await holdToAnswer(context, seen, { to: "more_asked", permission: "referral.askMore" });
    await answerReferral(context, held, { kind: "more_asked", reason });
    return { reference: held.reference };
  },
});
