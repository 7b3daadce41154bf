import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { addItem } from "@/domain/meetings/commands/add-item.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { confirmMinutes } from "@/domain/minutes/commands/confirm-minutes.ts";
import { endDeferral } from "@/domain/minutes/commands/end-deferral.ts";
import { putOffItem } from "@/domain/minutes/commands/put-off-item.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewPack } from "@/domain/minutes/queries/view-pack.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert } from "../../support/world.ts";
import { eventsOf } from "../cases/arranged.ts";
import { aBoard, type Board, brought, items, meets, moment, opened, plan, planned, readPlan, titles } from "../forward-plan/arrange.ts";
import { done, seen } from "../meetings/arrange.ts";

// Rules 3 and 31: what is put off keeps why and until what is there; it comes back by itself, with its history.

const title = "Strategic assessment";
const why = "The analysts were asked to dig deeper.";
const refused = (rule: string) => ({ ok: false, problem: { kind: "refused", rule } });
const notFound = { ok: false, problem: { kind: "notFound" } };
const november = moment("2026-11-02");
const december = moment("2026-12-08");
let board: Board;
let people: Board["people"];
beforeEach(async () => {
  board = await aBoard(await aPartnership());
  people = board.people;
});
const versionOf = async (id: string) => (await owner.query<{ version: number }>("select version from agenda_items where id = $1", [id])).rows[0]?.version;
const putOff = (itemId: string | undefined, over: Record<string, unknown> = {}, at = december, who: Actor = people.coordinator) => putOffItem(who, { itemId, why, untilWhat: "", untilOn: "", ...over }, at);
const there = (itemId: string | undefined, at: Date, who: Actor = people.coordinator) => endDeferral(who, { itemId }, at);

/** A meeting with the item on it, in session; `signing` besides the chair and the councillor. */
async function sitting(day: string, now: Date, { add = true, signing = [people.councillor] }: { add?: boolean; signing?: Actor[] } = {}) {
  const reference = await meets(board, day, now);
  if (add) done(await addItem(people.coordinator, { reference, kind: "report", title, presenter: "Analyst", minutes: "10", restricted: "" }, now));
  const found = await opened(board, reference, moment(day), signing);
  return { reference, at: moment(day), item: found.find((one) => one.title === title)?.id ?? "" };
}
/** Notes whatever has no outcome yet, and closes. */
async function close(reference: string, at: Date) {
  const { rows } = await owner.query<{ id: string }>("select i.id from agenda_items i join meetings m on m.id = i.meeting_id where m.partnership_id = $1 and m.reference = $2 and i.outcome is null", [board.world.partnershipId, reference]);
  for (const { id } of rows) {
    done(await openItem(people.coordinator, { itemId: id }, at));
    done(await writeMinute(people.coordinator, { itemId: id, version: await versionOf(id), outcome: "noted", discussion: "Said." }, at));
  }
  done(await closeMeeting(people.chair, await seen(board.world, reference), new Date(at.getTime() + 3_600_000)));
}
const listed = async (at: Date, who?: Actor) => (await readPlan(board, at, who)).putOff.map(({ title: called, waits, from, next, chain }) => ({ called, waits, from, next: next?.reference ?? null, chain: chain.map((one) => [one.meeting, one.why, one.untilWhat, one.untilOn]) }));

describe("put off", () => {
  test("with nothing to wait for, it comes to the next meeting, and the minute says why", async () => {
    const { reference, at, item } = await sitting("2026-12-08", november);
    done(await putOff(item));
    await close(reference, at);
    const [next, later] = [await meets(board, "2027-01-12", december), await meets(board, "2027-03-09", december)];
    expect([await titles(board, next, december), await titles(board, later, december)]).toEqual([[title], [title]]);
    expect(await listed(december)).toEqual([{ called: title, waits: false, from: null, next, chain: [[reference, why, null, null]] }]);
    const minuted = (await viewMinutes(people.councillor, { reference }, moment("2026-12-08", 12)))?.items.find((one) => one.title === title);
    expect(minuted).toMatchObject({ outcome: "deferred", deferral: { why, untilWhat: null, untilOn: null }, putOff: [] });
  });

  test("until something is there, it waits, however many meetings are planned, and comes back once the office says so", async () => {
    const { reference, at, item } = await sitting("2026-12-08", november);
    done(await putOff(item, { untilWhat: "The figures of the force" }));
    await close(reference, at);
    const next = await meets(board, "2027-01-12", december);
    expect(await titles(board, next, december)).toEqual([]);
    expect(await listed(december)).toEqual([{ called: title, waits: true, from: null, next: null, chain: [[reference, why, "The figures of the force", null]] }]);
    done(await there(item, moment("2026-12-20")));
    expect(await titles(board, next, moment("2026-12-20"))).toEqual([title]);
    expect(await listed(moment("2026-12-20"))).toMatchObject([{ waits: false, next }]);
    expect(await there(item, moment("2026-12-21"))).toMatchObject(refused("deferral.over"));
    expect((await eventsOf(board.world)).filter(({ event }) => event === "item.putOff" || event === "item.deferralMet")).toHaveLength(2);
  });

  test("until a day, it comes to the first meeting on that day or after it; with something to wait for as well, sooner once that is there", async () => {
    const { reference, at, item } = await sitting("2026-12-08", november);
    done(await putOff(item, { untilOn: { day: "1", month: "3", year: "2027" }, untilWhat: "The review" }));
    await close(reference, at);
    const [january, march] = [await meets(board, "2027-01-12", december), await meets(board, "2027-03-09", december)];
    expect([await titles(board, january, december), await titles(board, march, december)]).toEqual([[], [title]]);
    expect(await listed(december)).toMatchObject([{ waits: true, from: "2027-03-01", next: march }]);
    done(await there(item, moment("2026-12-20")));
    expect(await titles(board, january, moment("2026-12-20"))).toEqual([title]);
  });

  test("again and again, it keeps its chain: on the draft, in the pack, in the room and in the minute", async () => {
    const first = await sitting("2026-12-08", november);
    done(await putOff(first.item));
    await close(first.reference, first.at);
    const second = await sitting("2027-01-12", moment("2026-12-10"), { add: false });
    done(await putOff(second.item, { why: "Still with the analysts.", untilWhat: "The analysis" }, second.at));
    await close(second.reference, second.at);
    done(await there(second.item, moment("2027-02-01")));
    const third = await sitting("2027-03-09", moment("2027-02-02"), { add: false });
    const chain = [{ meeting: second.reference, month: "2027-01", why: "Still with the analysts.", untilWhat: "The analysis", untilOn: null }, { meeting: first.reference, month: "2026-12", why, untilWhat: null, untilOn: null }];
    const agenda = (await brought(board, third.reference, third.at)).find((one) => one.title === title);
    expect(agenda?.putOff).toEqual(chain);
    const pack = await viewPack(people.coordinator, { reference: third.reference, form: null }, third.at);
    expect(pack?.items.find((one) => one.title === title)?.putOff).toEqual(chain);
    const room = await viewRoom(people.coordinator, { reference: third.reference, number: agenda?.position ?? 0 }, third.at);
    expect(room?.item?.putOff).toEqual(chain);
    done(await putOff(third.item, {}, third.at));
    await close(third.reference, third.at);
    const minuted = (await viewMinutes(people.councillor, { reference: third.reference }, moment("2027-03-09", 12)))?.items.find((one) => one.title === title);
    expect(minuted?.putOff.map(({ meeting }) => meeting)).toEqual([second.reference, first.reference]);
    expect((await readPlan(board, moment("2027-03-10"))).putOff).toMatchObject([{ chain: [{ meeting: third.reference }, { meeting: second.reference }, { meeting: first.reference, month: "2026-12" }] }]);
  });

  test("something planned waits in the same way, stays expected and is received when it comes", async () => {
    const id = await plan(board, { title, every: "3" });
    const first = await sitting("2026-12-08", november, { add: false });
    done(await putOff(first.item, { untilWhat: "The analysis" }));
    await close(first.reference, first.at);
    const next = await meets(board, "2027-01-12", december);
    expect(await titles(board, next, december)).toEqual([]);
    expect((await readPlan(board, december)).expected).toMatchObject([{ id, overdue: true, on: null }]);
    expect((await readPlan(board, december)).putOff).toMatchObject([{ plannedId: id, waits: true }]);
    done(await there(first.item, moment("2026-12-20")));
    expect(await titles(board, next, moment("2026-12-20"))).toEqual([title]);
    const found = await opened(board, next, moment("2027-01-12"));
    expect(found.map(({ title: called }) => called)).toContain(title);
    await close(next, moment("2027-01-12"));
    expect((await planned(board.world))[0]).toMatchObject({ id, received_item_id: expect.any(String) });
    expect((await readPlan(board, moment("2027-01-13"))).putOff).toEqual([]);
  });

  test("what the meeting made of it otherwise afterwards was not put off", async () => {
    const { reference, at, item } = await sitting("2026-12-08", november);
    done(await putOff(item, { untilWhat: "The analysis" }));
    done(await writeMinute(people.coordinator, { itemId: item, version: await versionOf(item), outcome: "noted", discussion: "They came after all." }, at));
    await close(reference, at);
    expect(await listed(december)).toEqual([]);
    expect((await viewMinutes(people.councillor, { reference }, moment("2026-12-08", 12)))?.items.find((one) => one.title === title)?.deferral).toBeNull();
  });
});

describe("who reads it", () => {
  test("why and until what, whoever reads the minute; that it waits, the forum; to others it isn't there", async () => {
    const { reference, at, item } = await sitting("2026-12-08", november);
    done(await putOff(item, { untilWhat: "The analysis" }));
    await close(reference, at);
    expect((await listed(december, people.councillor))[0]?.chain).toEqual([[reference, why, "The analysis", null]]);
    expect(await listed(december, people.police)).toEqual([{ called: title, waits: true, from: null, next: null, chain: [[reference, null, null, null]] }]);
    const rows = (who: Actor) => transact({ ...who, now: december }, (tx) => tx.$queryRaw<unknown[]>`select * from deferrals`);
    expect([(await rows(people.councillor)).length, (await rows(people.police)).length, (await rows(people.probation)).length, (await rows(people.bystander)).length]).toEqual([1, 0, 0, 0]);
    const from = await transact({ ...people.probation, now: december }, (tx) => tx.$queryRaw<unknown[]>`select app.comes_back_from(${item}::uuid) as from`);
    expect(from).toEqual([{ from: null }]);
  });

  test("not whoever is recused from it, and they can't bring it back", async () => {
    const { reference, at, item } = await sitting("2026-12-08", november, { signing: [people.councillor, people.deputy] });
    for (const who of [people.councillor, people.deputy]) await insert("recusals", { id: randomUUID(), partnership_id: board.world.partnershipId, forum_id: board.id, item_id: item, person_id: who.personId, silent: who === people.councillor, reason: "Family", decided_by_id: people.chair.personId, decided_at: "2026-12-08T10:00:00Z" });
    done(await putOff(item, { untilWhat: "The analysis" }));
    await close(reference, at);
    for (const who of [people.councillor, people.deputy]) {
      expect(await listed(december, who)).toEqual([]);
      expect(await transact({ ...who, now: december }, (tx) => tx.$queryRaw<unknown[]>`select * from deferrals`), who.name).toEqual([]);
    }
    expect(await there(item, december, people.deputy)).toMatchObject(notFound);
    // the deputy publishes meanwhile: it waits for them as well
    const next = await meets(board, "2027-01-12", december);
    done(await publishAgenda(people.deputy, await seen(board.world, next), moment("2027-01-04")));
    expect((await items(board.world, next)).map(({ title: called }) => called)).not.toContain(title);
  });
});

describe("refused", () => {
  test("to a member, a stranger and another partnership; for a standing item; without a reason; to a day that is over", async () => {
    const { reference, item } = await sitting("2026-12-08", november);
    expect(await putOff(item, {}, december, people.councillor)).toMatchObject(notFound);
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const who of [people.probation, people.bystander, elsewhere.people.chair]) expect(await putOff(item, {}, december, who)).toMatchObject(notFound);
    const standing = (await items(board.world, reference)).find(({ kind }) => kind === "actions");
    expect(await putOff(standing?.id)).toMatchObject(refused("item.comesBackAnyway"));
    expect(await putOff(item, { why: " " })).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { why: [expect.any(String)] } } });
    expect(await putOff(item, { untilOn: { day: "8", month: "12", year: "2026" } })).toMatchObject({ ok: false, problem: { kind: "invalid", fields: { untilOn: [expect.any(String)] } } });
    expect(await there(item, december)).toMatchObject(notFound);
    done(await putOff(item, { untilWhat: "The analysis" }));
    // not while its meeting still sits
    expect(await there(item, december)).toMatchObject(refused("deferral.over"));
    await close(reference, december);
    expect(await there(item, moment("2026-12-09"), people.councillor)).toMatchObject({ ok: false, problem: { kind: "forbidden", permission: "agenda.keep" } });
    for (const who of [people.probation, people.bystander, elsewhere.people.coordinator]) expect(await there(item, moment("2026-12-09"), who)).toMatchObject(notFound);
  });

  test("once the meeting is closed, putting off what it settled; its words are mended until the minutes are sent, and never again", async () => {
    const { reference, at, item } = await sitting("2026-12-08", november);
    const other = (await items(board.world, reference)).find(({ title: called, kind }) => called === null && kind === "register");
    done(await putOff(item));
    await close(reference, at);
    done(await putOff(item, { why: "As the chair said: not ready." }, moment("2026-12-09")));
    expect(await putOff(other?.id, {}, moment("2026-12-09"))).toMatchObject(refused("item.comesBackAnyway"));
    done(await circulateMinutes(people.coordinator, await seen(board.world, reference), moment("2026-12-10")));
    expect(await putOff(item, {}, moment("2026-12-10"))).toMatchObject(refused("meeting.notInThisState"));
  });

  test("the seal of the minutes holds why; past the commands nobody changes it, meets it for another or twice", async () => {
    const { reference, at, item } = await sitting("2026-12-08", november);
    done(await putOff(item, { untilWhat: "The analysis" }));
    await close(reference, at);
    const sql = (run: (tx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<unknown>, now = moment("2026-12-09"), who: Actor = people.coordinator) => transact({ ...who, now }, run);
    await expect(sql((tx) => tx.$executeRaw`update deferrals set met_at = app.moment(), met_by_id = ${people.chair.personId}::uuid where item_id = ${item}::uuid`)).rejects.toThrow("after its meeting");
    expect(await sql((tx) => tx.$executeRaw`update deferrals set met_at = app.moment(), met_by_id = app.person() where item_id = ${item}::uuid`, moment("2026-12-09"), people.councillor)).toBe(0);
    await expect(sql((tx) => tx.$executeRaw`delete from deferrals`)).rejects.toThrow();
    const standing = (await items(board.world, reference)).find(({ kind }) => kind === "actions");
    await expect(sql((tx) => tx.$executeRaw`insert into deferrals (item_id, partnership_id, forum_id, meeting_id, why, written_by_id, written_at) select id, partnership_id, forum_id, meeting_id, 'Mine', app.person(), app.moment() from agenda_items where id = ${standing?.id}::uuid`)).rejects.toThrow();
    done(await circulateMinutes(people.coordinator, await seen(board.world, reference), moment("2026-12-10")));
    const next = await meets(board, "2027-01-12", moment("2026-12-10"));
    await opened(board, next, moment("2027-01-12"));
    const hash = async () => (await owner.query<{ now: string; sealed: string | null }>("select encode(app.hash_of_minutes(partnership_id, id), 'hex') as now, encode(minutes_hash, 'hex') as sealed from meetings where partnership_id = $1 and reference = $2", [board.world.partnershipId, reference])).rows[0];
    const before = (await hash())?.now;
    done(await confirmMinutes(people.chair, { ...(await seen(board.world, reference)), at: next }, moment("2027-01-12", 10, 5)));
    expect((await hash())?.sealed).toBe(before);
    await expect(sql((tx) => tx.$executeRaw`update deferrals set why = 'Otherwise' where item_id = ${item}::uuid`, moment("2027-01-12", 10, 6))).rejects.toThrow("locked");
    // what it waits for may still come
    done(await there(item, moment("2027-01-13")));
    await expect(sql((tx) => tx.$executeRaw`update deferrals set met_at = app.moment(), met_by_id = app.person() where item_id = ${item}::uuid`, moment("2027-01-14"))).rejects.toThrow("met");
    await owner.query("alter table deferrals disable trigger user");
    await owner.query("update deferrals set why = 'Otherwise' where item_id = $1", [item]);
    await owner.query("alter table deferrals enable trigger user");
    expect((await hash())?.now).not.toBe(before);
  });
});
