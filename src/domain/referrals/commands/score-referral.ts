import { command } from "../../command.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { judged, scoresOf } from "../../kernel/risk-matrix.ts";
import { ScoreReferralInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { referralSubject, touchReferral } from "../lifecycle.ts";

/** How great the risk is by the matrix. Professional judgement may raise it with a reason, and never lower it (rule 22). */
export const scoreReferral = command({
  permission: "referral.write",
  input: ScoreReferralInput,
  async run(context, { reference, version, ...said }) {
    const { tx, actor, record } = context;
    const held = await holdToWrite(context, { reference, version });
    const { partnershipId } = actor;
    const found = judged(said, said);
    if ("field" in found) return wrongField(found.field, found.message);
    const scored = { ...scoresOf(said), ...found, judgementReason: found.risk === found.band ? null : said.judgementReason };
    const changed = await tx.referralRisk.updateMany({ where: { partnershipId, referralId: held.id }, data: scored });
    if (changed.count === 0) await tx.referralRisk.createMany({ data: [{ ...scored, partnershipId, referralId: held.id }] });
    await touchReferral(tx, partnershipId, held);
    record({ event: "referral.written", subject: referralSubject(held), particulars: { part: "risk" } });
    return { reference: held.reference };
  },
});
