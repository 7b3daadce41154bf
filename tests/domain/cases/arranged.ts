import { createHash, randomUUID } from "node:crypto";
import { takeCase } from "@/domain/cases/commands/take-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { ActionState, MeetingState } from "@/domain/kernel/enums.ts";
import { owner } from "../../support/database.ts";
import { insert, type World } from "../../support/world.ts";

export const now = new Date("2026-11-21T17:12:00Z");
export const minutesLater = (minutes: number, from = now) => new Date(from.getTime() + minutes * 60_000);
export const daysLater = (days: number, from = now) => minutesLater(days * 24 * 60, from);

/** What a coordinator types into the form for a new case. */
export const caseForm = (world: World, over: Record<string, unknown> = {}) => ({
  forumId: world.forums.CEN, subjectType: "victim", title: "Older resident, neighbour intimidation, Eastholme", summary: "Shouting and threats at night over several months.",
  wardId: world.wardId, involvesChildren: "yes", background: "Six calls since May.", wanted: "One plan between police and housing.", risk: "medium", subjectLabel: "The resident",
  name: "Marjorie Bickerstaffe", bornOn: { day: "4", month: "3", year: "1944" }, address: "14 Tollgate Mews, Eastholme, HF4 2AB", addressHeldById: "", safeContact: "Through her sister Winifred",
  ...over,
});

export type ArrangedCase = { id: string; reference: string };

export async function aCase(world: World, over: Record<string, unknown> = {}, by: Actor = world.people.coordinator, at = now): Promise<ArrangedCase> {
  const taken = await takeCase(by, caseForm(world, over), at);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problem));
  const { reference } = taken.value;
  const found = await owner.query<{ id: string }>("select id from cases where partnership_id = $1 and reference = $2", [world.partnershipId, reference]);
  return { id: found.rows[0]?.id ?? "", reference };
}

type ArrangedMeeting = { id: string; itemId: string; forumId: string; reference: string };

/** A meeting with the case on its agenda and a minute on it, in any state. */
export async function aMeetingOn(world: World, onCase: ArrangedCase, over: { state?: MeetingState; closed_at?: Date | null; forumId?: string; starts_at?: Date; discussion?: string } = {}): Promise<ArrangedMeeting> {
  const { state = "in_session", closed_at = null, forumId = world.forums.CEN, starts_at = now, discussion = "Housing has moved the cameras." } = over;
  const id = randomUUID();
  const itemId = randomUUID();
  const reference = `CEN-M${randomUUID().slice(0, 8).toUpperCase()}`;
  const of = { partnership_id: world.partnershipId, forum_id: forumId };
  await insert("meetings", { id, ...of, reference, kind: "ordinary", state: "in_session", starts_at, place: "Town hall", limit_minutes: 120, closed_at });
  await insert("agenda_items", { id: itemId, ...of, meeting_id: id, position: 1, kind: "case", case_id: onCase.id, planned_minutes: 10, outcome: "agreed", decision: "continue" });
  await insert("minutes", { item_id: itemId, ...of, meeting_id: id, case_id: onCase.id, discussion, decision_reason: null, written_by_id: world.people.coordinator.personId, written_at: starts_at });
  // last, because a confirmed meeting takes nothing more
  await move("meetings", id, { state });
  return { id, itemId, forumId, reference };
}

export async function signed(world: World, meeting: ArrangedMeeting, who: Actor): Promise<void> {
  await insert("sign_ins", {
    id: randomUUID(), partnership_id: world.partnershipId, forum_id: meeting.forumId, meeting_id: meeting.id, person_id: who.personId, agency_id: who.agencyId, represents: null, commits: true,
    declaration_id: world.declarationId, declaration_hash: createHash("sha256").update("signed").digest(), signed_at: now,
  });
}

export async function anActionOn(world: World, onCase: ArrangedCase, meeting: ArrangedMeeting, who: Actor, state: ActionState = "assigned"): Promise<string> {
  const id = randomUUID();
  const of = { partnership_id: world.partnershipId, forum_id: meeting.forumId };
  await insert("actions", {
    id, ...of, reference: `${onCase.reference}-${id.slice(0, 4).toUpperCase()}`, case_id: onCase.id, meeting_id: meeting.id, item_id: meeting.itemId, owner_id: who.personId, owner_agency_id: who.agencyId,
    due_on: "2026-12-01", state, nameless_wording: "Visit the resident", created_at: now, assigned_at: now, ended_at: ["verified", "incomplete", "cancelled"].includes(state) ? now : null,
  });
  await insert("action_wordings", { action_id: id, ...of, wording: "Visit Mrs B at home and fit a chain", measure: "Chain fitted" });
  return id;
}

export const move = (table: "meetings" | "agenda_items" | "actions" | "cases", id: string, set: Record<string, unknown>) =>
  owner.query(`update ${table} set ${Object.keys(set).map((column, i) => `${column} = $${i + 2}`).join(", ")} where id = $1`, [id, ...Object.values(set)]);

export type KeptEvent = { event: string; person_id: string; reference: string | null; case_id: string | null; forum_id: string | null; particulars: Record<string, unknown> };
export const eventsOf = async (world: World, event?: string): Promise<KeptEvent[]> =>
  (await owner.query<KeptEvent>("select event, person_id, reference, case_id, forum_id, particulars from audit_events where partnership_id = $1 and ($2::text is null or event = $2) order by seq", [world.partnershipId, event ?? null])).rows;
