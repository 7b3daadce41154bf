import type { Tx } from "@/platform/db/client.ts";
import type { AuditSubject } from "../audit/subjects.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";
import { lockMeeting } from "../meetings/lifecycle.ts";

/** Takes a question with the meeting that sits and goes through it: the forum's own, and not one before it was asked. */
export async function lockQuestion(tx: Tx, questionId: string, at: string) {
  const sitting = await lockMeeting(tx, at);
  const [question] = await tx.$queryRaw<{ itemId: string; caseId: string | null; isOpen: boolean }[]>`
    select q.item_id as "itemId", q.case_id as "caseId", q.answered_at is null and q.action_id is null as "isOpen" from questions q join meetings m on m.partnership_id = q.partnership_id and m.id = q.meeting_id
    where q.id = ${questionId}::uuid and q.forum_id = ${sitting.forumId}::uuid and m.starts_at <= ${sitting.startsAt}::timestamptz for update of q`;
  const { itemId, caseId, isOpen } = orNotFound(question);
  const subject = { type: "item", id: itemId, reference: sitting.reference, forumId: sitting.forumId, caseId } as const satisfies AuditSubject;
  const refuseIfSettled = () => {
    if (sitting.state !== "in_session") refuse("meeting.notInThisState", { state: sitting.state });
    if (!isOpen) refuse("question.settled");
  };
  return { sitting, subject, refuseIfSettled };
}
