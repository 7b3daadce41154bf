import { command } from "../../command.ts";
import { lockQuestion } from "../held-question.ts";
import { AnswerQuestionInput } from "../question-inputs.ts";

/** Writes down the answer that a meeting heard, at that meeting or at a later one. */
export const answerQuestion = command({
  permission: "minute.write",
  input: AnswerQuestionInput,
  async run({ tx, now, require, record }, { questionId, at, answer }) {
    const { sitting, subject, refuseIfSettled } = await lockQuestion(tx, questionId, at);
    require("minute.write", { forumId: sitting.forumId }, subject);
    refuseIfSettled();
    await tx.question.updateMany({ where: { id: questionId }, data: { answer, answeredInId: sitting.id, answeredAt: now } });
    record({ event: "item.questionSettled", subject, particulars: { questionId, actionId: null } });
    return { reference: sitting.reference };
  },
});
