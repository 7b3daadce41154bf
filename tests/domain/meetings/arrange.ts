import { randomUUID } from "node:crypto";
import { takeCase } from "@/domain/cases/commands/take-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { CaseDecision } from "@/domain/kernel/enums.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { openDoors } from "@/domain/meetings/commands/open-doors.ts";
import { openMeeting } from "@/domain/meetings/commands/open-meeting.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { scheduleMeeting } from "@/domain/meetings/commands/schedule-meeting.ts";
import { signRegister } from "@/domain/sign-in/commands/sign-register.ts";
import { owner } from "../../support/database.ts";
import type { World } from "../../support/world.ts";

/** Tuesday 10 November 2026, 2pm to 4pm in London, as the meetings of these tests are; and the clock around it. */
export const start = new Date("2026-11-10T14:00:00Z");
export const at = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
export const weekBefore = at(-7 * 24 * 60);
export const halfPastOne = at(-30);

export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

export const aSchedule = (world: World, over: Record<string, unknown> = {}) => ({
  forumId: world.forums.CEN, kind: "ordinary", on: { day: "10", month: "11", year: "2026" }, at: "2pm", place: "Civic Centre, room 2", ...over,
});

export async function scheduled(world: World, over: Record<string, unknown> = {}, by: Actor = world.people.coordinator, now = weekBefore): Promise<string> {
  return done(await scheduleMeeting(by, aSchedule(world, over), now)).reference;
}

export async function row(world: World, reference: string) {
  const { rows } = await owner.query<{ id: string; forum_id: string; state: string; version: number; limit_minutes: number; discussion_only: boolean; presided_by_id: string | null; starts_at: Date; over_limit_reason: string | null }>(
    "select * from meetings where partnership_id = $1 and reference = $2", [world.partnershipId, reference]);
  const found = rows[0];
  if (!found) throw new Error(`${reference} is not there`);
  return found;
}
export const seen = async (world: World, reference: string) => ({ reference, version: (await row(world, reference)).version });

export async function published(world: World, over: Record<string, unknown> = {}): Promise<string> {
  const reference = await scheduled(world, over);
  done(await publishAgenda(world.people.coordinator, await seen(world, reference), weekBefore));
  return reference;
}

export async function doorsOpen(world: World, over: Record<string, unknown> = {}): Promise<string> {
  const reference = await published(world, over);
  done(await openDoors(world.people.chair, await seen(world, reference), halfPastOne));
  return reference;
}

export const aSignature = (who: Actor, reference: string, over: Record<string, unknown> = {}) => ({
  reference, declarationVersion: 1, agencyId: who.agencyId, represents: "", commits: "yes", attends: "yes", accepts: "yes", ...over,
});
export const sign = (who: Actor, reference: string, now = halfPastOne) => signRegister(who, aSignature(who, reference), now);

export async function inSession(world: World, over: Record<string, unknown> = {}): Promise<string> {
  const reference = await doorsOpen(world, over);
  done(await sign(world.people.chair, reference));
  done(await openMeeting(world.people.chair, await seen(world, reference), start));
  return reference;
}

export async function aCase(world: World, over: Record<string, unknown> = {}, by: Actor = world.people.coordinator, now = weekBefore): Promise<{ id: string; reference: string }> {
  const { reference } = done(
    await takeCase(by, {
      forumId: world.forums.CEN, subjectType: "victim", title: "Older resident, neighbour intimidation", summary: "Repeated intimidation at night.", wardId: "", background: "Shouting at the fence since June.",
      wanted: "A joint visit.", risk: "medium", subjectLabel: "the tenant", name: "Winifred Zeller", address: "", addressHeldById: "", safeContact: "", ...over,
    }, now),
  );
  const { rows } = await owner.query<{ id: string }>("select id from cases where partnership_id = $1 and reference = $2", [world.partnershipId, reference]);
  return { id: rows[0]?.id ?? "", reference };
}

/** An earlier meeting as it would stand after closing, written past the application: closing itself is proven elsewhere. */
export async function heldBefore(world: World, cases: { id: string; decision: CaseDecision }[] = [], day = "2026-10-13", forumId = world.forums.CEN): Promise<string> {
  const id = randomUUID();
  const reference = `CEN-${day.slice(0, 7)}`;
  await owner.query(
    `insert into meetings (id, partnership_id, forum_id, reference, kind, state, starts_at, place, limit_minutes, published_at, doors_opened_at, opened_at, closed_at)
     values ($1, $2, $3, $4, 'ordinary', 'closed', $5, 'Civic Centre', 120, $5, $5, $5, $6)`,
    [id, world.partnershipId, forumId, reference, `${day}T13:00:00Z`, `${day}T15:00:00Z`]);
  for (const [index, { id: caseId, decision }] of cases.entries()) {
    await owner.query(
      "insert into agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, case_id, planned_minutes, outcome, decision) values ($1, $2, $3, $4, $5, 'case', $6, 8, 'agreed', $7)",
      [randomUUID(), world.partnershipId, forumId, id, index + 1, caseId, decision]);
  }
  return reference;
}

export async function events(world: World, subjectReference: string): Promise<string[]> {
  const { rows } = await owner.query<{ event: string }>("select event from audit_events where partnership_id = $1 and reference = $2 order by seq", [world.partnershipId, subjectReference]);
  return rows.map((each) => each.event);
}
