import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { TotalsPeriod } from "@/domain/evaluation/inputs.ts";
import { type Measure, viewTotals } from "@/domain/evaluation/queries/view-totals.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, anActionOn, aMeetingOn, daysLater, now } from "../cases/arranged.ts";

// Rules 25 and 26: the evaluator sees totals, those under 5 withheld, and no case.

let world: World;
let daniel: Actor;
const evaluator = async (of: World) => {
  await insert("partnership_offices", { id: randomUUID(), partnership_id: of.partnershipId, person_id: of.people.bystander.personId, office: "evaluator", from_on: "2025-01-01" });
  return of.people.bystander;
};
beforeAll(async () => {
  world = await aPartnership();
  daniel = await evaluator(world);
  for (let n = 0; n < 6; n += 1) await aCase(world, {}, world.people.coordinator, daysLater(-30 - n));
  const old = await aCase(world, {}, world.people.coordinator, daysLater(-400));
  for (let n = 0; n < 3; n += 1) await anActionOn(world, old, await aMeetingOn(world, old, { state: "closed", closed_at: now }), world.people.housing, "verified");
  await owner.query("update actions set ended_at = $1", [daysLater(-30)]);
  await owner.query("update meetings set starts_at = $1", [daysLater(-30)]);
  for (let n = 0; n < 4; n += 1) await aCase(world, { forumId: world.forums.NOR }, world.people.northChair, daysLater(-30));
});

const total = async (forum: string, measure: Measure, over: { from?: string; until?: string } = {}) =>
  (await viewTotals(daniel, { from: null, until: null, ...over }, now))?.forums.find((one) => one.forum === `${forum} forum`)?.totals[measure];

test("counts by forum in a period, the last twelve months where none is asked", async () => {
  expect(await viewTotals(daniel, { from: null, until: null }, now)).toMatchObject({ from: "2025-11", until: "2026-10" });
  expect(await total("CEN", "cases_taken")).toBe(6);
  expect(await total("CEN", "cases_open")).toBe(7);
  expect(await total("CEN", "cases_taken", { from: "2025-01" })).toBe(7);
  expect(await total("CEN", "cases_taken", { from: "2026-08", until: "2026-09" })).toBe(0);
  expect(await total("MARP", "cases_taken")).toBe(0);
});

test("withholds a count from 1 to 4, and shows none that would give it away", async () => {
  expect(await total("NOR", "cases_taken")).toBeNull();
  expect(await total("CEN", "meetings_held")).toBeNull();
  expect(await total("CEN", "actions_verified")).toBeNull();
  await aCase(world, { forumId: world.forums.NOR }, world.people.northChair, daysLater(-30));
  expect(await total("NOR", "cases_taken")).toBe(5);
});

test("is of whole months that are over: a day more or less, or asked a day later, changes nothing", async () => {
  const own = await aPartnership("Safer Months");
  const who = await evaluator(own);
  for (let n = 0; n < 6; n += 1) await aCase(own, {}, own.people.coordinator, new Date(`2026-10-${10 + n}T12:00:00Z`));
  const taken = async (from: string, until: string, at = now) =>
    (await transact({ ...who, now: at }, (tx) => tx.$queryRaw<{ total: number }[]>`select total from app.evaluation_totals(${from}::date, ${until}::date) where forum = 'CEN forum' and measure = 'cases_taken'`))[0]?.total;
  for (const [from, until] of [["2026-10-01", "2026-10-31"], ["2026-10-12", "2026-10-13"], ["2026-10-31", "2026-10-01"]] as const) expect(await taken(from, until), `${from} to ${until}`).toBe(6);
  expect(await taken("2026-09-30", "2026-09-30")).toBe(0);
  // the running month is counted when it is over
  await aCase(own, {}, own.people.coordinator, new Date("2026-11-05T12:00:00Z"));
  expect(await taken("2026-10-01", "2026-11-30")).toBe(6);
  expect(await taken("2026-11-01", "2026-11-21")).toBe(0);
  expect(await taken("2026-10-01", "2026-11-30", new Date("2026-12-01T00:00:00Z"))).toBe(7);
  expect(await viewTotals(who, { from: "2026-10", until: "2027-03" }, now)).toMatchObject({ from: "2026-10", until: "2026-10" });
  expect(await viewTotals(who, { from: "2026-10", until: "2026-08" }, now)).toMatchObject({ from: "2026-08", until: "2026-08" });
});

test.each([[{}, null], [{ from: "2026-13" }, null], [{ from: "2026-10-05" }, null], [{ from: ["2026-10", "2026-09"] }, null], [{ from: "2026-10" }, "2026-10"]])("an address that asks %j reads as a month or as nothing", (typed, from) => {
  expect(TotalsPeriod.parse(typed)).toEqual({ from, until: null });
});

test("opens no case, meeting, action or person's words to the evaluator", async () => {
  expect(await transact({ ...daniel, now }, async (tx) => [await tx.case.count(), await tx.caseTwin.count(), await tx.meeting.count(), await tx.action.count(), await tx.caseContent.count(), await tx.protectedParticular.count()])).toEqual([0, 0, 0, 0, 0, 0]);
});

test.each(["chair", "coordinator", "housing", "governance", "administrator", "northMember"] as const)('is not for the %s, who lacks "evaluation.read", in the database neither', async (who) => {
  expect(await viewTotals(world.people[who], { from: null, until: null }, now)).toBeNull();
  expect(await transact({ ...world.people[who], now }, (tx) => tx.$queryRaw`select * from app.evaluation_totals('2025-01-01', '2026-12-31')`)).toEqual([]);
  expect(can({ present: true, appointments: [], memberships: [], partnershipOffices: ["administrator", "information_governance"], vacantChairs: [] }, "evaluation.read")).toBe(false);
});

test("counts nothing of another partnership, and ends with the office", async () => {
  const other = await aPartnership("Safer Other");
  const theirs = await evaluator(other);
  const seen = await viewTotals(theirs, { from: null, until: null }, now);
  expect(seen?.forums.map(({ totals }) => totals.cases_taken)).toEqual([0, 0, 0]);
  await owner.query("update partnership_offices set until_on = '2026-11-20' where person_id = $1", [theirs.personId]);
  expect(await viewTotals(theirs, { from: null, until: null }, now)).toBeNull();
});

describe("concerns and referrals", () => {
  let own: World;
  let who: Actor;
  let ward: string | undefined;
  let many = 0;
  beforeAll(async () => {
    own = await aPartnership("Safer Heard");
    who = await evaluator(own);
    ward = (await owner.query<{ id: string }>("select id from wards where partnership_id = $1", [own.partnershipId])).rows[0]?.id;
  });
  const of = () => ({ partnership_id: own.partnershipId, forum_id: own.forums.CEN });
  /** One raised on a day, promised an answer by another, and answered or not. */
  async function aConcern(raised: string, hearBy: string, kind: string | null, decided: string | null, toldOn: string | null = null) {
    many += 1;
    const [id, answerId] = [randomUUID(), randomUUID()];
    await insert("concerns", { ...of(), id, reference: `CEN-C${900 + many}`, ward_id: ward, raised_by_id: own.people.councillor.personId, recorded_by_id: own.people.councillor.personId, state: kind ?? "raised", frequency: "weekly", tried: "surgery", may_tell: "yes", written_at: raised, raised_at: raised, hear_by: hearBy, ...(decided ? { decided_at: decided } : {}) });
    if (kind) await insert("concern_answers", { ...of(), id: answerId, concern_id: id, kind, words: "x", given_by_id: own.people.chair.personId, given_at: decided });
    if (toldOn) await insert("concern_tellings", { ...of(), answer_id: answerId, concern_id: id, told_on: toldOn, told_by_id: own.people.councillor.personId, told_at: `${toldOn}T10:00:00Z` });
  }
  const seen = async (period = { from: "2026-08", until: "2026-09" }) => (await viewTotals(who, period, now))?.forums.find(({ forum }) => forum === "CEN forum")?.totals;

  test("count in the month in which they came, with what became of them; days are working days, across a bank holiday", async () => {
    // Friday before the August bank holiday to the Tuesday after it: one working day
    for (let n = 0; n < 5; n += 1) await aConcern("2026-08-28T09:00:00Z", "2026-09-07", "taken", "2026-09-01T09:00:00Z", "2026-09-02");
    for (let n = 0; n < 5; n += 1) await aConcern("2026-09-10T09:00:00Z", "2026-09-17", "declined", "2026-09-24T09:00:00Z");
    for (let n = 0; n < 2; n += 1) await aConcern("2026-09-14T09:00:00Z", "2026-09-21", null, null);
    expect(await seen()).toMatchObject({ concerns_raised: 12, concerns_taken: 5, concerns_declined: 5, concerns_redirected: 0, concerns_escalated: 0, concerns_late: 7, concerns_told: 5, concerns_days: 1 });
    expect(await seen({ from: "2026-08", until: "2026-08" })).toMatchObject({ concerns_raised: 5, concerns_late: 0 });
    expect(await seen({ from: "2026-07", until: "2026-07" })).toMatchObject({ concerns_raised: 0, concerns_days: "none", referrals_raised: 0, referrals_days: "none" });
    await insert("bank_holidays", { partnership_id: own.partnershipId, on_day: "2026-09-01", name: "Fair day" });
    expect(await seen({ from: "2026-08", until: "2026-08" })).toMatchObject({ concerns_days: 0 });
  });

  test("a part is withheld where what is left of the whole would point at somebody", async () => {
    // of nine in September two wait: seven that are not declined, or the five that are, leave four
    for (let n = 0; n < 2; n += 1) await aConcern("2026-09-15T09:00:00Z", "2026-09-22", "declined", "2026-09-17T09:00:00Z");
    expect(await seen({ from: "2026-09", until: "2026-09" })).toMatchObject({ concerns_raised: 9, concerns_declined: null });
  });

  test("referrals are counted from their sending to the last answer that decided", async () => {
    for (let n = 0; n < 6; n += 1) {
      const id = randomUUID();
      await insert("referrals", { ...of(), id, agency_id: own.agencies.housing, person_id: own.people.housing.personId, reference: `CEN-R${900 + n}`, state: "taken", started_at: "2026-09-01T09:00:00Z", sent_at: "2026-09-01T09:00:00Z", answer_by: "2026-09-08" });
      for (const [kind, at] of [["more_asked", "2026-09-02T09:00:00Z"], ["taken", "2026-09-04T09:00:00Z"]]) await insert("referral_decisions", { id: randomUUID(), partnership_id: own.partnershipId, referral_id: id, kind, reason: "x", decided_by_id: own.people.chair.personId, decided_at: at });
    }
    expect(await seen()).toMatchObject({ referrals_raised: 6, referrals_taken: 6, referrals_declined: 0, referrals_late: 0, referrals_days: 3 });
  });

  test.each(["chair", "councillor", "governance", "administrator"] as const)("are not counted for the %s", async (role) => {
    expect(await transact({ ...own.people[role], now }, (tx) => tx.$queryRaw`select * from app.heard_totals('2025-01-01', '2026-12-31', '{}')`)).toEqual([]);
  });
});
