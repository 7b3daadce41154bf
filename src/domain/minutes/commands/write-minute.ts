import type { Tx } from "@/platform/db/client.ts";
import { countOpenActions } from "../../action-plan/queries/count-open-actions.ts";
import { didSince } from "../../audit/queries/did-since.ts";
import { restsOn } from "../../step-downs/queries/find-decision.ts";
import { readGoingRound } from "../../cases/queries/going-round.ts";
import { command } from "../../command.ts";
import { isUnworded } from "../../escalations/queries/is-unworded.ts";
import type { CaseDecision, ItemOutcome } from "../../kernel/enums.ts";
import { Refusal, refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import type { HeldMeeting } from "../../meetings/lifecycle.ts";
import { WriteMinuteInput } from "../inputs.ts";
import { type HeldItem, lockItem } from "../held-item.ts";
import { decides, outcomeOf, reasonNeeded } from "../rules.ts";

/** Who writes on an item without a pause is on the trail once in so long, and each time that what became of it changes. */
const oneWriting = 5 * 60_000;

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
    const { outcome, decision, asTyped } = await settledBy(tx, meeting, item, input);
    const isSettledAnew = outcome !== item.outcome || decision !== item.decision;

    const of = { partnershipId: actor.partnershipId };
    // a decision that stays as it was keeps its reason too
    const decisionReason = asTyped || input.decisionReason ? { decisionReason: input.decisionReason } : {};
    const written = { discussion: input.discussion, ...decisionReason, writtenById: actor.personId, writtenAt: now };
    // what was concluded for somebody who may not see it was concluded as it stood
    const again = isSettledAnew ? { concludedAt: null, concludedById: null } : {};
    await tx.agendaItem.update({ where: { partnershipId_id: { ...of, id: item.id } }, data: { outcome, decision, ...again, version: { increment: 1 } }, select: { id: true } });
    await tx.minute.upsert({
      where: { partnershipId_itemId: { ...of, itemId: item.id } },
      create: { ...of, forumId, meetingId: meeting.id, itemId: item.id, caseId: item.caseId, ...written },
      update: written,
      select: { itemId: true },
    });
    // whoever saves by the button has both texts before them: theirs is no longer apart
    if (!input.typing) await tx.minuteDraft.updateMany({ where: { ...of, itemId: item.id, personId: actor.personId, settledAt: null }, data: { settledAt: now } });
    if (isSettledAnew || !(await didSince(tx, "item.minuted", item.id, new Date(now.getTime() - oneWriting)))) record({ event: "item.minuted", subject, particulars: { outcome, decision } });
    return { reference: meeting.reference, number: item.number, next: await nextAfter(tx, meeting.id, item.position), version: item.version + 1, decided: asTyped, escalates: await toPutIntoWords(tx, item, decision) };
  },
});

type Sitting = Pick<HeldMeeting, "state" | "discussionOnly">;
type Settled = { outcome: ItemOutcome | null; decision: CaseDecision | null };

/** What became of the item: as typed while the meeting sits, as it was settled there afterwards. */
async function settledBy(tx: Tx, meeting: Sitting, item: HeldItem, typed: Settled & { decisionReason: string | null; typing: boolean }): Promise<Settled & { asTyped: boolean }> {
  const { state } = meeting;
  if (state !== "in_session" && state !== "closed") refuse("meeting.notInThisState", { state });
  try {
    return { ...(await settledAsTyped(tx, meeting, item, typed)), asTyped: true };
  } catch (error) {
    if (typed.typing && error instanceof Refusal) return { outcome: item.outcome, decision: item.decision, asTyped: false };
    throw error;
  }
}

async function settledAsTyped(tx: Tx, { state, discussionOnly }: Sitting, item: HeldItem, typed: Settled & { decisionReason: string | null }): Promise<Settled> {
  if (item.kind === "case" && typed.outcome) wrongField("outcome", "Select a decision: what became of a case follows from it");
  if (item.kind !== "case" && typed.decision) wrongField("decision", "Select an outcome: only a case is decided on");
  if (state === "closed") {
    const changed = (typed.decision && typed.decision !== item.decision) || (typed.outcome && typed.outcome !== item.outcome);
    if (changed) refuse("minute.decisionStands");
  }
  const { outcome, decision }: Settled = state === "closed" ? item : { outcome: typed.decision ? outcomeOf[typed.decision] : typed.outcome, decision: typed.decision };
  if (item.decision === "step_down" && decision !== "step_down" && (await restsOn(tx, item.id))) refuse("case.steppedDownHere");
  if (state === "in_session" && discussionOnly && decides({ outcome, decision })) refuse("meeting.onlyDiscusses");
  const reasonMissing = decision && !typed.decisionReason && reasonNeeded[decision];
  if (reasonMissing) wrongField("decisionReason", reasonMissing);
  if (state === "in_session" && decision === "continue" && item.caseId && !typed.decisionReason) await refuseToGoRound(tx, item.caseId);
  if (state === "in_session" && decision === "close" && item.caseId) await refuseWhileActionsAreOpen(tx, item.caseId);
  return { outcome, decision };
}

/** Rule 21: a case that keeps coming back is kept for a reason that is said. */
async function refuseToGoRound(tx: Tx, caseId: string) {
  if ((await readGoingRound(tx, [caseId])).get(caseId)?.isGoing) wrongField("decisionReason", "Enter why the case is kept");
}

async function refuseWhileActionsAreOpen(tx: Tx, caseId: string) {
  const open = await countOpenActions(tx, caseId);
  if (open > 0) refuse("case.actionsStillOpen", { open });
}

/** The case that the meeting escalates and that nobody has put into words for a board yet: that is the next thing to do. */
async function toPutIntoWords(tx: Tx, { id, caseId }: HeldItem, decision: CaseDecision | null): Promise<{ case: string; item: string } | null> {
  if (decision !== "escalate" || caseId === null || !(await isUnworded(tx, id))) return null;
  const rows = await tx.$queryRaw<{ reference: string }[]>`select reference from cases where id = ${caseId}::uuid`;
  return rows[0] ? { case: rows[0].reference, item: id } : null;
}

/** The number of the item that comes after, if one does. */
async function nextAfter(tx: Tx, meetingId: string, position: number): Promise<number | null> {
  const rows = await tx.$queryRaw<{ next: number | null }[]>`select min(app.number_of_item(meeting_id, position))::int as next from agenda_items where meeting_id = ${meetingId}::uuid and position > ${position}`;
  return rows[0]?.next ?? null;
}
