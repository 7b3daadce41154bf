import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { minutesPaper } from "@/app/meetings/[reference]/minutes/minutes-paper.ts";
import { packPaper } from "@/app/meetings/[reference]/pack/pack-paper.ts";
import { viewCase } from "@/domain/cases/queries/view-case.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { leaveOffItem } from "@/domain/meetings/commands/leave-off-item.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { publishAgenda } from "@/domain/meetings/commands/publish-agenda.ts";
import { receiveForumMinutes, receiveOtherMinutes, takeBackMinutes } from "@/domain/meetings/commands/receive-minutes.ts";
import { viewAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewPack } from "@/domain/minutes/queries/view-pack.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { transact } from "@/platform/db/client.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, seated } from "../../support/world.ts";
import { aBoard, type Board, items, meets, moment, opened } from "../forward-plan/arrange.ts";
import { aCase, done, heldBefore, row, seen } from "./arrange.ts";

// Rule 31: a board receives the minutes of others. Rule 26: nobody on the board reads more of them by that, and of a forum's cases nothing at all.

const november = moment("2026-11-02");
const december = moment("2026-12-08");
const notFound = { ok: false, problem: { kind: "notFound" } };
const refused = (rule: string) => ({ ok: false, problem: { kind: "refused", rule } });
const invalid = (field: string) => ({ ok: false, problem: { kind: "invalid", fields: { [field]: [expect.any(String)] } } });
let board: Board;
let people: Board["people"];
let reference: string;
/** Sits on the board, and neither on Central nor in its office. */
let outsider: Actor;
let found: { id: string; reference: string };
let source: string;

const confirm = (of: string) => owner.query("update meetings set state = 'confirmed', confirmed_at = '2026-10-30T10:00:00Z' where partnership_id = $1 and reference = $2", [board.world.partnershipId, of]);
const ladder = (forumId: string, boardId: string | null) => insert("ladder_places", { partnership_id: board.world.partnershipId, forum_id: forumId, next_board_id: boardId });
const idOf = async (of: string) => (await row(board.world, of)).id;
const agenda = async (who: Actor = people.coordinator, now = november, of = reference) => (await viewAgenda(who, { reference: of }, now)) ?? undefined;
const item = async (of = reference) => (await agenda(people.coordinator, november, of))?.lines.find(({ kind }) => kind === "other_minutes")?.id;
const receive = async (over: Record<string, unknown> = {}, who: Actor = people.coordinator, now = november) => receiveForumMinutes(who, { reference, itemId: await item(), sourceId: await idOf(source), ...over }, now);
const other = async (over: Record<string, unknown> = {}, who: Actor = people.coordinator) => receiveOtherMinutes(who, { reference, itemId: await item(), body: "Health and Wellbeing Board", minutes: "HWB 14/26", heldOn: { day: "12", month: "10", year: "2026" }, ...over }, november);
const sql = <T>(who: Actor, run: (tx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<T>, now = november) => transact({ ...who, now }, run);

beforeEach(async () => {
  board = await aBoard(await aPartnership());
  people = board.people;
  outsider = people.marpMember;
  await seated(board.world, outsider, board.id);
  found = await aCase(board.world, { title: "Takeover of a home, Eastholme" }, people.coordinator, moment("2026-10-01"));
  source = await heldBefore(board.world, [{ id: found.id, decision: "continue" }], "2026-10-13");
  await owner.query("insert into minutes (item_id, partnership_id, forum_id, meeting_id, case_id, discussion, written_by_id, written_at) select i.id, i.partnership_id, i.forum_id, i.meeting_id, i.case_id, 'The older brother has moved in.', $2, '2026-10-13T13:30:00Z' from agenda_items i where i.case_id = $1", [found.id, people.coordinator.personId]);
  await ladder(board.world.forums.CEN, board.id);
  reference = await meets(board, "2026-12-08", november);
});

describe("the minutes of a forum below the board", () => {
  test("are put before it once they are confirmed, once, by name and day; and stand on the pack, in the room and in its own minutes", async () => {
    expect((await agenda())?.toReceive).toEqual([]);
    expect(await receive()).toMatchObject(invalid("sourceId"));
    await confirm(source);
    expect((await agenda())?.toReceive).toEqual([{ meetingId: await idOf(source), body: "CEN forum", reference: source, heldOn: "2026-10-13" }]);
    done(await receive());
    expect((await agenda())?.toReceive).toEqual([]);
    expect(await receive()).toMatchObject(invalid("sourceId"));
    const line = { body: "CEN forum", reference: source, heldOn: "2026-10-13", confirmedOn: "2026-10-30" };
    const itemId = await item();
    const lines = await opened(board, reference, december, [outsider]);
    const number = lines.findIndex(({ id }) => id === itemId) + 1;
    for (const who of [outsider, people.coordinator]) {
      expect((await viewPack(who, { reference, form: null }, december))?.items.find(({ id }) => id === itemId)?.received, who.name).toMatchObject([line]);
      expect((await viewRoom(who, { reference, number }, december))?.item?.received, who.name).toMatchObject([line]);
    }
    for (const { id } of lines) {
      done(await openItem(people.coordinator, { itemId: id }, december));
      done(await writeMinute(people.coordinator, { itemId: id, version: 1, outcome: "noted", discussion: "Received." }, december));
    }
    done(await closeMeeting(people.chair, await seen(board.world, reference), moment("2026-12-08", 11)));
    expect((await viewMinutes(outsider, { reference }, moment("2026-12-08", 12)))?.items.find(({ id }) => id === itemId)?.received).toMatchObject([line]);
    // what it received stands
    const received = (await owner.query<{ id: string }>("select id from received_minutes where forum_id = $1", [board.id])).rows[0]?.id;
    expect(await takeBackMinutes(people.coordinator, { reference, receivedId: received }, moment("2026-12-09"))).toMatchObject(refused("meeting.notInThisState"));
  });

  test("open nothing of that forum to a member of the board: no minutes, meeting, agenda, case or word of it, by page, document or past them", async () => {
    await confirm(source);
    const before = await sql(outsider, (tx) => tx.$queryRaw<unknown[]>`select (select count(*)::int from meetings where forum_id = ${board.world.forums.CEN}::uuid) as meetings, (select count(*)::int from agenda_items where forum_id = ${board.world.forums.CEN}::uuid) as items,
      (select count(*)::int from cases) as cases, (select count(*)::int from case_twins) as twins, (select count(*)::int from case_contents) as contents, (select count(*)::int from minutes where forum_id = ${board.world.forums.CEN}::uuid) as minutes`);
    done(await receive());
    done(await publishAgenda(people.coordinator, await seen(board.world, reference), november));
    const after = await sql(outsider, (tx) => tx.$queryRaw<unknown[]>`select (select count(*)::int from meetings where forum_id = ${board.world.forums.CEN}::uuid) as meetings, (select count(*)::int from agenda_items where forum_id = ${board.world.forums.CEN}::uuid) as items,
      (select count(*)::int from cases) as cases, (select count(*)::int from case_twins) as twins, (select count(*)::int from case_contents) as contents, (select count(*)::int from minutes where forum_id = ${board.world.forums.CEN}::uuid) as minutes`);
    expect(before).toEqual([{ meetings: 0, items: 0, cases: 0, twins: 0, contents: 0, minutes: 0 }]);
    expect(after).toEqual(before);
    expect(await viewMinutes(outsider, { reference: source }, november)).toBeNull();
    expect(await viewMeeting(outsider, { reference: source }, november)).toBeNull();
    expect(await viewCase(outsider, found.reference, november)).toBeNull();
    const pack = await viewPack(outsider, { reference, form: "pdf" }, november);
    const own = await viewMinutes(outsider, { reference }, november);
    if (!pack || !own) throw new Error("they sit on the board");
    const words = JSON.stringify([pack, packPaper(pack, "Testham", "mark"), own, minutesPaper(own, "Testham", "mark"), await sql(outsider, (tx) => tx.$queryRaw`select * from received_minutes`)]);
    // "CEN-2" stands in "CEN-2026-10"
    expect(words).not.toMatch(new RegExp(`${found.reference}(?!\\d)`));
    for (const secret of ["Takeover of a home", "older brother", "Winifred", found.id]) expect(words, secret).not.toContain(secret);
    expect(pack.items.flatMap(({ received }) => received)).toMatchObject([{ reference: source, leads: false }]);
    // whoever sits on both is led to them, and reads what they may there
    expect((await viewPack(people.police, { reference, form: null }, november))?.items.flatMap(({ received }) => received)).toMatchObject([{ leads: true }]);
    expect((await viewMinutes(people.police, { reference: source }, november))?.summaryOnly).toBe(true);
  });

  test("of a forum that hands up elsewhere, of another partnership, or not confirmed, are not received, by the command or past it", async () => {
    await confirm(source);
    // the draft is kept in rows from here on
    done(await other());
    const elsewhere = await aPartnership("Safer Elsewhere");
    const theirs = randomUUID();
    const another = await aBoard(board.world, "PDB");
    await ladder(board.world.forums.NOR, another.id);
    for (const [id, forumId, partnershipId, state] of [[theirs, elsewhere.forums.CEN, elsewhere.partnershipId, "confirmed"], [randomUUID(), board.world.forums.NOR, board.world.partnershipId, "confirmed"], [randomUUID(), board.world.forums.CEN, board.world.partnershipId, "circulated"]] as const) {
      await insert("meetings", { id, partnership_id: partnershipId, forum_id: forumId, reference: `X-${id.slice(0, 8)}`, kind: "extraordinary", state, starts_at: "2026-10-20T13:00:00Z", place: "Hall", limit_minutes: 120, closed_at: "2026-10-20T15:00:00Z", ...(state === "confirmed" ? { confirmed_at: "2026-10-30T15:00:00Z" } : {}) });
      expect(await receive({ sourceId: id }), state).toMatchObject(invalid("sourceId"));
      const itemId = await item();
      await expect(sql(people.coordinator, (tx) => tx.$executeRaw`insert into received_minutes (id, partnership_id, forum_id, meeting_id, item_id, source_meeting_id, body, reference, held_on, added_by_id, added_at)
        select ${randomUUID()}::uuid, i.partnership_id, i.forum_id, i.meeting_id, i.id, ${id}::uuid, 'Mine', 'Mine', '2026-10-20', app.person(), app.moment() from agenda_items i where i.id = ${itemId}::uuid`), state).rejects.toThrow("confirmed minutes");
    }
  });

  test("are named from the meeting itself, whatever is said of it", async () => {
    await confirm(source);
    done(await other());
    const itemId = await item();
    await sql(people.coordinator, async (tx) => tx.$executeRaw`insert into received_minutes (id, partnership_id, forum_id, meeting_id, item_id, source_meeting_id, body, reference, held_on, confirmed_on, added_by_id, added_at)
      select ${randomUUID()}::uuid, i.partnership_id, i.forum_id, i.meeting_id, i.id, ${await idOf(source)}::uuid, 'Another board', 'CEN-118', '2020-01-01', '2020-01-02', app.person(), app.moment() from agenda_items i where i.id = ${itemId}::uuid`);
    expect((await agenda())?.lines.find(({ id }) => id === itemId)?.received).toMatchObject([{ body: "CEN forum", reference: source, heldOn: "2026-10-13", confirmedOn: "2026-10-30" }, { body: "Health and Wellbeing Board", confirmedOn: null }]);
  });
});

describe("minutes of a board elsewhere", () => {
  test("are received by their reference and their day, which is over; taken back before the meeting closes", async () => {
    for (const [over, field] of [[{ body: " " }, "body"], [{ minutes: "" }, "minutes"], [{ heldOn: {} }, "heldOn"], [{ heldOn: { day: "3", month: "11", year: "2026" } }, "heldOn"]] as const) expect(await other(over)).toMatchObject(invalid(field));
    done(await other());
    const received = (await agenda())?.lines.flatMap((line) => line.received)[0];
    expect(received).toMatchObject({ body: "Health and Wellbeing Board", reference: "HWB 14/26", heldOn: "2026-10-12", confirmedOn: null, leads: false });
    const line = { ...(await seen(board.world, reference)), itemId: await item(), why: "Not now." };
    expect(await leaveOffItem(people.coordinator, line, november)).toMatchObject(refused("item.hasMinutes"));
    done(await takeBackMinutes(people.coordinator, { reference, receivedId: received?.id }, november));
    expect(await takeBackMinutes(people.coordinator, { reference, receivedId: received?.id }, november)).toMatchObject(notFound);
    done(await leaveOffItem(people.coordinator, { ...(await seen(board.world, reference)), itemId: line.itemId, why: "Not now." }, november));
    expect((await items(board.world, reference)).map(({ kind }) => kind)).not.toContain("other_minutes");
  });

  test("are the office's alone on a draft, and nobody's elsewhere; by anybody but the office they are neither received nor taken back", async () => {
    done(await other());
    const rows = (who: Actor) => sql(who, (tx) => tx.$queryRaw<unknown[]>`select * from received_minutes`).then((all) => all.length);
    expect([await rows(people.deputy), await rows(outsider), await rows(people.probation), await rows(people.bystander), await rows(people.governance)]).toEqual([1, 0, 0, 0, 0]);
    done(await publishAgenda(people.coordinator, await seen(board.world, reference), november));
    expect([await rows(outsider), await rows(people.probation), await rows(people.bystander)]).toEqual([1, 0, 0]);
    const received = (await owner.query<{ id: string }>("select id from received_minutes where forum_id = $1", [board.id])).rows[0]?.id;
    const elsewhere = await aPartnership("Safer Elsewhere");
    for (const who of [outsider, people.councillor, people.probation, people.northChair, people.bystander, elsewhere.people.coordinator]) {
      const itemId = (await items(board.world, reference)).find(({ kind }) => kind === "other_minutes")?.id;
      expect(await other({ itemId }, who), who.name).toMatchObject(notFound);
      expect(await takeBackMinutes(who, { reference, receivedId: received }, november), who.name).toMatchObject(notFound);
    }
    const register = (await items(board.world, reference)).find(({ kind }) => kind === "register")?.id;
    expect(await other({ itemId: register })).toMatchObject(notFound);
    await confirm(source);
    expect(await sql(people.coordinator, (tx) => tx.$queryRaw<unknown[]>`select * from app.minutes_to_receive(${board.id}::uuid)`)).toHaveLength(1);
    expect(await sql(people.councillor, (tx) => tx.$queryRaw<unknown[]>`select * from app.minutes_to_receive(${board.id}::uuid)`)).toEqual([]);
    await expect(sql(people.coordinator, (tx) => tx.$executeRaw`update received_minutes set reference = 'CEN-118'`)).rejects.toThrow();
    await expect(sql(people.coordinator, (tx) => tx.$executeRaw`delete from received_minutes`)).rejects.toThrow();
  });

  test("are shut with their item, and to whoever has not signed where that is for the register", async () => {
    done(await other());
    const itemId = await item();
    await owner.query("update agenda_items set restricted = true where id = $1", [itemId]);
    await opened(board, reference, december, [outsider, people.police]);
    const rows = (who: Actor) => sql(who, (tx) => tx.$queryRaw<unknown[]>`select * from received_minutes`, december).then((all) => all.length);
    expect([await rows(outsider), await rows(people.housing)]).toEqual([1, 0]);
    await insert("recusals", { id: randomUUID(), partnership_id: board.world.partnershipId, forum_id: board.id, item_id: itemId, person_id: people.police.personId, silent: true, reason: "Family", decided_by_id: people.chair.personId, decided_at: "2026-12-08T10:00:00Z" });
    expect(await rows(people.police)).toBe(0);
  });
});
