import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import { lockCase, nextActionNumber } from "../cases/lifecycle.ts";
import { findNamedWords, unconfirmed } from "../cases/queries/find-named-words.ts";
import type { CommandContext } from "../command.ts";
import { nextNumber } from "../forums/numbering.ts";
import type { Actor } from "../kernel/actor.ts";
import { asDate, type Day, dayOf } from "../kernel/dates.ts";
import { type ActionAsk, type ActionState, type ActionStepKind, enums, openActionStates } from "../kernel/enums.ts";
import { orNotFound, refuse, wrongField } from "../kernel/outcome.ts";
import { can } from "../kernel/policy.ts";
import { lockMeeting } from "../meetings/lifecycle.ts";
import { chairAbsent, chairRecused } from "../meetings/queries/chair-absence.ts";
import { subjectOf } from "./action-subject.ts";
import { AddActionInput } from "./inputs.ts";
import { agencyAtTheTable } from "./queries/at-the-table.ts";
import { allowSubjects } from "./task-particulars.ts";

const beingDone = ["assigned", "accepted", "in_progress"] as const;

/** Each step that can be taken with an action: from which states, and to which it leads (rules 9 to 12). Null: it stays as it is. */
export const actionSteps = {
  recorded: { from: [], to: "recorded" },
  assigned: { from: ["recorded"], to: "assigned" },
  accepted: { from: ["assigned"], to: "accepted" },
  progress: { from: beingDone, to: "in_progress" },
  reported_done: { from: beingDone, to: "reported_done" },
  reported_incomplete: { from: beingDone, to: "incomplete" },
  returned: { from: ["reported_done", "incomplete"], to: "in_progress" },
  verified: { from: ["reported_done"], to: "verified" },
  cancelled: { from: ["recorded", ...beingDone, "declined"], to: "cancelled" },
  reassigned: { from: ["recorded", ...beingDone, "declined"], to: "assigned" },
  // what the agency answers instead of accepting, and what it asks of the chair
  declined: { from: ["assigned"], to: "declined" },
  proposed_owner: { from: beingDone, to: null },
  kept: { from: [...beingDone, "declined"], to: null },
  asked_more_time: { from: beingDone, to: null },
  time_granted: { from: beingDone, to: null },
  time_refused: { from: beingDone, to: null },
  waiting: { from: beingDone, to: null },
  waiting_over: { from: beingDone, to: null },
  changed: { from: ["recorded", ...beingDone, "declined"], to: null },
} as const satisfies Record<ActionStepKind, { from: readonly ActionState[]; to: ActionState | null }>;

export const mayTake = (kind: ActionStepKind, from: ActionState): boolean => (actionSteps[kind].from as readonly ActionState[]).includes(from);
/** Kept with an owner who declined, an action is theirs to answer again. */
const leadsTo = (kind: ActionStepKind, from: ActionState): ActionState => (kind === "kept" && from === "declined" ? "assigned" : (actionSteps[kind].to ?? from));
/** Steps that move nothing aren't moves. */
const moves = (kind: ActionStepKind, from: ActionState): boolean => mayTake(kind, from) && (actionSteps[kind].to !== null || leadsTo(kind, from) !== from);

export { AddActionInput, subjectOf };

/** What may follow what, as the steps have it. Drawn in docs/generated/lifecycles.md. */
export const actionMoves = Object.fromEntries(
  enums.action_state.map((from) => [from, [...new Set(enums.action_step_kind.filter((kind) => moves(kind, from)).map((kind) => leadsTo(kind, from)))]]),
) as Record<ActionState, ActionState[]>;

/** Still the owner's to do or to answer for. */
export const isOpen = (state: ActionState): boolean => (openActionStates as readonly ActionState[]).includes(state);

export type HeldAction = {
  id: string;
  forumId: string;
  caseId: string | null;
  meetingId: string;
  reference: string;
  state: ActionState;
  version: number;
  ownerId: string;
  ownerAgencyId: string;
  due: Day;
  officerId: string | null;
  /** What its owner has asked and the chair has not answered. */
  asked: ActionAsk | null;
  askedDue: Day | null;
  askedOwnerId: string | null;
  waits: boolean;
};

const heldColumns = Prisma.sql`id, forum_id as "forumId", case_id as "caseId", meeting_id as "meetingId", reference, state, version, owner_id as "ownerId", owner_agency_id as "ownerAgencyId",
  due_on::text as due, officer_id as "officerId", asked, asked_due_on::text as "askedDue", asked_owner_id as "askedOwnerId", waiting_until is not null as waits`;

/**
 * Takes the action for this transaction. Out of sight reads as not found. Someone who sees it but is neither its owner nor
 * of the chair's office can't hold it; they get it unheld, and the policy table then refuses them by name on its trail.
 */
export async function lockAction(tx: Tx, reference: string): Promise<HeldAction> {
  const held = await tx.$queryRaw<HeldAction[]>`select ${heldColumns} from actions where reference = ${reference} for update`;
  if (held[0]) return held[0];
  const seen = await tx.$queryRaw<HeldAction[]>`select ${heldColumns} from actions where reference = ${reference}`;
  return orNotFound(seen[0]);
}

/** `ownerId`: whom the step gives the action to, proposes or names for it. `due`: the day that it asks for, sets or waits for, and `dueWas` the one before. `agencyId`: on whom it waits. */
type Step = { kind: ActionStepKind; note: string | null; now: Date; ownerId?: string | null; due?: Day; dueWas?: Day; agencyId?: string | null };

const nothingAsked = { asked: null, askedDueOn: null, askedOwnerId: null };
const nobodyAwaited = { waitingUntil: null, waitingAgencyId: null };
/** What a step leaves behind of what was asked, on whom it waited, and who was named to do it: whoever takes it on no longer proposes somebody else, and what was answered is no longer asked. */
function settles({ asked }: HeldAction, kind: ActionStepKind): Prisma.ActionUncheckedUpdateManyInput {
  if (kind === "waiting" || kind === "waiting_over" || kind === "changed") return {};
  if (kind === "accepted" || kind === "progress") return asked === "another_owner" ? nothingAsked : {};
  if (actionSteps[kind].to === null) return nothingAsked;
  return { ...nothingAsked, ...nobodyAwaited, ...(kind === "reassigned" || kind === "declined" ? { officerId: null } : {}) };
}

/** Only for an action this transaction holds: writes the step, then moves the index to where it leads, and answers the event to record. The step comes first, because who may write one depends on the state before. */
export async function takeStep(tx: Tx, actor: Actor, held: HeldAction, step: Step, data: Prisma.ActionUncheckedUpdateManyInput = {}): Promise<Recorded> {
  const to = leadsTo(step.kind, held.state);
  if (!mayTake(step.kind, held.state)) refuse("action.illegalMove", { from: held.state, to });
  const stepId = await addStep(tx, actor, held, step);
  // not `update`: it would read the row back, and an owner who has just ended an action may see less of it
  const { count } = await tx.action.updateMany({ where: { partnershipId: actor.partnershipId, id: held.id }, data: { ...settles(held, step.kind), ...data, state: to, version: { increment: 1 } } });
  if (count !== 1) throw new Error("a step was taken with an action that this transaction does not hold");
  if (!moves(step.kind, held.state)) return { event: "action.stepTaken", subject: subjectOf(held), particulars: { kind: step.kind, stepId } };
  return { event: "action.moved", subject: subjectOf(held), particulars: { from: held.state, to, stepId } };
}

/** With its owner goes who helped them, and what they could be shown. */
export async function endWhatWasTheOwners(tx: Tx, { partnershipId, personId }: Actor, { id: actionId }: HeldAction, now: Date): Promise<void> {
  await tx.actionColleague.updateMany({ where: { partnershipId, actionId, endedAt: null }, data: { endedAt: now } });
  await tx.taskParticular.updateMany({ where: { partnershipId, actionId, endedAt: null }, data: { endedAt: now, endedById: personId } });
}

/** A step is insert-only; createMany, since reading it back is not always allowed to whoever wrote it. */
export async function addStep(tx: Tx, actor: Actor, held: Pick<HeldAction, "id" | "forumId">, { kind, note, now, ownerId, due, dueWas, agencyId }: Step): Promise<string> {
  const id = randomUUID();
  await tx.actionStep.createMany({ data: [{ id, partnershipId: actor.partnershipId, forumId: held.forumId, actionId: held.id, kind, personId: actor.personId, takenAt: now, note, ownerId, dueOn: due && asDate(due), dueWas: dueWas && asDate(dueWas), agencyId }] });
  return id;
}

/**
 * At closing, what the coordinator recorded counts: the chair in force closes the meeting and by that confirms it (rule 9); so does
 * whoever concludes one item of it for a recused chair. The caller holds the meeting and has asked the policy table.
 */
export async function confirmRecorded(tx: Tx, actor: Actor, at: { meetingId: string; itemId?: string }, now: Date): Promise<Recorded[]> {
  const waiting = await tx.$queryRaw<Pick<HeldAction, "id" | "forumId" | "caseId" | "reference" | "ownerId" | "ownerAgencyId">[]>`
    select id, forum_id as "forumId", case_id as "caseId", reference, owner_id as "ownerId", owner_agency_id as "ownerAgencyId"
    from actions where meeting_id = ${at.meetingId}::uuid and (${at.itemId ?? null}::uuid is null or item_id = ${at.itemId ?? null}::uuid) and state = 'recorded' order by created_at, reference for update`;
  if (waiting.length === 0) return [];
  const { partnershipId, personId } = actor;
  await tx.actionStep.createMany({
    data: waiting.map(({ id, forumId }) => ({ id: randomUUID(), partnershipId, forumId, actionId: id, kind: "assigned" as const, personId, takenAt: now, note: null })),
  });
  await tx.action.updateMany({ where: { partnershipId, id: { in: waiting.map(({ id }) => id) } }, data: { state: "assigned", assignedAt: now, version: { increment: 1 } } });
  return waiting.map(assigned);
}

/** At closing, for the command that closes this meeting: the plan of its forum as it stands now becomes a version that can be shown and compared later. By the database, because whoever closes may be kept from some of it. */
export async function publishPlan(tx: Tx, meeting: { id: string; forumId: string }): Promise<Recorded> {
  const versionId = randomUUID();
  const rows = await tx.$queryRaw<{ actions: number }[]>`select app.publish_plan(${meeting.id}::uuid, ${versionId}::uuid) as actions`;
  const [version] = await tx.$queryRaw<{ number: number; code: string }[]>`
    select v.number, f.code from plan_versions v join forums f on f.partnership_id = v.partnership_id and f.id = v.forum_id where v.id = ${versionId}::uuid`;
  if (!version) throw new Error("a plan was published and can't be read");
  return { event: "action.planPublished", subject: { type: "forum", id: meeting.forumId, reference: version.code, forumId: meeting.forumId }, particulars: { version: version.number, actions: rows[0]?.actions ?? 0 } };
}

/** That somebody is tasked from now on. */
export const assigned = (action: Pick<HeldAction, "id" | "forumId" | "caseId" | "reference" | "ownerId" | "ownerAgencyId">): Recorded => ({
  event: "action.assigned",
  subject: subjectOf(action),
  particulars: { ownerId: action.ownerId, agencyId: action.ownerAgencyId },
});

/** Writes an action down as addAction says: for the commands that task somebody. */
export async function giveAction({ tx, actor, standing, now, require, record }: CommandContext, { itemId, ownerId, wording, namelessWording, due, measure, namesNobody, forSafety, subjectIds }: z.infer<typeof AddActionInput>) {
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

  const counts = can(standing, "action.assign", { forumId, chairAbsent: await chairAbsent(tx, meeting, today), chairRecused: await chairRecused(tx, { caseId: item.caseId, itemId }) });
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
}

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
  if (held.stage !== "open") refuse("case.notOpen");
  return `${held.reference}-${await nextActionNumber(tx, actor.partnershipId, held)}`;
}
