import { confirmRecorded } from "../../action-plan/lifecycle.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { chairAbsent, chairRecused } from "../../meetings/queries/chair-absence.ts";
import { lockItem } from "../held-item.ts";
import { ConcludeItemInput } from "../inputs.ts";
import { inFacts, listItemsToClose } from "../queries/list-items-to-close.ts";
import { isComplete, missingIn } from "../rules.ts";

/**
 * The chair in force finishes an item that somebody else who may close the meeting is recused from (rule 8): the deputy for a recused chair, the
 * chair for a recused deputy. The actions recorded on it count from now on (rule 9); what was decided takes effect with the closing, as everything does.
 */
export const concludeItem = command({
  permission: "item.conclude",
  input: ConcludeItemInput,
  async run({ tx, actor, now, require, record }, { itemId, version }) {
    const { meeting, item } = await lockItem(tx, itemId);
    const { forumId, reference } = meeting;
    const subject = { type: "item", id: item.id, reference, forumId, caseId: item.caseId } as const;
    refuseIfStale(item, version);
    require("item.conclude", { forumId, chairAbsent: await chairAbsent(tx, meeting, dayOf(now)), chairRecused: await chairRecused(tx, { caseId: item.caseId, itemId }) }, subject);
    if (meeting.state !== "in_session") refuse("meeting.notInThisState", { state: meeting.state });
    const missing = missingIn((await listItemsToClose(tx, meeting.id)).filter(({ id }) => id === item.id));
    if (!isComplete(missing)) refuse("meeting.notFinished", inFacts(missing));

    const confirmed = await confirmRecorded(tx, actor, { meetingId: meeting.id, itemId: item.id }, now);
    // its version stays: who writes its words is not told that they changed
    await tx.agendaItem.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: item.id } }, data: { concludedAt: now, concludedById: actor.personId }, select: { id: true } });
    record({ event: "item.concluded", subject, particulars: { actions: confirmed.length } }, ...confirmed);
    return { reference };
  },
});
