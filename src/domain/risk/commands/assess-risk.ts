import { lockCaseByReference, subjectOf } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { AssessRiskInput } from "../inputs.ts";
import { keepAssessment } from "../lifecycle.ts";

/** The chair's office scores the risk of a case by the matrix; the case's risk follows. Judgement may raise the band with a reason, never lower it alone (rule 22). */
export const assessRisk = command({
  permission: "case.assessRisk",
  input: AssessRiskInput,
  async run({ tx, actor, now, require, record }, { reference, version, ...scored }) {
    const held = await lockCaseByReference(tx, reference);
    refuseIfStale(held, version);
    require("case.assessRisk", { forumId: held.forumId }, subjectOf(held));
    if (held.stage === "closed") refuse("case.notOpen");
    record(await keepAssessment(tx, actor, held, scored, now));
    await tx.case.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: held.id } }, data: { version: { increment: 1 } }, select: { id: true } });
    return { reference: held.reference };
  },
});
