import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { dayOf } from "@/domain/kernel/dates.ts";
import type { Outcome } from "@/domain/kernel/outcome.ts";
import { type Permission, policy } from "@/domain/kernel/policy.ts";
import { caseMoves } from "@/domain/cases/lifecycle.ts";
import { assessRisk } from "@/domain/risk/commands/assess-risk.ts";
import { beginStepDown } from "@/domain/step-downs/commands/begin-step-down.ts";
import { checkIn } from "@/domain/step-downs/commands/check-in.ts";
import { closeCase } from "@/domain/step-downs/commands/close-case.ts";
import { dropStepDown } from "@/domain/step-downs/commands/drop-step-down.ts";
import { keepAssessment } from "@/domain/step-downs/commands/keep-assessment.ts";
import { keepTelling } from "@/domain/step-downs/commands/keep-telling.ts";
import { keepWatch } from "@/domain/step-downs/commands/keep-watch.ts";
import { returnCase } from "@/domain/step-downs/commands/return-case.ts";
import { signStepDown } from "@/domain/step-downs/commands/sign-step-down.ts";
import { undoStepDown } from "@/domain/step-downs/commands/undo-step-down.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { chanceFrom } from "../../support/chance.ts";
import { aCase, aMeetingOn, type ArrangedCase, anActionOn } from "../cases/arranged.ts";
import { caseOf, medium, prepare, said, sign, stepDownsOf, tellingOf, versionOf, watchOf } from "./arranged.ts";
import { attempt, begun, type CaseAct, caseActs, mayDo, type Modelled, type Role, roles } from "./model.ts";

// Cases at random: after each act, what was answered and where the case stands are compared with the rules written down a second time.
// `npm run prove -- cases` walks thousands of acts; the tests take a seeded sample.
const isWhole = process.env.PROVE === "whole";
const seeds = process.env.PROVE_SEED ? [Number(process.env.PROVE_SEED)] : isWhole ? Array.from({ length: 20 }, (_, i) => 300 + i) : [20];
const acts = isWhole ? 200 : 60;
const start = new Date("2026-02-10T09:00:00Z");

const actorOf = (world: World, role: Role): Actor => ({ chair: world.people.chair, deputy: world.people.deputy, coordinator: world.people.coordinator, lead: world.people.housing, member: world.people.probation, outsider: world.people.northChair })[role];
const answerOf = (outcome: Outcome<unknown>): string => (outcome.ok ? "ok" : outcome.problem.kind);

async function send(world: World, found: ArrangedCase, act: CaseAct, who: Actor, at: Date): Promise<string> {
  const { reference } = found;
  const seen = { reference, version: await versionOf(found) };
  const because = { ...seen, reason: "It was agreed" };
  const sent: Record<CaseAct, () => Promise<Outcome<unknown>>> = {
    score: async () => assessRisk(who, { reference, version: (await caseOf(found.id))?.version, ...medium }, at),
    begin: () => beginStepDown(who, { reference }, at),
    assessment: () => keepAssessment(who, { ...seen, ...said }, at),
    watch: () => keepWatch(who, { ...seen, ...watchOf(world) }, at),
    telling: () => keepTelling(who, { ...seen, ...tellingOf(world) }, at),
    drop: () => dropStepDown(who, seen, at),
    sign: () => signStepDown(who, { ...seen, betweenReason: "Agreed by telephone", signs: "yes" }, at),
    undo: () => undoStepDown(who, because, at),
    return: () => returnCase(who, because, at),
    close: () => closeCase(who, because, at),
    quiet: () => checkIn(who, { reference, finding: "quiet", note: "Nothing to report" }, at),
    trigger: () => checkIn(who, { reference, finding: "trigger_met", note: "It has begun again" }, at),
  };
  return answerOf(await sent[act]());
}

/** What holds of every case at any moment, read as the owner of the tables. */
async function broken(world: World): Promise<string[]> {
  const { rows } = await owner.query<{ reference: string; what: string }>(
    `select c.reference, what from cases c cross join lateral (
        select 'is stepped down without a watch, or watched without being stepped down' as what where (c.stage = 'stepped_down') <> exists (select 1 from step_downs s where s.case_id = c.id and s.signed_at is not null and s.ended_at is null)
        union all select 'is closed and under watch or prepared' where c.stage = 'closed' and exists (select 1 from step_downs s where s.case_id = c.id and s.ended_at is null and s.signed_at is not null)
        union all select 'has an open action while the forum does not work on it' where c.stage <> 'open' and exists (select 1 from actions a where a.case_id = c.id and a.state in ('recorded', 'assigned', 'accepted', 'in_progress', 'reported_done'))
        union all select 'has no next step: neither open, nor watched by an agency until a day, nor closed on one' where not (c.stage = 'open' or (c.stage = 'closed' and c.closed_on is not null)
          or exists (select 1 from step_downs s where s.case_id = c.id and s.ended_at is null and s.lead_agency_id is not null and s.watch_until is not null))
        union all select 'was stepped down without an assessment, a scoring or a word on who tells whom' where exists (select 1 from step_downs s left join step_down_words w on w.step_down_id = s.id where s.case_id = c.id and s.signed_at is not null
          and (w.changed is null or w.evidence is null or not exists (select 1 from risk_assessments r where r.case_id = c.id and r.assessed_at <= s.signed_at)))
        union all select 'has another risk than its latest scoring says' where exists (select 1 from risk_assessments r join case_contents k on k.case_id = r.case_id where r.case_id = c.id
          and r.assessed_at = (select max(assessed_at) from risk_assessments x where x.case_id = c.id) and r.risk <> k.risk)) found
      where c.partnership_id = $1`,
    [world.partnershipId],
  );
  return rows.map(({ reference, what }) => `${reference} ${what}`);
}

test.each(seeds)("walk %i: every case answers as the rules say, and stands where they leave it", async (seed) => {
  const world = await aPartnership(`Safer Cases ${seed}`);
  const chance = chanceFrom(seed);
  let at = start;
  const cases: { found: ArrangedCase; model: Modelled }[] = [];
  for (let n = 0; n < 3; n += 1) cases.push({ found: await aCase(world, {}, world.people.coordinator, at), model: begun() });
  const answered: Record<string, number> = {};
  for (let step = 0; step < acts; step += 1) {
    // minutes, days or months pass; the day of opening counts as the day of the first scoring
    at = new Date(at.getTime() + 60_000 + chance.below(4) * chance.below(12) * 86_400_000);
    const one = chance.of(cases);
    if (!one) throw new Error("a walk without cases");
    // a scoring on a later day than the opening counts as scored again by itself
    // mostly something that can be done, so that cases get somewhere; each closes once in a while
    const possible = caseActs.filter((each) => (each !== "close" && each !== "drop") || chance.below(4) === 0).filter((each) => attempt(one.model, "chair", each, at.getTime(), dayOf(at)).answer === "ok" && (each !== "score" || !one.model.scoredSince));
    const act = (chance.below(4) > 0 ? chance.of(possible) : chance.of(caseActs)) ?? "score";
    const role = chance.below(4) === 0 ? (chance.of(roles) ?? "chair") : (chance.of(mayDo[act]) ?? "chair");
    const expected = attempt(one.model, role, act, at.getTime(), dayOf(at));
    const after = act === "score" && expected.answer === "ok" && dayOf(at) > dayOf(start) ? { ...expected.after, scoredSince: true } : expected.after;
    const label = `seed ${seed}, step ${step}, ${at.toISOString()}: ${role} ${act} on a case that is ${one.model.stage}`;
    expect(await send(world, one.found, act, actorOf(world, role), at), label).toBe(expected.answer);
    one.model = after;
    const stands = await stepDownsOf(one.found.id);
    expect({ stage: (await caseOf(one.found.id))?.stage, ended: stands.flatMap(({ end }) => end ?? []).toSorted(), repeats: stands.filter((each) => each.is_repeat).length }, label).toEqual({ stage: after.stage, ended: after.ended.toSorted(), repeats: after.repeats });
    expect(await broken(world), label).toEqual([]);
    answered[expected.answer] = (answered[expected.answer] ?? 0) + 1;
    if (after.stage === "closed") cases.splice(cases.indexOf(one), 1, { found: await aCase(world, {}, world.people.coordinator, at), model: { ...begun(), openActions: 0 } });
  }
  process.stdout.write(`cases ${seed}: ${acts} acts to ${at.toISOString().slice(0, 10)}; ${Object.entries(answered).map(([answer, many]) => `${many} ${answer}`).join(", ")}\n`);
}, isWhole ? 900_000 : 300_000);

/** Where a case or its step-down can be; each is arranged anew for each cell. */
const standings = ["open", "prepared", "lacking", "actions", "watched", "closed"] as const;
type Standing = (typeof standings)[number];

async function arrange(world: World, standing: Standing): Promise<{ found: ArrangedCase; model: Modelled }> {
  const found = await aCase(world, {}, world.people.coordinator, start);
  const whole = { assessment: true, watch: true, telling: true };
  const at = new Date(start.getTime() + 60_000);
  const scored = { scorings: 2, scoredSince: true };
  if (standing === "open") return { found, model: begun() };
  await prepare(world, found, { at, without: standing === "lacking" ? ["watch"] : [] });
  if (standing === "prepared") return { found, model: { ...begun(), ...scored, prepared: whole } };
  if (standing === "lacking") return { found, model: { ...begun(), ...scored, prepared: { ...whole, watch: false } } };
  if (standing === "actions") {
    const meeting = await aMeetingOn(world, found, { state: "closed", starts_at: start });
    await anActionOn(world, found, meeting, world.people.police);
    return { found, model: { ...begun(), ...scored, prepared: whole, openActions: 1 } };
  }
  const signed = await sign(world.people.chair, found, new Date(at.getTime() + 60_000));
  if (!signed.ok) throw new Error(JSON.stringify(signed.problem));
  if (standing === "closed") {
    const closed = await closeCase(world.people.chair, { reference: found.reference, version: await versionOf(found), reason: "The watch is over" }, new Date(at.getTime() + 120_000));
    if (!closed.ok) throw new Error(JSON.stringify(closed.problem));
    return { found, model: { ...begun(), ...scored, stage: "closed", ended: ["closed"] } };
  }
  return { found, model: { ...begun(), ...scored, stage: "stepped_down", watch: { signedAt: at.getTime() + 60_000, signedOn: dayOf(at) } } };
}

const permissionOf: Record<CaseAct, Permission> = {
  score: "case.assessRisk", begin: "case.prepareStepDown", assessment: "case.prepareStepDown", watch: "case.prepareStepDown", telling: "case.prepareStepDown", drop: "case.prepareStepDown", sign: "case.stepDown",
  undo: "case.undoStepDown", return: "case.returnFromWatch", close: "case.close", quiet: "watch.checkIn", trigger: "watch.checkIn",
};

test("the second telling of who may agrees with the policy table, and of where a case may go with the table of moves", () => {
  const holders: Record<Role, readonly string[]> = { chair: ["chair in force", "chair's office"], deputy: ["chair's office"], coordinator: ["chair's office"], lead: ["lead agency"], member: [], outsider: [] };
  for (const act of caseActs) expect(roles.filter((role) => policy[permissionOf[act]].some((holder) => holders[role].includes(holder))), act).toEqual(roles.filter((role) => mayDo[act].includes(role)));
  expect(caseMoves).toEqual({ open: ["stepped_down", "closed"], stepped_down: ["open", "closed"], closed: [] });
});

// every standing × role × act; the tests take every fifth of them, the proof all
const cells = standings.flatMap((standing) => roles.flatMap((role) => caseActs.map((act) => ({ standing, role, act }))));
test.each(standings)("%s: each role and each act answers as the rules say, and nothing else moves", async (standing) => {
  const world = await aPartnership(`Safer ${standing} ${randomUUID().slice(0, 4)}`);
  const at = new Date(start.getTime() + 10 * 60_000);
  const mine = cells.filter((cell) => cell.standing === standing).filter((_, index) => isWhole || index % 5 === standings.indexOf(standing) % 5);
  let arranged: Awaited<ReturnType<typeof arrange>> | undefined;
  for (const { role, act } of mine) {
    arranged ??= await arrange(world, standing);
    const { found, model } = arranged;
    const { answer, after } = attempt(model, role, act, at.getTime(), dayOf(at));
    expect(await send(world, found, act, actorOf(world, role), at), `${standing}: ${role} ${act}`).toBe(answer);
    expect((await caseOf(found.id))?.stage, `${standing}: ${role} ${act}`).toBe(after.stage);
    expect(await broken(world), `${standing}: ${role} ${act}`).toEqual([]);
    // what changed it has used it up
    if (answer === "ok") arranged = undefined;
  }
  process.stdout.write(`${standing}: ${mine.length} of ${cells.length} cells\n`);
}, isWhole ? 900_000 : 300_000);
