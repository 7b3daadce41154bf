import type { Tx } from "@/platform/db/client.ts";
import { countOpenActions } from "../../action-plan/queries/count-open-actions.ts";
import { command } from "../../command.ts";
import type { CaseDecision, ItemOutcome, MeetingState } from "../../kernel/enums.ts";
import { refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { WriteMinuteInput } from "../inputs.ts";
import { type HeldItem, lockItem } from "../held-item.ts";
import { outcomeOf, reasonNeeded } from "../rules.ts";

/**
 * Writes down what was said on an item and what became of it, while the meeting sits; once it is closed, until the minutes
 * are circulated, only the words are corrected and what was decided stands. A decision on a case takes effect at the closing
 * of the meeting, not here, so that the room may change its mind. Of two who write on one item, the second is told (rule 6).
 */
export const writeMinute = command({
  permission: "minute.write",
  input: WriteMinuteInput,
  async run({ tx, actor, now, require, record }, input) {
    const { meeting, item } = await lockItem(tx, input.itemId);
    const { forumId } = meeting;
    const subject = { type: "item", id: item.id, reference: meeting.reference, forumId, caseId: item.caseId } as const;
    refuseIfStale(item, input.version);
    require("minute.write", { forumId }, subject);
    const { outcome, decision } = settledBy(meeting.state, item, input);
    const reasonMissing = decision && !input.decisionReason && reasonNeeded[decision];
    if (reasonMissing) wrongField("decisionReason", reasonMissing);
    if (meeting.state === "in_session" && decision === "close" && item.caseId) await refuseWhileActionsAreOpen(tx, item.caseId);

    const of = { partnershipId: actor.partnershipId };
    const written = { discussion: input.discussion, decisionReason: input.decisionReason, writtenById: actor.personId, writtenAt: now };
    // what was concluded for somebody who may not see it was concluded as it stood
    const again = outcome === item.outcome && decision === item.decision ? {} : { concludedAt: null, concludedById: null };
    await tx.agendaItem.update({ where: { partnershipId_id: { ...of, id: item.id } }, data: { outcome, decision, ...again, version: { increment: 1 } }, select: { id: true } });
    await tx.minute.upsert({
      where: { partnershipId_itemId: { ...of, itemId: item.id } },
      create: { ...of, forumId, meetingId: meeting.id, itemId: item.id, caseId: item.caseId, ...written },
      update: written,
      select: { itemId: true },
    });
    record({ event: "item.minuted", subject, particulars: { outcome, decision } });
    return { reference: meeting.reference, number: item.number, next: await nextAfter(tx, meeting.id, item.position) };
  },
});

type Settled = { outcome: ItemOutcome | null; decision: CaseDecision | null };

/** What became of the item: as typed while the meeting sits, as it was settled there afterwards. */
function settledBy(state: MeetingState, item: HeldItem, typed: Settled): Settled {
  if (item.kind === "case" && typed.outcome) wrongField("outcome", "Select a decision: what became of a case follows from it");
  if (item.kind !== "case" && typed.decision) wrongField("decision", "Select an outcome: only a case is decided on");
  if (state === "in_session") return { outcome: typed.decision ? outcomeOf[typed.decision] : typed.outcome, decision: typed.decision };
  if (state !== "closed") refuse("meeting.notInThisState", { state });
  const changed = (typed.decision && typed.decision !== item.decision) || (typed.outcome && typed.outcome !== item.outcome);
  if (changed) refuse("minute.decisionStands");
  return item;
}

async function refuseWhileActionsAreOpen(tx: Tx, caseId: string) {
  const open = await countOpenActions(tx, caseId);
  if (open > 0) refuse("case.actionsStillOpen", { open });
}

/** The number of the item that comes after, if one does. */
async function nextAfter(tx: Tx, meetingId: string, position: number): Promise<number | null> {
  const rows = await tx.$queryRaw<{ next: number | null }[]>`select min(app.number_of_item(meeting_id, position))::int as next from agenda_items where meeting_id = ${meetingId}::uuid and position > ${position}`;
  return rows[0]?.next ?? null;
}
