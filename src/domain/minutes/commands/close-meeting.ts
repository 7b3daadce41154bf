import type { Tx } from "@/platform/db/client.ts";
import { countOpenActions } from "../../action-plan/queries/count-open-actions.ts";
import { confirmRecorded } from "../../action-plan/lifecycle.ts";
import type { Recorded } from "../../audit/record.ts";
import { lockCase, moveCase } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { nextNumber, numberingYear } from "../../forums/numbering.ts";
import type { Actor } from "../../kernel/actor.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { type HeldMeeting, lockMeeting, moveMeeting } from "../../meetings/lifecycle.ts";
import { chairAbsent, recusedAt } from "../../meetings/queries/chair-absence.ts";
import { CloseMeetingInput } from "../inputs.ts";
import { listItemsToClose } from "../queries/list-items-to-close.ts";
import { isComplete, type ItemToClose, missingIn } from "../rules.ts";

/**
 * Closes the meeting once every item has its outcome and every case its decision (rule 6). With it, wholly or not at all:
 * the actions that the coordinator recorded become the chair's, what was decided on the cases takes effect, and the minutes
 * get their running numbers in the forum's year.
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
    // an item that is kept from whoever closes can't take effect by them: a recused chair hands it to the deputy (rule 8)
    if (recused.actor) refuse("meeting.recusedFromItem");
    const items = await listItemsToClose(tx, held.id);
    const missing = missingIn(items);
    if (!isComplete(missing)) refuse("meeting.notFinished", inFacts(missing));

    const moved = await closeCases(tx, actor, items, now);
    const assigned = await confirmRecorded(tx, actor, held.id, now);
    await numberMinutes(tx, actor, held, items.length);
    await moveMeeting(tx, actor.partnershipId, held, "closed", { closedAt: now });
    record({ event: "meeting.closed", subject, particulars: { items: items.length, actions: assigned.length } }, ...moved, ...assigned);
    return { reference };
  },
});

const inFacts = (missing: ReturnType<typeof missingIn>) => Object.fromEntries(Object.entries(missing).map(([what, numbers]) => [what, numbers.map(String)]));

/** In the order of their ids, so that two meetings which close at once take the same case one after the other. A case that another meeting closed before is left as it is; one on which another meeting tasked somebody just now is not closed. */
async function closeCases(tx: Tx, actor: Actor, items: readonly ItemToClose[], now: Date): Promise<Recorded[]> {
  const events: Recorded[] = [];
  const closing = items.filter((item) => item.decision === "close" && item.caseId !== null).toSorted((a, b) => (String(a.caseId) < String(b.caseId) ? -1 : 1));
  for (const { id: itemId, caseId } of closing) {
    const held = await lockCase(tx, orNotFound(caseId));
    if (held.stage === "closed") continue;
    const open = await countOpenActions(tx, held.id);
    if (open > 0) refuse("case.actionsStillOpen", { open });
    await moveCase(tx, actor.partnershipId, held, "closed", asDate(dayOf(now)));
    events.push({ event: "case.moved", subject: { type: "case", id: held.id, reference: held.reference, forumId: held.forumId, caseId: held.id }, particulars: { from: held.stage, to: "closed", itemId } });
  }
  return events;
}

/** "CEN 12/26": on from the last number of the forum, from 1 again in the month in which its year starts, counted by the day of the meeting. */
async function numberMinutes(tx: Tx, actor: Actor, { id, forumId, startsAt }: HeldMeeting, many: number) {
  if (many === 0) return;
  const of = { partnershipId: actor.partnershipId, forumId };
  const forum = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId: of.partnershipId, id: forumId } }, select: { yearStartsMonth: true } }));
  const year = numberingYear(dayOf(startsAt), forum.yearStartsMonth);
  const first = await nextNumber(tx, of, "minute", year, many);
  await tx.$executeRaw`
    update agenda_items i set minute_year = ${year}, minute_number = ${first} - 1 + n.number
    from (select id, row_number() over (order by position) as number from agenda_items where meeting_id = ${id}::uuid) n where i.id = n.id and i.meeting_id = ${id}::uuid`;
}
