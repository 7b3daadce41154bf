import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { decideConcern } from "@/domain/concerns/commands/decide-concern.ts";
import { keepAnswer } from "@/domain/concerns/commands/keep-answer.ts";
import { proposeAnswer } from "@/domain/concerns/commands/propose-answer.ts";
import { raiseConcern } from "@/domain/concerns/commands/raise-concern.ts";
import { viewConcern, viewDecisionCheck } from "@/domain/concerns/queries/view-concern.ts";
import { answerEscalation } from "@/domain/escalations/commands/board-acts.ts";
import { closeEscalation, withdrawEscalation } from "@/domain/escalations/commands/forum-acts.ts";
import { sendEscalation } from "@/domain/escalations/commands/send-escalation.ts";
import { listRaisedEscalations } from "@/domain/escalations/queries/list-raised.ts";
import { dayOf } from "@/domain/kernel/dates.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { joinReferral } from "@/domain/referrals/commands/join-referral.ts";
import { viewReferral } from "@/domain/referrals/queries/view-referral.ts";
import { undoStepDown } from "@/domain/step-downs/commands/undo-step-down.ts";
import { findToldStepDown } from "@/domain/step-downs/queries/find-told.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { theGateways } from "../../support/gateways.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { answers } from "../concerns/arrange.ts";
import { type ArrangedCase, aCase } from "../cases/arranged.ts";
import { aReferral, versionOf as referralVersion } from "../referrals/arrange.ts";
import { prepare, sign, versionOf as stepDownVersion } from "../step-downs/arranged.ts";
import { aDraft, anAction, type Boarded, closeBoard, days, done, held, list, minutes, openBoard, planned, rowOf, sentAt, withBoards } from "./arrange.ts";

// A councillor of the forum and a member of another one each raised a concern, and housing referred; all went to one case.
let world: Boarded;
let found: ArrangedCase;
let concern: string;
let farConcern: string;
let referral: string;
let outsider: Actor;
beforeEach(async () => {
  world = await withBoards(await aPartnership());
  outsider = world.people.northMember;
  found = await aCase(world, {}, world.people.coordinator, days(-30));
  concern = await joined(world.people.councillor);
  farConcern = await joined(outsider);
  referral = await referred();
});

async function joined(by: Actor, onto = found, at = days(-9)): Promise<string> {
  const { draftId } = done(await keepAnswer(by, { question: "all", draftId: "", afterId: "", ...answers(world, { surgeryOn: { day: "1", month: "10", year: "2026" } }) }, at));
  const { reference } = done(await raiseConcern(by, { draftId }, at));
  const { chair } = world.people;
  done(await proposeAnswer(chair, { reference, decision: "joined", caseReference: onto.reference, reason: "The meeting works on it." }, at));
  const check = await viewDecisionCheck(chair, { reference, proposedById: chair.personId }, at);
  done(await decideConcern(chair, { reference, version: check?.version, proposedById: chair.personId, proposedAt: check?.proposal.proposedAt.toISOString() }, at));
  return reference;
}
async function referred(): Promise<string> {
  const reference = await aReferral(world, await theGateways(world), {}, world.people.housing, days(-9));
  done(await joinReferral(world.people.chair, { reference, version: await referralVersion(world, reference), caseId: found.id, reason: "The meeting takes it up." }, days(-8)));
  return reference;
}
const send = async (over: Record<string, unknown> = {}, of = found) => done(await sendEscalation(world.people.chair, await aDraft(world, of, over), sentAt)).reference;
const ofConcern = async (who: Actor, reference = concern, at = days(1)) => viewConcern(who, reference, at);
const movedMails = async (who: Actor) => (await owner.query<{ template: string; facts: unknown; kind: string; reference: string }>("select template, facts, kind, reference from mails where person_id = $1 and template in ('concern.moved', 'referral.moved') order by made_at", [who.personId])).rows;
const recuse = (who: Actor, silent: boolean) => insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: who.personId, silent, reason: "A reason", decided_by_id: world.people.deputy.personId, decided_at: days(-1) });
const idOf = async (table: "concerns" | "referrals", reference: string) => (await owner.query<{ id: string }>(`select id from ${table} where partnership_id = $1 and reference = $2`, [world.partnershipId, reference])).rows[0]?.id ?? "";

describe("what somebody raised is handed to a board", () => {
  test("they see that it went, each step with its day, and the words that the chair approves at the end", async () => {
    const { councillor, chair, marpChair } = world.people;
    const escalation = await send();
    const entry = { reference: escalation, board: "Performance and Delivery Board", outside: false };
    expect((await ofConcern(councillor))?.wentUp).toMatchObject([{ ...entry, state: "sent", sentOn: "2026-11-03", listedOn: null, words: null, notListed: false }]);
    expect((await ofConcern(councillor, concern, days(60)))?.wentUp).toMatchObject([{ state: "sent", notListed: true }]);
    const startsAt = new Date("2027-01-12T10:00:00Z");
    const meeting = await planned(world, { day: "12", month: "1", year: "2027" });
    done(await list(world, escalation, meeting));
    expect((await ofConcern(councillor, concern, days(3)))?.wentUp).toMatchObject([{ state: "listed", listedOn: "2027-01-12" }]);
    await openBoard(world, meeting, startsAt);
    done(await closeBoard(world, meeting, minutes(30, startsAt)));
    done(await answerEscalation(marpChair, { ...(await held(world, escalation)), words: "Two officers from March.", safeWords: "More officers." }, minutes(60, startsAt)));
    const after = minutes(90, startsAt);
    // of the answer nothing but that there is one, until the chair says what may be told
    expect((await ofConcern(councillor, concern, after))?.wentUp).toMatchObject([{ state: "answered", answeredOn: "2027-01-12", words: null }]);
    done(await closeEscalation(chair, { ...(await held(world, escalation)), note: "The plan is changed.", safeWords: "More officers from March." }, after));
    expect((await ofConcern(councillor, concern, after))?.wentUp).toMatchObject([{ state: "closed", words: "More officers from March." }]);
    expect(JSON.stringify(await ofConcern(outsider, farConcern, after))).not.toContain("Two officers");
    expect((await ofConcern(outsider, farConcern, after))?.wentUp).toMatchObject([{ state: "closed", words: "More officers from March." }]);
  });

  test("for whoever isn’t of the forum it is a board, without its name and without a reference", async () => {
    const escalation = await send();
    const seen = await ofConcern(outsider, farConcern);
    expect(seen?.wentUp).toMatchObject([{ reference: null, board: null, outside: false, state: "sent", sentOn: "2026-11-03" }]);
    expect(JSON.stringify(seen)).not.toContain(escalation);
    expect(JSON.stringify(seen)).not.toContain(found.reference);
  });

  test("whoever referred follows it, and nobody else by their referral; the office works on the case itself", async () => {
    const escalation = await send();
    const { housing, colleague, police, chair } = world.people;
    expect((await viewReferral(housing, referral, days(1)))?.wentUp).toMatchObject([{ reference: escalation, state: "sent" }]);
    for (const who of [colleague, police]) expect(await viewReferral(who, referral, days(1))).toBeNull();
    expect((await viewReferral(chair, referral, days(1)))?.wentUp).toEqual([]);
  });

  test("an action of the case is followed as the case is; what went up before they raised theirs tells of no case", async () => {
    const action = await anAction(world, found, world.people.probation);
    await send({ caseReference: "", actionReference: action });
    expect((await ofConcern(world.people.councillor))?.wentUp).toHaveLength(1);
    const late = await joined(world.people.councillor, found, days(2));
    expect((await ofConcern(world.people.councillor, late, days(3)))?.wentUp).toEqual([]);
    const other = await aCase(world, {}, world.people.coordinator, days(-30));
    expect((await ofConcern(world.people.councillor, await joined(world.people.councillor, other), days(3)))?.wentUp).toEqual([]);
  });

  test.each([["openly", false], ["silently", true]])("%s recused, they follow nothing and hear of nothing", async (_, silent) => {
    const { councillor, housing } = world.people;
    for (const who of [councillor, housing, outsider]) await recuse(who, silent);
    await send();
    expect((await ofConcern(councillor))?.wentUp).toEqual([]);
    expect((await ofConcern(outsider, farConcern))?.wentUp).toEqual([]);
    expect((await viewReferral(housing, referral, days(1)))?.wentUp).toEqual([]);
    for (const who of [councillor, housing, outsider]) expect(await movedMails(who)).toEqual([]);
  });

  test("nobody else follows it by the id of what was raised", async () => {
    await send();
    const [concernId, referralId] = [await idOf("concerns", concern), await idOf("referrals", referral)];
    const elsewhere = (await aPartnership("Safer Elsewhere")).people.councillor;
    const seen = (who: Actor, id: string) => transact({ ...who, now: days(1) }, (tx) => listRaisedEscalations(tx, id, dayOf(days(1))));
    for (const who of [world.people.police, world.people.chair, world.people.northChair, world.people.governance, world.people.administrator, outsider, elsewhere]) {
      expect(await seen(who, concernId)).toEqual([]);
      expect(await seen(who, referralId)).toEqual([]);
    }
    expect(await seen(world.people.councillor, concernId)).toHaveLength(1);
    await expect(transact({ ...world.people.councillor, now: days(1) }, (tx) => tx.$queryRaw`select case_id::text from app.case_of_raised(${concernId}::uuid)`)).rejects.toThrow(/permission denied/);
    await expect(transact({ ...world.people.councillor, now: days(1) }, (tx) => tx.$queryRaw`select app.write_to_raisers(${found.id}::uuid, null)::text`)).rejects.toThrow(/permission denied/);
  });
});

describe("they are written to", () => {
  test("by the reference of what they raised, once each, when it goes up, is listed and ends; of a receipt they aren’t", async () => {
    const { councillor, housing, chair } = world.people;
    const escalation = await send();
    const of = (reference: string, what: "concern" | "referral") => ({ template: `${what}.moved`, kind: "progress", reference, facts: { [what]: reference } });
    expect(await movedMails(councillor)).toEqual([of(concern, "concern")]);
    expect(await movedMails(outsider)).toEqual([of(farConcern, "concern")]);
    expect(await movedMails(housing)).toEqual([of(referral, "referral")]);
    done(await list(world, escalation, await planned(world, { day: "12", month: "1", year: "2027" })));
    expect(await movedMails(councillor)).toHaveLength(2);
    done(await withdrawEscalation(chair, { ...(await held(world, escalation)), reason: "It was solved at the weekend" }, days(4)));
    expect(await movedMails(councillor)).toHaveLength(3);
    // who left hears nothing
    await owner.query("update people set left_at = now() where id = $1", [outsider.personId]);
    await send();
    expect(await movedMails(outsider)).toHaveLength(3);
  });

  test("not by somebody who doesn’t move it, and not of what went up before", async () => {
    const escalation = await send();
    const { id } = await rowOf(world, escalation);
    const before = (await movedMails(world.people.councillor)).length;
    for (const who of [world.people.police, world.people.northChair, (await aPartnership("Safer Elsewhere")).people.chair]) {
      await transact({ ...who, now: days(2) }, (tx) => tx.$queryRaw`select app.tell_raisers_of_escalation(${id}::uuid)::text`);
    }
    expect(await movedMails(world.people.councillor)).toHaveLength(before);
    const { marpMember } = world.people;
    await joined(marpMember, found, days(2));
    done(await withdrawEscalation(world.people.chair, { ...(await held(world, escalation)), reason: "It was solved at the weekend" }, days(4)));
    expect(await movedMails(marpMember)).toEqual([]);
    expect(await movedMails(world.people.councillor)).toHaveLength(before + 1);
  });
});

describe("a step-down", () => {
  const step = async (telling: Record<string, unknown> = {}) => {
    await prepare(world, found, { at: days(5), telling });
    done(await sign(world.people.chair, found, days(6)));
  };

  test("is told to whoever raised it, with the words for them and who tells them, until it is taken back", async () => {
    await step();
    const { councillor, housing, chair } = world.people;
    const told = { signedOn: "2026-11-09", agency: "Council", words: "The agencies have finished, and housing keeps an eye on it." };
    expect(await ofConcern(councillor, concern, days(7))).toMatchObject({ steppedDown: told, progress: { note: "watched" } });
    expect(await ofConcern(outsider, farConcern, days(7))).toMatchObject({ steppedDown: told });
    expect((await viewReferral(housing, referral, days(7)))?.steppedDown).toEqual(told);
    expect((await viewReferral(chair, referral, days(7)))?.steppedDown).toBeNull();
    expect((await movedMails(councillor)).at(-1)).toMatchObject({ template: "concern.moved", facts: { concern } });
    expect((await movedMails(housing)).at(-1)).toMatchObject({ template: "referral.moved", facts: { referral } });
    done(await undoStepDown(chair, { reference: found.reference, version: await stepDownVersion(found), reason: "It began again the same night" }, days(8)));
    expect(await ofConcern(councillor, concern, days(9))).toMatchObject({ steppedDown: null, progress: { note: "working" } });
  });

  test("that they aren’t told of, for a reason, they neither see nor hear of", async () => {
    await step({ raiserToldById: "", raiserNotTold: "It would tell the person causing harm" });
    const { councillor, housing } = world.people;
    expect(await ofConcern(councillor, concern, days(7))).toMatchObject({ steppedDown: null, progress: { note: "working" } });
    expect((await viewReferral(housing, referral, days(7)))?.steppedDown).toBeNull();
    for (const who of [councillor, housing, outsider]) expect(await movedMails(who)).toEqual([]);
  });

  test("is nobody else’s to hear of: recused, strangers, and while it is only prepared", async () => {
    for (const who of [world.people.councillor, world.people.housing]) await recuse(who, true);
    await prepare(world, found, { at: days(5) });
    expect((await ofConcern(outsider, farConcern, days(6)))?.steppedDown).toBeNull();
    done(await sign(world.people.chair, found, days(6)));
    expect(await ofConcern(world.people.councillor, concern, days(7))).toMatchObject({ steppedDown: null, progress: { note: "working" } });
    expect((await viewReferral(world.people.housing, referral, days(7)))?.steppedDown).toBeNull();
    for (const who of [world.people.councillor, world.people.housing]) expect(await movedMails(who)).toEqual([]);
    const concernId = await idOf("concerns", farConcern);
    for (const who of [world.people.police, world.people.chair, world.people.northChair]) expect(await transact({ ...who, now: days(7) }, (tx) => findToldStepDown(tx, concernId))).toBeNull();
  });
});
