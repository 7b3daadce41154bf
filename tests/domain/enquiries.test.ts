import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import { viewShared } from "@/domain/disclosures/queries/view-shared.ts";
import { viewTold } from "@/domain/disclosures/queries/view-told.ts";
import { answerEnquiry } from "@/domain/enquiries/commands/answer-enquiry.ts";
import { askEnquiry } from "@/domain/enquiries/commands/ask-enquiry.ts";
import { withdrawEnquiry } from "@/domain/enquiries/commands/withdraw-enquiry.ts";
import { listCaseEnquiries, listOwnEnquiries, viewAskForm, viewEnquiry, viewEnquiryOfRoute } from "@/domain/enquiries/queries/view-enquiries.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { readRoute } from "@/domain/one-time-routes/queries/read-route.ts";
import { secretOf } from "@/platform/auth/one-time-secret.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../support/database.ts";
import { theGateways } from "../support/gateways.ts";
import { aPartnership, insert, type World } from "../support/world.ts";
import { type ArrangedCase, aCase, eventsOf } from "./cases/arranged.ts";

const now = new Date("2026-12-01T10:00:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let world: World;
let onCase: ArrangedCase;
let gatewayOf: (name: string) => string;
/** A head teacher, of an agency with no seat, who can't sign in. */
let teacher: Actor;
beforeEach(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test and of no other";
  world = await aPartnership();
  gatewayOf = await theGateways(world);
  onCase = await aCase(world);
  const agencyId = randomUUID();
  await insert("agencies", { id: agencyId, partnership_id: world.partnershipId, name: "Eastholme Primary", short_name: "Eastholme Primary", kind: "school" });
  const personId = randomUUID();
  await insert("people", { id: personId, partnership_id: world.partnershipId, agency_id: agencyId, name: "Alma Deverell", post: "Head teacher", email: `${personId}@testham.example` });
  teacher = { ...world.people.bystander, personId, name: "Alma Deverell", agencyId };
});
/** A law that reaches a school. */
const law = () => ({ powerId: gatewayOf("Common law powers"), lawfulBasisId: gatewayOf("UK GDPR, article 6(1)(e)"), conditionId: gatewayOf("None needed"), confidentialityId: gatewayOf("Not given in confidence") });
const ask = (who: Actor = world.people.coordinator, over: Record<string, unknown> = {}, at = now) =>
  askEnquiry(who, { reference: onCase.reference, personId: teacher.personId, question: "Has the child been absent since October?", told: "The child at 14 Tollgate Mews.", purpose: "To plan a visit", answerBy: { day: "8", month: "12", year: "2026" }, informed: "no", informedReason: "It would put them at risk", ...law(), ...over }, at);
const asked = async (over: Record<string, unknown> = {}) => {
  const outcome = await ask(world.people.coordinator, over);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.reference;
};
const answer = (who: Actor, reference: string, over: Record<string, unknown> = {}, at = inHours(2)) => answerEnquiry(who, { reference, share: "yes", words: "Nine days since half term.", grade: "reliable", informed: "no", informedReason: "As asked", ...over }, at);
const routeOf = async () => (await owner.query<{ id: string; subject_id: string }>("select id, subject_id from one_time_routes where person_id = $1 order by made_at desc", [teacher.personId])).rows[0];
const mailsTo = async (who: Actor, like = "enquiry.%") => (await owner.query<{ template: string; facts: Record<string, unknown> }>("select template, facts from mails where person_id = $1 and template like $2 order by made_at", [who.personId, like])).rows;
const signsIn = (who: Actor) => insert("credentials", { person_id: who.personId, partnership_id: world.partnershipId, password_hash: "x", set_at: now });

test("whoever can't sign in gets a link by mail and the code by telephone, reads that one question, and answers it once", async () => {
  const { coordinator, chair, housing } = world.people;
  const reference = await asked();
  expect(reference).toMatch(/^CEN-Q\d+$/);
  const route = await routeOf();
  expect(await mailsTo(teacher)).toEqual([{ template: "enquiry.askedOnce", facts: { linkId: route?.id, enquiry: reference, by: "2026-12-08" } }]);
  expect(await viewEnquiry(chair, reference, now)).toMatchObject({ state: "open", office: { case: onCase.reference, person: "Alma Deverell", route: { state: "open", code: expect.stringMatching(/^\w{6}$/) as string } }, allowed: { answer: false, withdraw: true } });

  const open = await readRoute(secretOf(route?.id ?? "", "enquiry_answer"), randomUUID(), inHours(1));
  if (!open) throw new Error("no route");
  expect(await viewEnquiryOfRoute(open.actor, open.subjectId, inHours(1))).toMatchObject({ reference, words: { question: "Has the child been absent since October?", told: "The child at 14 Tollgate Mews." }, office: null, allowed: { answer: true } });
  // and nothing else: the case isn't there for them
  expect(await viewCase(open.actor, onCase.reference, inHours(1))).toBeNull();
  expect(await viewShared(open.actor, onCase.reference, inHours(1))).toBeNull();

  expect(await answer(open.actor, reference, { routeId: open.id })).toMatchObject({ ok: true });
  expect(await readRoute(secretOf(open.id, "enquiry_answer"), randomUUID(), inHours(3))).toBeNull();
  expect(await viewEnquiryOfRoute(open.actor, open.subjectId, inHours(3))).toMatchObject({ state: "answered", words: null });
  expect(await answer(open.actor, reference, { routeId: open.id }, inHours(3))).toMatchObject({ ok: false, problem: { kind: "refused", rule: "enquiry.over" } });

  const shared = await viewShared(chair, onCase.reference, inHours(3));
  expect(shared?.contributions.map(({ agency, words, recipients }) => [agency, words, recipients])).toEqual([
    ["Eastholme Primary", `${reference}: Nine days since half term.`, ["Council"]],
    ["Council", `${reference}: Has the child been absent since October?\n\nThe child at 14 Tollgate Mews.`, ["Eastholme Primary"]],
  ]);
  expect((await viewTold(chair, onCase.reference, inHours(3)))?.given.map(({ from, to }) => [from, to])).toEqual(expect.arrayContaining([["Council", "Eastholme Primary"], ["Eastholme Primary", "Council"]]));
  expect(await mailsTo(coordinator)).toEqual([{ template: "enquiry.answered", facts: { enquiry: reference } }]);
  expect((await eventsOf(world)).filter(({ event }) => event.startsWith("enquiry.")).map(({ event, person_id }) => [event, person_id])).toEqual([
    ["enquiry.asked", coordinator.personId], ["enquiry.opened", chair.personId], ["enquiry.opened", teacher.personId], ["enquiry.answered", teacher.personId],
  ]);
  expect(await listCaseEnquiries(coordinator, onCase.reference, inHours(3))).toMatchObject([{ reference, state: "answered" }]);
  expect(await viewEnquiry(housing, reference, now)).toBeNull();
});

test("whoever signs in gets a reference and a link to sign in, and finds the question at home", async () => {
  await signsIn(teacher);
  const reference = await asked();
  expect(await mailsTo(teacher)).toEqual([{ template: "enquiry.asked", facts: { enquiry: reference, by: "2026-12-08" } }]);
  expect(await routeOf()).toBeUndefined();
  expect(await listOwnEnquiries(teacher, {}, now)).toEqual([{ reference, forum: "CEN forum", answerBy: "2026-12-08" }]);
  expect(await listOwnEnquiries(world.people.housing, {}, now)).toEqual([]);
  expect(await answer(teacher, reference)).toMatchObject({ ok: true });
  expect(await listOwnEnquiries(teacher, {}, inHours(3))).toEqual([]);
});

test("an agency may say that it doesn't share, and why, which stands as its decision", async () => {
  const reference = await asked();
  expect(await answer(teacher, reference, { share: "no", words: "We need the parent’s consent", grade: "", informed: "", informedReason: "" })).toMatchObject({ ok: true });
  expect(await viewEnquiry(world.people.chair, reference, inHours(3))).toMatchObject({ state: "refused", office: { answer: "We need the parent’s consent" } });
  expect((await viewShared(world.people.chair, onCase.reference, inHours(3)))?.withheld).toMatchObject([{ agency: "Eastholme Primary", reason: "We need the parent’s consent" }]);
});

test("a link answers the question it was made for, and no other that is asked of the same person", async () => {
  const first = await asked();
  const link = await routeOf();
  const second = await asked({ question: "Who collects the child?" });
  expect(await answer(teacher, second, { routeId: link?.id })).toMatchObject({ ok: false, problem: { kind: "refused", rule: "route.over" } });
  expect(await viewEnquiry(world.people.chair, second, inHours(3))).toMatchObject({ state: "open" });
  expect(await answer(teacher, first, { routeId: link?.id })).toMatchObject({ ok: true });
});

test("a case that is closed leaves no question and no link behind, whoever closes it", async () => {
  const reference = await asked();
  const link = await routeOf();
  await transact({ ...world.people.chair, now: inHours(1) }, (tx) => tx.$executeRaw`update cases set stage = 'closed', closed_on = app.today() where id = ${onCase.id}::uuid`);
  expect(await viewEnquiry(world.people.chair, reference, inHours(2))).toMatchObject({ state: "withdrawn" });
  expect(await readRoute(secretOf(link?.id ?? "", "enquiry_answer"), randomUUID(), inHours(2))).toBeNull();
  expect(await viewEnquiry(teacher, reference, inHours(2))).toMatchObject({ words: null, allowed: { answer: false } });
  expect(await answer(teacher, reference)).toMatchObject({ ok: false, problem: { rule: "enquiry.over" } });
});

test("is asked by a law that carries the answer back too; ended meanwhile, or asked of an agency they left, it says so", async () => {
  await owner.query("update agencies set kind = 'voluntary' where id = $1", [world.agencies.council]);
  expect(await ask(world.people.coordinator, { powerId: gatewayOf("Crime and Disorder Act 1998, section 115") })).toMatchObject({ ok: false, problem: { kind: "refused", rule: "disclosure.powerDoesNotReach" } });
  const reference = await asked();
  await owner.query("update gateway_rows set until_on = '2026-12-01' where partnership_id = $1 and id = $2", [world.partnershipId, law().powerId]);
  const nextDay = new Date("2026-12-02T10:00:00Z");
  expect(await answer(teacher, reference, {}, nextDay)).toMatchObject({ ok: false, problem: { kind: "refused", rule: "enquiry.lawEnded" } });
  const moved = { ...teacher, agencyId: world.agencies.housing };
  expect(await answer(moved, reference, {}, nextDay)).toMatchObject({ ok: false, problem: { kind: "refused", rule: "enquiry.agencyLeft" } });
  expect(await answer(teacher, reference, { share: "no", words: "The law ended", grade: "", informed: "", informedReason: "" }, nextDay)).toMatchObject({ ok: true });
});

test("whoever asked hears of the answer while they serve the forum; after that its chair and coordinators do", async () => {
  const reference = await asked();
  await owner.query("update appointments set until_on = '2026-11-30' where person_id = $1", [world.people.coordinator.personId]);
  expect(await answer(teacher, reference)).toMatchObject({ ok: true });
  expect(await mailsTo(world.people.coordinator, "enquiry.answered")).toEqual([]);
  expect(await mailsTo(world.people.chair, "enquiry.answered")).toEqual([{ template: "enquiry.answered", facts: { enquiry: reference } }]);
});

test("withdrawn, it is over: the link opens nothing and nothing can be answered", async () => {
  const reference = await asked();
  const route = await routeOf();
  expect(await withdrawEnquiry(world.people.housing, { reference }, now)).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  expect(await withdrawEnquiry(world.people.chair, { reference }, inHours(1))).toMatchObject({ ok: true });
  expect(await readRoute(secretOf(route?.id ?? "", "enquiry_answer"), randomUUID(), inHours(1))).toBeNull();
  expect(await answer(teacher, reference)).toMatchObject({ ok: false, problem: { kind: "refused", rule: "enquiry.over" } });
  expect(await withdrawEnquiry(world.people.chair, { reference }, inHours(2))).toMatchObject({ ok: false, problem: { rule: "enquiry.over" } });
});

test("somebody at the table, recused, guessed or of another partnership isn't asked; nor by a law that doesn't reach them", async () => {
  const { housing, chair } = world.people;
  for (const personId of [housing.personId, randomUUID(), (await aPartnership("Safer Elsewhere")).people.bystander.personId]) {
    expect(await ask(world.people.coordinator, { personId })).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { personId: ["Select somebody who is not at the table"] } } });
  }
  expect(await ask(chair, { answerBy: { day: "1", month: "3", year: "2027" } })).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { answerBy: ["Date you need the answer by must be within the next 28 days"] } } });
  expect(await ask(chair, { powerId: gatewayOf("Crime and Disorder Act 1998, section 115") })).toMatchObject({ ok: false, problem: { kind: "refused", rule: "disclosure.powerDoesNotReach" } });
  await recuse(teacher);
  expect(await ask()).toMatchObject({ ok: false, problem: { kind: "refused", rule: "enquiry.recused" } });
  expect((await owner.query("select 1 from enquiries where partnership_id = $1", [world.partnershipId])).rowCount).toBe(0);
});
const recuse = (who: Actor) => insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: onCase.id, person_id: who.personId, silent: true, reason: "A neighbour", decided_by_id: world.people.chair.personId, decided_at: now });

test("recused after they were asked, they find nothing any more, by session or by link", async () => {
  const reference = await asked();
  const route = await routeOf();
  await recuse(teacher);
  expect(await viewEnquiry(teacher, reference, now)).toBeNull();
  expect(await listOwnEnquiries(teacher, {}, now)).toEqual([]);
  expect(await answer(teacher, reference)).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  expect(await readRoute(secretOf(route?.id ?? "", "enquiry_answer"), randomUUID(), now)).toBeNull();
});

test("only the chair's office asks, and only whoever is asked answers", async () => {
  const { housing, northChair, governance, chair, bystander } = world.people;
  for (const who of [northChair, bystander]) expect(await ask(who)).toMatchObject({ ok: false, problem: { kind: "notFound" } });
  for (const who of [housing, governance]) expect(await ask(who)).toMatchObject({ ok: false, problem: { kind: "forbidden", permission: "enquiry.ask" } });
  expect(await viewAskForm(housing, onCase.reference, now)).toBeNull();
  expect((await viewAskForm(chair, onCase.reference, now))?.people.map(({ name }) => name)).toContain("Alma Deverell");
  const reference = await asked();
  expect(await answer(chair, reference)).toMatchObject({ ok: false, problem: { kind: "forbidden", permission: "enquiry.answer" } });
  for (const who of [housing, northChair, bystander]) expect(await answer(who, reference)).toMatchObject({ ok: false, problem: { kind: "notFound" } });
});

test("past the commands, whoever is asked writes their answer and nothing else of the case", async () => {
  await asked();
  const as = (who: Actor, sql: string, at = now) => transact({ ...who, now: at }, (tx) => tx.$executeRawUnsafe(sql));
  const contribution = (agency: string, forum = world.forums.CEN) => `insert into contributions (id, partnership_id, forum_id, case_id, agency_id, person_id, words, purpose, necessity, grade, marking, informed, contributed_at)
    values ('${randomUUID()}', '${world.partnershipId}', '${forum}', '${onCase.id}', '${agency}', '${teacher.personId}', 'x', 'x', 'x', 'reliable', 'official', true, app.moment())`;
  await expect(as(teacher, contribution(world.agencies.police))).rejects.toThrow();
  await expect(as(teacher, contribution(teacher.agencyId, world.forums.NOR))).rejects.toThrow();
  await expect(as(world.people.bystander, contribution(teacher.agencyId))).rejects.toThrow();
  const seen = (table: string) => transact({ ...teacher, now }, (tx) => tx.$queryRawUnsafe<unknown[]>(`select * from ${table}`));
  for (const table of ["cases", "case_twins", "case_contents", "contributions", "disclosures"]) expect(await seen(table), table).toEqual([]);
  const elsewhere = await owner.query<{ told_contribution_id: string }>("select told_contribution_id from enquiries where partnership_id = $1", [world.partnershipId]);
  await expect(as(teacher, `update enquiries set answered_at = app.moment(), answer_contribution_id = '${elsewhere.rows[0]?.told_contribution_id}' where partnership_id = '${world.partnershipId}'`)).rejects.toThrow("is answered by what was written in answer");
  await expect(as(world.people.chair, "update enquiry_words set question = 'x'")).rejects.toThrow();
});
