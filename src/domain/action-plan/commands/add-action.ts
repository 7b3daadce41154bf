import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { lockCase, nextActionNumber } from "../../cases/lifecycle.ts";
import { findNamedWords, unconfirmed } from "../../cases/queries/find-named-words.ts";
import { command } from "../../command.ts";
import { nextNumber } from "../../forums/numbering.ts";
import type { Actor } from "../../kernel/actor.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { can } from "../../kernel/policy.ts";
import { lockMeeting } from "../../meetings/lifecycle.ts";
import { chairAbsent, chairRecused } from "../../meetings/queries/chair-absence.ts";
import { AddActionInput } from "../inputs.ts";
import { addStep, assigned, subjectOf } from "../lifecycle.ts";
import { agencyAtTheTable } from "../queries/at-the-table.ts";
import { allowSubjects } from "../task-particulars.ts";

/**
 * Tasks somebody on an item of a meeting in session. What the chair in force says counts at once; what the coordinator or the
 * deputy enters is recorded and waits for the chair, at the latest until closing (rule 9). Wording, owner, date and measure are all
 * needed (rule 13), the owner sits on the forum or serves it (rule 10), and the nameless wording names nobody of the case. Of who the case
 * is about the owner may be shown, while the action is open, only what is ticked here (rule 26).
 * A meeting below its quorum tasks for somebody's immediate safety alone (rule 4).
 */
export const addAction = command({
  permission: "action.record",
  input: AddActionInput,
  async run({ tx, actor, standing, now, require, record }, { itemId, ownerId, wording, namelessWording, due, measure, namesNobody, forSafety, subjectIds }) {
    const item = orNotFound(await findItem(tx, itemId));
    const { forumId } = item;
    // before the lock, which only the chair's office can take: a member is refused by name, on the trail
    require("action.record", { forumId }, { type: "item", id: itemId, reference: item.meeting, forumId, caseId: item.caseId });
    const meeting = await lockMeeting(tx, item.meeting);
    const today = dayOf(now);
    if (meeting.state !== "in_session") refuse("meeting.notInThisState", { state: meeting.state });
    if (meeting.discussionOnly && !forSafety) wrongField("forSafety", "This meeting is a discussion only. Tick this where somebody’s immediate safety needs it");
    if (due < today) wrongField("due", "Date the action is due must be today or in the future");
    const ownerAgencyId = await agencyAtTheTable(tx, forumId, ownerId, today);
    if (!ownerAgencyId) refuse("action.ownerHasNoSeat");

    const named = item.caseId && namelessWording ? await findNamedWords(tx, item.caseId, namelessWording) : [];
    if (unconfirmed(named, namesNobody).length > 0) refuse("action.wordingNamesSomeone", { words: named });

    const counts = can(standing, "action.assign", { forumId, chairAbsent: await chairAbsent(tx, meeting, today), chairRecused: await chairRecused(tx, item.caseId) });
    const reference = await nextReference(tx, actor, forumId, item);
    const action = { id: randomUUID(), partnershipId: actor.partnershipId, forumId, reference, caseId: item.caseId, meetingId: meeting.id, itemId, ownerId, ownerAgencyId };
    const state = counts ? "assigned" : "recorded";
    await tx.action.create({ data: { ...action, dueOn: asDate(due), state, namelessWording, forSafety, createdAt: now, assignedAt: counts ? now : null }, select: { id: true } });
    await tx.actionWording.create({ data: { actionId: action.id, partnershipId: actor.partnershipId, forumId, wording, measure }, select: { actionId: true } });
    await addStep(tx, actor, action, { kind: state, note: null, now });
    record(counts ? assigned(action) : { event: "action.recorded", subject: subjectOf(action), particulars: { ownerId, agencyId: ownerAgencyId } });
    record(...(await allowSubjects(tx, actor, action, subjectIds, now)));
    if (named.length > 0) record({ event: "action.wordingConfirmed", subject: subjectOf(action), particulars: { words: named.length } });
    return { reference, counts };
  },
});

type Item = { forumId: string; caseId: string | null; meeting: string; code: string };

async function findItem(tx: Tx, itemId: string): Promise<Item | undefined> {
  const rows = await tx.$queryRaw<Item[]>`
    select i.forum_id as "forumId", i.case_id as "caseId", m.reference as meeting, f.code from agenda_items i
      join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id join forums f on f.partnership_id = i.partnership_id and f.id = i.forum_id
    where i.id = ${itemId}::uuid`;
  return rows[0];
}

/** CEN-118-2 under a case, which is held while its number is given; CEN-A41 without one. */
async function nextReference(tx: Tx, actor: Actor, forumId: string, { caseId, code }: Item): Promise<string> {
  if (!caseId) return `${code}-A${await nextNumber(tx, { partnershipId: actor.partnershipId, forumId }, "action")}`;
  const held = await lockCase(tx, caseId);
  if (held.stage === "closed") refuse("case.notOpen");
  return `${held.reference}-${await nextActionNumber(tx, actor.partnershipId, held)}`;
}
