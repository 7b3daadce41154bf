import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { recusePerson } from "@/domain/interests/commands/recuse-person.ts";
import type { Actor, Standing } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { assessRisk } from "@/domain/risk/commands/assess-risk.ts";
import { viewRisk } from "@/domain/risk/queries/view-risk.ts";
import { type Tx, transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeetingOn, type ArrangedCase, anActionOn, eventsOf, minutesLater, move, now, signed } from "../cases/arranged.ts";

let world: World;
let found: ArrangedCase;
beforeAll(async () => void (world = await aPartnership()));
beforeEach(async () => void (found = await aCase(world)));

const high = { frequency: "3", escalation: "2", targeting: "2", vulnerability: "2", impact: "2", support: "0" };
const medium = { frequency: "1", escalation: "1", targeting: "2", vulnerability: "2", impact: "1", support: "0" };
const form = (over: Record<string, unknown> = {}) => ({ reference: found.reference, version: "1", ...high, judgement: "", judgementReason: "", ...over });
const kept = async () => (await owner.query("select total, band, risk, judgement_reason, meeting_id, assessed_by_id from risk_assessments where case_id = $1 order by assessed_at", [found.id])).rows;
const riskOf = async () => (await owner.query<{ risk: string }>("select risk from case_contents where case_id = $1", [found.id])).rows[0]?.risk;
const as = <T>(who: Actor, work: (tx: Tx) => Promise<T>) => transact({ ...who, now }, work);

test.each(["chair", "deputy", "coordinator"] as const)("the %s scores a case, its risk follows, and the trail says who without a score", async (who) => {
  expect(await assessRisk(world.people[who], form(), now)).toEqual({ ok: true, value: { reference: found.reference } });
  expect(await kept()).toMatchObject([{ total: 33, band: "high", risk: "high", judgement_reason: null, meeting_id: null, assessed_by_id: world.people[who].personId }]);
  expect(await riskOf()).toBe("high");
  const [event] = (await eventsOf(world, "risk.assessed")).filter(({ case_id }) => case_id === found.id);
  expect(event?.particulars).toEqual({ assessmentId: expect.any(String) });
});

test("scored again, the case follows the latest: from 33 to 21 it falls, and both stand", async () => {
  await assessRisk(world.people.chair, form(), now);
  expect(await assessRisk(world.people.chair, form({ version: "2", ...medium }), minutesLater(5))).toMatchObject({ ok: true });
  expect(await riskOf()).toBe("medium");
  expect((await viewRisk(world.people.chair, found.reference, minutesLater(6)))?.assessments.map(({ total }) => total)).toEqual([21, 33]);
});

test("judgement raises what the matrix says with a reason, and lowers nothing", async () => {
  expect(await assessRisk(world.people.chair, form({ judgement: "medium", judgementReason: "It feels better" }), now)).toMatchObject({ problem: { kind: "invalid", fields: { judgement: [expect.any(String)] } } });
  expect(await assessRisk(world.people.chair, form({ ...medium, judgement: "high" }), now)).toMatchObject({ problem: { kind: "invalid", fields: { judgementReason: [expect.any(String)] } } });
  expect(await kept()).toEqual([]);
  expect(await assessRisk(world.people.chair, form({ ...medium, judgement: "high", judgementReason: "A threat was made on Friday" }), now)).toMatchObject({ ok: true });
  expect(await kept()).toMatchObject([{ total: 21, band: "medium", risk: "high", judgement_reason: "A threat was made on Friday" }]);
});

test("a level that was not chosen, or that there isn't, is told by its question", async () => {
  expect(await assessRisk(world.people.chair, form({ frequency: "", impact: "4" }), now)).toMatchObject({ problem: { kind: "invalid", fields: { frequency: ["Select how often it happens"], impact: ["Select what it does to those harmed"] } } });
});

test("scored while a meeting takes it, it is kept at which", async () => {
  const meeting = await aMeetingOn(world, found);
  await assessRisk(world.people.coordinator, form(), now);
  expect(await kept()).toMatchObject([{ meeting_id: meeting.id }]);
});

test("nobody else scores: members on its register, owners of actions, other forums, governance, other partnerships", async () => {
  const meeting = await aMeetingOn(world, found);
  await signed(world, meeting, world.people.police);
  await anActionOn(world, found, meeting, world.people.housing);
  const elsewhere = await aPartnership("Safer Elsewhere");
  for (const who of [world.people.police, world.people.housing, world.people.councillor, world.people.northChair, world.people.governance, world.people.administrator, world.people.bystander, elsewhere.people.chair]) {
    expect(await assessRisk(who, form(), now), who.name).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await transact({ ...who, now }, async (_, standing) => can(standing as Standing, "case.assessRisk", { forumId: world.forums.CEN })), who.name).toBe(false);
  }
  expect(await kept()).toEqual([]);
});

test("it is read with the record: by the office, the register and the owner of an open action, and by nobody else", async () => {
  await assessRisk(world.people.chair, form(), now);
  expect(await viewRisk(world.people.police, found.reference, now)).toBeNull();
  const meeting = await aMeetingOn(world, found);
  await signed(world, meeting, world.people.police);
  await anActionOn(world, found, meeting, world.people.housing);
  for (const who of ["coordinator", "police", "housing"] as const) {
    expect(await viewRisk(world.people[who], found.reference, now), who).toMatchObject({ risk: "high", assessments: [{ total: 33 }], allowed: { assess: who === "coordinator" } });
  }
  for (const who of ["probation", "councillor", "northChair", "governance", "administrator", "bystander"] as const) expect(await viewRisk(world.people[who], found.reference, now), who).toBeNull();
});

test.each([true, false])("whoever is recused reads and scores nothing, silently %s", async (silent) => {
  await assessRisk(world.people.coordinator, form(), now);
  const meeting = await aMeetingOn(world, found);
  await signed(world, meeting, world.people.police);
  expect(await recusePerson(world.people.chair, { on: found.reference, personId: world.people.police.personId, how: silent ? "silent" : "open", reason: "They are family" }, now)).toMatchObject({ ok: true });
  expect(await viewRisk(world.people.police, found.reference, minutesLater(1))).toBeNull();
  expect(await as(world.people.police, (tx) => tx.riskAssessment.count({ where: { caseId: found.id } }))).toBe(0);
});

test("a closed case is not scored, one that has changed is told, and a form sent twice scores once", async () => {
  expect(await assessRisk(world.people.chair, form({ version: "9" }), now)).toEqual({ ok: false, problem: { kind: "stale" } });
  const twice = form({ submissionKey: randomUUID() });
  expect(await Promise.all([assessRisk(world.people.chair, twice, now), assessRisk(world.people.chair, twice, now)])).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await kept()).toHaveLength(1);
  await move("cases", found.id, { stage: "closed" });
  expect(await assessRisk(world.people.chair, form({ version: "2" }), now)).toMatchObject({ problem: { kind: "refused", rule: "case.notOpen" } });
});

test("the database holds the matrix and the rule, whatever is asked of it", async () => {
  const row = { partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id };
  const insert = (who: Actor, over: Record<string, unknown>) => as(who, (tx) => {
    const all = { ...row, assessed_by_id: who.personId, total: 33, band: "high", risk: "high", reason: null, at: now, ...over };
    return tx.$executeRaw`insert into risk_assessments (id, partnership_id, forum_id, case_id, assessed_by_id, assessed_at, frequency, escalation, targeting, vulnerability, impact, support, total, band, risk, judgement_reason)
      values (gen_random_uuid(), ${all.partnership_id}::uuid, ${all.forum_id}::uuid, ${all.case_id}::uuid, ${all.assessed_by_id}::uuid, ${all.at}::timestamptz, 3, 2, 2, 2, 2, 0, ${all.total}, ${all.band}::risk, ${all.risk}::risk, ${all.reason})`;
  });
  const { chair, police } = world.people;
  await expect(insert(chair, { total: 21 })).rejects.toThrow(/total_is_of_its_levels|23514/);
  await expect(insert(chair, { band: "medium", risk: "medium" })).rejects.toThrow(/band_is_of_its_total|23514/);
  await expect(insert(chair, { risk: "medium" })).rejects.toThrow(/judgement_only_raises|23514/);
  await expect(insert(chair, { assessed_by_id: police.personId })).rejects.toThrow(/row-level security|42501/);
  await expect(insert(chair, { at: minutesLater(-60) })).rejects.toThrow(/row-level security|42501/);
  await expect(insert(chair, { forum_id: world.forums.NOR })).rejects.toThrow(/row-level security|42501/);
  await expect(insert(police, {})).rejects.toThrow(/row-level security|42501/);
  await insert(chair, {});
  await expect(as(chair, (tx) => tx.riskAssessment.updateMany({ where: { caseId: found.id }, data: { total: 3 } }))).rejects.toThrow();
  await expect(as(chair, (tx) => tx.caseContent.update({ where: { caseId: found.id }, data: { risk: "standard" } }))).rejects.toThrow(/follows its latest scoring/);
});
