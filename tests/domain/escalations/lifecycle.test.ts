import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { answerEscalation, returnEscalation, writeAnswer } from "@/domain/escalations/commands/board-acts.ts";
import { closeEscalation, withdrawEscalation } from "@/domain/escalations/commands/forum-acts.ts";
import { sendEscalation } from "@/domain/escalations/commands/send-escalation.ts";
import { viewEscalation } from "@/domain/escalations/queries/view-escalation.ts";
import { cancelMeeting } from "@/domain/meetings/commands/cancel-meeting.ts";
import { leaveOffItem } from "@/domain/meetings/commands/leave-off-item.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { rescheduleMeeting } from "@/domain/meetings/commands/reschedule-meeting.ts";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { aCase, eventsOf } from "../cases/arranged.ts";
import { aDraft, anAction, type Boarded, closeBoard, compose, days, done, held, list, minutes, openBoard, planned, receive, rowOf, seen, sent, sentAt, stateOf, stepsOf, withBoards } from "./arrange.ts";

// Rule 24: what was tried, what is asked, of which board, and who there holds it; each step with who and when.

let world: Boarded;
beforeAll(async () => void (world = await withBoards(await aPartnership())));
let month = 0;
/** Each test has a month of its own in the board's calendar. */
const nextDay = () => {
  month += 1;
  const year = 2027 + Math.floor((month - 1) / 12);
  const at = ((month - 1) % 12) + 1;
  return { on: { day: "12", month: String(at), year: String(year) }, startsAt: new Date(Date.UTC(year, at - 1, 12, at >= 4 && at <= 10 ? 9 : 10)) };
};

describe("composing and sending", () => {
  test("the chair sends it in two steps: written, checked, sent; it has a reference, a holder at the board and a day by which it is to be listed", async () => {
    const found = await aCase(world, {}, world.people.coordinator, days(-30));
    const draft = await aDraft(world, found);
    const { reference } = done(await sendEscalation(world.people.chair, draft, sentAt));
    expect(reference).toMatch(/^ESC-2026-\d{3}$/);
    // 30 days from 3 November is 3 December, a Thursday
    expect(await rowOf(world, reference)).toMatchObject({ state: "sent", list_by: "2026-12-03", cycle_days: 30, holder_id: world.people.marpChair.personId });
    expect(await stepsOf(world, reference)).toEqual([{ kind: "sent", person_id: world.people.chair.personId }]);
    expect((await eventsOf(world, "escalation.sent")).at(-1)).toMatchObject({ person_id: world.people.chair.personId, reference, case_id: found.id });
    const { rows } = await owner.query("select person_id, facts from mails where partnership_id = $1 and template = 'escalation.moved' and facts ->> 'escalation' = $2 order by person_id", [world.partnershipId, reference]);
    expect(rows.map(({ person_id }) => person_id)).toEqual([world.people.marpChair.personId, world.boardCoordinator.personId].toSorted());
  });

  test("the coordinator writes it, and only the chair in force sends it; the deputy while the chair is recused", async () => {
    const found = await aCase(world, {}, world.people.coordinator, days(-30));
    const draft = await aDraft(world, found, {}, world.people.coordinator);
    for (const who of ["coordinator", "deputy"] as const) expect(await sendEscalation(world.people[who], draft, sentAt)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "escalation.send" } });
    await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: found.id, person_id: world.people.chair.personId, silent: false, reason: "A reason", decided_by_id: world.people.deputy.personId, decided_at: sentAt });
    expect(await sendEscalation(world.people.chair, draft, sentAt)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await sendEscalation(world.people.deputy, draft, sentAt)).toMatchObject({ ok: true });
  });

  test("members, the board, other forums and another partnership find nothing to compose of", async () => {
    const found = await aCase(world, {}, world.people.coordinator, days(-30));
    for (const who of ["police", "housing", "councillor"] as const) expect(await compose(world, world.people[who], found)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "escalation.compose" } });
    for (const who of ["northChair", "marpChair", "governance", "administrator", "bystander"] as const) expect((await compose(world, world.people[who], found)).ok).toBe(false);
    const other = await aPartnership("Safer Elsewhere");
    expect(await compose(world, other.people.chair, found)).toEqual({ ok: false, problem: { kind: "notFound" } });
    const draft = await aDraft(world, found);
    expect(await sendEscalation(other.people.chair, draft, sentAt)).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await sendEscalation(world.people.northChair, draft, sentAt)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("words that would show who it is are asked about, in any of its parts, and a person can say that they name nobody", async () => {
    const found = await aCase(world, {}, world.people.coordinator, days(-30));
    for (const part of ["title", "tried", "asked", "given"]) {
      expect(await compose(world, world.people.chair, found, { [part]: "Ask Bickerstaffe" })).toMatchObject({ problem: { kind: "refused", rule: "escalation.namesSomeone", facts: { words: ["Bickerstaffe"] } } });
    }
    const draft = await aDraft(world, found, { given: "The Bickerstaffe playground", namesNobody: "Bickerstaffe" });
    const { reference } = done(await sendEscalation(world.people.chair, draft, sentAt));
    expect((await eventsOf(world, "escalation.wordingConfirmed")).at(-1)).toMatchObject({ reference, particulars: { words: 1 } });
  });

  test("sent twice it is sent once; changed since, it is stale; a closed case isn't escalated", async () => {
    const found = await aCase(world, {}, world.people.coordinator, days(-30));
    const draft = await aDraft(world, found);
    done(await compose(world, world.people.chair, found, { draftId: draft.draftId, asked: "Something else." }));
    expect(await sendEscalation(world.people.chair, draft, sentAt)).toEqual({ ok: false, problem: { kind: "stale" } });
    const again = { ...draft, version: 2 };
    const outcomes = await Promise.all([sendEscalation(world.people.chair, again, sentAt), sendEscalation(world.people.chair, again, sentAt)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, problem: { kind: "refused", rule: "escalation.alreadySent", facts: {} } });
    await owner.query("update cases set stage = 'closed', closed_on = '2026-11-03' where id = $1", [found.id]);
    expect(await compose(world, world.people.chair, found)).toMatchObject({ problem: { rule: "case.notOpen" } });
  });

  test("an action is escalated as a case is", async () => {
    const found = await aCase(world, {}, world.people.coordinator, days(-30));
    const action = await anAction(world, found, world.people.housing);
    const draft = await aDraft(world, found, { caseReference: "", actionReference: action });
    const { reference } = done(await sendEscalation(world.people.chair, draft, sentAt));
    expect((await viewEscalation(world.people.chair, reference, days(1)))?.origin).toEqual({ kind: "action", reference: action });
    // its owner follows it
    expect(await viewEscalation(world.people.housing, reference, days(1))).toMatchObject({ state: "sent", atForum: true });
  });
});

describe("at the board", () => {
  test("received by name, listed on a dated item, heard and answered out of its minute, closed by the forum", async () => {
    const { escalation } = await sent(world);
    expect(await receive(world, escalation, world.people.marpChair)).toMatchObject({ ok: true });
    const { on, startsAt } = nextDay();
    const meeting = await planned(world, on);
    done(await list(world, escalation, meeting));
    expect(await rowOf(world, escalation)).toMatchObject({ state: "listed", listed_as: meeting });
    const items = await openBoard(world, meeting, startsAt);
    const id = (await rowOf(world, escalation)).id;
    const item = items.find(({ escalation_id }) => escalation_id === id);
    expect(item?.kind).toBe("escalations");
    done(await writeAnswer(world.people.marpChair, { itemId: item?.id, words: "Two officers from March.", safeWords: "More officers from March." }, minutes(10, startsAt)));
    // until the meeting is closed nothing goes back
    expect((await viewEscalation(world.people.chair, escalation, minutes(20, startsAt)))?.answer).toBeNull();
    done(await closeBoard(world, meeting, minutes(30, startsAt)));
    const after = minutes(60, startsAt);
    const seenBy = await viewEscalation(world.people.chair, escalation, after);
    expect(seenBy).toMatchObject({ state: "answered", answer: { words: "Two officers from March.", safeWords: "More officers from March.", given: true } });
    expect(seenBy?.heardAs).toMatch(/^PDB \d+\/27$/);
    expect(seenBy?.steps.map(({ kind }) => kind)).toEqual(["answered", "heard", "listed", "received", "sent"]);
    expect(await closeEscalation(world.people.chair, { ...(await held(world, escalation)), note: "The plan is changed.", safeWords: "Mr Bickerstaffe gets officers", namesNobody: "" }, after)).toMatchObject({ problem: { rule: "escalation.namesSomeone" } });
    expect(await closeEscalation(world.people.coordinator, { ...(await held(world, escalation)), note: "The plan is changed.", safeWords: "" }, after)).toMatchObject({ problem: { kind: "forbidden" } });
    done(await closeEscalation(world.people.chair, { ...(await held(world, escalation)), note: "The plan is changed.", safeWords: "More officers from March." }, after));
    expect(await viewEscalation(world.people.councillor, escalation, after)).toMatchObject({ state: "closed", telling: { words: "More officers from March." } });
  });

  test("what is received is on the draft of the board’s next meeting by itself, and publishing lists it", async () => {
    const { on, startsAt } = nextDay();
    await owner.query("update meetings set state = 'cancelled', cancelled_at = now() where partnership_id = $1 and forum_id = $2 and state = 'scheduled'", [world.partnershipId, world.board]);
    const meeting = await planned(world, on);
    const { escalation } = await sent(world);
    done(await receive(world, escalation));
    const line = (await viewAgenda(world.boardCoordinator, { reference: meeting }, days(3)))?.lines.find(({ title }) => title?.startsWith(escalation));
    expect(line).toMatchObject({ kind: "escalations" });
    expect(await stateOf(world, escalation)).toBe("received");
    done(await publishAgenda(world.boardCoordinator, { ...(await seen(world, meeting)), overLimitReason: "" }, days(-7, startsAt)));
    expect(await rowOf(world, escalation)).toMatchObject({ state: "listed", listed_as: meeting });
    const agenda = await viewAgenda(world.boardCoordinator, { reference: meeting }, days(-6, startsAt));
    expect(agenda?.lines.filter(({ title }) => title?.startsWith(escalation))).toHaveLength(1);
  });

  test("it is never left off a draft without a word", async () => {
    const { on } = nextDay();
    const meeting = await planned(world, on);
    const { escalation } = await sent(world);
    done(await list(world, escalation, meeting));
    const line = (await viewAgenda(world.boardCoordinator, { reference: meeting }, days(3)))?.lines.find(({ title }) => title?.startsWith(escalation));
    expect(await leaveOffItem(world.boardCoordinator, { ...(await seen(world, meeting)), itemId: line?.id, why: "No time." }, days(3))).toMatchObject({ problem: { rule: "item.neverLeftOff" } });
  });

  test("after the agenda is out it comes in a supplement", async () => {
    const { on, startsAt } = nextDay();
    const meeting = await planned(world, on);
    done(await publishAgenda(world.boardCoordinator, { ...(await seen(world, meeting)), overLimitReason: "" }, days(-7, startsAt)));
    const { escalation } = await sent(world);
    done(await list(world, escalation, meeting, world.boardCoordinator, days(-5, startsAt)));
    const { rows } = await owner.query("select supplement from agenda_items where id = $1", [(await rowOf(world, escalation)).item_id]);
    expect(rows).toEqual([{ supplement: 1 }]);
  });

  test("a meeting that is moved says the new day, and one that is cancelled takes it off", async () => {
    const { on } = nextDay();
    const meeting = await planned(world, on);
    const { escalation } = await sent(world);
    done(await list(world, escalation, meeting));
    const moved = { ...on, day: "14" };
    done(await rescheduleMeeting(world.boardCoordinator, { ...(await seen(world, meeting)), on: moved, at: "10am", place: "Room 1", reason: "The room is taken.", onHoliday: "yes" }, days(3)));
    expect((await rowOf(world, escalation)).listed_on).toMatch(/-14$/);
    expect((await stepsOf(world, escalation)).map(({ kind }) => kind)).toEqual(["sent", "received", "listed", "listed"]);
    done(await cancelMeeting(world.boardCoordinator, { ...(await seen(world, meeting)), reason: "Nobody can come." }, days(4)));
    expect(await rowOf(world, escalation)).toMatchObject({ state: "received", listed_on: null, meeting_id: null });
    // past its day, the alarm sounds at once: the clock ran on from the sending
    expect((await viewEscalation(world.people.chair, escalation, days(60)))?.notListed).toBe(true);
  });

  test("deferred in the room, it is off the agenda and due at the next meeting", async () => {
    const { on, startsAt } = nextDay();
    const meeting = await planned(world, on);
    const { escalation } = await sent(world);
    done(await list(world, escalation, meeting));
    await openBoard(world, meeting, startsAt);
    const { item_id } = await rowOf(world, escalation);
    done(await closeBoard(world, meeting, minutes(20, startsAt), { [item_id ?? ""]: "deferred" }));
    expect(await rowOf(world, escalation)).toMatchObject({ state: "received", item_id: null });
    expect((await stepsOf(world, escalation)).map(({ kind }) => kind)).toContain("unlisted");
  });

  test("heard without an answer, the board’s chair answers afterwards; its coordinator doesn’t", async () => {
    const { on, startsAt } = nextDay();
    const meeting = await planned(world, on);
    const { escalation } = await sent(world);
    done(await list(world, escalation, meeting));
    const answer = async (who: keyof typeof world.people | "boardCoordinator", at: Date) =>
      answerEscalation(who === "boardCoordinator" ? world.boardCoordinator : world.people[who], { ...(await held(world, escalation)), words: "Not this year.", safeWords: "" }, at);
    expect(await answer("marpChair", days(3))).toMatchObject({ problem: { rule: "escalation.notHeardYet" } });
    await openBoard(world, meeting, startsAt);
    done(await closeBoard(world, meeting, minutes(20, startsAt)));
    expect(await stateOf(world, escalation)).toBe("heard");
    expect(await answer("boardCoordinator", minutes(60, startsAt))).toMatchObject({ problem: { kind: "forbidden" } });
    expect(await answer("chair", minutes(60, startsAt))).toMatchObject({ problem: { kind: "forbidden" } });
    done(await answer("marpChair", minutes(61, startsAt)));
    expect(await stateOf(world, escalation)).toBe("answered");
  });

  test("returned with a reason that the forum reads; withdrawn with one, and the board reads its words no more", async () => {
    const { escalation } = await sent(world);
    expect(await returnEscalation(world.people.marpChair, { ...(await held(world, escalation)), reason: "short" }, days(1))).toMatchObject({ problem: { kind: "invalid" } });
    expect(await returnEscalation(world.boardCoordinator, { ...(await held(world, escalation)), reason: "This belongs to another board" }, days(1))).toMatchObject({ problem: { kind: "forbidden" } });
    done(await returnEscalation(world.people.marpChair, { ...(await held(world, escalation)), reason: "This belongs to another board" }, days(1)));
    expect((await viewEscalation(world.people.chair, escalation, days(2)))?.steps[0]).toMatchObject({ kind: "returned", note: "This belongs to another board" });

    const { escalation: other } = await sent(world);
    done(await receive(world, other));
    expect((await viewEscalation(world.boardMember, other, days(2)))?.content).not.toBeNull();
    expect(await withdrawEscalation(world.people.marpChair, { ...(await held(world, other)), reason: "We would rather not" }, days(2))).toMatchObject({ problem: { kind: "forbidden" } });
    done(await withdrawEscalation(world.people.chair, { ...(await held(world, other)), reason: "It was solved at the weekend" }, days(2)));
    expect(await viewEscalation(world.boardMember, other, days(3))).toMatchObject({ state: "withdrawn", content: null });
    expect(await receive(world, other)).toMatchObject({ problem: { rule: "escalation.illegalMove" } });
  });

  test("of two who receive it at once, one is named", async () => {
    const { escalation } = await sent(world);
    const outcomes = await Promise.all([receive(world, escalation), receive(world, escalation, world.people.marpChair)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await stepsOf(world, escalation)).filter(({ kind }) => kind === "received")).toHaveLength(1);
  });
});
