import { randomUUID } from "node:crypto";
import { lockCaseByReference, subjectOf } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { BeginInput } from "../inputs.ts";
import { findRunning } from "../lifecycle.ts";

/** The chair's office begins to prepare a step-down. What is prepared already goes on. */
export const beginStepDown = command({
  permission: "case.prepareStepDown",
  input: BeginInput,
  async run({ tx, actor, now, require, record }, { reference }) {
    const held = await lockCaseByReference(tx, reference);
    require("case.prepareStepDown", { forumId: held.forumId }, subjectOf(held));
    if (held.stage !== "open") refuse("case.notOpen");
    if (await findRunning(tx, held)) return { reference: held.reference };
    const of = { partnershipId: actor.partnershipId, forumId: held.forumId, caseId: held.id };
    const id = randomUUID();
    await tx.stepDown.create({ data: { ...of, id, begunById: actor.personId, begunAt: now }, select: { id: true } });
    await tx.stepDownWords.create({ data: { ...of, stepDownId: id }, select: { stepDownId: true } });
    record({ event: "stepDown.begun", subject: subjectOf(held), particulars: { stepDownId: id } });
    return { reference: held.reference };
  },
});
