import type { Actor } from "@/domain/kernel/actor.ts";
import { assessRisk } from "@/domain/risk/commands/assess-risk.ts";
import { beginStepDown } from "@/domain/step-downs/commands/begin-step-down.ts";
import { keepAssessment } from "@/domain/step-downs/commands/keep-assessment.ts";
import { keepTelling } from "@/domain/step-downs/commands/keep-telling.ts";
import { keepWatch } from "@/domain/step-downs/commands/keep-watch.ts";
import { signStepDown } from "@/domain/step-downs/commands/sign-step-down.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { owner } from "../../support/database.ts";
import type { World } from "../../support/world.ts";
import { aCase, type ArrangedCase, now } from "../cases/arranged.ts";

export const high = { frequency: "3", escalation: "2", targeting: "2", vulnerability: "2", impact: "2", support: "0", judgement: "", judgementReason: "" };
export const medium = { frequency: "1", escalation: "1", targeting: "2", vulnerability: "2", impact: "1", support: "0", judgement: "", judgementReason: "" };
export const said = { changed: "The nights are quiet.", evidence: "Nine weeks without a report; the caretaker looks in.", voice: "I sleep in my bed again.", voiceMissing: "" };
export const watchOf = (world: World, over: Record<string, unknown> = {}) => ({ leadAgencyId: world.agencies.housing, watchMonths: "6", checks: "thirds", returnTrigger: "A report of banging at night, or post that is opened", ...over });
export const tellingOf = (world: World, over: Record<string, unknown> = {}) => ({ raiserToldById: world.agencies.council, raiserNotTold: "", victimToldById: world.agencies.housing, victimNotTold: "", tellable: "The agencies have finished, and housing keeps an eye on it.", ...over });

export const caseOf = async (id: string) => (await owner.query<{ stage: string; version: number; closed_on: string | null }>("select stage, version, closed_on::text from cases where id = $1", [id])).rows[0];
export type Kept = { id: string; version: number; end: string | null; is_repeat: boolean; watch_until: string | null; meeting_id: string | null; check_months: number; signed_by_id: string | null; ended_by_id: string | null };
export const stepDownsOf = async (id: string): Promise<Kept[]> =>
  (await owner.query<Kept>('select id, version, "end", is_repeat, watch_until::text, meeting_id, check_months, signed_by_id, ended_by_id from step_downs where case_id = $1 order by begun_at, id', [id])).rows;
/** The version a form of the step-down was drawn from. */
export const versionOf = async (found: ArrangedCase): Promise<number> => (await stepDownsOf(found.id)).find(({ end }) => end === null)?.version ?? 1;

export function done<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

type Part = "begin" | "assessment" | "risk" | "watch" | "telling";
/** Prepares a step-down as the coordinator does, but for the parts left out. */
export async function prepare(world: World, found: ArrangedCase, { at = now, without = [], watch = {}, telling = {} }: { at?: Date; without?: Part[]; watch?: Record<string, unknown>; telling?: Record<string, unknown> } = {}): Promise<void> {
  const { coordinator } = world.people;
  const { reference } = found;
  const seen = async () => ({ reference, version: await versionOf(found) });
  if (without.includes("begin")) return;
  done(await beginStepDown(coordinator, { reference }, at));
  if (!without.includes("assessment")) done(await keepAssessment(coordinator, { ...(await seen()), ...said }, at));
  if (!without.includes("risk")) for (const scores of [high, medium]) done(await assessRisk(coordinator, { reference, version: (await caseOf(found.id))?.version, ...scores }, new Date(at.getTime() + (scores === high ? 1 : 2))));
  if (!without.includes("watch")) done(await keepWatch(coordinator, { ...(await seen()), ...watchOf(world, watch) }, at));
  if (!without.includes("telling")) done(await keepTelling(coordinator, { ...(await seen()), ...tellingOf(world, telling) }, at));
}

export const sign = async (who: Actor, found: ArrangedCase, at = now, over: Record<string, unknown> = {}) =>
  signStepDown(who, { reference: found.reference, version: await versionOf(found), betweenReason: "The next meeting is six weeks away", signs: "yes", ...over }, at);

/** A case under watch since `at`. */
export async function aWatchedCase(world: World, at = now, watch: Record<string, unknown> = {}): Promise<ArrangedCase> {
  const found = await aCase(world, {}, world.people.coordinator, at);
  await prepare(world, found, { at, watch });
  done(await sign(world.people.chair, found, at));
  return found;
}
