import { randomUUID } from "node:crypto";
import type { Prisma, Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import type { Actor, Standing } from "../kernel/actor.ts";
import { workingDaysFrom } from "../kernel/bank-holidays.ts";
import { asDate, type Day, dayOf, fromDate } from "../kernel/dates.ts";
import { type EscalationState, type EscalationStepKind, enums } from "../kernel/enums.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";
import { answerWithin } from "../kernel/working-days.ts";
import { mail } from "../mail/send.ts";

/** Each step that can be taken with an escalation: from which states, and to which it leads (rule 24). */
export const escalationSteps = {
  sent: { from: [], to: "sent" },
  received: { from: ["sent"], to: "received" },
  listed: { from: ["received"], to: "listed" },
  unlisted: { from: ["listed"], to: "received" },
  heard: { from: ["listed"], to: "heard" },
  answered: { from: ["heard"], to: "answered" },
  closed: { from: ["answered"], to: "closed" },
  returned: { from: ["sent", "received", "listed", "heard"], to: "returned" },
  withdrawn: { from: ["sent", "received", "listed", "heard"], to: "withdrawn" },
} as const satisfies Record<EscalationStepKind, { from: readonly EscalationState[]; to: EscalationState }>;

export const mayTake = (kind: EscalationStepKind, from: EscalationState): boolean => (escalationSteps[kind].from as readonly EscalationState[]).includes(from);

/** What may follow what, as the steps have it. Drawn in docs/generated/lifecycles.md. */
export const escalationMoves = Object.fromEntries(
  enums.escalation_state.map((from) => [from, [...new Set(enums.escalation_step_kind.filter((kind) => mayTake(kind, from)).map((kind) => escalationSteps[kind].to))]]),
) as Record<EscalationState, EscalationState[]>;

export type HeldEscalation = {
  id: string;
  forumId: string;
  reference: string;
  title: string;
  state: EscalationState;
  version: number;
  boardId: string | null;
  externalBoardId: string | null;
  holderId: string | null;
  meetingId: string | null;
  itemId: string | null;
};

const columns = `id, forum_id as "forumId", reference, title, state, version, board_id as "boardId", external_board_id as "externalBoardId", holder_id as "holderId", meeting_id as "meetingId", item_id as "itemId"`;

/**
 * Takes the escalation for this transaction. Out of sight reads as not found. Someone who follows it and is of neither office can't hold
 * it; they get it unheld, and the policy table then refuses them by name on its trail.
 */
export async function lockEscalation(tx: Tx, reference: string): Promise<HeldEscalation> {
  const held = await tx.$queryRawUnsafe<HeldEscalation[]>(`select ${columns} from escalations where reference = $1 for update`, reference);
  if (held[0]) return held[0];
  const seen = await tx.$queryRawUnsafe<HeldEscalation[]>(`select ${columns} from escalations where reference = $1`, reference);
  return orNotFound(seen[0]);
}
/** Those that stand on the agenda of a meeting, in the order of their ids. Only the board's office holds them. */
export const lockListedAt = (tx: Tx, meetingId: string): Promise<HeldEscalation[]> =>
  tx.$queryRawUnsafe<HeldEscalation[]>(`select ${columns} from escalations where meeting_id = $1::uuid and state = 'listed' order by id for update`, meetingId);
export const lockEscalationById = async (tx: Tx, id: string): Promise<HeldEscalation | null> =>
  (await tx.$queryRawUnsafe<HeldEscalation[]>(`select ${columns} from escalations where id = $1::uuid for update`, id))[0] ?? null;

/** Which case is behind it, for the forum's side; null for anybody who sees only the escalation. */
export async function caseBehind(tx: Tx, id: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ caseId: string | null }[]>`
    select coalesce(o.case_id, a.case_id) as "caseId" from escalation_origins o left join actions a on a.partnership_id = o.partnership_id and a.id = o.action_id where o.escalation_id = ${id}::uuid`;
  return rows[0]?.caseId ?? null;
}

/** Which concern is behind it, for the office of its forum; null for anybody else. */
export const concernBehind = async (tx: Tx, id: string): Promise<string | null> =>
  (await tx.escalationOrigin.findFirst({ where: { escalationId: id }, select: { concernId: true } }))?.concernId ?? null;

/** Whether the forum's chair of today is recused from the case behind it: what is done with it is then the deputy's (rule 8). */
export async function chairShutOut(tx: Tx, caseId: string | null): Promise<boolean> {
  if (caseId === null) return false;
  const rows = await tx.$queryRaw<{ recused: boolean }[]>`select app.chair_recused_from(${caseId}::uuid) as recused`;
  return rows[0]?.recused ?? false;
}

/** Whose side it is done on. `isOutside`: on that of a board that doesn't use the application, and so has no trail of its own. */
export type Side = { forumId: string; caseId?: string | null; isOutside?: true };

/** On the trail of whose side it was done: the forum's with its case, the board's without a word of it. */
export const subjectOf = (held: Pick<HeldEscalation, "id" | "reference">, side: Side) =>
  ({ type: "escalation", id: held.id, reference: held.reference, forumId: side.forumId, caseId: side.caseId ?? null }) as const;

/** Whether the actor is of a forum by a seat or an office. */
export const belongsTo = ({ appointments, memberships }: Standing, forumId: string | null): boolean => [...appointments, ...memberships].some((held) => held.forumId === forumId);

type Step = { kind: EscalationStepKind; now: Date; note?: string | null; listedOn?: Day; listedAs?: string };

/** A step is insert-only. What was said with it stands apart, as deep as the words of the escalation. */
export async function addStep(tx: Tx, { partnershipId, personId }: Actor, escalationId: string, { kind, now, note, listedOn, listedAs }: Step): Promise<string> {
  const id = randomUUID();
  await tx.escalationStep.createMany({ data: [{ id, partnershipId, escalationId, kind, personId, takenAt: now, listedOn: listedOn ? asDate(listedOn) : null, listedAs }] });
  if (note) await tx.escalationNote.createMany({ data: [{ stepId: id, partnershipId, escalationId, words: note }] });
  return id;
}

/** Only for an escalation this transaction holds: writes the step, moves the index to where it leads, tells whoever follows it, and answers the event to record. */
export async function takeStep(tx: Tx, actor: Actor, held: HeldEscalation, side: Side, step: Step, data: Prisma.EscalationUncheckedUpdateManyInput = {}): Promise<Recorded> {
  const { to } = escalationSteps[step.kind];
  if (!mayTake(step.kind, held.state)) refuse("escalation.illegalMove", { from: held.state, to });
  const stepId = await addStep(tx, actor, held.id, step);
  const { count } = await tx.escalation.updateMany({ where: { partnershipId: actor.partnershipId, id: held.id }, data: { ...data, state: to, version: { increment: 1 } } });
  if (count !== 1) throw new Error("a step was taken with an escalation that this transaction does not hold");
  await tell(tx, actor, held, side, step.now);
  if (to === "returned" || to === "withdrawn") await bringBack(tx, held, step.now);
  if (raisersHear.includes(step.kind)) await tellRaisers(tx, held);
  return { event: "escalation.moved", subject: subjectOf(held, side), particulars: { from: held.state, to, stepId } };
}

/** Writes to the office of the other side: a reference, and nothing of what it is about. Whoever keeps another board's papers is written to apart (outside.ts). */
export async function tell(tx: Tx, actor: Actor, { id, reference, forumId, boardId }: Pick<HeldEscalation, "id" | "reference" | "forumId" | "boardId">, side: Side, now: Date): Promise<void> {
  const atBoard = side.forumId === forumId && !side.isOutside;
  if (atBoard && boardId === null) return;
  const told = await tx.$queryRaw<{ personId: string }[]>`select person_id as "personId" from app.told_of_escalation(${id}::uuid, ${atBoard}::boolean)`;
  for (const { personId: to } of told) if (to !== actor.personId) await mail(tx, actor, { to, template: "escalation.moved", facts: { escalation: reference } }, now);
}

/** Each step stands on the page of whoever raised it; of these they are written to. */
const raisersHear: readonly EscalationStepKind[] = ["listed", "answered", "closed", "returned", "withdrawn"];
/** Writes to whoever raised what is behind it, by the reference of what they raised. The database knows who that is, and tells neither side. */
export async function tellRaisers(tx: Tx, { id }: Pick<HeldEscalation, "id">): Promise<void> {
  await tx.$queryRaw`select app.tell_raisers_of_escalation(${id}::uuid)::text`;
}

/** It comes back without an answer: a concern behind it waits for the chair's decision again, and whoever raised it hears within the days that rule 15 gives. The database knows whether there is one, and tells neither side. */
async function bringBack(tx: Tx, { id }: Pick<HeldEscalation, "id">, now: Date): Promise<void> {
  const hearBy = await workingDaysFrom(tx, dayOf(now), answerWithin);
  await tx.$queryRaw`select app.bring_back_concern(${id}::uuid, ${hearBy}::date)::text`;
}

const unlist = { listedAt: null, listedOn: null, listedAs: null, meetingId: null, itemId: null };

/** It stands on a dated item of that board's agenda. Whoever lists it has received it, if nobody had. */
export async function listOn(tx: Tx, actor: Actor, held: HeldEscalation, at: { meetingId: string; meeting: string; startsAt: Date; itemId: string; forumId: string }, now: Date): Promise<Recorded[]> {
  const side = { forumId: at.forumId };
  const events: Recorded[] = [];
  let one = held;
  if (one.state === "sent") {
    events.push(await takeStep(tx, actor, one, side, { kind: "received", now }, { receivedAt: now }));
    one = { ...one, state: "received" };
  }
  const listedOn = dayOf(at.startsAt);
  events.push(await takeStep(tx, actor, one, side, { kind: "listed", now, listedOn, listedAs: at.meeting }, { listedAt: now, listedOn: asDate(listedOn), listedAs: at.meeting, meetingId: at.meetingId, itemId: at.itemId }));
  return events;
}

/** The meeting doesn't take place, or put it off: it stands on no agenda any more, and its time runs on from the day it was sent. */
export async function unlistAll(tx: Tx, actor: Actor, meeting: { id: string; forumId: string }, now: Date): Promise<Recorded[]> {
  const events: Recorded[] = [];
  for (const held of await lockListedAt(tx, meeting.id)) events.push(await takeStep(tx, actor, held, { forumId: meeting.forumId }, { kind: "unlisted", now }, unlist));
  return events;
}

/** Its meeting has another day: the listing that stood is over, and the new one says the new day. */
export async function moveListing(tx: Tx, actor: Actor, meeting: { id: string; forumId: string; reference: string; startsAt: Date }, now: Date): Promise<Recorded[]> {
  const on = dayOf(meeting.startsAt);
  const events: Recorded[] = [];
  for (const held of await lockListedAt(tx, meeting.id)) {
    const stepId = await addStep(tx, actor, held.id, { kind: "listed", now, listedOn: on, listedAs: meeting.reference });
    await tx.escalation.updateMany({ where: { partnershipId: actor.partnershipId, id: held.id }, data: { listedOn: asDate(on), version: { increment: 1 } } });
    await tell(tx, actor, held, { forumId: meeting.forumId }, now);
    await tellRaisers(tx, held);
    events.push({ event: "escalation.dateChanged", subject: subjectOf(held, { forumId: meeting.forumId }), particulars: { stepId, on } });
  }
  return events;
}

/**
 * At the closing of the board's meeting its minute tells what became of each: deferred or never taken, it stands on no agenda any more;
 * anything else, it was heard under the number of its minute, and the answer that the meeting wrote is given.
 */
export async function settleHeard(tx: Tx, actor: Actor, meeting: { id: string; forumId: string }, now: Date): Promise<Recorded[]> {
  const side = { forumId: meeting.forumId };
  const events: Recorded[] = [];
  const listed = await lockListedAt(tx, meeting.id);
  if (listed.length === 0) return events;
  const { code } = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: meeting.forumId } }, select: { code: true } }));
  for (const held of listed) {
    const rows = await tx.$queryRaw<{ outcome: string | null; number: number | null; year: number | null }[]>`
      select outcome, minute_number as number, minute_year as year from agenda_items where id = ${held.itemId}::uuid`;
    const item = rows[0];
    if (!item || item.outcome === null || item.outcome === "deferred" || item.number === null || item.year === null) {
      events.push(await takeStep(tx, actor, held, side, { kind: "unlisted", now }, unlist));
      continue;
    }
    const heardAs = `${code} ${item.number}/${String(item.year % 100).padStart(2, "0")}`;
    events.push(await takeStep(tx, actor, held, side, { kind: "heard", now }, { heardAt: now, heardAs }));
    const answer = await tx.escalationAnswer.findFirst({ where: { partnershipId: actor.partnershipId, escalationId: held.id, givenAt: null }, select: { returns: true } });
    if (answer) events.push(await giveAnswer(tx, actor, { ...held, state: "heard" }, side, answer.returns, now));
  }
  return events;
}

/** What stands written goes back to the forum. */
export async function giveAnswer(tx: Tx, actor: Actor, held: HeldEscalation, side: Side, returns: boolean, now: Date): Promise<Recorded> {
  await tx.escalationAnswer.updateMany({ where: { partnershipId: actor.partnershipId, escalationId: held.id, givenAt: null }, data: { givenAt: now, writtenById: actor.personId } });
  return takeStep(tx, actor, held, side, { kind: returns ? "returned" : "answered", now }, returns ? { endedAt: now } : { answeredAt: now });
}

export const dayOrNull = (date: Date | null): Day | null => (date ? fromDate(date) : null);
