import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { lockItem } from "../held-item.ts";
import { AskQuestionInput } from "../question-inputs.ts";
import { takesWords } from "../rules.ts";

/** Writes down what somebody round the table asked: it comes back at each meeting, with its age, until it is answered or becomes an action. */
export const askQuestion = command({
  permission: "minute.write",
  input: AskQuestionInput,
  async run({ tx, actor, now, require, record }, { itemId, askedById, ofAgencyId, wording }) {
    const { meeting, item } = await lockItem(tx, itemId);
    const { id: meetingId, forumId, reference, state, startsAt } = meeting;
    const subject = { type: "item", id: item.id, reference, forumId, caseId: item.caseId } as const;
    require("minute.write", { forumId }, subject);
    if (!takesWords(meeting)) refuse("meeting.notInThisState", { state });
    const seats = await listSeats(tx, forumId, dayOf(startsAt));
    if (!seats.some(({ personId }) => personId === askedById)) wrongField("askedById", "Select somebody who sits on the forum");
    if (ofAgencyId && !seats.some(({ agencyId }) => agencyId === ofAgencyId)) wrongField("ofAgencyId", "Select an agency that sits on the forum");
    const id = randomUUID();
    await tx.question.create({ data: { id, partnershipId: actor.partnershipId, forumId, meetingId, itemId, caseId: item.caseId, askedById, ofAgencyId, wording, askedAt: now }, select: { id: true } });
    record({ event: "item.questionAsked", subject, particulars: { questionId: id, askedById } });
    return { reference, number: item.number };
  },
});
