import { command } from "../../command.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { lockQuestion } from "../held-question.ts";
import { ConvertQuestionInput } from "../question-inputs.ts";

/** A question that somebody was tasked with instead of answering it: from now on the action carries it. */
export const convertQuestion = command({
  permission: "minute.write",
  input: ConvertQuestionInput,
  async run({ tx, require, record }, { questionId, at, action }) {
    const { sitting, subject, refuseIfSettled } = await lockQuestion(tx, questionId, at);
    require("minute.write", { forumId: sitting.forumId }, subject);
    refuseIfSettled();
    const found = await tx.action.findFirst({ where: { reference: action, forumId: sitting.forumId }, select: { id: true } });
    if (!found) wrongField("action", "Enter the reference of an action of this forum, such as CEN-118-2");
    else {
      await tx.question.updateMany({ where: { id: questionId }, data: { actionId: found.id } });
      record({ event: "item.questionSettled", subject, particulars: { questionId, actionId: found.id } });
    }
    return { reference: sitting.reference };
  },
});
