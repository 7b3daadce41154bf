import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { askSecretaryAgain } from "@/domain/escalations/commands/ask-secretary.ts";
import { confirmOutside } from "@/domain/escalations/commands/confirm-outside.ts";
import { withdrawEscalation } from "@/domain/escalations/commands/forum-acts.ts";
import { addBoard, changeBoard } from "@/domain/escalations/commands/keep-ladder.ts";
import { recordAnswer, recordHeard } from "@/domain/escalations/commands/record-outside.ts";
import { sendEscalation } from "@/domain/escalations/commands/send-escalation.ts";
import { viewEscalation } from "@/domain/escalations/queries/view-escalation.ts";
import { viewHanded } from "@/domain/escalations/queries/view-handed.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { readRoute } from "@/domain/one-time-routes/queries/read-route.ts";
import { secretOf } from "@/platform/auth/one-time-secret.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { type ArrangedCase, aCase, eventsOf } from "../cases/arranged.ts";
import { aDraft, type Boarded, days, done, held, rowOf, sent, sentAt, stateOf, stepsOf, withBoards } from "./arrange.ts";

// A board that doesn't use the application: Nerys Tolland, its secretary, is of the directory and has no account.
let world: Boarded;
let secretary: Actor;
let boardId: string;
let found: ArrangedCase;
let escalation: string;
beforeEach(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test and of no other";
  world = await withBoards(await aPartnership());
  secretary = await somebody("Nerys Tolland");
  ({ boardId } = done(await addBoard(world.people.administrator, { name: "Health and Wellbeing Board", secretaryId: secretary.personId, cycleDays: "60" }, sentAt)));
  ({ found, escalation } = await sendOut());
});

async function somebody(name: string): Promise<Actor> {
  const personId = randomUUID();
  const { agencyId } = world.people.bystander;
  await insert("people", { id: personId, partnership_id: world.partnershipId, agency_id: agencyId, name, post: "Secretary", email: `${personId}@testham.example` });
  return { ...world.people.bystander, personId, name };
}
async function sendOut(): Promise<{ found: ArrangedCase; escalation: string }> {
  const of = await aCase(world, {}, world.people.coordinator, days(-30));
  return { found: of, escalation: done(await sendEscalation(world.people.chair, await aDraft(world, of, { to: `external:${boardId}` }), sentAt)).reference };
}
const routesOf = async (reference: string) =>
  (await owner.query<{ id: string; used_at: Date | null; withdrawn_at: Date | null; person_id: string; case_id: string | null }>("select r.id, r.used_at, r.withdrawn_at, r.person_id, r.case_id from one_time_routes r join escalations e on e.id = r.subject_id where e.partnership_id = $1 and e.reference = $2 order by r.made_at desc", [world.partnershipId, reference])).rows;
/** What the newest link to it opens at that moment. */
async function opened(reference = escalation, at = days(1)) {
  const [route] = await routesOf(reference);
  return readRoute(secretOf(route?.id ?? "", "escalation_date"), randomUUID(), at);
}
async function throughLink(reference = escalation, at = days(1)) {
  const route = await opened(reference, at);
  if (!route) throw new Error("the link opens nothing");
  return route;
}
const listed = { says: "listed", on: { day: "12", month: "1", year: "2027" }, listedAs: "January board, item 6", reason: "" };
const say = async (who: Actor, over: Record<string, unknown> = {}, { reference = escalation, at = days(1) } = {}) => confirmOutside(who, { ...(await held(world, reference)), ...listed, ...over }, at);
/** By the newest link, as its holder sends the form. */
const sayByLink = async (over: Record<string, unknown> = {}, { reference = escalation, at = days(1) } = {}) => {
  const route = await throughLink(reference, at);
  return say(route.actor, { routeId: route.id, ...over }, { reference, at });
};
const mailsTo = async (who: Actor, like = "escalation.%") => (await owner.query<{ template: string; facts: Record<string, unknown>; kind: string }>("select template, facts, kind from mails where person_id = $1 and template like $2 order by made_at", [who.personId, like])).rows;
const again = async (who: Actor, at = days(2)) => askSecretaryAgain(who, await held(world, escalation), at);
const over = { ok: false, problem: { kind: "refused", rule: "route.over", facts: {} } };
const recuse = (who: Actor, silent: boolean) => insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: who.personId, silent, reason: "A reason", decided_by_id: world.people.deputy.personId, decided_at: sentAt });

describe("the secretary of a board that doesn't use the application", () => {
  test("gets a link by mail, which tells a reference and a day; the code stands with the office alone", async () => {
    const [route] = await routesOf(escalation);
    expect(route).toMatchObject({ person_id: secretary.personId, case_id: found.id });
    expect(await mailsTo(secretary)).toEqual([{ template: "escalation.askedOnce", kind: "tasked", facts: { linkId: route?.id, escalation, by: "2027-01-04" } }]);
    for (const who of ["chair", "coordinator", "deputy"] as const) {
      expect(await viewEscalation(world.people[who], escalation, days(1))).toMatchObject({ link: { state: "open", code: expect.stringMatching(/^\w{6}$/) as string }, allowed: { askSecretary: true, confirm: false } });
    }
    // a member follows it, and learns nothing of the link
    expect(await viewEscalation(world.people.police, escalation, days(1))).toMatchObject({ link: null, allowed: { askSecretary: false } });
    expect((await eventsOf(world, "escalation.secretaryAsked")).at(-1)).toMatchObject({ reference: escalation, particulars: { personId: secretary.personId, byRoute: true } });
  });

  test("reads by it the words meant for the board and nothing else, as often as it is opened", async () => {
    const route = await throughLink();
    for (let times = 0; times < 2; times += 1) {
      expect(await viewHanded(route.actor, route.subjectId, days(1))).toEqual({
        reference: escalation, title: "Older resident, neighbour intimidation", version: 1, state: "sent", forum: "CEN forum", board: "Health and Wellbeing Board", listBy: "2027-01-04", receivedOn: null, listedOn: null, listedAs: null,
        asked: "Officers on two evenings a week.", given: "Shouting at night for months.", tried: "Two visits: done.",
      });
    }
    expect((await eventsOf(world, "escalation.opened")).at(-1)).toMatchObject({ person_id: secretary.personId, reference: escalation, case_id: null });
    const seen = await transact({ ...route.actor, now: days(1) }, async (tx) => [await tx.escalationOrigin.count(), await tx.case.count(), await tx.caseTwin.count(), await tx.concern.count()]);
    expect(seen).toEqual([0, 0, 0, 0]);
  });

  test("says on which agenda it is: the forum is told, and the link is used up", async () => {
    const { actor, id } = await throughLink();
    expect(await sayByLink()).toMatchObject({ ok: true });
    expect(await rowOf(world, escalation)).toMatchObject({ state: "listed", listed_on: "2027-01-12", listed_as: "January board, item 6", meeting_id: null });
    expect((await stepsOf(world, escalation)).map(({ kind, person_id }) => [kind, person_id === secretary.personId])).toEqual([["sent", false], ["received", true], ["listed", true]]);
    for (const who of ["chair", "coordinator"] as const) expect((await mailsTo(world.people[who], "escalation.moved")).map(({ facts }) => facts)).toContainEqual({ escalation });
    expect(await viewEscalation(world.people.chair, escalation, days(2))).toMatchObject({ state: "listed", listedOn: "2027-01-12", notListed: false, link: { state: "used", code: null }, allowed: { recordOutside: true } });
    expect(await opened()).toBeNull();
    expect(await say(actor, { routeId: id, on: { day: "13", month: "1", year: "2027" } })).toEqual(over);
    expect((await rowOf(world, escalation)).listed_on).toBe("2027-01-12");
  });

  test("a receipt leaves the link open for the date, and isn’t given twice", async () => {
    expect(await sayByLink({ says: "received", on: "", listedAs: "" })).toMatchObject({ ok: true });
    expect(await stateOf(world, escalation)).toBe("received");
    expect(await sayByLink({ says: "received", on: "", listedAs: "" }, { at: days(2) })).toMatchObject({ problem: { rule: "escalation.illegalMove" } });
    expect(await sayByLink({}, { at: days(3) })).toMatchObject({ ok: true });
    expect(await stateOf(world, escalation)).toBe("listed");
    expect(await opened(escalation, days(4))).toBeNull();
  });

  test("sends it back with a reason that the forum reads", async () => {
    expect(await sayByLink({ says: "returned", reason: "short", on: "", listedAs: "" })).toMatchObject({ problem: { kind: "invalid", fields: { reason: [expect.any(String)] } } });
    expect(await sayByLink({ says: "returned", reason: "This is for the licensing board", on: "", listedAs: "" })).toMatchObject({ ok: true });
    expect((await viewEscalation(world.people.chair, escalation, days(2)))?.steps[0]).toMatchObject({ kind: "returned", note: "This is for the licensing board", by: "Nerys Tolland" });
    expect(await opened()).toBeNull();
  });

  test("a date that can’t be, and words that would name somebody, are asked about", async () => {
    const wrong = async (said: Record<string, unknown>, field: string) => expect(await sayByLink(said)).toMatchObject({ problem: { kind: "invalid", fields: { [field]: [expect.any(String)] } } });
    await wrong({ says: "" }, "says");
    await wrong({ on: { day: "", month: "", year: "" } }, "on");
    await wrong({ on: { day: "2", month: "11", year: "2026" } }, "on");
    await wrong({ on: { day: "12", month: "1", year: "2029" } }, "on");
    await wrong({ listedAs: "" }, "listedAs");
    await wrong({ listedAs: "Item 6, Mrs Tolland of Tollgate Road" }, "listedAs");
    expect(await stateOf(world, escalation)).toBe("sent");
    expect(await opened()).not.toBeNull();
  });

  test("by mail and notice they read no name, and what a link opens ends after four weeks", async () => {
    expect(await opened(escalation, days(27))).not.toBeNull();
    expect(await opened(escalation, days(29))).toBeNull();
    expect((await viewEscalation(world.people.chair, escalation, days(29)))?.link).toMatchObject({ state: "ended", code: null });
  });

  test("with an account they sign in: no link goes, and what they say there counts", async () => {
    await insert("credentials", { person_id: secretary.personId, partnership_id: world.partnershipId, password_hash: "x", set_at: sentAt });
    expect(await opened()).toBeNull();
    const { escalation: other } = await sendOut();
    expect(await routesOf(other)).toEqual([]);
    expect((await mailsTo(secretary)).at(-1)).toMatchObject({ template: "escalation.moved", facts: { escalation: other } });
    expect(await viewEscalation(secretary, other, days(1))).toMatchObject({ content: { asked: "Officers on two evenings a week." }, origin: null, link: null, atForum: false, allowed: { confirm: true, askSecretary: false, withdraw: false, recordOutside: false } });
    expect(await say(secretary, {}, { reference: other })).toMatchObject({ ok: true });
    expect(await stateOf(world, other)).toBe("listed");
  });
});

describe("the link opens what it is for, to whom it was sent, while it is to be said", () => {
  test("of two sent at once, one counts; a form sent twice is done once", async () => {
    const route = await throughLink();
    const outcomes = await Promise.all([say(route.actor, { routeId: route.id }), say(route.actor, { routeId: route.id })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const { escalation: other } = await sendOut();
    const another = await throughLink(other);
    const form = { ...(await held(world, other)), ...listed, routeId: another.id, submissionKey: randomUUID() };
    const twice = await Promise.all([confirmOutside(another.actor, form, days(1)), confirmOutside(another.actor, form, days(1))]);
    expect(twice).toEqual([{ ok: true, value: { reference: other } }, { ok: true, value: { reference: other } }]);
    expect((await stepsOf(world, other)).filter(({ kind }) => kind === "listed")).toHaveLength(1);
  });

  test("the link of another escalation says nothing of this one, nor does that of a question", async () => {
    const { escalation: other } = await sendOut();
    const route = await throughLink(other);
    expect(await say(route.actor, { routeId: route.id })).toEqual(over);
    expect(await say(route.actor, { routeId: route.id, says: "received", on: "", listedAs: "" })).toEqual(over);
    const question = randomUUID();
    await insert("one_time_routes", { id: question, partnership_id: world.partnershipId, forum_id: world.forums.CEN, person_id: secretary.personId, purpose: "enquiry_answer", subject_id: (await rowOf(world, escalation)).id, secret_hash: Buffer.from(question), needs_code: true, made_by_id: world.people.chair.personId, made_at: sentAt, ends_at: days(20) });
    expect(await say(route.actor, { routeId: question })).toEqual(over);
    expect(await stateOf(world, escalation)).toBe("sent");
    // the other one is as it was
    expect(await throughLink(other)).toMatchObject({ id: route.id });
  });

  test("past the commands the database keeps to the same: without its link the secretary moves nothing, and never what the board decided", async () => {
    const { id } = await rowOf(world, escalation);
    const set = (who: Actor, data: string) => transact({ ...who, now: days(1) }, (tx) => tx.$executeRawUnsafe(`update escalations set ${data} where id = '${id}'`));
    const [route] = await routesOf(escalation);
    await owner.query("update one_time_routes set withdrawn_at = $2 where id = $1", [route?.id, days(1)]);
    // nor with an open link to another one
    await sendOut();
    await expect(set(secretary, "state = 'received', received_at = now()")).rejects.toThrow(/link of this escalation/);
    await expect(set(secretary, "listed_as = 'Item 9'")).rejects.toThrow(/link of this escalation/);
    await insert("credentials", { person_id: secretary.personId, partnership_id: world.partnershipId, password_hash: "x", set_at: sentAt });
    await expect(set(secretary, `holder_id = '${world.people.police.personId}'`)).rejects.toThrow(/the forum says/);
    expect(await set(secretary, "state = 'received', received_at = now()")).toBe(1);
    await expect(set(world.people.chair, "state = 'listed', listed_at = now(), listed_on = '2027-01-12', listed_as = 'Item 9'")).rejects.toThrow(/step by step/);
    expect(await set(secretary, "state = 'listed', listed_at = now(), listed_on = '2027-01-12', listed_as = 'Item 9'")).toBe(1);
    await expect(set(secretary, "state = 'heard', heard_at = now(), heard_as = 'Minute 9'")).rejects.toThrow(/step by step/);
  });

  test("and a link is made for nothing but what went to another board, for its secretary and about its case", async () => {
    const { id } = await rowOf(world, escalation);
    await owner.query("update one_time_routes set withdrawn_at = $2 where subject_id = $1", [id, days(1)]);
    const make = (over: Record<string, unknown>, who = world.people.chair) => {
      const { caseId, personId, subjectId } = { caseId: found.id, personId: secretary.personId, subjectId: id, ...over };
      return transact({ ...who, now: days(1) }, (tx) => tx.$executeRawUnsafe(
        `insert into one_time_routes (id, partnership_id, forum_id, case_id, person_id, purpose, subject_id, secret_hash, needs_code, made_by_id, made_at, ends_at) values (gen_random_uuid(), '${world.partnershipId}', '${world.forums.CEN}', '${caseId}', '${personId}', 'escalation_date', '${subjectId}', '\\x${randomUUID().replaceAll("-", "")}', true, '${who.personId}', app.moment(), app.moment() + interval '1 day')`));
    };
    const { found: other } = await sendOut();
    for (const wrong of [{ subjectId: randomUUID() }, { personId: world.people.bystander.personId }, { caseId: other.id }]) await expect(make(wrong)).rejects.toThrow(/for its secretary/);
    await expect(make({}, world.people.northChair)).rejects.toThrow();
    expect(await make({})).toBe(1);
  });

  test("withdrawn by the forum, it opens nothing, and its secretary is told so", async () => {
    const { actor, id } = await throughLink();
    done(await withdrawEscalation(world.people.chair, { ...(await held(world, escalation)), reason: "It was solved at the weekend" }, days(2)));
    expect((await routesOf(escalation))[0]).toMatchObject({ used_at: null, withdrawn_at: days(2) });
    expect(await opened(escalation, days(3))).toBeNull();
    expect(await viewHanded(actor, (await rowOf(world, escalation)).id, days(3))).toBeNull();
    expect(await say(actor, { routeId: id }, { at: days(3) })).toEqual(over);
    expect((await mailsTo(secretary)).at(-1)).toMatchObject({ template: "escalation.takenBack", facts: { escalation } });
  });

  test("recused from what it is of, openly or silently, its secretary reads and says nothing, and is sent nothing", async () => {
    const route = await throughLink();
    await recuse(secretary, true);
    expect(await opened()).toBeNull();
    expect(await viewHanded(route.actor, route.subjectId, days(1))).toBeNull();
    expect(await say(route.actor, { routeId: route.id })).toMatchObject({ problem: { kind: "notFound" } });
    expect(await again(world.people.chair)).toMatchObject({ problem: { rule: "escalation.secretaryRecused" } });
    done(await withdrawEscalation(world.people.chair, { ...(await held(world, escalation)), reason: "It was solved at the weekend" }, days(2)));
    expect((await mailsTo(secretary)).map(({ template }) => template)).toEqual(["escalation.askedOnce"]);
    // whoever has left gets nothing either
    await owner.query("update people set left_at = now() where id = $1", [secretary.personId]);
    const of = await aCase(world, {}, world.people.coordinator, days(-30));
    expect(await sendEscalation(world.people.chair, await aDraft(world, of, { to: `external:${boardId}` }), sentAt)).toMatchObject({ problem: { kind: "refused", rule: "escalation.noSecretary" } });
  });

  test("nobody else says it: strangers find nothing, the forum’s own are refused", async () => {
    const { police, northChair, governance, administrator, chair, coordinator } = world.people;
    const elsewhere = (await aPartnership("Safer Elsewhere")).people.chair;
    for (const who of [northChair, governance, administrator, elsewhere, await somebody("Ida Marlow")]) expect(await say(who)).toEqual({ ok: false, problem: { kind: "notFound" } });
    for (const who of [chair, coordinator, police]) expect(await say(who)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "escalation.confirm" } });
    const { id } = await rowOf(world, escalation);
    for (const who of [chair, police, northChair, elsewhere]) expect(await viewHanded(who, id, days(1))).toBeNull();
    // with somebody else's link in hand, too
    const route = await throughLink();
    expect(await say(await somebody("Ida Marlow"), { routeId: route.id })).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("what has moved on meanwhile is stale, and what was heard isn’t listed any more", async () => {
    const route = await throughLink();
    const before = await held(world, escalation);
    done(await again(world.people.chair, days(1)));
    expect(await confirmOutside(route.actor, { ...before, ...listed, routeId: route.id }, days(1))).toEqual(over);
    const fresh = await throughLink();
    expect(await confirmOutside(fresh.actor, { ...before, ...listed, routeId: fresh.id }, days(1))).toEqual({ ok: false, problem: { kind: "stale" } });
    // stale changed nothing, and used nothing up
    expect(await opened()).toMatchObject({ id: fresh.id });
  });
});

describe("sent again by the office", () => {
  test("another link goes, with another code, and the one before opens nothing", async () => {
    const first = await throughLink();
    const code = (await viewEscalation(world.people.chair, escalation, days(1)))?.link?.code;
    expect(await again(world.people.coordinator)).toMatchObject({ ok: true });
    const routes = await routesOf(escalation);
    expect(routes).toMatchObject([{ withdrawn_at: null }, { id: first.id, withdrawn_at: days(2) }]);
    expect(await readRoute(secretOf(first.id, "escalation_date"), randomUUID(), days(3))).toBeNull();
    expect((await viewEscalation(world.people.chair, escalation, days(3)))?.link?.code).not.toBe(code);
    expect((await mailsTo(secretary)).map(({ template }) => template)).toEqual(["escalation.askedOnce", "escalation.askedOnce"]);
    expect(await sayByLink({}, { at: days(3) })).toMatchObject({ ok: true });
  });

  test("listed for a meeting that is put off, the secretary says the new day", async () => {
    done(await sayByLink());
    done(await again(world.people.chair));
    done(await sayByLink({ on: { day: "9", month: "2", year: "2027" }, listedAs: "February board, item 2" }, { at: days(3) }));
    expect(await rowOf(world, escalation)).toMatchObject({ state: "listed", listed_on: "2027-02-09", listed_as: "February board, item 2" });
    expect((await stepsOf(world, escalation)).map(({ kind }) => kind)).toEqual(["sent", "received", "listed", "listed"]);
    expect((await eventsOf(world, "escalation.dateChanged")).at(-1)).toMatchObject({ person_id: secretary.personId, particulars: { on: "2027-02-09" } });
  });

  test("to whoever is the secretary today, who holds it there from then on", async () => {
    const next = await somebody("Owain Priestly");
    done(await changeBoard(world.people.administrator, { boardId, version: 1, name: "Health and Wellbeing Board", secretaryId: next.personId, cycleDays: "60" }, days(1)));
    const old = await throughLink();
    done(await again(world.people.chair));
    expect((await rowOf(world, escalation)).holder_id).toBe(next.personId);
    expect(await throughLink(escalation, days(3))).toMatchObject({ actor: { personId: next.personId } });
    expect(await say(old.actor, { routeId: old.id }, { at: days(3) })).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("by nobody else, not by a recused chair, and not once it is over or of a board that uses the application", async () => {
    const { chair, deputy, police, northChair, administrator } = world.people;
    expect(await again(police)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "escalation.askSecretary" } });
    for (const who of [northChair, administrator, secretary, (await aPartnership("Safer Elsewhere")).people.chair]) expect((await again(who)).ok).toBe(false);
    const version = await held(world, escalation);
    const twice = await Promise.all([askSecretaryAgain(chair, version, days(2)), askSecretaryAgain(chair, version, days(2))]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    await recuse(chair, false);
    expect(await again(chair)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await viewEscalation(chair, escalation, days(3))).toBeNull();
    expect(await again(deputy, days(3))).toMatchObject({ ok: true });
    done(await withdrawEscalation(deputy, { ...(await held(world, escalation)), reason: "It was solved at the weekend" }, days(4)));
    expect(await again(deputy, days(5))).toMatchObject({ problem: { rule: "escalation.illegalMove" } });
    const { escalation: inside } = await sent(world);
    expect(await askSecretaryAgain(deputy, await held(world, inside), days(1))).toMatchObject({ problem: { rule: "escalation.notYourBoard" } });
  });
});

describe("what that board did, from its minutes", () => {
  test("heard and answered by the forum’s office, the rest of whom are told; an open link ends", async () => {
    done(await sayByLink());
    done(await again(world.people.chair));
    const { chair, coordinator } = world.people;
    done(await recordHeard(coordinator, { ...(await held(world, escalation)), on: { day: "3", month: "11", year: "2026" }, listedAs: "Minute 6" }, days(4)));
    expect(await opened(escalation, days(5))).toBeNull();
    const before = (await mailsTo(chair, "escalation.moved")).length;
    done(await recordAnswer(coordinator, { ...(await held(world, escalation)), words: "Two officers from March.", safeWords: "" }, days(5)));
    expect(await stateOf(world, escalation)).toBe("answered");
    expect((await mailsTo(chair, "escalation.moved")).length).toBe(before + 1);
    expect(await say(secretary, {}, { at: days(6) })).toMatchObject({ ok: false });
  });
});
