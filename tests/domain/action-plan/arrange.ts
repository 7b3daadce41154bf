import { randomUUID } from "node:crypto";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { ActionState } from "@/domain/kernel/enums.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { app, owner } from "../../support/database.ts";
import { insert, type World } from "../../support/world.ts";
import { type Item, type Meeting, now } from "../minutes/arrange.ts";

/** What a form sends to add an action; the housing officer's, due in a week. */
export const toAdd = (item: Item, ownerId: string, over: Record<string, unknown> = {}) => ({
  itemId: item.id, ownerId, wording: "Visit Mr Pemberton at 4 Kiln Row", namelessWording: "Visit the tenant", due: { day: "15", month: "12", year: "2026" }, measure: "A visit note is on file", ...over,
});

export const done = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
};
export const problem = <T>(outcome: Outcome<T>) => (outcome.ok ? { kind: "none" } : outcome.problem);

/** Tasks somebody through the command, as the chair would. */
export const task = async (by: Actor, item: Item, to: Actor, over: Record<string, unknown> = {}, at = now) => done(await addAction(by, toAdd(item, to.personId, over), at)).reference;

/** An action as an earlier meeting left it, written past the application. */
export async function anAction(world: World, meeting: Meeting, item: Item, reference: string, to: Actor, over: Record<string, unknown> & { state?: ActionState; wording?: string } = {}): Promise<string> {
  const { wording = `Words of ${reference}`, ...columns } = over;
  const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN };
  const id = randomUUID();
  await insert("actions", {
    ...of, id, reference, case_id: item.caseId, meeting_id: meeting.id, item_id: item.id, owner_id: to.personId, owner_agency_id: to.agencyId, due_on: "2026-12-31", state: "assigned",
    created_at: "2026-11-10T15:00:00Z", assigned_at: "2026-11-10T15:00:00Z", nameless_wording: null, ...columns,
  });
  await insert("action_wordings", { action_id: id, partnership_id: world.partnershipId, forum_id: columns["forum_id"] ?? world.forums.CEN, wording, measure: `Measure of ${reference}` });
  return id;
}

export type Stored = { id: string; state: ActionState; version: number; owner_id: string; owner_agency_id: string; due_on: string; incomplete_kind: string | null; capacity_reason: string | null; ended_at: Date | null; assigned_at: Date | null; nameless_wording: string | null };
export async function stored(world: World, reference: string): Promise<Stored> {
  const { rows } = await owner.query<Stored>("select *, due_on::text from actions where partnership_id = $1 and reference = $2", [world.partnershipId, reference]);
  if (!rows[0]) throw new Error(`no action ${reference}`);
  return rows[0];
}
export const storedActions = async (world: World): Promise<string[]> =>
  (await owner.query<{ reference: string }>("select reference from actions where partnership_id = $1 order by created_at, reference", [world.partnershipId])).rows.map((row) => row.reference);
export const stepsOf = async (world: World, reference: string) =>
  (await owner.query<{ kind: string; person_id: string; note: string | null }>("select s.kind, s.person_id, s.note from action_steps s join actions a on a.id = s.action_id where a.partnership_id = $1 and a.reference = $2 order by s.taken_at, s.kind", [world.partnershipId, reference])).rows;

/** One statement as the application's role on somebody's behalf, past every command. */
export async function asPerson(who: Actor, sql: string, values: unknown[] = [], at = now) {
  const client = await app.connect();
  try {
    await client.query("begin");
    await client.query("select app.enter($1::uuid, $2::uuid, $3::timestamptz)", [who.personId, who.partnershipId, at]);
    const result = await client.query(sql, values);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
