import { subjectOf } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { lockPrepared } from "../held.ts";
import { AssessmentInput } from "../inputs.ts";
import { changeStepDown } from "../lifecycle.ts";

/** What changed and how that is known, with the voice of the victim or community or why it is missing (rule 23). */
export const keepAssessment = command({
  permission: "case.prepareStepDown",
  input: AssessmentInput,
  async run(context, { reference, version, ...said }) {
    const { held, running } = await lockPrepared(context, "case.prepareStepDown", { reference, version });
    const { tx, actor, record } = context;
    await tx.stepDownWords.updateMany({ where: { partnershipId: actor.partnershipId, stepDownId: running.id }, data: said });
    await changeStepDown(tx, actor, running, {});
    record({ event: "stepDown.prepared", subject: subjectOf(held), particulars: { stepDownId: running.id, part: "assessment" } });
    return { reference: held.reference };
  },
});
