import { beforeEach, describe, expect, test } from "vitest";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { planYear } from "@/domain/meetings/commands/plan-year.ts";
import { replyToInvitation } from "@/domain/sign-in/commands/reply-to-invitation.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, appointed, insert, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting, now } from "../minutes/arrange.ts";
import { anAction } from "./arrange.ts";

let world: World;
let people: World["people"];
let november: Meeting;
let december: Meeting;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  november = await aMeeting(world, "CEN-2026-11", { startsAt: "2026-11-10T14:00:00Z", items: ["actions"], state: "circulated" });
  await owner.query("update meetings set closed_at = '2026-11-10T16:00:00Z' where id = $1", [november.id]);
  december = await aMeeting(world, "CEN-2026-12");
});

const home = (who: Actor, at = now) => viewHome(who, {}, at);
const givenThen = (reference: string, to: Actor, over: Parameters<typeof anAction>[5] = {}) => anAction(world, november, item(november, 1), reference, to, over);

describe("what needs attention", () => {
  test("the chair: what waits to be confirmed and verified, minutes to confirm, what is late, each once", async () => {
    await givenThen("CEN-A1", people.housing, { due_on: "2026-12-01" });
    await givenThen("CEN-A2", people.police, { state: "reported_done", due_on: "2026-12-01" });
    await givenThen("CEN-A3", people.police, { state: "recorded", assigned_at: null });
    await givenThen("CEN-A4", people.chair, { state: "reported_done" });
    await givenThen("CEN-A5", people.police);
    expect((await home(people.chair)).attention).toEqual([
      { kind: "confirm", reference: "CEN-A3", agency: "Police" },
      { kind: "verify", reference: "CEN-A2", agency: "Police" },
      { kind: "confirmMinutes", reference: "CEN-2026-11" },
      { kind: "overdue", reference: "CEN-A1", agency: "Housing", days: 7 },
    ]);
    expect((await home(people.deputy)).attention.map((one) => one.kind)).toEqual(["verify", "overdue"]);
    expect((await home(people.deputy)).attention[0]).toMatchObject({ reference: "CEN-A4" });
    expect((await home(people.coordinator)).attention.map((one) => one.kind)).toEqual(["overdue", "planYear"]);
  });

  test("of many updates that wait the first five, and how many there are", async () => {
    for (let n = 1; n <= 7; n += 1) await givenThen(`CEN-A${n}`, people.housing, { state: "reported_done", due_on: `2026-12-${10 + n}` });
    const { attention } = await home(people.chair);
    expect(attention.filter((one) => one.kind === "verify").map((one) => one.reference)).toEqual(["CEN-A1", "CEN-A2", "CEN-A3", "CEN-A4", "CEN-A5"]);
    expect(attention.filter((one) => one.kind === "allWaiting")).toEqual([{ kind: "allWaiting", forum: "CEN", many: 7 }]);
  });

  test("with the chair vacant, the chair's part is the deputy's", async () => {
    await givenThen("CEN-A2", people.police, { state: "reported_done" });
    await owner.query("update appointments set until_on = '2026-12-07' where person_id = $1 and office = 'chair'", [people.chair.personId]);
    expect((await home(people.deputy)).attention.map((one) => one.kind)).toEqual(["verify", "confirmMinutes"]);
    expect((await home(people.chair)).attention).toEqual([]);
  });

  test("minutes still in draft are to be circulated", async () => {
    await owner.query("update meetings set state = 'closed' where id = $1", [november.id]);
    expect((await home(people.coordinator)).attention).toEqual([{ kind: "circulateMinutes", reference: "CEN-2026-11" }, { kind: "planYear", forums: ["CEN"] }]);
  });

  test("a forum with one ordinary meeting ahead, or none, is to be planned by its coordinator, until it is", async () => {
    const plans = async (who: Actor) => (await home(who)).attention.filter((one) => one.kind === "planYear");
    expect(await plans(people.coordinator)).toEqual([{ kind: "planYear", forums: ["CEN"] }]);
    expect([await plans(people.chair), await plans(people.housing)]).toEqual([[], []]);
    const planned = await planYear(people.coordinator, { forumId: world.forums.CEN, at: "2pm", place: "Room 2", on1: { day: "8", month: "6", year: "2027" }, as1: "sure", on2: { day: "13", month: "7", year: "2027" }, as2: "provisional" }, now);
    expect(planned.ok).toBe(true);
    expect(await plans(people.coordinator)).toEqual([]);
  });

  test("a member's own reply stands with the next meeting", async () => {
    expect((await home(people.housing)).meetings.map(({ myReply }) => myReply)).toEqual([null]);
    expect((await replyToInvitation(people.housing, { reference: "CEN-2026-12", reply: "coming" }, now)).ok).toBe(true);
    expect((await home(people.housing)).meetings.map(({ myReply }) => myReply)).toEqual(["coming"]);
  });

  test("of many that are late the first five by date, and how many there are, by forum; one's own stand with what one owns", async () => {
    await appointed(world, people.deputy, world.forums.NOR, "deputy");
    for (let n = 1; n <= 8; n += 1) await givenThen(`CEN-A${n}`, people.housing, { due_on: `2026-11-${10 + n}` });
    const north = await aMeeting(world, "NOR-2026-12", { forumId: world.forums.NOR });
    await anAction(world, north, item(north, 1), "NOR-A1", people.northMember, { forum_id: world.forums.NOR, due_on: "2026-12-07" });
    const { attention } = await home(people.deputy);
    expect(attention.filter((one) => one.kind === "overdue").map((one) => one.reference)).toEqual(["CEN-A1", "CEN-A2", "CEN-A3", "CEN-A4", "CEN-A5"]);
    expect(attention.filter((one) => one.kind === "allOverdue")).toEqual([{ kind: "allOverdue", forum: "CEN", many: 8 }, { kind: "allOverdue", forum: "NOR", many: 1 }]);
    await owner.query("update actions set owner_id = $1 where reference in ('CEN-A1', 'CEN-A2')", [people.deputy.personId]);
    expect((await home(people.deputy)).attention.filter((one) => one.kind === "overdue").map((one) => one.reference)).toEqual(["CEN-A3", "CEN-A4", "CEN-A5", "CEN-A6", "CEN-A7"]);
    expect((await home(people.deputy)).own.total).toBe(2);
  });

  test("members, other forums' chairs and strangers have nothing of it", async () => {
    await givenThen("CEN-A1", people.housing, { due_on: "2026-12-01" });
    for (const who of [people.housing, people.councillor, people.northChair, people.marpChair, people.bystander, people.governance]) expect((await home(who)).attention).toEqual([]);
  });
});

describe("what one owns", () => {
  test("open, the first due first, in their own words; reading them is on the trail", async () => {
    await givenThen("CEN-A1", people.housing, { due_on: "2026-12-20", wording: "Call Mrs Ola" });
    await givenThen("CEN-A2", people.housing, { due_on: "2026-12-09" });
    await givenThen("CEN-A3", people.housing, { state: "verified", ended_at: now });
    await givenThen("CEN-A4", people.colleague);
    const { own } = await home(people.housing);
    expect(own).toMatchObject({ total: 2, actions: [{ reference: "CEN-A2", status: "due_soon" }, { reference: "CEN-A1", text: "Call Mrs Ola" }] });
    expect(await eventsOf(world, "action.listed")).toMatchObject([{ person_id: people.housing.personId, reference: "CEN" }]);
    expect((await home(people.police)).own).toEqual({ total: 0, actions: [] });
    expect(await eventsOf(world, "action.listed")).toHaveLength(1);
  });
});

describe("the next meeting and its one step", () => {
  const step = async (who: Actor, at = now) => (await home(who, at)).meetings.map(({ reference, step: next }) => [reference, next]);
  const set = (state: string, doors: string | null = null) => owner.query("update meetings set state = $2, doors_opened_at = $3 where id = $1", [december.id, state, doors]);

  test("scheduled: the office prepares the agenda, members see when it is", async () => {
    await set("scheduled");
    expect(await step(people.coordinator)).toEqual([["CEN-2026-12", "prepareAgenda"]]);
    expect(await step(people.housing)).toEqual([["CEN-2026-12", "seeMeeting"]]);
  });

  test("published: the agenda is to be read; an hour before, the chair opens the doors", async () => {
    await set("published");
    expect(await step(people.chair, new Date("2026-12-08T12:00:00Z"))).toEqual([["CEN-2026-12", "readAgenda"]]);
    expect(await step(people.chair, new Date("2026-12-08T13:00:00Z"))).toEqual([["CEN-2026-12", "openDoors"]]);
    expect(await step(people.deputy, new Date("2026-12-08T13:00:00Z"))).toEqual([["CEN-2026-12", "readAgenda"]]);
    expect(await step(people.housing, new Date("2026-12-08T13:00:00Z"))).toEqual([["CEN-2026-12", "readAgenda"]]);
  });

  test("doors open: everyone signs the register; then the chair opens the meeting and the others read", async () => {
    await set("published", "2026-12-08T13:10:00Z");
    for (const who of [people.chair, people.housing]) {
      expect(await step(who)).toEqual([["CEN-2026-12", "signRegister"]]);
      await attends(world, december, who);
    }
    expect(await step(people.chair)).toEqual([["CEN-2026-12", "openMeeting"]]);
    expect(await step(people.housing)).toEqual([["CEN-2026-12", "readAgenda"]]);
  });

  test("in session: who has signed goes to the room, who comes late signs first", async () => {
    await attends(world, december, people.housing);
    expect(await step(people.housing)).toEqual([["CEN-2026-12", "enterRoom"]]);
    expect(await step(people.police)).toEqual([["CEN-2026-12", "signRegister"]]);
  });
});

test("the coordinator sees where each forum is: the meeting ahead, and for how many working days minutes have been in draft; nobody else does", async () => {
  const cycle = async (who: Actor, at = now) => (await home(who, at)).cycle;
  const next = { reference: "CEN-2026-12", startsAt: new Date("2026-12-08T14:00:00Z"), state: "in_session" };
  const last = { reference: "CEN-2026-11", startsAt: new Date("2026-11-10T14:00:00Z"), state: "circulated", draftFor: null };
  expect(await cycle(people.coordinator)).toEqual([{ code: "CEN", forum: "CEN forum", next, last }]);
  for (const who of [people.chair, people.deputy, people.housing, people.northChair, people.bystander]) expect(await cycle(who), who.name).toEqual([]);
  await owner.query("update meetings set state = 'closed' where id = $1", [november.id]);
  for (const [at, draftFor] of [["2026-11-10T17:00:00Z", 0], ["2026-11-13T09:00:00Z", 3], ["2026-11-16T09:00:00Z", 4]] as const) expect((await cycle(people.coordinator, new Date(at)))[0]?.last).toMatchObject({ state: "closed", draftFor });
  await insert("bank_holidays", { partnership_id: world.partnershipId, on_day: "2026-11-13", name: "Founders' day" });
  expect((await cycle(people.coordinator, new Date("2026-11-16T09:00:00Z")))[0]?.last?.draftFor).toBe(3);
});

test("the last register: how many signed of how many expected", async () => {
  await attends(world, november, people.chair);
  await attends(world, november, people.housing);
  await attends(world, november, people.police, "apologies");
  expect((await home(people.chair)).registers).toEqual([{ forumId: world.forums.CEN, forum: "CEN forum", reference: "CEN-2026-11", signed: 2, expected: 3 }]);
  expect((await home(people.housing)).registers).toEqual([]);
});

test("a councillor is told how many cases their forums work on; others aren't", async () => {
  await aCase(world, "CEN-118");
  const closed = await aCase(world, "CEN-119");
  await owner.query("update cases set stage = 'closed', closed_on = '2026-12-01' where id = $1", [closed]);
  expect((await home(people.councillor)).cases).toEqual([{ code: "CEN", forum: "CEN forum", open: 1 }]);
  expect((await home(people.housing)).cases).toEqual([]);
  await owner.query("update elected_members set until_on = '2026-12-07' where person_id = $1", [people.councillor.personId]);
  expect((await home(people.councillor)).cases).toEqual([]);
});

test("each is here for something of their own", async () => {
  await insert("partnership_offices", { id: crypto.randomUUID(), partnership_id: world.partnershipId, person_id: people.marpMember.personId, office: "evaluator", from_on: "2025-01-01" });
  await owner.query("delete from memberships where person_id = $1", [people.marpMember.personId]);
  const parts = await Promise.all([people.chair, people.deputy, people.coordinator, people.housing, people.councillor, people.governance, people.administrator, people.marpMember, people.bystander].map(async (who) => (await home(who)).part));
  expect(parts).toEqual(["office", "office", "office", "member", "member", "governance", "administrator", "evaluator", "none"]);
});

test("who sits nowhere has an empty home", async () => {
  await givenThen("CEN-A1", people.administrator);
  expect(await home(people.administrator)).toMatchObject({ meetings: [], attention: [], own: { total: 0, actions: [] }, registers: [], cases: [] });
});
