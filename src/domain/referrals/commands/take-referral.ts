import { openCase, subjectOf } from "../../cases/lifecycle.ts";
import { refuseUnknownChoices } from "../../cases/queries/find-choices.ts";
import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { keepAssessment } from "../../risk/lifecycle.ts";
import { answerReferral } from "../answer.ts";
import { carryInto } from "../carry.ts";
import { holdToAnswer } from "../held.ts";
import { TakeReferralInput } from "../inputs.ts";

/**
 * The forum takes it as a case: its people and places, its words and its risk go over into the case, and what its agency gave into the ledger, without
 * anybody being shown who it is. The nameless twin, as the chair leaves it, is held against all of them.
 */
export const takeReferral = command({
  permission: "referral.decide",
  input: TakeReferralInput,
  async run(context, { reference, version, reason, heard, namesNobody, ...twin }) {
    const { tx, actor, now, record } = context;
    const held = await holdToAnswer(context, { reference, version }, { to: "taken" });
    await refuseUnknownChoices(tx, twin);
    const where = { partnershipId: actor.partnershipId, referralId: held.id };
    const matter = orNotFound(await tx.referralMatter.findFirst({ where }));
    const threshold = orNotFound(await tx.referralThreshold.findFirst({ where }));
    const risk = orNotFound(await tx.referralRisk.findFirst({ where }));
    const background = [matter.happening, threshold.tried && `Tried before: ${threshold.tried}`, threshold.vulnerability && `Vulnerability: ${threshold.vulnerability}`].filter(Boolean).join("\n\n");
    const told = { ...twin, subjectType: matter.subjectType, background, wanted: matter.wanted ?? "", risk: risk.risk };
    const taken = await openCase(tx, actor.partnershipId, { id: held.forumId, code: held.forumCode }, told, now);
    record({ event: "case.taken", subject: subjectOf(taken), particulars: {} });
    const { frequency, escalation, targeting, vulnerability, impact, support, judgementReason } = risk;
    const scores = { frequency, escalation, targeting, vulnerability, impact, support } as Parameters<typeof keepAssessment>[3];
    record(await keepAssessment(tx, actor, taken, { ...scores, judgement: judgementReason === null ? null : risk.risk, judgementReason }, now));
    await carryInto(context, held, taken, { twin, confirmed: namesNobody, known: [] });
    await answerReferral(context, held, { kind: "taken", reason, caseId: taken.id });
    return { reference: held.reference, caseReference: taken.reference, extraordinary: heard === "extraordinary" };
  },
});
