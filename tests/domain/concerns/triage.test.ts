import { beforeEach, expect, test } from "vitest";
import { askMore } from "@/domain/concerns/commands/ask-more.ts";
import { decideConcern } from "@/domain/concerns/commands/decide-concern.ts";
import { giveReply } from "@/domain/concerns/commands/give-reply.ts";
import { markTold } from "@/domain/concerns/commands/mark-told.ts";
import { noteRecurrence } from "@/domain/concerns/commands/note-recurrence.ts";
import { prepareConcern } from "@/domain/concerns/commands/prepare-concern.ts";
import { prepareReply } from "@/domain/concerns/commands/prepare-reply.ts";
import { proposeAnswer } from "@/domain/concerns/commands/propose-answer.ts";
import { raiseLogged } from "@/domain/concerns/commands/raise-logged.ts";
import { recordConcern } from "@/domain/concerns/commands/record-concern.ts";
import { revealContact } from "@/domain/concerns/commands/reveal-contact.ts";
import { settleLogged } from "@/domain/concerns/commands/settle-logged.ts";
import { takeConcern } from "@/domain/concerns/commands/take-concern.ts";
import { tellMore } from "@/domain/concerns/commands/tell-more.ts";
import { listConcerns } from "@/domain/concerns/queries/list-concerns.ts";
import { viewConcern, viewDecisionCheck, viewReplyCheck } from "@/domain/concerns/queries/view-concern.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeetingOn, caseForm, signed } from "../cases/arranged.ts";
import { aLogged, answers, aRaised, type Arranged, asStands, daysLater, done, eventsOf, mailsTo, minutesLater, now, stateOf } from "./arrange.ts";

let world: World;
beforeEach(async () => {
  world = await aPartnership();
});
const who = () => world.people;

const propose = (by: Actor, concern: Arranged, over: Record<string, unknown> = {}) => proposeAnswer(by, { reference: concern.reference, decision: "declined", reason: "One service can put this right, and it was told today.", ...over }, now);
async function shown(concern: Arranged, proposer: Actor, by: Actor = who().chair) {
  const check = await viewDecisionCheck(by, { reference: concern.reference, proposedById: proposer.personId }, now);
  if (!check) throw new Error("nothing was shown");
  return { reference: check.reference, version: check.version, proposedById: check.proposal.proposedById, proposedAt: check.proposal.proposedAt.toISOString(), namesNobody: check.named };
}
async function declined(concern: Arranged) {
  done(await propose(who().coordinator, concern));
  done(await decideConcern(who().chair, await shown(concern, who().coordinator), now));
  return asStands(world, concern.reference);
}
async function joined(concern: Arranged, onto: { reference: string }, reason = "The meeting works on it.") {
  done(await propose(who().chair, concern, { decision: "joined", caseReference: onto.reference, reason }));
  done(await decideConcern(who().chair, await shown(concern, who().chair), now));
  return asStands(world, concern.reference);
}
const texts = { recordWords: "Parks to fit barriers; police to patrol on Saturdays.", residentWords: "The partnership has agreed what will be done, and by when." };
const prepare = async (by: Actor, concern: Arranged, over: Record<string, unknown> = {}) => prepareReply(by, { reference: concern.reference, version: (await viewConcern(who().chair, concern.reference))?.office?.preparation ?? 0, ...texts, ...over }, now);
const approve = async (by: Actor, concern: Arranged, over: Record<string, unknown> = {}, at = now) => {
  const check = await viewReplyCheck(who().chair, concern.reference);
  return giveReply(by, { reference: concern.reference, version: check?.version, preparation: check?.preparation, tellsHarm: "no", ends: "ends", namesNobody: check?.named ?? [], ...over }, at);
};

test("the queue has the oldest first, danger before it, and says how many working days each has waited", async () => {
  const first = await aRaised(world);
  const second = await aRaised(world, { what: "Shouting at night" }, who().housing, minutesLater(60));
  const danger = await aRaised(world, { what: "He said he has a gun" }, who().housing, minutesLater(90));
  const { concerns, counts, list } = await listConcerns(who().chair, { list: null, page: 1 }, daysLater(5));
  expect(list).toBe("waiting");
  expect(counts).toMatchObject({ waiting: 3, decided: 0, answered: 0, mine: 0 });
  expect(concerns.map(({ reference, waited }) => [reference, waited])).toEqual([[danger.reference, 3], [first.reference, 3], [second.reference, 3]]);
  expect((await listConcerns(who().coordinator, { list: "waiting", page: 9 })).concerns).toHaveLength(3);
});

test("what is nobody else's stays out of every list: seats, other forums, governance, other partnerships", async () => {
  await aRaised(world);
  await aLogged(world);
  const other = await aPartnership("Safer Elsewhere");
  for (const each of [who().police, who().northChair, who().northMember, who().governance, who().administrator, who().bystander, other.people.chair]) {
    for (const list of ["waiting", "decided", "answered", "mine", "log"] as const) expect((await listConcerns(each, { list, page: 1 })).concerns, `${each.name} ${list}`).toEqual([]);
  }
  expect((await listConcerns(who().chair, { list: "log", page: 1 })).concerns).toEqual([]);
});

test("the coordinator prepares and the chair decides: declined with a reason that reaches whoever raised it, in the application and by a mail that names nothing", async () => {
  const concern = await aRaised(world);
  done(await prepareConcern(who().coordinator, { reference: concern.reference, version: 0, severalAgencies: "yes", note: "Parks and police both" }, now));
  expect((await viewConcern(who().chair, concern.reference))?.office?.threshold).toEqual({ triedLocally: true, severalAgencies: true, repeats: false, highVulnerability: false, emergingHotspot: false, met: true, nearby: 0 });
  done(await propose(who().coordinator, concern));
  expect(await stateOf(concern.reference, world)).toMatchObject({ state: "raised" });
  expect(await decideConcern(who().coordinator, await shown(concern, who().coordinator, who().coordinator), now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "concern.decide" } });
  done(await decideConcern(who().chair, await shown(concern, who().coordinator), now));
  expect(await stateOf(concern.reference, world)).toMatchObject({ state: "declined" });
  expect(await mailsTo(who().councillor)).toEqual([{ template: "concern.decided", facts: { concern: concern.reference } }]);
  expect(await viewConcern(who().councillor, concern.reference)).toMatchObject({ progress: { step: "answer", note: "declined" }, steps: [{ kind: "declined", words: "One service can put this right, and it was told today.", by: "Insp Ruth Calverley" }], office: null });
});

test("the deputy decides while there is no chair, and not while there is one", async () => {
  const concern = await aRaised(world);
  done(await propose(who().coordinator, concern));
  const seen = await shown(concern, who().coordinator);
  expect(await decideConcern(who().deputy, seen, now)).toMatchObject({ problem: { kind: "forbidden" } });
  await owner.query("delete from appointments where person_id = $1", [who().chair.personId]);
  done(await decideConcern(who().deputy, seen, now));
});

test.each(["councillor", "housing", "police", "northChair", "governance", "administrator", "bystander"] as const)("the %s neither prepares, asks, is shown the contact, decides nor approves", async (each) => {
  const concern = await aRaised(world);
  done(await propose(who().coordinator, concern));
  const seen = await shown(concern, who().coordinator);
  const by = who()[each];
  const refused = each === "councillor" ? "forbidden" : "notFound";
  for (const outcome of [
    await prepareConcern(by, { reference: concern.reference, version: 0 }, now), await propose(by, concern), await askMore(by, { reference: concern.reference, version: 1, words: "When?" }, now),
    await revealContact(by, { reference: concern.reference, reason: "To ring them today" }, now), await decideConcern(by, seen, now), await prepareReply(by, { reference: concern.reference, version: 0, ...texts }, now),
    await takeConcern(by, { ...bareCase(), concern: concern.reference, concernVersion: 1, reason: "Yes" }, now),
    await giveReply(by, { reference: concern.reference, version: 1, preparation: 1, tellsHarm: "no", ends: "ends" }, now),
  ]) expect(outcome).toMatchObject({ ok: false, problem: { kind: each === "councillor" && !outcome.ok && outcome.problem.kind === "notFound" ? "notFound" : refused } });
  expect(await viewDecisionCheck(by, { reference: concern.reference, proposedById: who().coordinator.personId })).toBeNull();
  expect(await stateOf(concern.reference, world)).toMatchObject({ state: "raised" });
});
const bareCase = () => {
  const { forumId: _, ...rest } = caseForm(world);
  return rest;
};

test("nobody but whoever it is of follows it: the chair may not tell, mark or raise for them", async () => {
  const concern = await aRaised(world);
  for (const outcome of [await tellMore(who().chair, { reference: concern.reference, words: "Mine" }, now), await noteRecurrence(who().chair, { reference: concern.reference, happenedOn: "2026-11-27" }, now), await raiseLogged(who().chair, { reference: concern.reference, version: 1 }, now), await settleLogged(who().chair, { reference: concern.reference, version: 1, words: "Done" }, now)]) {
    expect(outcome).toEqual({ ok: false, problem: { kind: "forbidden", permission: "concern.follow" } });
  }
});

test("sent to a service, with a reason; and each decision is made once", async () => {
  const concern = await aRaised(world);
  expect(await propose(who().chair, concern, { decision: "redirected", agencyId: "00000000-0000-4000-8000-000000000009" })).toMatchObject({ problem: { fields: { agencyId: ["Select the service it is sent to"] } } });
  done(await propose(who().chair, concern, { decision: "redirected", agencyId: world.agencies.housing, reason: "Housing manages the garages." }));
  const seen = await shown(concern, who().chair);
  const both = await Promise.all([decideConcern(who().chair, seen, now), decideConcern(who().chair, seen, now)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { kind: "stale" } });
  expect(await viewConcern(who().councillor, concern.reference)).toMatchObject({ progress: { step: "action", note: "redirected" }, steps: [{ agency: "Housing" }] });
});

test("a proposal that changed since it was shown decides nothing", async () => {
  const concern = await aRaised(world);
  done(await propose(who().coordinator, concern));
  const seen = await shown(concern, who().coordinator);
  done(await proposeAnswer(who().coordinator, { reference: concern.reference, decision: "declined", reason: "Something else altogether." }, minutesLater(3)));
  expect(await decideConcern(who().chair, seen, minutesLater(4))).toEqual({ ok: false, problem: { kind: "stale" } });
  expect(await decideConcern(who().chair, { ...(await shown(concern, who().coordinator)), version: 9 }, now)).toEqual({ ok: false, problem: { kind: "stale" } });
});

test("taken as a case: opened with the words carried over, linked, and the raiser learns that the meeting works on it, not which case it is", async () => {
  const concern = await aRaised(world);
  const taken = done(await takeConcern(who().chair, { ...bareCase(), concern: concern.reference, concernVersion: concern.version, reason: "Two agencies are needed." }, now));
  expect(taken.reference).toMatch(/^CEN-\d+$/);
  expect((await viewConcern(who().chair, concern.reference))?.office?.caseReference).toBe(taken.reference);
  const mine = await viewConcern(who().councillor, concern.reference);
  expect(mine).toMatchObject({ state: "taken", progress: { step: "with_meeting", note: "working" }, office: null });
  expect(JSON.stringify(mine)).not.toContain(taken.reference);
  expect(await takeConcern(who().chair, { ...bareCase(), concern: concern.reference, concernVersion: concern.version, reason: "Again." }, now)).toEqual({ ok: false, problem: { kind: "stale" } });
});

test("a reason that names whom the case is about is shown first, and no case is left behind meanwhile", async () => {
  const concern = await aRaised(world);
  const before = (await owner.query("select from cases where partnership_id = $1", [world.partnershipId])).rowCount;
  const named = await takeConcern(who().chair, { ...bareCase(), concern: concern.reference, concernVersion: concern.version, reason: "Marjorie needs more than one agency." }, now);
  expect(named).toMatchObject({ problem: { rule: "concern.namesSomeone", facts: { words: ["Marjorie"] } } });
  expect((await owner.query("select from cases where partnership_id = $1", [world.partnershipId])).rowCount).toBe(before);
  done(await takeConcern(who().chair, { ...bareCase(), concern: concern.reference, concernVersion: concern.version, reason: "Marjorie needs more than one agency.", namesNobody: "Marjorie" }, now));
});

test("the coordinator opens cases, and takes no concern as one", async () => {
  const concern = await aRaised(world);
  expect(await takeConcern(who().coordinator, { ...bareCase(), concern: concern.reference, concernVersion: concern.version, reason: "Two agencies are needed." }, now)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "concern.decide" } });
});

test("joined to an open case of the forum alone: another forum's, a closed one and none read the same", async () => {
  const concern = await aRaised(world);
  const elsewhere = await aCase(world, { forumId: world.forums.NOR }, who().northChair, now);
  const closed = await aCase(world, {}, who().coordinator, now);
  await owner.query("update cases set stage = 'closed', closed_on = '2026-11-27' where id = $1", [closed.id]);
  for (const caseReference of [elsewhere.reference, closed.reference, "CEN-9999"]) {
    expect(await propose(who().chair, concern, { decision: "joined", caseReference })).toMatchObject({ problem: { fields: { caseReference: ["Enter the reference of an open case of this forum"] } } });
  }
  const onto = await aCase(world, {}, who().coordinator, now);
  await joined(concern, onto);
  expect(await viewConcern(who().councillor, concern.reference)).toMatchObject({ progress: { step: "with_meeting", note: "working" } });
});

test("a question and its answer stand between them, and the promised day stands too", async () => {
  const concern = await aRaised(world);
  done(await askMore(who().coordinator, { reference: concern.reference, version: concern.version, words: "Which days?" }, now));
  expect(await mailsTo(who().councillor)).toEqual([{ template: "concern.asked", facts: { concern: concern.reference } }]);
  expect(await viewConcern(who().councillor, concern.reference)).toMatchObject({ asked: true, hearBy: "2026-12-04", progress: { step: "received" } });
  done(await tellMore(who().councillor, { reference: concern.reference, words: "Saturdays and Sundays" }, minutesLater(30)));
  expect(await viewConcern(who().chair, concern.reference)).toMatchObject({ asked: false, steps: [{ kind: "more_told" }, { kind: "more_asked" }] });
  expect((await mailsTo(who().chair)).map(({ template }) => template)).toEqual(["concern.waits", "concern.told"]);
});

test("the contact is held apart: shown to the chair's office for a reason and fifteen minutes, and to nobody else", async () => {
  const concern = await aRaised(world);
  expect(await viewConcern(who().chair, concern.reference, now)).toMatchObject({ contact: { held: true, words: null } });
  expect(await revealContact(who().chair, { reference: concern.reference, reason: "short" }, now)).toMatchObject({ problem: { fields: { reason: ["Reason must be 10 characters or more"] } } });
  done(await revealContact(who().chair, { reference: concern.reference, reason: "To ask which days" }, now));
  expect(await viewConcern(who().chair, concern.reference, minutesLater(14))).toMatchObject({ contact: { words: "Mrs Oakenshaw, 01632 960017" } });
  expect(await viewConcern(who().chair, concern.reference, minutesLater(16))).toMatchObject({ contact: { held: true, words: null } });
  expect(await viewConcern(who().coordinator, concern.reference, minutesLater(5))).toMatchObject({ contact: { words: null } });
  expect(await eventsOf(world, "concern.revealed")).toMatchObject([{ person_id: who().chair.personId, reference: concern.reference }]);
});

test("the safe reply: looked through for the case's particulars, the concern's names and place, and who it came from; shown, asked about harm, and the chair decides", async () => {
  const onto = await aCase(world, {}, who().coordinator, now);
  const concern = await joined(await aRaised(world), onto);
  const telling = "Darren Pickersgill was seen by Kimber Park, Mrs Oakenshaw says, near Tollgate Mews. Ask Marjorie, born 1944.";
  done(await prepare(who().coordinator, concern, { residentWords: telling }));
  const check = await viewReplyCheck(who().chair, concern.reference);
  for (const word of ["Darren", "Pickersgill", "Kimber", "Oakenshaw", "Tollgate", "Marjorie", "1944"]) expect(check?.named.join(" "), word).toContain(word);
  expect(await approve(who().chair, concern, { namesNobody: [] })).toMatchObject({ problem: { rule: "concern.namesSomeone" } });
  expect(await approve(who().chair, concern, { tellsHarm: "yes" })).toMatchObject({ problem: { fields: { tellsHarm: ["Change the words so that they tell the person causing harm nothing"] } } });
  expect(await approve(who().chair, concern, { tellsHarm: "" })).toMatchObject({ problem: { fields: { tellsHarm: ["Select whether it would tell the person causing harm anything"] } } });
  expect(await approve(who().coordinator, concern)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "concern.reply" } });
  expect(await stateOf(concern.reference, world)).toMatchObject({ state: "joined" });
  done(await prepare(who().coordinator, concern));
  expect((await viewReplyCheck(who().chair, concern.reference))?.named).toEqual([]);
  done(await approve(who().chair, concern));
  expect(await stateOf(concern.reference, world)).toMatchObject({ state: "answered" });
  const mine = await viewConcern(who().councillor, concern.reference);
  expect(mine).toMatchObject({ progress: { step: "answer", note: "answered" } });
  expect(mine?.steps[0]).toMatchObject({ kind: "answered", words: texts.residentWords, record: null });
  expect(JSON.stringify(mine)).not.toContain("barriers");
  expect((await viewConcern(who().chair, concern.reference))?.steps[0]).toMatchObject({ record: texts.recordWords });
});

test("what the person says to give nobody away stays, and is counted on the trail", async () => {
  const concern = await declined(await aRaised(world));
  done(await prepare(who().chair, concern, { residentWords: "New gates at Kimber Park stop the motorcycles." }));
  done(await approve(who().chair, concern));
  expect((await eventsOf(world, "concern.replied")).at(-1)?.particulars).toMatchObject({ ends: true, words: 2 });
});

test("more may follow: the first words leave it open, the last ones end it, and nothing comes after", async () => {
  const concern = await declined(await aRaised(world));
  done(await prepare(who().chair, concern));
  done(await approve(who().chair, concern, { ends: "more" }));
  expect(await stateOf(concern.reference, world)).toMatchObject({ state: "declined" });
  expect(await approve(who().chair, concern)).toMatchObject({ ok: false });
  done(await prepare(who().chair, concern));
  done(await approve(who().chair, concern, {}, minutesLater(5)));
  expect(await prepare(who().chair, concern)).toMatchObject({ problem: { rule: "concern.notInThisState" } });
  expect(await tellMore(who().councillor, { reference: concern.reference, words: "And again" }, now)).toMatchObject({ problem: { rule: "concern.notInThisState" } });
});

test("words that were changed since they were shown are not the ones approved", async () => {
  const concern = await declined(await aRaised(world));
  done(await prepare(who().coordinator, concern));
  const check = await viewReplyCheck(who().chair, concern.reference);
  done(await prepare(who().coordinator, concern, { residentWords: "Ask Darren." }));
  expect(await giveReply(who().chair, { reference: concern.reference, version: check?.version, preparation: check?.preparation, tellsHarm: "no", ends: "ends" }, now)).toEqual({ ok: false, problem: { kind: "stale" } });
  expect(await prepareReply(who().chair, { reference: concern.reference, version: check?.preparation, ...texts }, now)).toEqual({ ok: false, problem: { kind: "stale" } });
});

test("no reply before a decision: a concern is not closed without one", async () => {
  const concern = await aRaised(world);
  expect(await prepare(who().chair, concern)).toMatchObject({ problem: { rule: "concern.notInThisState" } });
  expect(await giveReply(who().chair, { reference: concern.reference, version: concern.version, preparation: 1, tellsHarm: "no", ends: "ends" }, now)).toMatchObject({ problem: { rule: "concern.notInThisState" } });
  const decided = await declined(concern);
  expect(await giveReply(who().chair, { reference: decided.reference, version: decided.version, preparation: 1, tellsHarm: "no", ends: "ends" }, now)).toMatchObject({ problem: { rule: "concern.noReplyPrepared" } });
});

test("the councillor marks when residents were told: once, not before the reply and not in the future", async () => {
  const concern = await declined(await aRaised(world));
  done(await prepare(who().chair, concern));
  done(await approve(who().chair, concern));
  const answerId = (await viewConcern(who().councillor, concern.reference))?.steps[0]?.id;
  const tell = (toldOn: string, by = who().councillor) => markTold(by, { reference: concern.reference, answerId, toldOn }, daysLater(3));
  expect(await tell("2026-12-01")).toMatchObject({ problem: { fields: { toldOn: ["Date you told them must be today or in the past"] } } });
  expect(await tell("2026-11-26")).toMatchObject({ problem: { fields: { toldOn: ["Date you told them must be on or after the day of the reply"] } } });
  expect(await tell("2026-11-28", who().chair)).toMatchObject({ problem: { kind: "forbidden" } });
  done(await tell("2026-11-28"));
  expect(await tell("2026-11-29")).toMatchObject({ problem: { rule: "concern.alreadyTold" } });
  expect((await viewConcern(who().chair, concern.reference))?.steps[0]).toMatchObject({ toldOn: "2026-11-28" });
  const decision = (await viewConcern(who().councillor, concern.reference))?.steps.find(({ kind }) => kind === "declined");
  expect(await markTold(who().councillor, { reference: concern.reference, answerId: decision?.id, toldOn: "2026-11-28" }, daysLater(3))).toEqual({ ok: false, problem: { kind: "notFound" } });
});

test("the surgery log counts, and the third time suggests raising it; a repeat tells of the right to a review", async () => {
  const concern = await aLogged(world);
  expect(await viewConcern(who().councillor, concern.reference)).toMatchObject({ times: 1, isRepeat: false, suggestsRaising: false, allowed: { raise: true, settle: true } });
  const again = (day: string) => noteRecurrence(who().councillor, { reference: concern.reference, happenedOn: day, note: "Again" }, daysLater(9));
  done(await again("2026-11-29"));
  expect(await viewConcern(who().councillor, concern.reference)).toMatchObject({ times: 2, isRepeat: true, suggestsRaising: false });
  done(await again("2026-12-05"));
  expect(await viewConcern(who().councillor, concern.reference)).toMatchObject({ times: 3, suggestsRaising: true });
  expect(await again("2026-12-24")).toMatchObject({ problem: { fields: { happenedOn: ["Date it happened must be today or in the past"] } } });
  done(await raiseLogged(who().councillor, { reference: concern.reference, version: concern.version }, daysLater(9)));
  expect(await viewConcern(who().chair, concern.reference)).toMatchObject({ state: "raised", hearBy: "2026-12-11", times: 3, suggestsRaising: false, office: { threshold: { repeats: true, triedLocally: true, met: true } } });
  expect(await raiseLogged(who().councillor, { reference: concern.reference, version: concern.version }, daysLater(9))).toEqual({ ok: false, problem: { kind: "stale" } });
});

test("dealt with at the surgery it is over, and the chair's office never hears of it", async () => {
  const concern = await aLogged(world);
  done(await settleLogged(who().councillor, { reference: concern.reference, version: concern.version, words: "The parks team locked the gate." }, now));
  expect(await stateOf(concern.reference, world)).toEqual({ state: "answered", hearBy: null });
  expect(await viewConcern(who().chair, concern.reference)).toBeNull();
  for (const list of ["waiting", "decided", "answered"] as const) expect((await listConcerns(who().chair, { list, page: 1 })).concerns).toEqual([]);
  expect(await mailsTo(who().chair)).toEqual([]);
  expect((await eventsOf(world)).filter(({ reference }) => reference === concern.reference).map(({ forum_id }) => forum_id)).toEqual([null, null]);
});

test("what is said in the room is written down by the chair's office, as whoever said it", async () => {
  const onto = await aCase(world, {}, who().coordinator, now);
  const meeting = await aMeetingOn(world, onto);
  const { residents: _, contact: _contact, surgeryOn: _on, ...spoken } = answers(world);
  const input = { meeting: meeting.reference, raisedById: who().councillor.personId, ...spoken };
  expect(await recordConcern(who().coordinator, input, now)).toMatchObject({ problem: { fields: { raisedById: ["Select somebody who has signed the register"] } } });
  await signed(world, meeting, who().councillor);
  expect(await recordConcern(who().councillor, input, now)).toMatchObject({ ok: false });
  const { reference } = done(await recordConcern(who().coordinator, input, now));
  expect(await viewConcern(who().councillor, reference)).toMatchObject({ isMine: true, meeting: meeting.reference });
  expect(await mailsTo(who().councillor)).toEqual([{ template: "concern.recorded", facts: { concern: reference } }]);
  await owner.query("update meetings set state = 'closed', closed_at = $2 where id = $1", [meeting.id, now]);
  expect(await recordConcern(who().coordinator, input, now)).toMatchObject({ problem: { rule: "meeting.notInThisState" } });
});

test("past the application, the database keeps the same: nobody moves, answers or reads what is not theirs", async () => {
  const concern = await aRaised(world);
  const logged = await aLogged(world);
  const asPerson = async (by: Actor, sql: string, values: unknown[] = []) => {
    const connection = await app.connect();
    try {
      await connection.query("begin");
      await connection.query("select app.enter($1, $2, $3)", [by.personId, by.partnershipId, now.toISOString()]);
      return await connection.query(sql, values).then(({ rowCount }) => rowCount ?? 0, (error: Error) => error.message);
    } finally {
      await connection.query("rollback");
      connection.release();
    }
  };
  for (const table of ["concerns", "concern_contents", "concern_contacts", "concern_answers", "concern_recurrences", "concern_preparations", "concern_proposals", "concern_cases", "concern_records", "concern_tellings", "concern_drafts", "concern_reveals"]) {
    for (const by of [who().police, who().northChair, who().governance, who().bystander]) expect(await asPerson(by, `select from ${table}`), `${by.name} ${table}`).toBe(0);
  }
  expect(await asPerson(who().chair, "select from concerns")).toBe(1);
  expect(await asPerson(who().chair, "select from concern_contacts")).toBe(0);
  expect(await asPerson(who().coordinator, "update concerns set state = 'declined', decided_at = now() where id = $1", [concern.id])).toContain("does not go from raised to declined");
  expect(await asPerson(who().councillor, "update concerns set state = 'declined', decided_at = now() where id = $1", [concern.id])).toContain("does not go");
  expect(await asPerson(who().chair, "update concerns set state = 'answered', answered_at = now() where id = $1", [concern.id])).toContain("does not go");
  expect(await asPerson(who().chair, "update concerns set state = 'raised', raised_at = now(), hear_by = now() where id = $1", [logged.id])).toBe(0);
  expect(await asPerson(who().chair, "update concerns set raised_by_id = $2 where id = $1", [concern.id, who().chair.personId])).toContain("permission denied");
  expect(await asPerson(who().coordinator, "insert into concern_answers (id, partnership_id, forum_id, concern_id, kind, words, given_by_id, given_at) values (gen_random_uuid(), $1, $2, $3, 'declined', 'No', $4, now())", [world.partnershipId, world.forums.CEN, concern.id, who().coordinator.personId])).toContain("row-level security");
  expect(await asPerson(who().chair, "insert into concerns (id, partnership_id, forum_id, reference, ward_id, raised_by_id, recorded_by_id, state, frequency, tried, may_tell, written_at, raised_at, hear_by) values (gen_random_uuid(), $1, $2, 'CON-2026-9999', $3, $4, $5, 'raised', 'once', 'surgery', 'yes', now(), now(), now())", [world.partnershipId, world.forums.CEN, world.wardId, who().councillor.personId, who().chair.personId])).toContain("row-level security");
});
