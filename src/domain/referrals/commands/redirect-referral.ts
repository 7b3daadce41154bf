import { command } from "../../command.ts";
import { findParty } from "../../disclosures/queries/find-gateways.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { answerReferral } from "../answer.ts";
import { RedirectReferralInput } from "../inputs.ts";
import { holdToAnswer } from "../held.ts";

/** It is for a service instead. The service is told nothing of it here: its referrer takes it there, by a gateway of its own. */
export const redirectReferral = command({
  permission: "referral.decide",
  input: RedirectReferralInput,
  async run(context, { toAgencyId, reason, ...seen }) {
    const held = await holdToAnswer(context, seen, { to: "redirected" });
    if (!(await findParty(context.tx, toAgencyId))) wrongField("toAgencyId", "Select the service that it is for");
    await answerReferral(context, held, { kind: "redirected", reason, toAgencyId });
    return { reference: held.reference };
  },
});
