import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { saysDanger } from "../../kernel/danger.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { KeepAnswerInput, questions } from "../inputs.ts";
import { lockDraft } from "../lifecycle.ts";
import { forumOf, wardsOf } from "../queries/find-people.ts";

/**
 * Keeps one answer of the five, or all of them, in a draft that nobody else sees. The first answer makes the draft. Words that speak of
 * immediate danger are kept as any others: the answer says so, and the page then interrupts (rule 16).
 */
export const keepAnswer = command({
  permission: "concern.raise",
  input: KeepAnswerInput,
  async run({ tx, actor, now, require }, said) {
    const { partnershipId, personId } = actor;
    require("concern.raise", {}, { type: "concern" });
    const { question, draftId, ...given } = said;
    const { afterId, surgeryOn, ...answers } = { afterId: null as string | null, surgeryOn: undefined as string | null | undefined, ...given };
    if ("wardId" in answers && !(await forumOf(tx, answers.wardId))) wrongField("wardId", "Select the ward");
    const day = surgeryOn === undefined ? {} : { surgeryOn: surgeryOn && asDate(surgeryOn) };
    if (surgeryOn && surgeryOn > dayOf(now)) wrongField("surgeryOn", "Date you were told must be today or in the past");
    const answeredTo = question === "all" ? questions.length : questions.indexOf(question) + 1;
    const danger = "what" in answers && saysDanger(answers.what);
    if (draftId) {
      const draft = await lockDraft(tx, draftId);
      await tx.concernDraft.updateMany({ where: { partnershipId, id: draftId }, data: { ...answers, ...day, answeredTo: Math.max(draft.answeredTo, answeredTo), changedAt: now, version: { increment: 1 } } });
      return { draftId, danger, next: nextOf(Math.max(draft.answeredTo, answeredTo), question) };
    }
    const id = randomUUID();
    const [ward] = await wardsOf(tx, personId, dayOf(now));
    const before = afterId ? await tx.concern.findFirst({ where: { id: afterId, raisedById: personId }, select: { wardId: true, surgeryOn: true } }) : null;
    const begun = { wardId: before?.wardId ?? ward?.id ?? null, surgeryOn: before?.surgeryOn ?? asDate(dayOf(now)) };
    await tx.concernDraft.create({ data: { id, partnershipId, personId, ...begun, ...answers, ...day, answeredTo, startedAt: now, changedAt: now }, select: { id: true } });
    return { draftId: id, danger, next: nextOf(answeredTo, question) };
  },
});

/** The question after this one; the check page where all are answered, so that a change leads straight back to it. */
function nextOf(answeredTo: number, question: string): string {
  if (answeredTo >= questions.length) return "check";
  return questions[questions.indexOf(question as (typeof questions)[number]) + 1] ?? "check";
}
