import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { changePlanned } from "@/domain/forward-plan/commands/change-planned.ts";
import { planReport } from "@/domain/forward-plan/commands/plan-report.ts";
import { withdrawPlanned } from "@/domain/forward-plan/commands/withdraw-planned.ts";
import { viewPlan } from "@/domain/forward-plan/queries/view-plan.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addPaper } from "@/domain/meetings/commands/add-paper.ts";
import { cancelMeeting } from "@/domain/meetings/commands/cancel-meeting.ts";
import { leaveOffItem } from "@/domain/meetings/commands/leave-off-item.ts";
import { moveItem } from "@/domain/meetings/commands/move-item.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { parkItem } from "@/domain/meetings/commands/park-item.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { takeWaitingItem } from "@/domain/meetings/commands/take-waiting-item.ts";
import { endWaitingItem } from "@/domain/meetings/commands/end-waiting-item.ts";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { eventsOf } from "../cases/arranged.ts";
import { done, seen } from "../meetings/arrange.ts";
import { aBoard, aPlanned, type Board, brought, held, items, meets, moment, opened, plan, planned, readPlan, titles } from "./arrange.ts";

// Rules 3 and 31: a board keeps a forward plan. What it expects comes onto that draft by itself, is received once it is minuted, and comes back if it is put off.

const november = moment("2026-11-02");
const december = moment("2026-12-08");
const march = moment("2027-03-09");
const title = "Performance, quarter by quarter";
const refused = (rule: string) => ({ ok: false, problem: { kind: "refused", rule } });
const notFound = { ok: false, problem: { kind: "notFound" } };
let board: Board;
let people: Board["people"];
beforeEach(async () => {
  board = await aBoard(await aPartnership());
  people = board.people;
});
const change = async (plannedId: string, over: Record<string, unknown> = {}, who: Actor = people.coordinator, now = november) => {
  const { forum: _, ...fields } = aPlanned(over);
  return changePlanned(who, { plannedId, version: (await planned(board.world)).find(({ id }) => id === plannedId)?.version, ...fields }, now);
};
const withdraw = async (plannedId: string, who: Actor = people.coordinator, now = november) =>
  withdrawPlanned(who, { plannedId, version: (await planned(board.world)).find(({ id }) => id === plannedId)?.version, reason: "The service has ended." }, now);

describe("what is planned", () => {
  test("comes onto the draft of its month by itself, with who presents it, and onto no other", async () => {
    const [first, second] = [await meets(board, "2026-12-08", november), await meets(board, "2027-03-09", november)];
    await plan(board, { agencyId: board.world.agencies.housing });
    await plan(board, { title: "Strategic assessment", due: "2027-02", kind: "presentation", restricted: "yes" });
    expect((await brought(board, first, november)).map(({ title: called, kind, presenter, plannedMinutes, restricted }) => ({ called, kind, presenter, plannedMinutes, restricted }))).toEqual([{ called: title, kind: "report", presenter: "Head of community safety, Housing", plannedMinutes: 15, restricted: false }]);
    // a month without a meeting: the first after it
    expect((await brought(board, second, november)).map(({ title: called, kind, restricted }) => ({ called, kind, restricted }))).toEqual([{ called: "Strategic assessment", kind: "presentation", restricted: true }]);
    const { expected } = await readPlan(board, november);
    expect(expected.map(({ title: called, on, overdue, month, meeting }) => [called, on?.reference, on?.isDraft, overdue, month, meeting])).toEqual([[title, first, true, false, "2026-12", null], ["Strategic assessment", second, true, false, "2027-02", null]]);
  });

  test("is named for a meeting, and follows it when it is moved into another month", async () => {
    const [first, second] = [await meets(board, "2026-12-08", november), await meets(board, "2027-03-09", november)];
    await plan(board, { due: second });
    expect([await titles(board, first, november), await titles(board, second, november)]).toEqual([[], [title]]);
    await owner.query("update meetings set starts_at = '2027-04-06T09:00:00Z' where partnership_id = $1 and reference = $2", [board.world.partnershipId, second]);
    expect(await titles(board, second, november)).toEqual([title]);
    expect((await readPlan(board, november)).expected).toMatchObject([{ month: "2027-04", meeting: second, overdue: false }]);
  });

  test("waits while no meeting is planned for it, and is the same draft for a member as for the office", async () => {
    await plan(board);
    expect((await readPlan(board, november)).expected).toMatchObject([{ on: null }]);
    const reference = await meets(board, "2026-12-08", november);
    const asMember = await viewMeeting(people.councillor, { reference }, november);
    expect(asMember?.items.map(({ title: called }) => called).filter(Boolean)).toEqual([title]);
  });

  test("is overdue once its month is over, or the meeting it was named for was held without it", async () => {
    const reference = await meets(board, "2026-12-08", november);
    const named = await plan(board, { due: reference });
    await plan(board, { title: "Early", due: "2026-11" });
    const line = (await brought(board, reference, november)).find(({ title: called }) => called === title);
    done(await leaveOffItem(people.coordinator, { ...(await seen(board.world, reference)), itemId: line?.id, why: "Not ready." }, november));
    expect(await titles(board, reference, november)).toEqual(["Early"]);
    expect((await readPlan(board, moment("2026-11-30"))).expected.map(({ overdue }) => overdue)).toEqual([false, false]);
    expect((await readPlan(board, moment("2026-12-01"))).expected.map(({ title: called, overdue }) => [called, overdue])).toEqual([["Early", true], [title, false]]);
    await held(board, reference, december);
    const { expected, received } = await readPlan(board, moment("2026-12-09"));
    expect(expected).toMatchObject([{ id: named, overdue: true, on: null, meeting: null }]);
    expect(received).toMatchObject([{ title: "Early", meeting: reference, minute: expect.stringMatching(/^SHB \d+\/26$/) }]);
  });
});

describe("at its meeting", () => {
  test("it is received once it is minuted, with its minute, and the trail says so; what recurs is due again in its rhythm, after that meeting", async () => {
    const reference = await meets(board, "2026-12-08", november);
    const id = await plan(board, { due: "2026-09", every: "3" });
    await plan(board, { title: "Only once" });
    expect((await readPlan(board, november)).expected.map(({ title: called, overdue }) => [called, overdue])).toEqual([[title, true], ["Only once", false]]);
    await held(board, reference, december, { [title]: "agreed" });
    const after = await planned(board.world);
    expect(after.map(({ title: called, due, received_item_id: at, follows_id: follows }) => [called, due, at !== null, follows])).toEqual([
      [title, "2026-09-01", true, null], ["Only once", "2026-12-01", true, null], [title, "2027-03-01", false, id],
    ]);
    expect((await eventsOf(board.world)).filter(({ event }) => event === "item.plannedReceived")).toHaveLength(2);
    const spring = await meets(board, "2027-03-09", moment("2026-12-10"));
    expect(await titles(board, spring, moment("2026-12-10"))).toEqual([title]);
    const { received } = await readPlan(board, moment("2026-12-10"));
    expect(received.map(({ title: called, meeting, minute }) => [called, meeting, minute])).toEqual(expect.arrayContaining([[title, reference, expect.stringMatching(/^SHB \d+\/26$/)]]));
  });

  test("put off, it stays expected and comes back to the next draft alone, with where it comes from, as often as that happens", async () => {
    const first = await meets(board, "2026-12-08", november);
    const id = await plan(board, { every: "3" });
    await held(board, first, december, { [title]: "deferred" });
    expect(await planned(board.world)).toMatchObject([{ id, received_item_id: null }]);
    const [second, third] = [await meets(board, "2027-01-12", december), await meets(board, "2027-03-09", december)];
    const back = (await brought(board, second, december)).map(({ title: called, putOff }) => [called, putOff.map(({ meeting }) => meeting)]);
    expect(back).toEqual([[title, [first]]]);
    expect(await titles(board, third, december)).toEqual([]);
    expect((await readPlan(board, december)).expected).toMatchObject([{ id, overdue: true, putOff: [first], on: { reference: second } }]);
    await held(board, second, moment("2027-01-12"), { [title]: "deferred" });
    expect((await brought(board, third, march)).map(({ putOff }) => putOff.map(({ meeting }) => meeting))).toEqual([[second, first]]);
    await held(board, third, march, { [title]: "noted" });
    expect((await planned(board.world)).map(({ due, received_item_id: at }) => [due, at !== null])).toEqual([["2026-12-01", true], ["2027-06-01", false]]);
  });

  test("parked and not taken up again, it comes back by itself and waits on no list", async () => {
    const first = await meets(board, "2026-12-08", november);
    await plan(board);
    for (const { id, title: called } of await opened(board, first, december)) {
      done(await openItem(people.coordinator, { itemId: id }, december));
      if (called === title) done(await parkItem(people.coordinator, { itemId: id }, december));
      else done(await writeMinute(people.coordinator, { itemId: id, version: 1, outcome: "noted", discussion: "Said." }, december));
    }
    done(await closeMeeting(people.chair, await seen(board.world, first), moment("2026-12-08", 11)));
    const next = await meets(board, "2027-01-12", december);
    const agenda = await viewAgenda(people.coordinator, { reference: next }, moment("2026-12-09"));
    expect(agenda?.lines.map(({ title: called }) => called)).toContain(title);
    expect(agenda?.waiting).toEqual([]);
  });

  test("a meeting that is cancelled never took it: it comes to the next", async () => {
    const first = await meets(board, "2026-12-08", november);
    await plan(board);
    done(await publishAgenda(people.coordinator, await seen(board.world, first), november));
    expect((await readPlan(board, november)).expected).toMatchObject([{ on: { reference: first, isDraft: false } }]);
    done(await cancelMeeting(people.coordinator, { ...(await seen(board.world, first)), reason: "Snow." }, moment("2026-12-07")));
    const second = await meets(board, "2027-01-12", moment("2026-12-07"));
    expect(await titles(board, second, moment("2026-12-07"))).toEqual([title]);
  });
});

describe("on a draft", () => {
  test("left off, it comes to the next draft by itself, or back to this one by hand; it is nobody's to strike off the list", async () => {
    const [first, second] = [await meets(board, "2026-12-08", november), await meets(board, "2027-01-12", november)];
    await plan(board);
    const line = (await brought(board, first, november))[0];
    done(await leaveOffItem(people.coordinator, { ...(await seen(board.world, first)), itemId: line?.id, why: "Not ready." }, november));
    expect([await titles(board, first, november), await titles(board, second, november)]).toEqual([[], [title]]);
    const waiting = (await viewAgenda(people.coordinator, { reference: first }, november))?.waiting ?? [];
    expect(waiting).toMatchObject([{ title, byItself: true, leftOff: first }]);
    expect(await endWaitingItem(people.coordinator, { reference: first, waitingId: waiting[0]?.id }, november)).toMatchObject(notFound);
    done(await takeWaitingItem(people.coordinator, { reference: first, waitingId: waiting[0]?.id }, november));
    expect([await titles(board, first, november), await titles(board, second, november)]).toEqual([[title], []]);
    await held(board, first, december);
    expect(await planned(board.world)).toMatchObject([{ received_item_id: expect.any(String) }]);
  });

  test("moved on a draft it stays there as it was ordered; changed in the plan it follows the plan, and withdrawn it is gone", async () => {
    const [first, second] = [await meets(board, "2026-12-08", november), await meets(board, "2027-03-09", november)];
    const id = await plan(board);
    const line = (await brought(board, first, november))[0];
    done(await moveItem(people.coordinator, { ...(await seen(board.world, first)), itemId: line?.id, to: "3" }, november));
    expect((await brought(board, first, november)).map(({ position, title: called }) => [position, called])).toEqual([[3, title]]);
    done(await change(id, { title: "Performance", due: "2027-03" }));
    expect([await titles(board, first, november), await titles(board, second, november)]).toEqual([[], ["Performance"]]);
    expect((await items(board.world, first)).filter(({ title: called }) => called === title)).toEqual([]);
    done(await withdraw(id));
    expect(await titles(board, second, november)).toEqual([]);
    const { expected, withdrawn } = await readPlan(board, november);
    expect([expected, withdrawn]).toMatchObject([[], [{ title: "Performance", reason: "The service has ended.", on: "2026-11-02" }]]);
  });

  test("with papers on it, or on an agenda that is out, it is neither changed nor withdrawn", async () => {
    const first = await meets(board, "2026-12-08", november);
    const id = await plan(board);
    const line = (await brought(board, first, november))[0];
    done(await addPaper(people.coordinator, { reference: first, itemId: line?.id, title: "The figures", restricted: "", file: Buffer.from("Figures") }, november));
    for (const attempt of [await change(id, { due: "2027-03" }), await withdraw(id)]) expect(attempt).toMatchObject(refused("planned.hasPapers"));
    done(await publishAgenda(people.coordinator, await seen(board.world, first), november));
    for (const attempt of [await change(id, { due: "2027-03" }), await withdraw(id)]) expect(attempt).toMatchObject(refused("planned.onAgenda"));
    expect((await readPlan(board, november)).expected).toMatchObject([{ on: { reference: first, isDraft: false } }]);
  });
});

describe("who may", () => {
  test("the chair's office keeps the plan; a member reads it and is refused, and it is on the trail; to anybody else it isn't there", async () => {
    const id = await plan(board);
    for (const who of [people.chair, people.deputy]) done(await planReport(who, aPlanned({ title: `By ${who.name}` }), november));
    const member = { ok: false, problem: { kind: "forbidden", permission: "plan.keep" } };
    expect(await planReport(people.councillor, aPlanned(), november)).toMatchObject(member);
    expect(await change(id, {}, people.councillor)).toMatchObject(member);
    expect(await withdraw(id, people.police)).toMatchObject(member);
    expect((await eventsOf(board.world)).filter(({ event }) => event === "access.refused")).toHaveLength(3);
    expect((await readPlan(board, november, people.councillor)).choices).toBeNull();
    const elsewhere = await aPartnership("Safer Elsewhere");
    await aBoard(elsewhere);
    for (const who of [people.probation, people.northChair, people.bystander, people.administrator, people.governance, elsewhere.people.coordinator]) {
      if (who !== elsewhere.people.coordinator) expect(await viewPlan(who, "SHB", november), who.name).toBeNull();
      if (who !== elsewhere.people.coordinator) expect(await planReport(who, aPlanned(), november), who.name).toMatchObject(notFound);
      expect(await change(id, {}, who), who.name).toMatchObject(notFound);
      expect(await withdraw(id, who), who.name).toMatchObject(notFound);
    }
    expect((await viewPlan(elsewhere.people.coordinator, "SHB", november))?.expected).toEqual([]);
    expect(await withdraw(randomUUID())).toMatchObject({ ok: false, problem: { kind: "invalid" } });
    expect(await withdrawPlanned(people.coordinator, { plannedId: randomUUID(), version: 1, reason: "Gone" }, november)).toMatchObject(notFound);
  });

  test("whoever is recused from it at a meeting reads it no more, neither in the plan nor on the draft it comes back to, and the next of its kind is another matter", async () => {
    const first = await meets(board, "2026-12-08", november);
    const id = await plan(board, { every: "3" });
    const item = (await opened(board, first, december)).find(({ title: called }) => called === title);
    await insert("recusals", { id: randomUUID(), partnership_id: board.world.partnershipId, forum_id: board.id, item_id: item?.id, person_id: people.councillor.personId, silent: true, reason: "Family", decided_by_id: people.chair.personId, decided_at: "2026-12-08T10:00:00Z" });
    expect((await readPlan(board, december)).expected).toEqual([]);
    expect((await readPlan(board, december, people.police)).expected).toMatchObject([{ id }]);
    for (const { id: itemId, title: called } of await items(board.world, first)) {
      done(await openItem(people.coordinator, { itemId }, december));
      done(await writeMinute(people.coordinator, { itemId, version: 1, outcome: called === title ? "deferred" : "noted", discussion: "Said." }, december));
    }
    done(await closeMeeting(people.chair, await seen(board.world, first), moment("2026-12-08", 11)));
    const next = await meets(board, "2027-01-12", december);
    const read = async (who: Actor) => (await viewMeeting(who, { reference: next }, moment("2026-12-09")))?.items.map(({ title: called }) => called).filter(Boolean);
    expect([await read(people.councillor), await read(people.police)]).toEqual([[], [title]]);
    const rows = await transact({ ...people.councillor, now: december }, (tx) => tx.$queryRaw<unknown[]>`select * from planned_reports union all select p.* from planned_reports p join app.planned_due(array[${board.id}::uuid]) d on d.id = p.id`);
    expect(rows).toEqual([]);
    await held(board, next, moment("2027-01-12"));
    expect((await readPlan(board, moment("2027-01-13"))).expected).toMatchObject([{ title, month: "2027-03" }]);
  });

  test("the office where it is recused publishes the agenda with it all the same, and learns nothing of it", async () => {
    const first = await meets(board, "2026-12-08", november);
    const id = await plan(board);
    const item = (await opened(board, first, december)).find(({ title: called }) => called === title);
    for (const { id: itemId, title: called } of await items(board.world, first)) {
      done(await openItem(people.coordinator, { itemId }, december));
      done(await writeMinute(people.coordinator, { itemId, version: 1, outcome: called === title ? "deferred" : "noted", discussion: "Said." }, december));
    }
    done(await closeMeeting(people.chair, await seen(board.world, first), moment("2026-12-08", 11)));
    await insert("recusals", { id: randomUUID(), partnership_id: board.world.partnershipId, forum_id: board.id, item_id: item?.id, person_id: people.coordinator.personId, silent: false, reason: "Family", decided_by_id: people.chair.personId, decided_at: "2026-12-08T12:00:00Z" });
    const next = await meets(board, "2027-01-12", moment("2026-12-09"));
    expect(await titles(board, next, moment("2026-12-10"))).toEqual([]);
    done(await publishAgenda(people.coordinator, await seen(board.world, next), moment("2027-01-04")));
    expect((await items(board.world, next)).filter(({ title: called }) => called === title)).toHaveLength(1);
    const { rows } = await owner.query("select i.planned_id from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = $2 and i.title = $3", [board.world.partnershipId, next, title]);
    expect(rows).toEqual([{ planned_id: id }]);
  });
});

describe("refused", () => {
  test("by nobody, in no month, at no meeting of this board, in no known rhythm", async () => {
    const cen = await meets({ ...board, id: board.world.forums.CEN }, "2026-12-08", november);
    for (const [over, field] of [[{ presenter: "" }, "agencyId"], [{ due: "" }, "due"], [{ due: cen }, "due"], [{ due: "SHB-2030-01" }, "due"], [{ every: "5" }, "every"], [{ title: " " }, "title"], [{ kind: "case" }, "kind"]] as const) {
      expect(await planReport(people.coordinator, aPlanned(over), november), JSON.stringify(over)).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { [field]: [expect.any(String)] } } });
    }
    expect(await planned(board.world)).toEqual([]);
  });

  test("as somebody else saw it, twice, and after it was received", async () => {
    const reference = await meets(board, "2026-12-08", november);
    const submissionKey = randomUUID();
    await Promise.all([planReport(people.coordinator, { ...aPlanned(), submissionKey }, november), planReport(people.coordinator, { ...aPlanned(), submissionKey }, november)]);
    const [only, ...others] = await planned(board.world);
    expect(others).toEqual([]);
    const { forum: _, ...fields } = aPlanned({ title: "Otherwise" });
    done(await changePlanned(people.coordinator, { plannedId: only?.id, version: 1, ...fields }, november));
    expect(await changePlanned(people.deputy, { plannedId: only?.id, version: 1, ...fields }, november)).toMatchObject({ ok: false, problem: { kind: "stale" } });
    await held(board, reference, december);
    for (const attempt of [await change(only?.id ?? ""), await withdraw(only?.id ?? "")]) expect(attempt).toMatchObject(refused("planned.over"));
  });

  test("past the commands by the database: another forum's, what was received, and the reception itself", async () => {
    const reference = await meets(board, "2026-12-08", november);
    const id = await plan(board);
    const asOffice = (run: (tx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<unknown>, who: Actor = people.coordinator) => transact({ ...who, now: november }, run);
    await expect(asOffice((tx) => tx.$executeRaw`update planned_reports set received_at = app.moment(), received_item_id = ${randomUUID()}::uuid where id = ${id}::uuid`)).rejects.toThrow();
    await expect(asOffice((tx) => tx.$executeRaw`delete from planned_reports where id = ${id}::uuid`)).rejects.toThrow();
    expect(await asOffice((tx) => tx.$executeRaw`update planned_reports set title = 'Mine' where id = ${id}::uuid`, people.councillor)).toBe(0);
    const add = (who: Actor, forumId: string, by: string) => asOffice((tx) => tx.$executeRaw`insert into planned_reports (id, partnership_id, forum_id, kind, title, presenter, planned_minutes, due_month, planned_by_id, planned_at)
      values (${randomUUID()}::uuid, ${board.world.partnershipId}::uuid, ${forumId}::uuid, 'report', 'Mine', 'Me', 5, '2026-12-01', ${by}::uuid, app.moment())`, who);
    await expect(add(people.councillor, board.id, people.councillor.personId)).rejects.toThrow();
    await expect(add(people.coordinator, board.world.forums.NOR, people.coordinator.personId)).rejects.toThrow();
    await expect(add(people.coordinator, board.id, people.chair.personId)).rejects.toThrow();
    // an item of another forum takes nothing of this plan
    const cen = await meets({ ...board, id: board.world.forums.CEN }, "2026-12-09", november);
    await expect(asOffice((tx) => tx.$executeRaw`update planned_reports set meeting_id = (select id from meetings where reference = ${cen}) where id = ${id}::uuid`)).rejects.toThrow();
    await expect(asOffice((tx) => tx.$executeRaw`insert into agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, title, planned_minutes, planned_id)
      select ${randomUUID()}::uuid, m.partnership_id, m.forum_id, m.id, 900, 'report', 'Mine', 5, ${id}::uuid from meetings m where m.reference = ${cen}`)).rejects.toThrow();
    await held(board, reference, december);
    expect(await asOffice((tx) => tx.$executeRaw`update planned_reports set title = 'Mine' where id = ${id}::uuid`)).toBe(0);
    expect(await asOffice((tx) => tx.$queryRaw<unknown[]>`select * from app.receive_planned((select id from meetings where reference = ${reference}))`)).toEqual([]);
  });
});
