import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { answerQuestion } from "@/domain/minutes/commands/answer-question.ts";
import { askQuestion } from "@/domain/minutes/commands/ask-question.ts";
import { convertQuestion } from "@/domain/minutes/commands/convert-question.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting, now } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let next: Meeting;
const then = new Date("2027-01-12T14:30:00Z");
const wording = "Who holds the log?";

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId: await aCase(world, "CEN-118") }] });
  for (const who of [people.chair, people.housing]) await attends(world, meeting, who);
});

const ask = (who: Actor, over: Record<string, unknown> = {}) => askQuestion(who, { itemId: item(meeting, 2).id, askedById: people.councillor.personId, ofAgencyId: people.police.agencyId, wording, ...over }, now);
const lastId = async () => (await owner.query<{ id: string }>("select id from questions where partnership_id = $1 order by asked_at desc, id", [world.partnershipId])).rows[0]?.id ?? "";
const close = (one: Meeting) => owner.query("update meetings set state = 'closed', closed_at = starts_at + interval '2 hours' where id = $1", [one.id]);
const theNextSits = async (reference = "CEN-2027-01", startsAt = "2027-01-12T14:00:00Z") => {
  await close(meeting);
  next = await aMeeting(world, reference, { startsAt, items: ["register", "matters_arising"] });
  return next;
};
const matters = async (who: Actor, reference = next.reference) => (await viewRoom(who, { reference, number: 2 }, then))?.item?.matters;
const answer = async (who: Actor, over: Record<string, unknown> = {}) => answerQuestion(who, { questionId: await lastId(), at: "CEN-2027-01", answer: "The police do.", ...over }, then);

describe("asking", () => {
  test("is written down by the office: who asked, of which agency; the minutes say it to whoever reads the item", async () => {
    expect(await ask(people.coordinator)).toEqual({ ok: true, value: { reference: "CEN-2026-12", number: 2 } });
    await close(meeting);
    expect((await viewMinutes(people.housing, { reference: meeting.reference }, now))?.items[1]?.questions).toMatchObject([{ wording, askedBy: "Cllr Grace Hinchliffe", ofAgency: expect.any(String), answer: null, action: null }]);
    expect(JSON.stringify(await viewMinutes(people.police, { reference: meeting.reference }, now))).not.toContain(wording);
    expect(await eventsOf(world, "item.questionAsked")).toMatchObject([{ particulars: { questionId: await lastId(), askedById: people.councillor.personId } }]);
  });

  test("is by somebody of the forum, of an agency of the forum, and says something", async () => {
    expect(await ask(people.coordinator, { askedById: people.northChair.personId })).toMatchObject({ problem: { kind: "invalid", fields: { askedById: ["Select somebody who sits on the forum"] } } });
    expect(await ask(people.coordinator, { ofAgencyId: randomUUID() })).toMatchObject({ problem: { kind: "invalid", fields: { ofAgencyId: ["Select an agency that sits on the forum"] } } });
    expect(await ask(people.coordinator, { wording: " " })).toMatchObject({ problem: { kind: "invalid" } });
  });

  test("sent twice is one; once the minutes went round it is too late", async () => {
    const submissionKey = randomUUID();
    await ask(people.coordinator, { submissionKey });
    await ask(people.coordinator, { submissionKey });
    expect((await owner.query("select 1 from questions where partnership_id = $1", [world.partnershipId])).rowCount).toBe(1);
    await owner.query("update meetings set state = 'circulated' where id = $1", [meeting.id]);
    expect(await ask(people.coordinator)).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notInThisState", facts: { state: "circulated" } } });
  });

  test.each<keyof World["people"]>(["housing", "police", "northChair", "bystander", "governance"])("%s writes down, answers and carries none", async (who) => {
    await ask(people.coordinator);
    await theNextSits();
    expect(await ask(people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await answer(people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await convertQuestion(people[who], { questionId: await lastId(), at: "CEN-2027-01", action: "CEN-118-1" }, then)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });
});

describe("matters arising", () => {
  test("bring back what was deferred, what is still to be done and what is still to be answered, with how many meetings ago", async () => {
    await ask(people.coordinator);
    await addAction(people.chair, { itemId: item(meeting, 2).id, ownerId: people.housing.personId, wording: "Secure units", namelessWording: "", due: "2026-12-22", measure: "Boarded up" }, now);
    await writeMinute(people.coordinator, { itemId: item(meeting, 2).id, version: 1, discussion: "Put off.", decision: "defer", decisionReason: "Nobody knew." }, now);
    await owner.query("update agenda_items set minute_year = 2026, minute_number = position where meeting_id = $1", [meeting.id]);
    await theNextSits();
    expect(await matters(people.coordinator)).toMatchObject({
      deferred: [{ minute: "CEN 2/26", case: { reference: "CEN-118", title: "Twin of CEN-118" } }],
      actions: [{ minute: "CEN 2/26", reference: "CEN-118-1", owner: "Zofia Nowak" }],
      questions: [{ minute: "CEN 2/26", wording, askedBy: "Cllr Grace Hinchliffe", meetingsAgo: 1 }],
    });
    await owner.query("update meetings set state = 'closed', closed_at = starts_at where id = $1", [next.id]);
    next = await aMeeting(world, "CEN-2027-02", { startsAt: "2027-02-09T14:00:00Z", items: ["register", "matters_arising"] });
    expect(await matters(people.coordinator)).toMatchObject({ deferred: [], actions: [], questions: [{ wording, meetingsAgo: 2 }] });
  });

  test("show nothing of a case to whoever is recused from it", async () => {
    await ask(people.coordinator);
    await insert("recusals", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums.CEN, case_id: item(meeting, 2).caseId, person_id: people.chair.personId, silent: false, reason: "Knows the family", decided_by_id: people.deputy.personId, decided_at: now });
    await theNextSits();
    expect((await matters(people.coordinator))?.questions).toHaveLength(1);
    expect((await matters(people.chair))?.questions).toEqual([]);
    expect(await answer(people.chair)).toEqual({ ok: false, problem: { kind: "notFound" } });
  });
});

describe("settling", () => {
  beforeEach(async () => {
    await ask(people.coordinator);
    await theNextSits();
  });

  test("an answer is heard at a meeting that sits, once, and the question comes back no more", async () => {
    expect(await answer(people.coordinator)).toEqual({ ok: true, value: { reference: "CEN-2027-01" } });
    expect((await matters(people.coordinator))?.questions).toEqual([]);
    expect((await viewMinutes(people.coordinator, { reference: meeting.reference }, then))?.items[1]?.questions).toMatchObject([{ answer: "The police do.", answeredIn: "CEN-2027-01" }]);
    expect(await answer(people.chair)).toEqual({ ok: false, problem: { kind: "refused", rule: "question.settled", facts: {} } });
    expect(await eventsOf(world, "item.questionSettled")).toMatchObject([{ particulars: { actionId: null } }]);
  });

  test("or it becomes an action of the forum, which carries it", async () => {
    const convert = async (action: string) => convertQuestion(people.coordinator, { questionId: await lastId(), at: "CEN-2027-01", action }, then);
    expect(await convert("CEN-118-9")).toMatchObject({ problem: { kind: "invalid", fields: { action: ["Enter the reference of an action of this forum, such as CEN-118-2"] } } });
    expect(await addAction(people.chair, { itemId: item(next, 2).id, ownerId: people.housing.personId, wording: "Find the log", namelessWording: "", due: "2027-02-01", measure: "Found" }, then)).toMatchObject({ ok: true });
    const reference = (await owner.query<{ reference: string }>("select reference from actions where meeting_id = $1", [next.id])).rows[0]?.reference ?? "";
    expect(await convert(reference)).toMatchObject({ ok: true });
    expect((await matters(people.coordinator))?.questions).toEqual([]);
    expect(await answer(people.coordinator)).toMatchObject({ problem: { rule: "question.settled" } });
  });

  test("not at a meeting that doesn't sit, of another forum, or held before it was asked", async () => {
    await close(next);
    expect(await answer(people.coordinator)).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notInThisState", facts: { state: "closed" } } });
    const north = await aMeeting(world, "NOR-2027-01", { forumId: world.forums.NOR, startsAt: "2027-01-12T14:00:00Z" });
    expect(await answer(people.northChair, { at: north.reference })).toEqual({ ok: false, problem: { kind: "notFound" } });
    await aMeeting(world, "CEN-2026-11", { startsAt: "2026-11-10T14:00:00Z" });
    expect(await answer(people.coordinator, { at: "CEN-2026-11" })).toEqual({ ok: false, problem: { kind: "notFound" } });
  });
});

test("a question stands as it was asked, and none is added to confirmed minutes, by SQL as the application's role", async () => {
  await ask(people.coordinator);
  await owner.query("update meetings set state = 'confirmed', closed_at = now(), confirmed_at = now() where id = $1", [meeting.id]);
  const more = "insert into questions (id, partnership_id, forum_id, meeting_id, item_id, asked_by_id, wording, asked_at) select gen_random_uuid(), partnership_id, forum_id, meeting_id, item_id, asked_by_id, 'More?', asked_at from questions limit 1";
  for (const sql of ["update questions set wording = 'Else?'", more]) {
    const connection = await app.connect();
    try {
      await connection.query("begin");
      await connection.query("select app.enter($1, $2, $3)", [people.chair.personId, world.partnershipId, now]);
      await expect(connection.query(sql), sql).rejects.toMatchObject({ code: "42501" });
    } finally {
      await connection.query("rollback");
      connection.release();
    }
  }
});
