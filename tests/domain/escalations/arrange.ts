import { randomUUID } from "node:crypto";
import { composeEscalation } from "@/domain/escalations/commands/compose-escalation.ts";
import { sendEscalation } from "@/domain/escalations/commands/send-escalation.ts";
import { receiveEscalation } from "@/domain/escalations/commands/board-acts.ts";
import { listEscalation } from "@/domain/meetings/commands/list-escalation.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { ActionState, EscalationState } from "@/domain/kernel/enums.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { owner } from "../../support/database.ts";
import { appointed, insert, seated, type World } from "../../support/world.ts";
import { aCase, aMeetingOn, anActionOn, type ArrangedCase } from "../cases/arranged.ts";
import { done, scheduled, seen, sign } from "../meetings/arrange.ts";

export { done, seen };
/** A board of the partnership, above CEN: the chair of MARP chairs it, the police officer sits on it, and its coordinator is nobody of CEN. */
export type Boarded = World & { board: string; higher: string; boardCoordinator: Actor; boardMember: Actor };
export const sentAt = new Date("2026-11-03T10:00:00Z");
export const days = (n: number, from = sentAt) => new Date(from.getTime() + n * 86_400_000);
export const minutes = (n: number, from: Date) => new Date(from.getTime() + n * 60_000);

export async function withBoards(world: World): Promise<Boarded> {
  const forum = async (code: string, name: string) => {
    const id = randomUUID();
    await insert("forums", { id, partnership_id: world.partnershipId, kind: "board", code, name, area_id: null });
    await insert("terms_of_reference", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: id, version: 1, adopted_on: "2025-01-01", purpose: "To take what forums cannot solve.", admits_elected_members: false, limit_minutes: 120 });
    return id;
  };
  const board = await forum("PDB", "Performance and Delivery Board");
  const higher = await forum("SHB", "Safer Testham Board");
  const { marpChair, bystander, marpMember } = world.people;
  await appointed(world, marpChair, board, "chair");
  await appointed(world, bystander, board, "coordinator");
  for (const who of [marpChair, marpMember, bystander]) await seated(world, who, board);
  await insert("ladder_places", { partnership_id: world.partnershipId, forum_id: world.forums.CEN, next_board_id: board });
  await insert("ladder_places", { partnership_id: world.partnershipId, forum_id: board, next_board_id: higher, cycle_days: 30 });
  return { ...world, board, higher, boardCoordinator: bystander, boardMember: marpMember };
}

export const words = (over: Record<string, unknown> = {}) => ({
  caseReference: "", actionReference: "", concernReference: "", itemId: "", draftId: "", to: "", title: "Older resident, neighbour intimidation", tried: "Two visits: done.", asked: "Officers on two evenings a week.", given: "Shouting at night for months.", namesNobody: "", ...over,
});
export const compose = (world: Boarded, by: Actor, found: { reference: string }, over: Record<string, unknown> = {}, now = sentAt) =>
  composeEscalation(by, words({ caseReference: found.reference, to: `board:${world.board}`, ...over }), now);

export async function aDraft(world: Boarded, found: { reference: string }, over: Record<string, unknown> = {}, by = world.people.chair, now = sentAt): Promise<{ draftId: string; version: number }> {
  const { draftId } = done(await compose(world, by, found, over, now));
  const { rows } = await owner.query<{ version: number }>("select version from escalation_drafts where id = $1", [draftId]);
  return { draftId, version: rows[0]?.version ?? 0 };
}

export type Sent = ArrangedCase & { escalation: string; id: string };
/** A case of CEN, and its escalation, sent by the chair. */
export async function sent(world: Boarded, over: Record<string, unknown> = {}, now = sentAt): Promise<{ escalation: string; found: ArrangedCase }> {
  const found = await aCase(world, {}, world.people.coordinator, days(-30, now));
  const { reference } = done(await sendEscalation(world.people.chair, await aDraft(world, found, over, world.people.chair, now), now));
  return { escalation: reference, found };
}

export async function rowOf(world: World, reference: string) {
  const { rows } = await owner.query<{ id: string; state: EscalationState; version: number; list_by: string; listed_on: string | null; listed_as: string | null; heard_as: string | null; holder_id: string | null; cycle_days: number; meeting_id: string | null; item_id: string | null }>(
    "select id, state, version, list_by::text, listed_on::text, listed_as, heard_as, holder_id, cycle_days, meeting_id, item_id from escalations where partnership_id = $1 and reference = $2", [world.partnershipId, reference]);
  if (!rows[0]) throw new Error(`${reference} is not there`);
  return rows[0];
}
export const held = async (world: World, reference: string) => ({ reference, version: (await rowOf(world, reference)).version });
export const stateOf = async (world: World, reference: string) => (await rowOf(world, reference)).state;
export const stepsOf = async (world: World, reference: string) =>
  (await owner.query<{ kind: string; person_id: string | null }>("select s.kind, s.person_id from escalation_steps s join escalations e on e.id = s.escalation_id where e.partnership_id = $1 and e.reference = $2 order by s.taken_at, s.kind", [world.partnershipId, reference])).rows;

export const receive = async (world: Boarded, reference: string, by: Actor = world.boardCoordinator, now = days(1)) => receiveEscalation(by, await held(world, reference), now);
export const planned = (world: Boarded, day: { day: string; month: string; year: string }, now = days(0), by = world.boardCoordinator) => scheduled(world, { forumId: world.board, on: day, at: "10am", place: "Room 1" }, by, now);
export const list = async (world: Boarded, reference: string, meeting: string, by: Actor = world.boardCoordinator, now = days(2)) => listEscalation(by, { ...(await held(world, reference)), meeting }, now);

/** Publishes and opens a meeting of the board at its start. */
export async function openBoard(world: Boarded, meeting: string, startsAt: Date): Promise<{ id: string; kind: string; escalation_id: string | null; version: number }[]> {
  const { state } = (await owner.query<{ state: string }>("select state from meetings where partnership_id = $1 and reference = $2", [world.partnershipId, meeting])).rows[0] ?? {};
  if (state === "scheduled") done(await publishAgenda(world.boardCoordinator, { ...(await seen(world, meeting)), overLimitReason: "" }, days(-2, startsAt)));
  done(await openDoors(world.people.marpChair, await seen(world, meeting), minutes(-30, startsAt)));
  done(await sign(world.people.marpChair, meeting, minutes(-20, startsAt)));
  done(await openMeeting(world.people.marpChair, await seen(world, meeting), startsAt));
  return (await owner.query<{ id: string; kind: string; escalation_id: string | null; version: number }>("select i.id, i.kind, i.escalation_id, i.version from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = $2 order by i.position", [world.partnershipId, meeting])).rows;
}

/** Minutes every item that has no outcome, and closes. */
export async function closeBoard(world: Boarded, meeting: string, at: Date, outcomes: Record<string, string> = {}, by = world.people.marpChair) {
  const { rows } = await owner.query<{ id: string; version: number; outcome: string | null }>("select i.id, i.version, i.outcome from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = $2 order by i.position", [world.partnershipId, meeting]);
  for (const { id, version, outcome } of rows) if (outcome === null) done(await writeMinute(by, { itemId: id, version, outcome: outcomes[id] ?? "noted", discussion: "Said." }, at));
  return closeMeeting(by, await seen(world, meeting), minutes(1, at));
}

export async function anAction(world: Boarded, found: ArrangedCase, who: Actor, state: ActionState = "assigned"): Promise<string> {
  const id = await anActionOn(world, found, await aMeetingOn(world, found), who, state);
  const { rows } = await owner.query<{ reference: string }>("select reference from actions where id = $1", [id]);
  return rows[0]?.reference ?? "";
}
