import { beforeEach, describe, expect, test } from "vitest";
import { decideConcern } from "@/domain/concerns/commands/decide-concern.ts";
import { escalateConcern } from "@/domain/concerns/commands/escalate-concern.ts";
import { giveReply } from "@/domain/concerns/commands/give-reply.ts";
import { prepareReply } from "@/domain/concerns/commands/prepare-reply.ts";
import { proposeAnswer } from "@/domain/concerns/commands/propose-answer.ts";
import { listConcerns } from "@/domain/concerns/queries/list-concerns.ts";
import { viewConcern, viewDecisionCheck, viewReplyCheck } from "@/domain/concerns/queries/view-concern.ts";
import { answerEscalation, returnEscalation } from "@/domain/escalations/commands/board-acts.ts";
import { composeEscalation } from "@/domain/escalations/commands/compose-escalation.ts";
import { closeEscalation, withdrawEscalation } from "@/domain/escalations/commands/forum-acts.ts";
import { sendEscalation } from "@/domain/escalations/commands/send-escalation.ts";
import { listEscalations, listEscalationsOf } from "@/domain/escalations/queries/list-escalations.ts";
import { viewComposer } from "@/domain/escalations/queries/view-composer.ts";
import { viewEscalation } from "@/domain/escalations/queries/view-escalation.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { dayOf } from "@/domain/kernel/dates.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership } from "../../support/world.ts";
import { aCase } from "../cases/arranged.ts";
import { type Arranged, aRaised, asStands, stateOf } from "../concerns/arrange.ts";
import { aDraft, type Boarded, closeBoard, days, done, held, list, minutes, openBoard, planned, receive, rowOf, sentAt, withBoards, words } from "./arrange.ts";

// A concern that one meeting can't settle is handed to the board as it is, without a case (rule 24).
let world: Boarded;
let concern: Arranged;
beforeEach(async () => {
  world = await withBoards(await aPartnership());
  concern = await aRaised(world, { surgeryOn: { day: "30", month: "10", year: "2026" } }, world.people.councillor, days(-3));
});

const nameless = (over: Record<string, unknown> = {}) => words({ concernReference: concern.reference, to: `board:${world.board}`, title: "Fewer community support officers", given: "There are eight fewer than last year.", tried: "The meeting wrote to the force twice.", asked: "Who stands in for them.", ...over });
const compose = (by: Actor, over: Record<string, unknown> = {}, at = sentAt) => composeEscalation(by, nameless(over), at);
async function draft(over: Record<string, unknown> = {}, at = sentAt) {
  const { draftId } = done(await compose(world.people.coordinator, over, at));
  return { draftId, version: 1 };
}
const send = async (over: Record<string, unknown> = {}, at = sentAt) => done(await escalateConcern(world.people.chair, await draft(over, at), at)).reference;
const ofRaiser = async (at = days(1)) => viewConcern(world.people.councillor, concern.reference, at);
const mails = async (who: Actor) => (await owner.query<{ template: string; reference: string | null }>("select template, reference from mails where person_id = $1 order by made_at, template", [who.personId])).rows;

describe("handing a concern to a board", () => {
  test("the coordinator writes it with what was raised before them; nothing of that is proposed for the board", async () => {
    const composer = await viewComposer(world.people.coordinator, { caseReference: null, actionReference: null, concernReference: concern.reference, draftId: null, itemId: null }, sentAt);
    expect(composer).toMatchObject({ origin: { kind: "concern", reference: concern.reference }, said: { place: "Kimber Park, behind the garages" }, words: { title: "", given: "", tried: "", to: `board:${world.board}` }, maySend: false });
    const { draftId } = await draft();
    expect(await viewComposer(world.people.chair, { caseReference: null, actionReference: null, concernReference: null, draftId, itemId: null }, sentAt)).toMatchObject({ origin: { reference: concern.reference }, words: { asked: "Who stands in for them." }, maySend: true });
    expect((await listEscalations(world.people.chair, {}, sentAt)).drafts).toMatchObject([{ reference: concern.reference }]);
    expect(await stateOf(concern.reference, world)).toMatchObject({ state: "raised" });
  });

  test("sent, it is decided: whoever raised it reads what is asked, follows it, and is written to once; the board reads what it was given alone", async () => {
    const before = (await mails(world.people.councillor)).length;
    const reference = await send();
    expect(await stateOf(concern.reference, world)).toMatchObject({ state: "escalated" });
    expect(await ofRaiser()).toMatchObject({ state: "escalated", progress: { step: "with_meeting", note: "escalated" }, steps: [{ kind: "escalated", words: "Who stands in for them." }], wentUp: [{ reference, board: "Performance and Delivery Board", state: "sent" }] });
    expect((await mails(world.people.councillor)).slice(before)).toEqual([expect.objectContaining({ template: "concern.decided" })]);
    expect(await viewEscalation(world.people.chair, reference, days(1))).toMatchObject({ origin: { kind: "concern", reference: concern.reference }, content: { asked: "Who stands in for them." } });
    expect(await listEscalationsOf(world.people.coordinator, { concernReference: concern.reference }, days(1))).toMatchObject({ escalations: [{ reference }], mayEscalate: false });
    const read = await viewEscalation(world.boardCoordinator, reference, days(1));
    expect(read).toMatchObject({ origin: null, content: { given: "There are eight fewer than last year." } });
    expect(JSON.stringify(read)).not.toMatch(/CON-|Kimber|Pickersgill/);
    expect((await listConcerns(world.people.chair, { list: "decided", page: 1 }, days(1))).concerns).toMatchObject([{ reference: concern.reference }]);
  });

  test("words that name somebody or a place of what was raised are asked about, in what goes up and in what comes down", async () => {
    expect(await compose(world.people.coordinator, { given: "Darren Pickersgill rides there." })).toMatchObject({ problem: { rule: "escalation.namesSomeone" } });
    expect(await compose(world.people.coordinator, { tried: "Two letters about Kimber Park." })).toMatchObject({ problem: { rule: "escalation.namesSomeone" } });
    expect(await compose(world.people.coordinator, { asked: "A visit to Oakenshaw." })).toMatchObject({ problem: { rule: "escalation.namesSomeone", facts: { words: ["Oakenshaw"] } } });
    const reference = await answered();
    expect(await closeEscalation(world.people.chair, { ...(await held(world, reference)), note: "We tell the ward.", safeWords: "Pickersgill will be spoken to." }, days(80))).toMatchObject({ problem: { rule: "escalation.namesSomeone" } });
  });

  test("heard and answered, the forum's words reach whoever raised it, and the chair's reply ends it", async () => {
    const reference = await answered();
    done(await closeEscalation(world.people.chair, { ...(await held(world, reference)), note: "We tell the ward.", safeWords: "Two officers stand in from April." }, days(80)));
    expect(await ofRaiser(days(81))).toMatchObject({ state: "escalated", wentUp: [{ state: "closed", words: "Two officers stand in from April." }] });
    expect((await mails(world.people.councillor)).filter(({ template }) => template === "concern.moved").every((mail) => mail.reference === concern.reference)).toBe(true);
    const { chair } = world.people;
    done(await prepareReply(chair, { reference: concern.reference, version: 0, recordWords: "Answered by the board.", residentWords: "Two officers stand in from April." }, days(81)));
    const check = await viewReplyCheck(chair, concern.reference, days(81));
    done(await giveReply(chair, { reference: concern.reference, version: check?.version, preparation: check?.preparation, tellsHarm: "no", ends: "ends", namesNobody: check?.named ?? [] }, days(81)));
    expect(await ofRaiser(days(82))).toMatchObject({ state: "answered" });
  });
});

async function answered(): Promise<string> {
  const reference = await send();
  await receive(world, reference);
  const startsAt = new Date("2027-01-12T10:00:00Z");
  const meeting = await planned(world, { day: "12", month: "1", year: "2027" });
  done(await list(world, reference, meeting));
  await openBoard(world, meeting, startsAt);
  done(await closeBoard(world, meeting, minutes(40, startsAt)));
  done(await answerEscalation(world.people.marpChair, { ...(await held(world, reference)), words: "Two stand in.", safeWords: "" }, days(75)));
  return reference;
}

describe("that comes back without an answer", () => {
  test("returned by the board, it waits for the chair again with a new promise, and can be declined or sent again", async () => {
    const reference = await send();
    await receive(world, reference);
    done(await returnEscalation(world.people.marpChair, { ...(await held(world, reference)), reason: "Ask the force's own board first." }, days(9)));
    expect(await stateOf(concern.reference, world)).toEqual({ state: "raised", hearBy: "2026-11-19" });
    expect((await listConcerns(world.people.chair, { list: "waiting", page: 1 }, days(9))).concerns).toMatchObject([{ reference: concern.reference, isLate: false }]);
    expect(await ofRaiser(days(9))).toMatchObject({ state: "raised", wentUp: [{ state: "returned" }] });
    const again = await send({ asked: "Who pays for them." }, days(10));
    expect(again).not.toBe(reference);
    expect(await stateOf(concern.reference, world)).toMatchObject({ state: "escalated" });
  });

  test("taken back by the forum, it is answered in another way", async () => {
    const reference = await send();
    done(await withdrawEscalation(world.people.chair, { ...(await held(world, reference)), reason: "The force has answered us by letter." }, days(2)));
    expect(await stateOf(concern.reference, world)).toMatchObject({ state: "raised" });
    const { chair } = world.people;
    done(await proposeAnswer(chair, { reference: concern.reference, decision: "declined", reason: "The force has answered." }, days(2)));
    const check = await viewDecisionCheck(chair, { reference: concern.reference, proposedById: chair.personId }, days(2));
    done(await decideConcern(chair, { reference: concern.reference, version: check?.version, proposedById: chair.personId, proposedAt: check?.proposal.proposedAt.toISOString() }, days(2)));
    expect(await stateOf(concern.reference, world)).toMatchObject({ state: "declined" });
  });
});

describe("and who may not", () => {
  test("members, another forum's chair, whoever raised it, and another partnership find nothing to hand up; the coordinator writes and doesn't send", async () => {
    const elsewhere = (await aPartnership("Safer Elsewhere")).people.chair;
    for (const who of [world.people.police, world.people.northChair, elsewhere, world.people.administrator]) expect(await compose(who)).toMatchObject({ problem: { kind: "notFound" } });
    expect(await compose(world.people.councillor)).toMatchObject({ problem: { kind: "forbidden", permission: "escalation.compose" } });
    expect(await escalateConcern(world.people.coordinator, await draft(), sentAt)).toMatchObject({ problem: { kind: "forbidden", permission: "escalation.send" } });
    expect(await escalateConcern(world.people.councillor, await draft(), sentAt)).toMatchObject({ problem: { kind: "notFound" } });
    expect(await stateOf(concern.reference, world)).toMatchObject({ state: "raised" });
  });

  test("surgery work that was never raised isn't there, and what is decided can't be handed up, nor sent by two drafts", async () => {
    const [one, two] = [await draft(), await draft()];
    done(await escalateConcern(world.people.chair, one, sentAt));
    expect(await escalateConcern(world.people.chair, two, sentAt)).toMatchObject({ problem: { kind: "refused", rule: "concern.notInThisState" } });
    expect(await compose(world.people.chair, {}, days(1))).toMatchObject({ problem: { kind: "refused", rule: "concern.notInThisState" } });
    await owner.query("update concerns set state = 'logged', raised_at = null, hear_by = null where id = $1", [concern.id]);
    expect(await compose(world.people.chair, {}, days(1))).toMatchObject({ problem: { kind: "notFound" } });
  });

  test("a concern isn't sent undecided, nor a case as if it were one", async () => {
    expect(await sendEscalation(world.people.chair, await draft(), sentAt)).toMatchObject({ problem: { kind: "notFound" } });
    const found = await aCase(world, {}, world.people.coordinator, days(-30));
    expect(await escalateConcern(world.people.chair, await aDraft(world, found), sentAt)).toMatchObject({ problem: { kind: "notFound" } });
    expect(await listEscalations(world.people.chair, {}, sentAt)).toMatchObject({ sent: [] });
  });

  test("a member who follows the escalation by its title doesn't learn that a concern is behind it", async () => {
    const reference = await send();
    expect(await viewEscalation(world.people.police, reference, days(1))).toMatchObject({ title: "Fewer community support officers", origin: null, content: null });
    expect(await transact({ ...world.people.police, now: days(1) }, (tx) => tx.escalationOrigin.count())).toBe(0);
    expect(await transact({ ...world.people.coordinator, now: days(1) }, (tx) => tx.escalationOrigin.count())).toBe(1);
  });

  test("nobody brings a concern back but by ending its escalation at that moment, and the database holds the steps", async () => {
    const reference = await send();
    const { id } = await rowOf(world, reference);
    const bring = (who: Actor, at: Date) => transact({ ...who, now: at }, (tx) => tx.$queryRaw`select app.bring_back_concern(${id}::uuid, ${dayOf(days(5, at))}::date)::text`);
    for (const who of [world.people.chair, world.boardCoordinator, world.people.councillor, world.people.northChair]) await bring(who, days(2));
    expect(await stateOf(concern.reference, world)).toMatchObject({ state: "escalated" });
    done(await withdrawEscalation(world.people.chair, { ...(await held(world, reference)), reason: "The force has answered us by letter." }, days(3)));
    const { version } = await asStands(world, concern.reference);
    await owner.query("update concerns set state = 'escalated', decided_at = now() where id = $1", [concern.id]);
    for (const who of [world.people.chair, world.people.coordinator]) await bring(who, days(4));
    expect(await stateOf(concern.reference, world)).toMatchObject({ state: "escalated" });
    await expect(transact({ ...world.people.coordinator, now: days(4) }, (tx) => tx.concern.updateMany({ where: { id: concern.id }, data: { state: "raised", version: version + 1 } }))).rejects.toThrow(/does not go from escalated to raised/);
  });
});
