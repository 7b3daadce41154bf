import { randomUUID } from "node:crypto";
import { keepAnswer } from "@/domain/concerns/commands/keep-answer.ts";
import { logConcern } from "@/domain/concerns/commands/log-concern.ts";
import { raiseConcern } from "@/domain/concerns/commands/raise-concern.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { owner } from "../../support/database.ts";
import type { World } from "../../support/world.ts";

/** A Friday. */
export const now = new Date("2026-11-27T18:40:00Z");
export const minutesLater = (minutes: number, from = now) => new Date(from.getTime() + minutes * 60_000);
export const daysLater = (days: number, from = now) => minutesLater(days * 24 * 60, from);

export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** What a councillor types after a surgery. */
export const answers = (world: World, over: Record<string, unknown> = {}) => ({
  what: "Off-road motorcycles race across the open land every weekend. Darren Pickersgill rides the blue one.", wardId: world.wardId, place: "Kimber Park, behind the garages",
  frequency: "weekly", tried: "surgery", triedWords: "I wrote to the parks team twice", residents: "6", contact: "Mrs Oakenshaw, 01632 960017", surgeryOn: { day: "27", month: "11", year: "2026" }, mayTell: "yes", ...over,
});

export async function aDraft(world: World, by: Actor = world.people.councillor, over: Record<string, unknown> = {}, at = now): Promise<string> {
  return done(await keepAnswer(by, { question: "all", draftId: "", afterId: "", ...answers(world, over) }, at)).draftId;
}

export type Arranged = { id: string; reference: string; version: number };
export async function asStands(world: World, reference: string): Promise<Arranged> {
  const { rows } = await owner.query<Arranged>("select id, reference, version from concerns where partnership_id = $1 and reference = $2", [world.partnershipId, reference]);
  if (!rows[0]) throw new Error(`no ${reference}`);
  return rows[0];
}
export async function aRaised(world: World, over: Record<string, unknown> = {}, by: Actor = world.people.councillor, at = now): Promise<Arranged> {
  return asStands(world, done(await raiseConcern(by, { draftId: await aDraft(world, by, over, at) }, at)).reference);
}
export async function aLogged(world: World, over: Record<string, unknown> = {}, by: Actor = world.people.councillor, at = now): Promise<Arranged> {
  return asStands(world, done(await logConcern(by, { draftId: await aDraft(world, by, over, at) }, at)).reference);
}

export const stateOf = async (reference: string, world: World) =>
  (await owner.query<{ state: string; hearBy: string | null }>(`select state, hear_by::text as "hearBy" from concerns where partnership_id = $1 and reference = $2`, [world.partnershipId, reference])).rows[0];

type Kept = { event: string; person_id: string; reference: string | null; forum_id: string | null; case_id: string | null; particulars: Record<string, unknown> };
export const eventsOf = async (world: World, event?: string) =>
  (await owner.query<Kept>("select event, person_id, reference, forum_id, case_id, particulars from audit_events where partnership_id = $1 and ($2::text is null or event = $2) order by seq", [world.partnershipId, event ?? null])).rows;
export const mailsTo = async (who: Actor) =>
  (await owner.query<{ template: string; facts: Record<string, unknown> }>("select template, facts from mails where person_id = $1 and template like 'concern.%' order by made_at, template", [who.personId])).rows;
export const key = () => ({ submissionKey: randomUUID() });
