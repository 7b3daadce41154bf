import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { viewShared } from "@/domain/disclosures/queries/view-shared.ts";
import { addReferred } from "@/domain/referrals/commands/add-referred.ts";
import { askMore } from "@/domain/referrals/commands/ask-more.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { declineReferral } from "@/domain/referrals/commands/decline-referral.ts";
import { joinReferral } from "@/domain/referrals/commands/join-referral.ts";
import { redirectReferral } from "@/domain/referrals/commands/redirect-referral.ts";
import { sendReferral } from "@/domain/referrals/commands/send-referral.ts";
import { takeReferral } from "@/domain/referrals/commands/take-referral.ts";
import { viewReferrals } from "@/domain/referrals/queries/list-referrals.ts";
import { viewReferral } from "@/domain/referrals/queries/view-referral.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { revealParticulars } from "@/domain/cases/commands/reveal-particulars.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, daysLater, eventsOf, minutesLater, now } from "../cases/arranged.ts";
import { aReferral, done, personForm, type Row, stored, versionOf } from "./arrange.ts";

let world: World;
let row: Row;
beforeAll(async () => {
  world = await aPartnership();
  row = await theGateways(world);
});

const seen = async (reference: string) => ({ reference, version: await versionOf(world, reference) });
const twin = { title: "Young person, older boys outside school, Eastholme", summary: "A young person is met by older boys.", wardId: "", involvesChildren: "yes" };
const takeForm = async (reference: string, over: Record<string, unknown> = {}) => ({ ...(await seen(reference)), ...twin, reason: "We take it at the next meeting.", heard: "next", ...over });
const forbidden = (permission: string) => ({ ok: false, problem: { kind: "forbidden", permission } });
const notFound = { ok: false, problem: { kind: "notFound" } };
const shutTo = (in_: World, caseId: string, who: Actor) =>
  insert("recusals", { id: randomUUID(), partnership_id: in_.partnershipId, forum_id: in_.forums.CEN, case_id: caseId, person_id: who.personId, silent: false, reason: "A relative", decided_by_id: in_.people.coordinator.personId, decided_at: now });
const mailsTo = async (reference: string) =>
  (await owner.query<{ template: string; person_id: string; facts: unknown }>("select template, person_id, facts from mails where partnership_id = $1 and facts ->> 'referral' = $2 and template <> 'referral.waiting' order by made_at", [world.partnershipId, reference])).rows;

describe("taking it as a case", () => {
  test("carries over its people, its words, its risk and its ledger, and shows nobody who it is", async () => {
    const reference = await aReferral(world, row, { people: [{}, { role: "location", label: "The food outlet", name: "", bornOn: "", address: "2 Arcade Row", postcode: "HF4 2AB", telephone: "", safeContact: "" }], sharing: { notShared: "Her counselling notes: they are hers." }, risk: { judgement: "" } });
    const { caseReference } = done(await takeReferral(world.people.chair, await takeForm(reference), now));
    const found = await viewCase(world.people.coordinator, caseReference, now);
    expect(found).toMatchObject({ twin: { title: twin.title, subjectType: "victim", involvesChildren: true }, content: { risk: "high", subjects: [{ label: "The food outlet", particulars: null }, { label: "The young person", particulars: null }] } });
    expect(found?.content?.background).toContain("Older boys wait for her");
    expect(found?.content?.background).toContain("Tried before: Two home visits");
    expect((await owner.query("select frequency, total, band, risk from risk_assessments where partnership_id = $1 and case_id = (select id from cases where partnership_id = $1 and reference = $2)", [world.partnershipId, caseReference])).rows).toEqual([{ frequency: 2, total: 39, band: "high", risk: "high" }]);
    done(await revealParticulars(world.people.coordinator, { reference: caseReference, reason: "A home visit is planned" }, now));
    expect((await viewCase(world.people.coordinator, caseReference, minutesLater(1)))?.content?.subjects.map(({ particulars }) => [particulars?.name, particulars?.address, particulars?.safeContact])).toEqual([
      [null, "2 Arcade Row, HF4 2AB", null], ["Keziah Thornbury", "14 Tollgate Mews, HF4 2AB", "Through her aunt; 01632 960001"],
    ]);
    expect(await viewShared(world.people.coordinator, caseReference, now)).toMatchObject({ contributions: [{ agency: "Housing", by: "Zofia Nowak", recipients: ["Council", "Police"], leftOut: "Her health record" }], withheld: [{ agency: "Housing", from: null, what: reference, reason: "Her counselling notes: they are hers." }] });
    expect((await eventsOf(world)).filter((event) => event.reference === caseReference && event.case_id !== null).map(({ event }) => event)).toEqual(expect.arrayContaining(["case.taken", "risk.assessed", "case.subjectAdded", "case.contributed"]));
  });

  test("a law that ended after it was sent is said, with the agencies that it no longer reaches, and nothing is carried", async () => {
    const own = await aPartnership("Safer Ended");
    const laws = await theGateways(own);
    const reference = await aReferral(own, laws);
    const form = { reference, version: await versionOf(own, reference), ...twin, reason: "We take it at the next meeting.", heard: "next" };
    await owner.query("update gateway_recipients set until_on = '2026-10-01' where row_id = (select power_id from referral_gateways where partnership_id = $1 limit 1) and agency_kind = 'police'", [own.partnershipId]);
    expect(await takeReferral(own.people.chair, form, now)).toMatchObject({ ok: false, problem: { kind: "refused", rule: "referral.gatewayEnded", facts: { agencies: ["Police"] } } });
    expect((await owner.query("select from cases where partnership_id = $1", [own.partnershipId])).rowCount).toBe(0);
    await owner.query("update gateway_recipients set until_on = null where partnership_id = $1", [own.partnershipId]);
    await owner.query("update gateway_rows set until_on = '2026-10-01' where id = (select condition_id from referral_gateways where partnership_id = $1 limit 1)", [own.partnershipId]);
    expect(await takeReferral(own.people.chair, form, now)).toMatchObject({ ok: false, problem: { rule: "referral.gatewayEnded", facts: { agencies: ["Council", "Police"] } } });
    await owner.query("update gateway_rows set until_on = null where partnership_id = $1", [own.partnershipId]);
    done(await takeReferral(own.people.chair, form, now));
  });

  test("its referrer reads the answer and its reason, and its mail names nothing", async () => {
    const reference = await aReferral(world, row);
    done(await takeReferral(world.people.chair, await takeForm(reference), now));
    expect(await viewReferral(world.people.housing, reference, now)).toMatchObject({ state: "taken", caseReference: null, answers: [{ kind: "taken", reason: "We take it at the next meeting.", by: "Insp Ruth Calverley" }] });
    expect(await mailsTo(reference)).toEqual([{ template: "referral.answered", person_id: world.people.housing.personId, facts: { referral: reference } }]);
    expect(await viewReferral(world.people.chair, reference, now)).toMatchObject({ caseReference: expect.stringMatching(/^CEN-\d+$/) });
  });

  test("the twin is held against whom it is about, whom the chair was never shown", async () => {
    const reference = await aReferral(world, row);
    const named = async (over: Record<string, unknown>) => takeReferral(world.people.chair, await takeForm(reference, over), now);
    expect(await named({ summary: "The Thornbury girl is met by older boys." })).toEqual({ ok: false, problem: { kind: "refused", rule: "case.twinNamesSomeone", facts: { words: ["Thornbury"] } } });
    expect(await stored(world, reference)).toMatchObject({ state: "sent" });
    expect(await named({ summary: "The Thornbury girl is met by older boys.", namesNobody: "Thornbury" })).toMatchObject({ ok: true });
  });

  test("is for the chair in force alone, once", async () => {
    const reference = await aReferral(world, row);
    for (const who of ["deputy", "coordinator"] as const) expect(await takeReferral(world.people[who], await takeForm(reference), now), who).toEqual(forbidden("referral.decide"));
    for (const who of ["police", "councillor", "northChair", "marpChair", "governance", "bystander"] as const) expect(await takeReferral(world.people[who], await takeForm(reference), now), who).toEqual(notFound);
    const form = await takeForm(reference);
    const both = await Promise.all([takeReferral(world.people.chair, form, now), takeReferral(world.people.chair, form, now)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { rows } = await owner.query("select count(*)::int as n from referral_cases c join referrals r on r.id = c.referral_id where r.partnership_id = $1 and r.reference = $2", [world.partnershipId, reference]);
    expect(rows).toEqual([{ n: 1 }]);
    expect(await declineReferral(world.people.chair, { ...(await seen(reference)), reason: "No." }, now)).toEqual({ ok: false, problem: { kind: "refused", rule: "referral.movedOn", facts: { state: "taken" } } });
  });

  test("a form sent twice takes it once and says the same", async () => {
    const reference = await aReferral(world, row);
    const form = { ...(await takeForm(reference)), submissionKey: randomUUID() };
    const [first, second] = await Promise.all([takeReferral(world.people.chair, form, now), takeReferral(world.people.chair, form, now)]);
    expect(first).toEqual(second);
    expect(first).toMatchObject({ ok: true });
  });
});

describe("joining it to a case", () => {
  test("adds its people and its ledger; its referrer learns that it is taken up, not that there was a case", async () => {
    const found = await aCase(world);
    const reference = await aReferral(world, row, { people: [{ name: "Rosalind Keeble" }] });
    expect(done(await joinReferral(world.people.chair, { ...(await seen(reference)), caseId: found.id, reason: "The meeting takes it up." }, now))).toEqual({ reference, caseReference: found.reference });
    expect((await viewCase(world.people.chair, found.reference, now))?.content?.subjects.map(({ label }) => label)).toEqual(["The resident", "The young person"]);
    expect(await viewReferral(world.people.housing, reference, now)).toMatchObject({ caseReference: null, answers: [{ reason: "The meeting takes it up." }] });
    expect(await viewReferral(world.people.coordinator, reference, now)).toMatchObject({ caseReference: found.reference });
  });

  test("to a case of another forum, a shut one or one that isn't there, it is not joined", async () => {
    const reference = await aReferral(world, row);
    const north = await aCase(world, { forumId: world.forums.NOR }, world.people.northChair);
    const shut = await aCase(world, { name: "Somebody Else", safeContact: "" });
    await shutTo(world, shut.id, world.people.chair);
    for (const caseId of [north.id, shut.id, randomUUID()]) expect(await joinReferral(world.people.chair, { ...(await seen(reference)), caseId, reason: "One matter." }, now)).toEqual(notFound);
    expect((await viewReferral(world.people.chair, reference, now))?.cases.map(({ id }) => id)).not.toEqual(expect.arrayContaining([shut.id]));
  });

  test("its case's twin must not name whom it brings, and a chair who is recused from the case afterwards learns nothing of either", async () => {
    const own = await aPartnership("Safer Joined");
    const rows = await theGateways(own);
    const found = await aCase(own, { summary: "Shouting near the Keeble place at night.", namesNobody: "" });
    const reference = await aReferral(own, rows, { people: [{ name: "Rosalind Keeble" }] });
    const form = async (over: Record<string, unknown> = {}) => ({ reference, version: await versionOf(own, reference), caseId: found.id, reason: "One matter.", ...over });
    expect(await joinReferral(own.people.chair, await form(), now)).toEqual({ ok: false, problem: { kind: "refused", rule: "case.twinNamesSomeone", facts: { words: ["Keeble"] } } });
    done(await joinReferral(own.people.chair, await form({ namesNobody: "Keeble" }), now));
    await shutTo(own, found.id, own.people.chair);
    expect(await viewReferral(own.people.chair, reference, now)).toBeNull();
    expect((await viewReferrals(own.people.chair, {}, now)).triage?.answered).toEqual([]);
    const seenBy = (who: "chair" | "coordinator") => transact({ ...own.people[who], now }, async (tx) => (await tx.$queryRaw<{ n: number }[]>`select count(*)::int as n from referral_cases`)[0]?.n);
    expect([await seenBy("chair"), await seenBy("coordinator")]).toEqual([0, 1]);
  });
});

describe("the other answers", () => {
  test("for another service: its referrer learns which, and the service learns nothing of it", async () => {
    const reference = await aReferral(world, row);
    expect(await redirectReferral(world.people.chair, { ...(await seen(reference)), toAgencyId: randomUUID(), reason: "For probation." }, now)).toEqual({ ok: false, problem: { kind: "invalid", fields: { toAgencyId: ["Select the service that it is for"] } } });
    done(await redirectReferral(world.people.chair, { ...(await seen(reference)), toAgencyId: world.agencies.probation, reason: "Probation works with him already." }, now));
    expect(await viewReferral(world.people.housing, reference, now)).toMatchObject({ state: "redirected", answers: [{ toAgency: "Probation", reason: "Probation works with him already." }] });
    expect(await viewReferral(world.people.probation, reference, now)).toBeNull();
  });

  test("not for this meeting: with a reason, always", async () => {
    const reference = await aReferral(world, row);
    expect(await declineReferral(world.people.chair, { ...(await seen(reference)), reason: " " }, now)).toEqual({ ok: false, problem: { kind: "invalid", fields: { reason: ["Enter the answer to the referrer, with its reason"] } } });
    done(await declineReferral(world.people.chair, { ...(await seen(reference)), reason: "One service can do this." }, now));
    expect(await viewReferral(world.people.housing, reference, now)).toMatchObject({ state: "declined", answers: [{ reason: "One service can do this." }] });
  });

  test("more is asked: it goes back to its writer, who answers; the clock runs on from the first sending", async () => {
    const reference = await aReferral(world, row);
    const first = await stored(world, reference);
    done(await askMore(world.people.coordinator, { ...(await seen(reference)), reason: "Who else lives there?" }, now));
    expect(await mailsTo(reference)).toMatchObject([{ template: "referral.moreAsked" }]);
    expect(await viewReferral(world.people.housing, reference, daysLater(1))).toMatchObject({ state: "more_asked", allowed: { write: true } });
    expect(await takeReferral(world.people.chair, await takeForm(reference), daysLater(1))).toMatchObject({ problem: { rule: "referral.movedOn" } });
    done(await addReferred(world.people.housing, { ...(await seen(reference)), ...personForm({ label: "The brother", name: "Silas Thornbury" }) }, daysLater(1)));
    expect(await sendReferral(world.people.housing, { ...(await seen(reference)) }, daysLater(1))).toEqual({ ok: false, problem: { kind: "refused", rule: "referral.answerFirst", facts: {} } });
    done(await sendReferral(world.people.housing, { ...(await seen(reference)), answer: "Her brother." }, daysLater(1)));
    const again = await viewReferral(world.people.chair, reference, daysLater(3));
    // sent on Saturday 21 November: Monday and Tuesday have begun since
    expect(again).toMatchObject({ state: "sent", waited: 2, sendings: [{ answer: "Her brother." }, { answer: null }] });
    expect(await stored(world, reference)).toMatchObject({ sent_at: first?.sent_at, answer_by: first?.answer_by });
    const words = await owner.query<{ words: { matter: { happening: string } } }>("select words from referral_sendings s join referrals r on r.id = s.referral_id where r.partnership_id = $1 and r.reference = $2", [world.partnershipId, reference]);
    expect(words.rows.map((one) => one.words.matter.happening.slice(0, 10))).toEqual(["Older boys", "Older boys"]);
  });

  test("its clock and its evidence can't be moved by anybody", async () => {
    const reference = await aReferral(world, row);
    const { id } = await stored(world, reference);
    await expect(transact({ ...world.people.chair, now }, (tx) => tx.$executeRaw`update referrals set sent_at = now() where id = ${id}::uuid`)).rejects.toThrow();
    await expect(transact({ ...world.people.housing, now }, (tx) => tx.$executeRaw`update referrals set state = 'taken' where id = ${id}::uuid`)).resolves.toBe(0);
    await expect(owner.query("update referral_sendings set answer = 'x' where referral_id = $1", [id])).rejects.toThrow("evidence");
    await expect(transact({ ...world.people.chair, now }, (tx) => tx.$executeRaw`update referral_matters set happening = 'x' where referral_id = ${id}::uuid`)).resolves.toBe(0);
  });
});

test("what waits is told children first, then the oldest, with its threshold in words and its age in working days", async () => {
  const own = await aPartnership("Safer Waiting");
  const rows = await theGateways(own);
  const grown = { matter: { involvesChildren: "" }, people: [{ bornOn: "1980-01-01" }] };
  const older = await aReferral(own, rows, grown, own.people.housing, daysLater(-10));
  const newer = await aReferral(own, rows, grown, own.people.housing, daysLater(-4));
  const child = await aReferral(own, rows, { people: [{ bornOn: "2011-01-01" }], matter: { involvesChildren: "" } }, own.people.housing, daysLater(-1));
  const { triage } = await viewReferrals(own.people.coordinator, {}, now);
  expect(triage?.waiting.map(({ reference, children, waited, late }) => [reference, children, waited, late])).toEqual([[child, true, 0, false], [older, false, 7, true], [newer, false, 3, false]]);
});
