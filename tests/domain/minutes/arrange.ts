import { randomUUID } from "node:crypto";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { AgendaItemKind, AttendanceStatus, MeetingState } from "@/domain/kernel/enums.ts";
import { owner } from "../../support/database.ts";
import { insert, type World } from "../../support/world.ts";

/** In winter, so that London's clock is UTC. */
export const now = new Date("2026-12-08T14:30:00Z");
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

export type Item = { id: string; number: number; caseId: string | null };
export type Meeting = { id: string; reference: string; items: Item[] };

/** A case of the forum, open, with its twin and its content. */
export async function aCase(world: World, reference: string, forumId = world.forums.CEN, openedOn = "2026-09-10"): Promise<string> {
  const of = { partnership_id: world.partnershipId, forum_id: forumId };
  const id = randomUUID();
  await insert("cases", { ...of, id, reference, opened_on: openedOn });
  await insert("case_twins", { ...of, case_id: id, subject_type: "location", title: `Twin of ${reference}`, summary: `Summary of ${reference}`, ward_id: world.wardId, involves_children: false });
  await insert("case_contents", { ...of, case_id: id, background: `Background of ${reference}`, wanted: "A plan", risk: "medium" });
  return id;
}

type Over = { forumId?: string; state?: MeetingState; startsAt?: string; items?: (AgendaItemKind | { caseId: string })[]; presidedBy?: Actor };

/** A meeting of CEN in session with these items, numbered from 1. */
export async function aMeeting(world: World, reference: string, over: Over = {}): Promise<Meeting> {
  const { forumId = world.forums.CEN, state = "in_session", startsAt = "2026-12-08T14:00:00Z", items = ["register"] } = over;
  const of = { partnership_id: world.partnershipId, forum_id: forumId };
  const id = randomUUID();
  await insert("meetings", { ...of, id, reference, kind: "ordinary", state, starts_at: startsAt, place: "Room 2, Town Hall", limit_minutes: 120, doors_opened_at: startsAt, opened_at: startsAt, presided_by_id: (over.presidedBy ?? world.people.chair).personId, ...(state === "cancelled" ? { cancelled_at: startsAt } : {}) });
  const made: Item[] = [];
  for (const [index, item] of items.entries()) {
    const caseId = typeof item === "string" ? null : item.caseId;
    const itemId = randomUUID();
    await insert("agenda_items", { ...of, id: itemId, meeting_id: id, position: index + 1, kind: typeof item === "string" ? item : "case", case_id: caseId, planned_minutes: 10 });
    made.push({ id: itemId, number: index + 1, caseId });
  }
  return { id, reference, items: made };
}

export async function attends(world: World, meeting: Meeting, who: Actor, status: AttendanceStatus = "present", forumId = world.forums.CEN) {
  const of = { partnership_id: world.partnershipId, forum_id: forumId, meeting_id: meeting.id, person_id: who.personId, agency_id: who.agencyId };
  await insert("attendances", { ...of, id: randomUUID(), status, recorded_by_id: who.personId, recorded_at: "2026-12-08T13:50:00Z" });
  if (status === "present") {
    await insert("sign_ins", { ...of, id: randomUUID(), represents: null, commits: true, declaration_id: world.declarationId, declaration_hash: Buffer.from("00", "hex"), signed_at: "2026-12-08T13:50:00Z" });
  }
}

export const versionOf = async (table: "meetings" | "agenda_items", id: string): Promise<number> => (await owner.query<{ version: number }>(`select version from ${table} where id = $1`, [id])).rows[0]?.version ?? 0;
export const stateOf = async (meeting: Meeting): Promise<string | undefined> => (await owner.query<{ state: string }>("select state from meetings where id = $1", [meeting.id])).rows[0]?.state;
export const eventsOf = async (world: World, event: string) =>
  (await owner.query<{ event: string; person_id: string; reference: string | null; particulars: Record<string, unknown> }>("select event, person_id, reference, particulars from audit_events where partnership_id = $1 and event = $2 order by seq", [world.partnershipId, event])).rows;
export const item = (meeting: Meeting, number: number): Item => {
  const found = meeting.items[number - 1];
  if (!found) throw new Error(`no item ${number}`);
  return found;
};
