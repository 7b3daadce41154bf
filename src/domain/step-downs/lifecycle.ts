import type { Prisma, Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import { type HeldCase, moveCase, subjectOf } from "../cases/lifecycle.ts";
import { countOpenActions } from "../action-plan/queries/count-open-actions.ts";
import type { Actor } from "../kernel/actor.ts";
import { asDate, type Day, dayOf } from "../kernel/dates.ts";
import type { StepDownEnd } from "../kernel/enums.ts";
import { refuse } from "../kernel/outcome.ts";
import { isRepeat, lackingIn, type Prepared, type StepDownPart } from "./rules.ts";

export type HeldStepDown = Prepared & {
  id: string;
  version: number;
  signedAt: Date | null;
  signedOn: Day | null;
  lastDay: Day | null;
  end: StepDownEnd | null;
};

/** Where a step-down goes, from being prepared to its end. Drawn in docs/generated/lifecycles.md. */
export const stepDownMoves = {
  preparing: ["watching", "dropped"],
  watching: ["undone", "returned", "closed"],
  dropped: [],
  undone: [],
  returned: [],
  closed: [],
} as const;

/** The step-down of a case that this transaction holds: the one being prepared or watched, if there is one. */
export async function findRunning(tx: Tx, { id }: Pick<HeldCase, "id">): Promise<HeldStepDown | undefined> {
  const rows = await tx.$queryRaw<Omit<HeldStepDown, "openActions">[]>`
    select s.id, s.version, s.signed_at as "signedAt", (s.signed_at at time zone 'Europe/London')::date::text as "signedOn", s.watch_until::text as "lastDay", s."end",
      s.lead_agency_id as "leadAgencyId", s.watch_months::int as "watchMonths", s.check_months::int as "checkMonths", s.return_trigger as "returnTrigger",
      s.raiser_told_by_id as "raiserToldById", s.victim_told_by_id as "victimToldById", w.changed, w.evidence, w.voice, w.voice_missing as "voiceMissing",
      w.raiser_not_told as "raiserNotTold", w.victim_not_told as "victimNotTold", w.tellable, app.is_rescored(s.case_id) as rescored
    from step_downs s left join step_down_words w on w.partnership_id = s.partnership_id and w.step_down_id = s.id where s.case_id = ${id}::uuid and s.ended_at is null`;
  return rows[0] && { ...rows[0], openActions: await countOpenActions(tx, id) };
}

const refusalOf = { assessment: "case.notAssessed", risk: "case.notRescored", watch: "case.watchNotSet", telling: "case.tellingNotSet" } as const satisfies Record<Exclude<StepDownPart, "actions">, string>;

/** What stands in the way of signing, the first of it by name (rules 22 and 23). */
export function refuseUnlessWhole(held: Prepared): void {
  if (held.openActions > 0) refuse("case.actionsStillOpen", { open: held.openActions });
  for (const part of lackingIn(held)) if (part !== "actions") refuse(refusalOf[part]);
}

/** Writes to a step-down that this transaction holds by its case. */
export async function changeStepDown(tx: Tx, { partnershipId }: Pick<Actor, "partnershipId">, { id }: Pick<HeldStepDown, "id">, data: Prisma.StepDownUncheckedUpdateManyInput): Promise<void> {
  await tx.stepDown.updateMany({ where: { partnershipId, id }, data: { ...data, version: { increment: 1 } } });
}

/** Ends a watch, and with it moves the case: back to the forum, or to its end. One that is only prepared is dropped. */
export async function endWatch(tx: Tx, actor: Actor, held: HeldCase, running: HeldStepDown, { end, reason, now }: { end: Exclude<StepDownEnd, "dropped">; reason: string | null; now: Date }): Promise<Recorded[]> {
  const today = dayOf(now);
  const repeat = end === "returned" && running.signedOn !== null && isRepeat(running.signedOn, today);
  if (reason) await tx.stepDownWords.updateMany({ where: { partnershipId: actor.partnershipId, stepDownId: running.id }, data: { endReason: reason } });
  await changeStepDown(tx, actor, running, { end, endedById: actor.personId, endedAt: now, isRepeat: repeat });
  await moveCase(tx, actor.partnershipId, held, end === "closed" ? "closed" : "open", asDate(today));
  return [endedEvent(held, running, end, repeat)];
}

const endedEvent = (held: HeldCase, { id: stepDownId }: HeldStepDown, end: Exclude<StepDownEnd, "dropped">, repeat: boolean): Recorded => {
  const subject = subjectOf(held);
  if (end === "undone") return { event: "case.stepDownUndone", subject, particulars: { stepDownId } };
  if (end === "returned") return { event: "case.returned", subject, particulars: { stepDownId, isRepeat: repeat } };
  return { event: "case.closed", subject, particulars: { stepDownId } };
};

/** A meeting closes a case that is held: what was prepared is dropped, a watch ends with it. */
export async function endWithCase(tx: Tx, actor: Actor, held: HeldCase, now: Date): Promise<void> {
  const running = await findRunning(tx, held);
  if (running) await changeStepDown(tx, actor, running, { end: running.signedAt ? "closed" : "dropped", endedById: actor.personId, endedAt: now });
}
