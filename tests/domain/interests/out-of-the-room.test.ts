import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { openItem } from "@/domain/meetings/commands/open-item.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { recordDeparture } from "@/domain/sign-in/commands/record-departure.ts";
import { recordReturn } from "@/domain/sign-in/commands/record-return.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { done, problem } from "../action-plan/arrange.ts";
import { eventsOf, item, later } from "../minutes/arrange.ts";
import { aTable, declared, minuteAll, recused, type Table } from "./arrange.ts";

let world: World;
let people: World["people"];
let table: Table;
const reference = "CEN-2026-12";

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  table = await aTable(world);
});

const take = (who: Actor, n: number, minutes: number) => openItem(who, { itemId: item(table.meeting, n).id }, later(minutes));
const departures = async () =>
  (await owner.query<{ name: string; item: number | null; left: Date; back: Date | null; by: string }>(
    "select p.name, i.position as item, d.left_at as left, d.returned_at as back, r.name as by from departures d join people p on p.id = d.person_id join people r on r.id = d.recorded_by_id left join agenda_items i on i.id = d.item_id where d.meeting_id = $1 order by d.left_at, p.name", [table.meeting.id])).rows;

describe("taking an item up", () => {
  test("ends the one before; who is openly recused leaves for it, and is back with the next", async () => {
    done(await recused(people.chair, "CEN-8", people.housing, "open"));
    done(await recused(people.chair, "CEN-8", people.police, "silent"));
    expect(done(await take(people.coordinator, 2, 0))).toEqual({ reference, number: 2 });
    done(await take(people.coordinator, 3, 10));
    done(await take(people.coordinator, 4, 22));
    expect(await departures()).toEqual([{ name: "Zofia Nowak", item: 3, left: later(10), back: later(22), by: "Priya Nandra" }]);
    const times = await owner.query("select position, opened_at, ended_at from agenda_items where meeting_id = $1 and opened_at is not null order by position", [table.meeting.id]);
    expect(times.rows).toEqual([{ position: 2, opened_at: later(0), ended_at: later(10) }, { position: 3, opened_at: later(10), ended_at: later(22) }, { position: 4, opened_at: later(22), ended_at: null }]);
    expect(await eventsOf(world, "item.opened")).toHaveLength(3);
    expect((await viewRoom(people.chair, { reference, number: null }, later(23)))?.item?.number).toBe(4);
  });

  test("is for the chair's office of a meeting in session, and not of an item that is shut to them", async () => {
    for (const who of [people.housing, people.councillor, people.northChair]) expect(problem(await take(who, 2, 0)), who.name).toEqual({ kind: "notFound" });
    done(await declared(people.chair, "CEN-8"));
    expect(problem(await take(people.chair, 3, 0))).toEqual({ kind: "notFound" });
    done(await take(people.deputy, 3, 1));
    // the chair comes back with the next item, which they take up themself
    done(await take(people.chair, 4, 8));
    expect(await departures()).toEqual([{ name: "Ruth Calverley", item: 3, left: later(1), back: later(8), by: "Joanne Tice" }]);
    await owner.query("update meetings set state = 'closed' where id = $1", [table.meeting.id]);
    expect(problem(await take(people.coordinator, 2, 9))).toMatchObject({ rule: "meeting.notInThisState" });
  });
});

describe("leaving early and coming back", () => {
  const leaves = (by: Actor, who: Actor, minutes: number) => recordDeparture(by, { reference, personId: who.personId }, later(minutes));
  const returns = (by: Actor, who: Actor, minutes: number) => recordReturn(by, { reference, personId: who.personId }, later(minutes));

  test("is recorded by the person or the chair's office, once each way", async () => {
    done(await leaves(people.housing, people.housing, 5));
    expect(problem(await leaves(people.housing, people.housing, 6))).toMatchObject({ rule: "departure.alreadyOut" });
    done(await returns(people.coordinator, people.housing, 9));
    expect(problem(await returns(people.housing, people.housing, 10))).toMatchObject({ rule: "departure.notOut" });
    expect(await departures()).toEqual([{ name: "Zofia Nowak", item: null, left: later(5), back: later(9), by: "Zofia Nowak" }]);
    expect(problem(await leaves(people.police, people.housing, 11))).toEqual({ kind: "forbidden", permission: "register.recordDeparture" });
    expect(problem(await leaves(people.coordinator, people.northMember, 11))).toMatchObject({ rule: "departure.notSigned" });
    expect(problem(await leaves(people.northMember, people.northMember, 11))).toEqual({ kind: "notFound" });
  });

  test("stands in the minutes' attendance, as far as the reader may know the item", async () => {
    done(await recused(people.chair, "CEN-8", people.housing, "open"));
    done(await recused(people.chair, "CEN-8", people.police, "silent"));
    done(await take(people.coordinator, 3, 10));
    done(await take(people.coordinator, 4, 22));
    done(await leaves(people.probation, people.probation, 30));
    await minuteAll(world, table, people.coordinator);
    done(await closeMeeting(people.chair, { reference, version: 1 }, later(60)));
    const out = async (who: Actor) => (await viewMinutes(who, { reference }, later(61)))?.present.flatMap(({ people: there }) => there.flatMap((one) => one.out.map(({ number, from, until }) => [one.name, number, from, until])));
    const early = ["Kemi Adeyemi", null, later(30), null];
    for (const who of [people.chair, people.councillor, people.housing]) expect(await out(who), who.name).toEqual(expect.arrayContaining([["Zofia Nowak", 3, later(10), later(22)], early]));
    expect(await out(people.police)).toEqual([early]);
  });
});
