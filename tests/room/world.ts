import { randomUUID } from "node:crypto";
import type { Actor } from "@/domain/kernel/actor.ts";
import { owner } from "../support/database.ts";
import { aPartnership, insert, type World } from "../support/world.ts";

export type Item = { id: string; number: number };
export type Sitting = { world: World; reference: string; items: Item[] };

const minute = 60_000;

/** A meeting that sits now, on as many items as are wanted, with everybody of the forum on its register. */
export async function aSitting(many: number): Promise<Sitting> {
  const world = await aPartnership("Safer Minuting");
  const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN };
  const at = (minutes: number) => new Date(Date.now() + minutes * minute);
  const id = randomUUID();
  const reference = "CEN-2030-01";
  await insert("meetings", { ...of, id, reference, kind: "ordinary", state: "in_session", starts_at: at(-20), place: "Room 2", limit_minutes: 120, published_at: at(-2000), doors_opened_at: at(-40), opened_at: at(-20), presided_by_id: world.people.chair.personId });
  const items: Item[] = [];
  for (let number = 1; number <= many; number += 1) {
    const itemId = randomUUID();
    const caseId = randomUUID();
    await insert("cases", { ...of, id: caseId, reference: `CEN-${number}`, opened_on: new Date().toISOString().slice(0, 10) });
    await insert("case_twins", { ...of, case_id: caseId, subject_type: "location", title: `A parade of shops, number ${number}`, summary: "Gatherings in the evening.", ward_id: world.wardId, involves_children: false });
    await insert("case_contents", { ...of, case_id: caseId, background: "Six calls since May.", wanted: "One plan", risk: "medium" });
    await insert("agenda_items", { ...of, id: itemId, meeting_id: id, position: number, kind: "case", case_id: caseId, planned_minutes: 8, ...(number === 1 ? { opened_at: at(-5) } : {}) });
    items.push({ id: itemId, number });
  }
  const { chair, deputy, coordinator, housing, colleague, police, probation, councillor } = world.people;
  for (const who of [chair, deputy, coordinator, housing, colleague, police, probation, councillor]) {
    const mine = { ...of, meeting_id: id, person_id: who.personId, agency_id: who.agencyId };
    await insert("attendances", { ...mine, id: randomUUID(), status: "present", recorded_by_id: who.personId, recorded_at: at(-30) });
    await insert("sign_ins", { ...mine, id: randomUUID(), represents: null, commits: true, declaration_id: world.declarationId, declaration_hash: Buffer.from("00", "hex"), signed_at: at(-30) });
  }
  return { world, reference, items };
}

/** What stands on an item, as the database keeps it. */
export async function notesOf({ id }: Item): Promise<{ discussion: string; version: number; apart: number }> {
  const { rows } = await owner.query<{ discussion: string; version: number; apart: number }>(
    "select coalesce(n.discussion, '') as discussion, i.version, (select count(*)::int from minute_drafts d where d.item_id = i.id and d.settled_at is null) as apart from agenda_items i left join minutes n on n.item_id = i.id where i.id = $1", [id]);
  return rows[0] ?? { discussion: "", version: 0, apart: 0 };
}

export const followers = ({ people: { housing, colleague, police, probation, councillor, deputy } }: World, many: number): Actor[] =>
  Array.from({ length: many }, (_, index) => [housing, colleague, police, probation, councillor, deputy][index % 6] as Actor);
