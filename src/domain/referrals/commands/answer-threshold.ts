import { command } from "../../command.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { AnswerThresholdInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { referralSubject, touchReferral } from "../lifecycle.ts";

/** What was tried, how often it happened, whom it takes and whom it harms. Below the threshold nothing is refused. */
export const answerThreshold = command({
  permission: "referral.write",
  input: AnswerThresholdInput,
  async run(context, { reference, version, ...said }) {
    const { tx, actor, record } = context;
    const held = await holdToWrite(context, { reference, version });
    const { partnershipId } = actor;
    const known = await tx.agency.count({ where: { partnershipId, id: { in: said.otherAgencyIds, not: held.agencyId } } });
    if (known !== said.otherAgencyIds.length) wrongField("otherAgencyIds", "Select the other agencies that it takes");
    // what belongs to the other answer is not kept
    const answers = { ...said, tried: said.triedLocally ? said.tried : null, vulnerability: said.vulnerable ? said.vulnerability : null };
    const changed = await tx.referralThreshold.updateMany({ where: { partnershipId, referralId: held.id }, data: answers });
    if (changed.count === 0) await tx.referralThreshold.createMany({ data: [{ ...answers, partnershipId, referralId: held.id }] });
    await touchReferral(tx, partnershipId, held);
    record({ event: "referral.written", subject: referralSubject(held), particulars: { part: "threshold" } });
    return { reference: held.reference };
  },
});
