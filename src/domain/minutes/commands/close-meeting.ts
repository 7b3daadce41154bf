import type { Tx } from "@/platform/db/client.ts";
import { countOpenActions } from "../../action-plan/queries/count-open-actions.ts";
import { confirmRecorded, publishPlan } from "../../action-plan/lifecycle.ts";
import type { Recorded } from "../../audit/record.ts";
import { lockCase, moveCase } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { settleHeard } from "../../escalations/lifecycle.ts";
import { receivePlanned } from "../../forward-plan/lifecycle.ts";
import { nextNumber, numberingYear } from "../../forums/numbering.ts";
import type { Actor } from "../../kernel/actor.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import type { CaseStage } from "../../kernel/enums.ts";
import { orNotFound, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { type HeldMeeting, keepParked, lockMeeting, moveMeeting } from "../../meetings/lifecycle.ts";
import { endWithCase } from "../../step-downs/lifecycle.ts";
import { chairAbsent, recusedAt } from "../../meetings/queries/chair-absence.ts";
import { CloseMeetingInput } from "../inputs.ts";
import { listShutItems } from "../queries/list-handed-over.ts";
import { inFacts, listItemsToClose } from "../queries/list-items-to-close.ts";
import { isComplete, type ItemToClose, missingIn } from "../rules.ts";

/**
 * Closes the meeting once every item has its outcome and every case its decision (rule 6). With it, wholly or not at all:
 * the actions that the coordinator recorded become the chair's, what was decided on the cases takes effect, and the minutes
 * get their running numbers in the forum's year, and the action plan as it stands then is published as a version of its own. Items from which whoever closes is recused were concluded by somebody else
 * (rule 8): the database says that they are, lets their decisions take effect and numbers them, and shows nothing of them.
 */
export const closeMeeting = command({
  permission: "meeting.close",
  input: CloseMeetingInput,
  async run({ tx, actor, now, require, record }, input) {
    const held = await lockMeeting(tx, input.reference);
    const { forumId, reference } = held;
    const subject = { type: "meeting", id: held.id, reference, forumId } as const;
    refuseIfStale(held, input.version);
    const recused = await recusedAt(tx, held.id);
    require("meeting.close", { forumId, chairAbsent: await chairAbsent(tx, held, dayOf(now)), chairRecused: recused.chair }, subject);
    if (held.state !== "in_session") refuse("meeting.notInThisState", { state: held.state });
    const shut = await listShutItems(tx, held.id);
    // whoever is silently kept from an item closes nothing: what they would have to be told of it would tell them of the case
    if (recused.silently || shut.some(({ concluded }) => !concluded)) refuse("meeting.recusedFromItem");
    const items = await listItemsToClose(tx, held.id);
    const missing = missingIn(items);
    if (!isComplete(missing)) refuse("meeting.notFinished", inFacts(missing));

    await keepParked(tx, actor, held, now);
    const moved = await closeCases(tx, actor, items, now);
    if (shut.length > 0) moved.push(...(await closeShutCases(tx, held)));
    const assigned = await confirmRecorded(tx, actor, { meetingId: held.id }, now);
    await numberMinutes(tx, actor, held, items.length + shut.length);
    const settled = [...(await settleHeard(tx, actor, held, now)), ...(await receivePlanned(tx, held))];
    await moveMeeting(tx, actor.partnershipId, held, "closed", { closedAt: now });
    const published = await publishPlan(tx, held);
    record({ event: "meeting.closed", subject, particulars: { items: items.length + shut.length, actions: assigned.length } }, ...moved, ...assigned, ...settled, published);
    return { reference };
  },
});

/** In the order of their ids, so that two meetings which close at once take the same case one after the other. A case that another meeting closed before is left as it is; one on which another meeting tasked somebody just now is not closed. */
async function closeCases(tx: Tx, actor: Actor, items: readonly ItemToClose[], now: Date): Promise<Recorded[]> {
  const events: Recorded[] = [];
  const closing = items.filter((item) => item.decision === "close" && item.caseId !== null).toSorted((a, b) => (String(a.caseId) < String(b.caseId) ? -1 : 1));
  for (const { id: itemId, caseId } of closing) {
    const held = await lockCase(tx, orNotFound(caseId));
    if (held.stage === "closed") continue;
    const open = await countOpenActions(tx, held.id);
    if (open > 0) refuse("case.actionsStillOpen", { open });
    await endWithCase(tx, actor, held, now);
    await moveCase(tx, actor.partnershipId, held, "closed", asDate(dayOf(now)));
    events.push({ event: "case.moved", subject: { type: "case", id: held.id, reference: held.reference, forumId: held.forumId, caseId: held.id }, particulars: { from: held.stage, to: "closed", itemId } });
  }
  return events;
}

/** The cases that somebody else decided to close, from which whoever closes the meeting is recused: they know the stage of each, and nothing of why. */
async function closeShutCases(tx: Tx, { id, forumId }: HeldMeeting): Promise<Recorded[]> {
  const rows = await tx.$queryRaw<{ moved: { id: string; reference: string; from: CaseStage; itemId: string }[] | null }[]>`with ended as materialized (select app.close_watches_of(${id}::uuid)::text) select app.close_recused_cases(${id}::uuid) as moved from ended`;
  const moved = rows[0]?.moved ?? refuse("meeting.recusedFromItem");
  return moved.map(({ id: caseId, reference, from, itemId }) => ({ event: "case.moved", subject: { type: "case", id: caseId, reference, forumId, caseId }, particulars: { from, to: "closed", itemId } }));
}

/** "CEN 12/26": on from the last number of the forum, from 1 again in the month in which its year starts, counted by the day of the meeting. */
async function numberMinutes(tx: Tx, actor: Actor, { id, forumId, startsAt }: HeldMeeting, many: number) {
  if (many === 0) return;
  const of = { partnershipId: actor.partnershipId, forumId };
  const forum = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId: of.partnershipId, id: forumId } }, select: { yearStartsMonth: true } }));
  const year = numberingYear(dayOf(startsAt), forum.yearStartsMonth);
  const first = await nextNumber(tx, of, "minute", year, many);
  // by the database, which numbers the items that are shut to whoever closes as well
  await tx.$queryRaw`select app.number_minutes(${id}::uuid, ${year}::integer, ${first}::integer)::text`;
}
