import type { Tx } from "@/platform/db/client.ts";
import type { CommandContext } from "../command.ts";
import { listOn, lockEscalationById } from "../escalations/lifecycle.ts";
import { orNotFound, refuse, refuseIfStale } from "../kernel/outcome.ts";
import { type HeldMeeting, lockMeeting } from "./lifecycle.ts";
import { type AgendaLine, listAgenda } from "./queries/list-agenda.ts";
import { proposeAgenda } from "./queries/propose-agenda.ts";
import { openSupplement } from "./supplement.ts";

/**
 * Takes the draft agenda of a meeting for this transaction, kept in rows from now on, so that the office can change it. Whoever changes
 * it does so as they saw it: one version for the whole order.
 */
export async function lockDraft({ tx, actor, now, require, record }: Pick<CommandContext, "tx" | "actor" | "now" | "require" | "record">, { reference, version }: { reference: string; version: number }): Promise<{ held: HeldMeeting; lines: AgendaLine[] }> {
  const held = await lockMeeting(tx, reference);
  const { id, forumId } = held;
  refuseIfStale(held, version);
  require("agenda.keep", { forumId }, { type: "meeting", id, reference, forumId });
  if (held.state !== "scheduled") refuse("agenda.published");
  return { held, lines: await keepDraft({ tx, actor, now, record }, held) };
}

/**
 * Writes down what became due and lets go of what is due no more. Items that are shut to the actor keep their order with their neighbours.
 * What another forum handed to this board is listed by that: it stands on a dated item from now on (rule 24).
 */
export async function keepDraft({ tx, actor, now, record }: Pick<CommandContext, "tx" | "actor" | "now" | "record">, held: HeldMeeting): Promise<AgendaLine[]> {
  const { partnershipId } = actor;
  const kept = await listAgenda(tx, held);
  const lines = await proposeAgenda(tx, held);
  for (const gone of kept.filter(({ id }) => !lines.some((line) => line.id === id))) await tx.$queryRaw`select app.leave_off_item(${gone.id}::uuid)`;
  const places = await placesOf(tx, held.id);
  let last = 0;
  let added = 0;
  for (const line of lines) {
    const place = places.get(line.id);
    if (place !== undefined) {
      last = place + added;
      continue;
    }
    last += 1;
    added += 1;
    await addItem(tx, partnershipId, held, { ...line, caseId: line.case?.id ?? null }, last);
    const escalation = line.escalationId === null ? null : await lockEscalationById(tx, line.escalationId);
    if (escalation?.state === "received") record(...(await listOn(tx, actor, escalation, { meetingId: held.id, meeting: held.reference, startsAt: held.startsAt, itemId: line.id, forumId: held.forumId }, now)));
  }
  return lines;
}

async function placesOf(tx: Tx, meetingId: string): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; place: number }[]>`
    select id, position as place from agenda_items where meeting_id = ${meetingId}::uuid union select item_id, place from app.recused_items(${meetingId}::uuid)`;
  return new Map(rows.map(({ id, place }) => [id, place]));
}

type NewItem = Pick<AgendaLine, "id" | "kind" | "escalationId" | "plannedMinutes" | "title" | "presenter" | "restricted" | "deferredFromId" | "plannedId" | "supplement"> & { caseId: string | null };

/** Puts an item on an agenda at a place; what stood there and after it moves along, what is shut to the actor too. */
export async function addItem(tx: Tx, partnershipId: string, { id: meetingId, forumId }: Pick<HeldMeeting, "id" | "forumId">, item: NewItem, place: number): Promise<void> {
  await tx.$executeRaw`select app.make_room(${meetingId}::uuid, ${place}::integer, 1)`;
  const { id, kind, caseId, escalationId, plannedMinutes, title, presenter, restricted, deferredFromId, plannedId, supplement } = item;
  await tx.agendaItem.create({ data: { id, partnershipId, meetingId, forumId, position: place, kind, caseId, escalationId, plannedMinutes, title, presenter, restricted, deferredFromId, plannedId, supplement }, select: { id: true } });
}

/** Where something new is taken: at a board before what was reported and is planned, elsewhere before any other business; at the end where there is none. */
export async function placeForMore(tx: Tx, meetingId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ place: number }[]>`
    select coalesce(min(position) filter (where kind in ('reports_back', 'other_minutes', 'planned_reports', 'other_business') and title is null), min(position) filter (where kind = 'next_meeting'), max(position) + 1, 1)::int as place from agenda_items where meeting_id = ${meetingId}::uuid`;
  return rows[0]?.place ?? 1;
}

/** The line of a draft that a form speaks of, as the actor sees it. */
export function lineOf(lines: readonly AgendaLine[], itemId: string): AgendaLine {
  return orNotFound(lines.find(({ id, recusedFrom }) => id === itemId && recusedFrom === null));
}

/** A draft that was changed: whoever still looks at it as it was is told. */
export async function touchMeeting(tx: Tx, partnershipId: string, { id }: Pick<HeldMeeting, "id">): Promise<void> {
  await tx.meeting.update({ where: { partnershipId_id: { partnershipId, id } }, data: { version: { increment: 1 } }, select: { id: true } });
}

type Agenda = { held: HeldMeeting; supplement: number };

/** Takes an agenda that something is added to: a draft, or a published one, to which it comes in today's supplement. Nothing that somebody saw is changed by it. `onlyFor`: the agencies that may know of what is added. */
export async function lockAgenda({ tx, actor, now, require, record }: Pick<CommandContext, "tx" | "actor" | "now" | "require" | "record">, reference: string, permission: "agenda.keep" | "paper.keep" | "case.addToAgenda" = "agenda.keep", onlyFor: readonly string[] | null = null): Promise<Agenda> {
  const held = await lockMeeting(tx, reference);
  const { id, forumId, state } = held;
  require(permission, { forumId }, { type: "meeting", id, reference: held.reference, forumId });
  if (state === "scheduled") {
    await keepDraft({ tx, actor, now, record }, held);
    await touchMeeting(tx, actor.partnershipId, held);
    return { held, supplement: 0 };
  }
  if (state !== "published" && state !== "in_session") refuse("meeting.notInThisState", { state });
  return { held, supplement: await openSupplement(tx, actor, held, now, onlyFor) };
}
