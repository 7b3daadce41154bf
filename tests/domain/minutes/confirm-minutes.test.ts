import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/domain/kernel/actor.ts";
import { circulateMinutes } from "@/domain/minutes/commands/circulate-minutes.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { confirmMinutes } from "@/domain/minutes/commands/confirm-minutes.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { app, owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now, stateOf } from "./arrange.ts";

let world: World;
let people: World["people"];
let december: Meeting;
let january: Meeting;
const then = later(60 * 24 * 35);

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  december = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId: await aCase(world, "CEN-1") }] });
  for (const who of [people.chair, people.housing]) await attends(world, december, who);
  await writeMinute(people.coordinator, { itemId: item(december, 1).id, version: 1, discussion: "All signed.", outcome: "noted" }, now);
  await writeMinute(people.coordinator, { itemId: item(december, 2).id, version: 1, discussion: "Six calls.", decision: "continue" }, now);
  await closeMeeting(people.chair, { reference: "CEN-2026-12", version: 1 }, now);
});

const circulate = (who: Actor, over: Record<string, unknown> = {}) => circulateMinutes(who, { reference: "CEN-2026-12", version: 2, ...over }, now);
const confirm = (who: Actor, over: Record<string, unknown> = {}) => confirmMinutes(who, { reference: "CEN-2026-12", version: 3, at: "CEN-2027-01", ...over }, then);
const theNextMeetingSits = async (over: Parameters<typeof aMeeting>[2] = {}) => {
  january = await aMeeting(world, "CEN-2027-01", { startsAt: "2027-01-12T14:00:00Z", items: ["register", "last_minutes"], ...over });
};

describe("circulating the minutes", () => {
  test("is the office's, once, after closing", async () => {
    expect(await circulate(people.coordinator)).toEqual({ ok: true, value: { reference: "CEN-2026-12" } });
    expect(await stateOf(december)).toBe("circulated");
    expect(await eventsOf(world, "meeting.minutesCirculated")).toMatchObject([{ reference: "CEN-2026-12", person_id: people.coordinator.personId }]);
    expect(await circulate(people.coordinator)).toEqual({ ok: false, problem: { kind: "stale" } });
    expect(await circulate(people.coordinator, { version: 3 })).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.notInThisState", facts: { state: "circulated" } } });
  });

  test("not before closing", async () => {
    await theNextMeetingSits();
    expect(await circulate(people.coordinator, { reference: "CEN-2027-01", version: 1 })).toMatchObject({ problem: { kind: "refused", rule: "meeting.notInThisState", facts: { state: "in_session" } } });
  });

  test("of two at once one does it", async () => {
    const outcomes = await Promise.all([circulate(people.coordinator), circulate(people.deputy)]);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.find((one) => !one.ok)).toEqual({ ok: false, problem: { kind: "stale" } });
  });

  test.each<keyof World["people"]>(["housing", "police", "northChair", "bystander", "governance"])("%s finds no minutes to circulate", async (who) => {
    expect(await circulate(people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await stateOf(december)).toBe("closed");
  });
});

describe("confirming the minutes", () => {
  beforeEach(async () => {
    await circulate(people.coordinator);
    await theNextMeetingSits();
  });

  test("is the chair's act at the next meeting, while it sits", async () => {
    expect(await confirm(people.chair)).toEqual({ ok: true, value: { reference: "CEN-2027-01", confirmed: "CEN-2026-12" } });
    const row = await owner.query("select state, confirmed_at, confirmed_at_meeting_id from meetings where id = $1", [december.id]);
    expect(row.rows[0]).toEqual({ state: "confirmed", confirmed_at: then, confirmed_at_meeting_id: january.id });
    expect(await eventsOf(world, "meeting.minutesConfirmed")).toMatchObject([{ reference: "CEN-2026-12", particulars: { atMeetingId: january.id } }]);
    expect((await viewMinutes(people.chair, { reference: "CEN-2026-12" }, then))?.confirmed).toEqual({ at: then, meeting: "CEN-2027-01" });
  });

  test("ends what the register of that meeting opened, and leaves the summary", async () => {
    const before = await viewMinutes(people.housing, { reference: "CEN-2026-12" }, then);
    expect(before?.items[1]?.words?.discussion).toBe("Six calls.");
    await confirm(people.chair);
    const after = await viewMinutes(people.housing, { reference: "CEN-2026-12" }, then);
    expect(after?.summaryOnly).toBe(true);
    expect(JSON.stringify(after)).not.toContain("Six calls.");
    expect(after?.items[1]?.case).toEqual({ reference: "CEN-1", title: "Twin of CEN-1" });
    expect((await viewMinutes(people.coordinator, { reference: "CEN-2026-12" }, then))?.items[1]?.words?.discussion).toBe("Six calls.");
  });

  test("ends also after 60 days, confirmed or not", async () => {
    const day60 = later(60 * 24 * 60 + 1);
    expect((await viewMinutes(people.housing, { reference: "CEN-2026-12" }, later(60 * 24 * 60 - 1)))?.summaryOnly).toBe(false);
    expect((await viewMinutes(people.housing, { reference: "CEN-2026-12" }, day60))?.summaryOnly).toBe(true);
  });

  test("locks them: not even SQL as the application's role changes, adds or reopens anything", async () => {
    await confirm(people.chair);
    const of = { partnership_id: world.partnershipId, forum_id: world.forums.CEN, meeting_id: december.id };
    const tries: [string, unknown[]][] = [
      ["update minutes set discussion = 'Else.' where meeting_id = $1", [december.id]],
      ["update agenda_items set outcome = 'agreed' where meeting_id = $1", [december.id]],
      ["update agenda_items set meeting_id = $2, position = 99 where meeting_id = $1 and position = 1", [december.id, january.id]],
      ["update attendances set status = 'absent', recorded_by_id = app.person() where meeting_id = $1", [december.id]],
      ["update meetings set state = 'circulated' where id = $1", [december.id]],
      ["insert into agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, planned_minutes) values ($1, $2, $3, $4, 50, 'hotspots', 5)", [randomUUID(), of.partnership_id, of.forum_id, of.meeting_id]],
      ["insert into attendances (id, partnership_id, forum_id, meeting_id, person_id, agency_id, status, recorded_by_id, recorded_at) values ($1, $2, $3, $4, $5, $6, 'present', $7, now())", [randomUUID(), of.partnership_id, of.forum_id, of.meeting_id, people.police.personId, people.police.agencyId, people.chair.personId]],
    ];
    for (const [sql, values] of tries) {
      const connection = await app.connect();
      try {
        await connection.query("begin");
        await connection.query("select app.enter($1, $2, $3)", [people.chair.personId, world.partnershipId, then]);
        await expect(connection.query(sql, values), sql).rejects.toMatchObject({ code: "42501" });
      } finally {
        await connection.query("rollback");
        connection.release();
      }
    }
    expect(await writeMinute(people.coordinator, { itemId: item(december, 1).id, version: 2, discussion: "Else." }, then)).toMatchObject({ problem: { kind: "refused", rule: "meeting.notInThisState" } });
  });

  test("the same statements pass before confirmation, so the lock is what stops them", async () => {
    const connection = await app.connect();
    try {
      await connection.query("begin");
      await connection.query("select app.enter($1, $2, $3)", [people.chair.personId, world.partnershipId, then]);
      const { rowCount } = await connection.query("update minutes set discussion = 'Else.' where meeting_id = $1", [december.id]);
      expect(rowCount).toBe(2);
    } finally {
      await connection.query("rollback");
      connection.release();
    }
  });

  test("not the coordinator's, nor the deputy's while the chair is there", async () => {
    for (const who of [people.coordinator, people.deputy]) expect(await confirm(who)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "meeting.confirmMinutes" } });
    expect(await eventsOf(world, "access.refused")).toHaveLength(2);
  });

  test("the deputy's while the chair is absent from the meeting that confirms them", async () => {
    await attends(world, january, people.chair, "apologies");
    expect(await confirm(people.deputy)).toMatchObject({ ok: true });
  });

  test("the chair's absence from the meeting that is minuted gives the deputy nothing", async () => {
    await owner.query("update attendances set status = 'absent' where meeting_id = $1 and person_id = $2", [december.id, people.chair.personId]);
    expect(await confirm(people.deputy)).toEqual({ ok: false, problem: { kind: "forbidden", permission: "meeting.confirmMinutes" } });
  });

  test("twice is stale, then moved on; two at once confirm once", async () => {
    const outcomes = await Promise.all([confirm(people.chair), confirm(people.chair)]);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.find((one) => !one.ok)).toEqual({ ok: false, problem: { kind: "stale" } });
    expect(await confirm(people.chair, { version: 4 })).toMatchObject({ problem: { kind: "refused", rule: "meeting.notInThisState" } });
  });

  test.each<keyof World["people"]>(["housing", "northChair", "bystander"])("%s finds nothing to confirm", async (who) => {
    expect(await confirm(people[who])).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("a guessed reference, on either side, reads as not found", async () => {
    expect(await confirm(people.chair, { at: "CEN-2099-01" })).toEqual({ ok: false, problem: { kind: "notFound" } });
    expect(await confirm(people.chair, { reference: "CEN-2099-01" })).toEqual({ ok: false, problem: { kind: "notFound" } });
  });

  test("the room shows them to the chair on their item, and as confirmed afterwards", async () => {
    const before = await viewRoom(people.chair, { reference: "CEN-2027-01", number: 2 }, then);
    expect(before?.item?.earlier).toEqual([{ reference: "CEN-2026-12", state: "circulated", version: 3, startsAt: new Date("2026-12-08T14:00:00Z") }]);
    expect(before?.allowed.confirmMinutes).toBe(true);
    expect((await viewRoom(people.coordinator, { reference: "CEN-2027-01", number: 2 }, then))?.allowed.confirmMinutes).toBe(false);
    await confirm(people.chair);
    expect((await viewRoom(people.chair, { reference: "CEN-2027-01", number: 2 }, then))?.item?.earlier).toMatchObject([{ reference: "CEN-2026-12", state: "confirmed" }]);
  });
});

describe("confirming is refused", () => {
  const elsewhere = { ok: false, problem: { kind: "refused", rule: "meeting.notAtTheNextMeeting", facts: {} } };

  test("before the minutes are circulated", async () => {
    await theNextMeetingSits();
    expect(await confirm(people.chair, { version: 2 })).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.minutesNotCirculated", facts: {} } });
  });

  test.each(["published", "closed"] as const)("while the next meeting is %s", async (state) => {
    await circulate(people.coordinator);
    await theNextMeetingSits({ state });
    expect(await confirm(people.chair)).toEqual(elsewhere);
  });

  test("at a meeting that has no item for them", async () => {
    await circulate(people.coordinator);
    await theNextMeetingSits({ items: ["register"] });
    expect(await confirm(people.chair)).toEqual(elsewhere);
  });

  test("at a meeting that came before, and at the meeting itself", async () => {
    await circulate(people.coordinator);
    await theNextMeetingSits({ startsAt: "2026-11-10T14:00:00Z" });
    expect(await confirm(people.chair)).toEqual(elsewhere);
    expect(await confirm(people.chair, { at: "CEN-2026-12" })).toEqual(elsewhere);
  });

  test("at a meeting of another forum, even to somebody who chairs both", async () => {
    await circulate(people.coordinator);
    await aMeeting(world, "NOR-2027-01", { forumId: world.forums.NOR, startsAt: "2027-01-12T14:00:00Z", items: ["last_minutes"] });
    expect(await confirm(people.chair, { at: "NOR-2027-01" })).toEqual({ ok: false, problem: { kind: "notFound" } });
    await owner.query("update appointments set person_id = $1 where forum_id = $2", [people.chair.personId, world.forums.NOR]);
    expect(await confirm(people.chair, { at: "NOR-2027-01" })).toEqual(elsewhere);
  });
});
