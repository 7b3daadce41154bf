import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { amendReferred } from "@/domain/referrals/commands/amend-referred.ts";
import { answerTalk } from "@/domain/repeats/commands/answer-talk.ts";
import { askToTalk } from "@/domain/repeats/commands/ask-to-talk.ts";
import { listRuns } from "@/domain/repeats/queries/list-runs.ts";
import { listTalks, listWaitingTalks } from "@/domain/repeats/queries/list-talks.ts";
import { viewCheck } from "@/domain/repeats/queries/view-check.ts";
import { waitUntilEven } from "@/domain/repeats/rules.ts";
import type { Actor, Standing } from "@/domain/kernel/actor.ts";
import { can } from "@/domain/kernel/policy.ts";
import { startReferral } from "@/domain/referrals/commands/start-referral.ts";
import { transact } from "@/platform/db/client.ts";
import { app, owner } from "../../support/database.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, type ArrangedCase, daysLater, minutesLater, now } from "../cases/arranged.ts";
import { aDraft, aReferral, done, personForm, type Row, startForm, versionOf } from "../referrals/arrange.ts";
import { alsoKnown, byPolice, check, eventsOf, known, mailsTo, nobodyKnown, notFound, problem, switchOff } from "./arrange.ts";

let world: World;
let row: Row;
let north: ArrangedCase;
let draft: string;
beforeEach(async () => {
  world = await aPartnership();
  row = await theGateways(world);
  north = await aCase(world, { forumId: world.forums.NOR, ...known, title: "Tenant in arrears after threats", summary: "Two visits.", wardId: "" }, world.people.northChair);
  draft = await aDraft(world, row, { people: [alsoKnown] });
});
const told = async (by: Actor, reference = draft, at = now) => (await viewCheck(by, reference, at))?.answer?.similar;
const askedBy = async (by: Actor, at = now) => (await listTalks(by, {}, at)).toAnswer;
const answer = (by: Actor, talkId: string, how: "yes" | "no", at = now) => answerTalk(by, { talkId, known: how }, at);

test("whoever writes a referral is told that others hold something similar, and no more", async () => {
  expect(await check(world.people.housing, draft)).toEqual({ ok: true, value: { reference: draft } });
  expect(await viewCheck(world.people.housing, draft, now)).toEqual({ reference: draft, answer: { similar: true, askedAt: now }, talk: null, finds: true });
});

test("hit and miss have one shape: the same answer, the same event, the same rows", async () => {
  const miss = await aDraft(world, row, { people: [nobodyKnown] });
  const [hit, missed] = [await check(world.people.housing, draft), await check(world.people.housing, miss)];
  expect([hit, missed]).toEqual([{ ok: true, value: { reference: draft } }, { ok: true, value: { reference: miss } }]);
  expect([await told(world.people.housing), await told(world.people.housing, miss)]).toEqual([true, false]);
  const events = await eventsOf(world, "referral.similarAsked");
  expect(events.map(({ particulars, ...event }) => ({ ...event, reference: null, keys: Object.keys(particulars as object) }))).toEqual([1, 2].map(() => ({ event: "referral.similarAsked", person_id: world.people.housing.personId, subject_type: "referral", reference: null, forum_id: null, keys: ["checkId"] })));
});

test("one record or several are told alike", async () => {
  await aCase(world, { ...known, title: "Repeated break-ins at one home, Eastholme", summary: "Four since June." });
  await aReferral(world, row, { ...byPolice(world), people: [{ ...alsoKnown, name: "Malgorzata Wisniewska" }] }, world.people.police);
  const other = await aDraft(world, row, { people: [alsoKnown] });
  done(await check(world.people.housing, other));
  expect(await viewCheck(world.people.housing, other, now)).toEqual({ reference: other, answer: { similar: true, askedAt: now }, talk: null, finds: true });
});

test("what leaves is held to whole spans of time, however long was looked", () => {
  for (const taken of [3, 20, 380, 700]) expect(taken + waitUntilEven(0, taken)).toBe(750);
  expect(800 + waitUntilEven(0, 800)).toBe(1500);
});

test("a name alone tells nothing, nor does a common one with a date, nor what one's own agency sent, nor what one is recused from", async () => {
  const onlyName = await aDraft(world, row, { people: [{ role: "victim", name: "Gosia Wisniewski", bornOn: {}, address: "", postcode: "", unknown: ["bornOn", "address"] }] });
  done(await check(world.people.housing, onlyName));
  expect(await told(world.people.housing, onlyName)).toBe(false);
  const person = { ...nobodyKnown, name: "Ottoline Featherstonehaugh" };
  await aReferral(world, row, { people: [person] }, world.people.colleague);
  const own = await aDraft(world, row, { people: [person] });
  done(await check(world.people.housing, own));
  expect(await told(world.people.housing, own)).toBe(false);
  await owner.query("insert into recusals (id, partnership_id, forum_id, case_id, person_id, silent, decided_by_id, reason, decided_at) select gen_random_uuid(), partnership_id, forum_id, id, $2, true, $3, 'A relative', now() from cases where id = $1", [north.id, world.people.police.personId, world.people.northChair.personId]);
  const shut = await aDraft(world, row, { ...byPolice(world), people: [alsoKnown] }, world.people.police);
  done(await check(world.people.police, shut));
  expect(await told(world.people.police, shut)).toBe(false);
});

test("only whoever writes it asks: nobody else finds it, and after it is sent nobody", async () => {
  const other = await aPartnership("Safer Elsewhere");
  for (const who of [world.people.bystander, world.people.colleague, world.people.police, world.people.chair, world.people.governance, world.people.councillor, other.people.housing]) {
    expect(problem(await check(who, draft))).toEqual(notFound);
    expect(await viewCheck(who, draft, now)).toBeNull();
  }
  expect(problem(await check(world.people.housing, "REF-2026-9999"))).toEqual(notFound);
  const sent = await aReferral(world, row, { people: [alsoKnown] });
  expect(problem(await check(world.people.housing, sent))).toMatchObject({ kind: "refused", rule: "referral.movedOn" });
});

test("there has to be somebody to look for", async () => {
  const empty = done(await startReferral(world.people.housing, startForm(world), now)).reference ?? "";
  expect(problem(await check(world.people.housing, empty))).toMatchObject({ kind: "refused", rule: "repeats.nobodyYet" });
});

test("who may is in the table of rights: who writes it asks, who holds it answers, who triages is shown", async () => {
  const held = async (who: Actor, permission: Parameters<typeof can>[1], about = {}) => transact({ ...who, now }, async (_, standing) => can(standing as Standing, permission, about));
  const { housing, chair, northChair } = world.people;
  for (const permission of ["repeats.check", "talk.ask"] as const) expect([await held(housing, permission, { isReferrer: true }), await held(chair, permission, { forumId: world.forums.CEN })]).toEqual([true, false]);
  expect([await held(northChair, "talk.answer", { holdsRecord: true }), await held(chair, "talk.answer", { forumId: world.forums.CEN })]).toEqual([true, false]);
  expect([await held(chair, "repeats.find", { forumId: world.forums.CEN }), await held(northChair, "repeats.find", { forumId: world.forums.CEN }), await held(housing, "repeats.find", { forumId: world.forums.CEN })]).toEqual([true, false, false]);
});

test("a purpose is asked for each time", async () => {
  expect(problem(await check(world.people.housing, draft, now, ""))).toMatchObject({ kind: "invalid", fields: { purpose: ["Enter what you need to know it for"] } });
  expect(problem(await check(world.people.housing, draft, now, "Curious"))).toMatchObject({ kind: "invalid" });
});

test("asked again about the same people it is answered as before; with others it counts, three times for one referral", async () => {
  done(await check(world.people.housing, draft));
  done(await check(world.people.housing, draft, minutesLater(5)));
  const checks = async () => Number((await owner.query<{ n: string }>("select count(*) as n from repeat_checks where partnership_id = $1", [world.partnershipId])).rows[0]?.n);
  expect(await checks()).toBe(1);
  const { rows: [subject] } = await owner.query<{ id: string }>("select s.id from referral_subjects s join referrals r on r.id = s.referral_id where r.partnership_id = $1 and r.reference = $2", [world.partnershipId, draft]);
  const change = async (name: string) => done(await amendReferred(world.people.housing, { reference: draft, version: await versionOf(world, draft), subjectId: subject?.id, ...personForm({ ...alsoKnown, name }) }, now));
  for (const name of ["Agata Sobczak", "Beata Sobczak"]) {
    await change(name);
    done(await check(world.people.housing, draft, minutesLater(6)));
  }
  await change("Celina Sobczak");
  expect(problem(await check(world.people.housing, draft, minutesLater(7)))).toMatchObject({ kind: "refused", rule: "repeats.tooOften" });
  expect(await checks()).toBe(3);
});

test("ten in a day, and information governance sees the run and what each was for", async () => {
  const { housing, governance } = world.people;
  const drafts: string[] = [];
  for (let n = 0; n < 11; n += 1) drafts.push(await aDraft(world, row, { people: [{ ...nobodyKnown, name: `Person Number${"abcdefghijk"[n]}` }] }));
  for (const one of drafts.slice(0, 10)) done(await check(housing, one));
  expect(problem(await check(housing, drafts[10] ?? ""))).toMatchObject({ rule: "repeats.tooOften" });
  expect(await listRuns(governance, {}, daysLater(8))).toMatchObject({ runs: [{ personId: housing.personId, checks: 10, referrals: 10, neverSent: 10, suspicious: true }], checks: Array.from({ length: 10 }, () => ({ purpose: "To know whether a joint visit is right" })) });
  expect(await eventsOf(world, "audit.checksRead")).toHaveLength(1);
  for (const who of [world.people.chair, housing, world.people.administrator, world.people.bystander]) expect(await listRuns(who, {}, now)).toBeNull();
}, 120_000);

test("asking to talk goes to the chair's office that holds the case, by a mail that names nobody, and whoever asked learns of nobody", async () => {
  const { housing, northChair, chair, northMember } = world.people;
  done(await check(housing, draft));
  expect(await askToTalk(housing, { reference: draft }, now)).toEqual({ ok: true, value: { reference: draft } });
  expect(await mailsTo(world, "talk.asked")).toEqual([{ person_id: northChair.personId, facts: {} }]);
  expect(await askedBy(northChair)).toMatchObject([{ asker: "Zofia Nowak", agency: "Housing", records: [{ source: "case", reference: north.reference, why: ["born_round", "name_sound", "place_dwelling"] }], answer: null }]);
  expect((await listWaitingTalks(northChair, {}, now)).map(({ asker }) => asker)).toEqual(["Zofia Nowak"]);
  expect(JSON.stringify(await askedBy(northChair))).not.toMatch(/gosia|wisniewsk|kimber|REF-/i);
  for (const who of [chair, northMember, housing, world.people.governance, world.people.bystander]) expect(await askedBy(who)).toEqual([]);
  expect((await viewCheck(housing, draft, now))?.talk).toEqual({ askedAt: now, endsOn: "2026-12-19", known: [] });
  expect(await eventsOf(world, "talk.asked")).toMatchObject([{ person_id: housing.personId, subject_type: "talk", forum_id: null }]);
});

test("it goes to who wrote a referral, until a forum has taken it", async () => {
  const { housing, police, chair } = world.people;
  const person = { ...nobodyKnown };
  await aReferral(world, row, { ...byPolice(world), people: [person] }, police);
  const mine = await aDraft(world, row, { people: [person] });
  done(await check(housing, mine));
  done(await askToTalk(housing, { reference: mine }, now));
  expect(await mailsTo(world, "talk.asked")).toEqual([{ person_id: police.personId, facts: {} }]);
  expect(await askedBy(police)).toMatchObject([{ records: [{ source: "referral" }] }]);
  expect(await askedBy(chair)).toEqual([]);
});

test("a holder makes themselves known, which is kept before anything is said, and whoever asked sees who and how to reach them", async () => {
  const { housing, northChair } = world.people;
  done(await check(housing, draft));
  done(await askToTalk(housing, { reference: draft }, now));
  const [talk] = await askedBy(northChair);
  expect(await answer(northChair, talk?.id ?? "", "yes", minutesLater(30))).toEqual({ ok: true, value: {} });
  expect(await listWaitingTalks(northChair, {}, minutesLater(31))).toEqual([]);
  expect((await viewCheck(housing, draft, minutesLater(31)))?.talk?.known).toEqual([{ name: "Insp Dev Sandhu", post: "Officer", agency: "Police", email: `${northChair.personId}@testham.example`, at: minutesLater(30) }]);
  expect(JSON.stringify(await listTalks(housing, {}, minutesLater(31)))).not.toContain(north.reference);
  expect(await mailsTo(world, "talk.madeKnown")).toEqual([{ person_id: housing.personId, facts: {} }]);
  expect(await eventsOf(world, "talk.madeKnown")).toMatchObject([{ person_id: northChair.personId, forum_id: null, particulars: {} }]);
  expect(problem(await answer(northChair, talk?.id ?? "", "no", minutesLater(40)))).toMatchObject({ rule: "talk.alreadyAnswered" });
});

test("whoever keeps still looks to the asker exactly like whoever hasn't answered", async () => {
  const { housing, northChair } = world.people;
  done(await check(housing, draft));
  done(await askToTalk(housing, { reference: draft }, now));
  const seen = async (at: Date) => JSON.stringify([await viewCheck(housing, draft, at), await listTalks(housing, {}, at)]);
  const before = await seen(minutesLater(60));
  const [talk] = await askedBy(northChair);
  done(await answer(northChair, talk?.id ?? "", "no", minutesLater(30)));
  expect(await seen(minutesLater(60))).toBe(before);
  expect(await mailsTo(world, "talk.madeKnown")).toEqual([]);
  expect((await askedBy(northChair))[0]?.answer).toMatchObject({ known: false, by: "Insp Dev Sandhu" });
});

test("nobody who doesn't hold it answers, nor by a guessed id, nor after its time", async () => {
  const { housing, northChair } = world.people;
  done(await check(housing, draft));
  done(await askToTalk(housing, { reference: draft }, now));
  const [talk] = await askedBy(northChair);
  const other = await aPartnership("Safer Elsewhere");
  for (const who of [housing, world.people.chair, world.people.northMember, world.people.governance, world.people.bystander, other.people.northChair]) expect(problem(await answer(who, talk?.id ?? "", "yes"))).toEqual(notFound);
  expect(problem(await answer(northChair, randomUUID(), "yes"))).toEqual(notFound);
  expect(problem(await answer(northChair, talk?.id ?? "", "yes", daysLater(40)))).toMatchObject({ rule: "talk.over" });
});

test("whoever of the holding office is recused from the case isn't asked, and can't answer", async () => {
  const { housing, northChair, northMember } = world.people;
  await owner.query("insert into appointments (id, partnership_id, forum_id, person_id, office, capacity, from_on) values (gen_random_uuid(), $1, $2, $3, 'coordinator', 'substantive', '2025-01-01')", [world.partnershipId, world.forums.NOR, northMember.personId]);
  await owner.query("insert into recusals (id, partnership_id, forum_id, case_id, person_id, silent, decided_by_id, reason, decided_at) select gen_random_uuid(), partnership_id, forum_id, id, $2, false, $3, 'A relative', now() from cases where id = $1", [north.id, northMember.personId, northChair.personId]);
  done(await check(housing, draft));
  done(await askToTalk(housing, { reference: draft }, now));
  expect(await mailsTo(world, "talk.asked")).toEqual([{ person_id: northChair.personId, facts: {} }]);
  expect(await askedBy(northMember)).toEqual([]);
  const [talk] = await askedBy(northChair);
  expect(problem(await answer(northMember, talk?.id ?? "", "yes"))).toEqual(notFound);
});

test("it is asked once, after a yes, and sent twice it is done once", async () => {
  const { housing } = world.people;
  expect(problem(await askToTalk(housing, { reference: draft }, now))).toEqual(notFound);
  const miss = await aDraft(world, row, { people: [nobodyKnown] });
  done(await check(housing, miss));
  expect(problem(await askToTalk(housing, { reference: miss }, now))).toEqual(notFound);
  const submissionKey = randomUUID();
  done(await check(housing, draft));
  const both = await Promise.all([1, 2].map(() => askToTalk(housing, { reference: draft, submissionKey }, now)));
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(await mailsTo(world, "talk.asked")).toHaveLength(1);
  expect(problem(await askToTalk(housing, { reference: draft }, now))).toMatchObject({ rule: "talk.alreadyAsked" });
  for (const who of [world.people.police, world.people.colleague, world.people.chair]) expect(problem(await askToTalk(who, { reference: draft }, now))).toEqual(notFound);
  const other = await aDraft(world, row, { people: [alsoKnown] });
  done(await check(housing, other));
  const windows = await Promise.all([1, 2].map(() => askToTalk(housing, { reference: other }, now)));
  expect(windows.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a partnership that does without answers nobody, and tells what was told before to nobody new", async () => {
  const { housing } = world.people;
  done(await check(housing, draft));
  await switchOff(world);
  expect(problem(await check(housing, draft))).toMatchObject({ rule: "repeats.switchedOff" });
  expect(problem(await askToTalk(housing, { reference: draft }, now))).toMatchObject({ rule: "repeats.switchedOff" });
  expect((await viewCheck(housing, draft, now))?.finds).toBe(false);
});

test("the application reads neither to whom a request went nor who kept still, and writes no check itself", async () => {
  for (const sql of ["select from talk_holders", "select from talk_answers", "select * from app.similar_elsewhere(gen_random_uuid())", "select app.record_shut_to('case', gen_random_uuid(), gen_random_uuid())",
    "insert into repeat_checks (id) values (gen_random_uuid())", "insert into talk_requests (id) values (gen_random_uuid())"]) {
    await expect(app.query(sql), sql).rejects.toThrow(/permission denied/);
  }
});
