import { beforeAll, describe, expect, test } from "vitest";
import { addAction } from "@/domain/action-plan/commands/add-action.ts";
import { cancelAction } from "@/domain/action-plan/commands/cancel-action.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { writeMinute } from "@/domain/minutes/commands/write-minute.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, type Meeting, now } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
const room = (who: Actor, number: number | null = null, reference = meeting.reference) => viewRoom(who, { reference, number }, now);
const minutes = (who: Actor, reference = meeting.reference) => viewMinutes(who, { reference }, now);
const openings = async (who: Actor) => (await owner.query<{ event: string; reference: string }>("select event, reference from audit_events where person_id = $1 order by seq", [who.personId])).rows.map((row) => `${row.event} ${row.reference}`);

beforeAll(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["register", { caseId: await aCase(world, "CEN-118") }, { caseId: await aCase(world, "CEN-121") }, "actions"] });
  for (const who of [people.chair, people.housing, people.councillor]) await attends(world, meeting, who);
  await attends(world, meeting, people.probation, "apologies_with_information");
  await attends(world, meeting, people.colleague, "absent");
  const write = (n: number, over: Record<string, unknown>) => writeMinute(people.coordinator, { itemId: item(meeting, n).id, version: 1, ...over }, now);
  await write(1, { discussion: "Everybody signed.", outcome: "noted" });
  await write(2, { discussion: "Six calls since November.", decision: "continue" });
  await write(3, { discussion: "Tenant not seen.", decision: "defer", decisionReason: "Police could not say." });
  const task = { itemId: item(meeting, 2).id, ownerId: people.housing.personId, wording: "Secure units 3 and 7", namelessWording: "Secure empty units", due: "2026-12-22", measure: "Both boarded up" };
  await addAction(people.chair, task, now);
  await addAction(people.coordinator, { ...task, wording: "Visit the tenant", namelessWording: "" }, now);
});

describe("the room, while the meeting sits", () => {
  test("opens on the first item that has no outcome, or on the one asked for", async () => {
    expect((await room(people.chair))?.item?.number).toBe(4);
    expect((await room(people.chair, 2))?.item?.number).toBe(2);
    expect((await room(people.chair, 9))?.item).toBeNull();
  });

  test("shows the agenda, what is planned against the limit, and how many signed of how many", async () => {
    const model = await room(people.housing, 1);
    expect(model).toMatchObject({ forum: { code: "CEN" }, state: "in_session", entry: "open", signed: 3, members: 8, plannedMinutes: 40, limitMinutes: 120, hasSigned: true });
    expect(model?.items.map(({ number, outcome, case: about }) => [number, outcome, about?.reference])).toEqual([[1, "noted", undefined], [2, "agreed", "CEN-118"], [3, "deferred", "CEN-121"], [4, null, undefined]]);
  });

  test("shows a member on the register what was written and what the case record says, and keeps that they saw it", async () => {
    const model = await room(people.housing, 2);
    expect(model?.item).toMatchObject({ readable: true, written: { discussion: "Six calls since November.", by: "Priya Nandra" }, known: { background: "Background of CEN-118" } });
    expect(await openings(people.housing)).toContain("case.opened CEN-118");
    expect(model?.allowed).toEqual({ write: false, take: false, decide: false, addAction: false, confirmActions: false, prepareClosing: false, confirmMinutes: false });
    expect(model?.owners).toEqual([]);
  });

  test("shows the actions of the item; those that wait for the chair to the office alone", async () => {
    expect((await room(people.housing, 2))?.item?.actions.map((action) => action.reference)).toEqual(["CEN-118-1"]);
    const seen = await room(people.chair, 2);
    expect(seen?.item?.actions).toMatchObject([{ reference: "CEN-118-1", state: "assigned", wording: "Secure units 3 and 7" }, { reference: "CEN-118-2", state: "recorded", wording: "Visit the tenant" }]);
    expect(seen?.allowed).toMatchObject({ write: true, decide: true, addAction: true, confirmActions: true, prepareClosing: true });
    expect(seen?.owners.map((seat) => seat.name)).toContain("Zofia Nowak");
    expect((await room(people.coordinator, 2))?.allowed).toMatchObject({ addAction: true, confirmActions: false });
  });

  test("gives the deputy the chair's part while the chair is recorded absent", async () => {
    expect((await room(people.deputy, 2))?.allowed).toMatchObject({ addAction: true, confirmActions: false, confirmMinutes: false });
    await owner.query("update attendances set status = 'absent' where meeting_id = $1 and person_id = $2", [meeting.id, people.chair.personId]);
    try {
      expect((await room(people.deputy, 2))?.allowed).toMatchObject({ confirmActions: true, confirmMinutes: true });
    } finally {
      await owner.query("update attendances set status = 'present' where meeting_id = $1 and person_id = $2", [meeting.id, people.chair.personId]);
    }
  });

  test("sends a member who hasn't signed to the register, and shows them nothing of it", async () => {
    const model = await room(people.police, 2);
    expect(model).toMatchObject({ entry: "unsigned", items: [], item: null });
    expect(await openings(people.police)).toEqual([]);
  });

  test("shows a councillor on the register what others see, where the terms of reference admit them; else the summary", async () => {
    expect((await room(people.councillor, 2))?.item?.readable).toBe(true);
    const before = await openings(people.councillor);
    await owner.query("update terms_of_reference set admits_elected_members = false where forum_id = $1", [world.forums.CEN]);
    try {
      const model = await room(people.councillor, 2);
      expect(model?.item).toMatchObject({ readable: false, written: null, known: null, case: { title: "Twin of CEN-118" } });
      expect(model?.item?.actions).toMatchObject([{ reference: "CEN-118-1", wording: null, namelessWording: "Secure empty units" }]);
      expect(JSON.stringify(model)).not.toMatch(/Six calls|Background|units 3/);
      expect(await openings(people.councillor)).toEqual(before);
    } finally {
      await owner.query("update terms_of_reference set admits_elected_members = true where forum_id = $1", [world.forums.CEN]);
    }
  });

  test.each<keyof World["people"]>(["northChair", "northMember", "bystander", "governance", "administrator"])("isn't there for %s", async (who) => {
    expect(await room(people[who], 2)).toBeNull();
    expect(await minutes(people[who])).toBeNull();
  });

  test("isn't there for another partnership, nor under a guessed reference", async () => {
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(await room(elsewhere.people.chair)).toBeNull();
    expect(await room(people.chair, null, "CEN-2099-01")).toBeNull();
  });

  test.each([["scheduled", "notYet"], ["published", "notYet"], ["circulated", "over"], ["confirmed", "over"], ["cancelled", "over"]] as const)("is not entered while the meeting is %s", async (state, entry) => {
    const other = await aMeeting(world, `CEN-2027-${state}`.toUpperCase(), { state, items: [] });
    expect(await room(people.chair, 1, other.reference)).toMatchObject({ entry, items: [], item: null, allowed: { write: false } });
  });
});

describe("the minutes as a document", () => {
  test("are not there before the meeting closes", async () => {
    expect(await minutes(people.chair)).toMatchObject({ state: "in_session", items: [], present: [], allowed: { circulate: false, correct: false } });
  });

  describe("once it is closed", () => {
    beforeAll(async () => {
      await writeMinute(people.coordinator, { itemId: item(meeting, 4).id, version: 1, discussion: "", outcome: "noted" }, now);
      const withdrawn = { itemId: item(meeting, 2).id, ownerId: people.housing.personId, wording: "Withdrawn", due: "2026-12-22", measure: "None" };
      await addAction(people.coordinator, withdrawn, now);
      expect(await cancelAction(people.chair, { reference: "CEN-118-3", version: 1, reason: "Said twice." }, now)).toMatchObject({ ok: true });
      await closeMeeting(people.chair, { reference: meeting.reference, version: 1 }, now);
    });

    test("say where, who presided, who was there by agency and who sent apologies", async () => {
      expect(await minutes(people.chair)).toMatchObject({
        reference: "CEN-2026-12",
        forum: { code: "CEN", name: "CEN forum" },
        state: "closed",
        startsAt: new Date("2026-12-08T14:00:00Z"),
        place: "Room 2, Town Hall",
        presided: { name: "Insp Ruth Calverley", office: "chair", capacity: "substantive" },
        present: [
          { agency: "Council", people: [{ name: "Cllr Grace Hinchliffe" }] },
          { agency: "Housing", people: [{ name: "Zofia Nowak" }] },
          { agency: "Police", people: [{ name: "Insp Ruth Calverley" }] },
        ],
        apologies: [{ name: "Kemi Adeyemi", agency: "Probation", status: "apologies_with_information" }],
        absent: [{ name: "Bev Moxon", agency: "Housing" }],
        allowed: { circulate: true, correct: true },
      });
    });

    test("are numbered, with what was said and decided and the references of the actions that count", async () => {
      const document = await minutes(people.housing);
      expect(document?.summaryOnly).toBe(false);
      expect(document?.allowed).toEqual({ circulate: false, correct: false, propose: false, settle: false });
      expect(document?.items[1]).toMatchObject({
        number: 2, minute: "CEN 2/26", kind: "case", case: { reference: "CEN-118", title: "Twin of CEN-118" }, title: null, outcome: "agreed", decision: "continue",
        words: { discussion: "Six calls since November.", decisionReason: null },
        actions: [{ reference: "CEN-118-1", owner: "Zofia Nowak", agency: "Housing", dueOn: "2026-12-22" }, { reference: "CEN-118-2", owner: "Zofia Nowak", agency: "Housing", dueOn: "2026-12-22" }],
      });
      expect(document?.items[2]).toMatchObject({ minute: "CEN 3/26", decision: "defer", words: { decisionReason: "Police could not say." } });
      expect(await openings(people.housing)).toContain("meeting.minutesOpened CEN-2026-12");
    });

    test("show a member who wasn't on the register the summary only, and nothing is kept as opened", async () => {
      const document = await minutes(people.police);
      expect(document?.summaryOnly).toBe(true);
      expect(document?.items.map((one) => one.words)).toEqual([null, null, null, null]);
      expect(document?.items[1]).toMatchObject({ case: { title: "Twin of CEN-118" }, decision: "continue", minute: "CEN 2/26" });
      expect(JSON.stringify(document)).not.toMatch(/Six calls|Tenant not seen|could not say/);
      expect(await openings(people.police)).toEqual([]);
    });

    test("show the owner of an open action the item on their case, and no other", async () => {
      await owner.query("update actions set owner_id = $1 where reference = 'CEN-118-1' and partnership_id = $2", [people.police.personId, world.partnershipId]);
      const document = await minutes(people.police);
      expect(document?.items.map((one) => one.words !== null)).toEqual([false, true, false, false]);
      expect(await openings(people.police)).toEqual(["meeting.minutesOpened CEN-2026-12"]);
    });

    test("are corrected in the room by the office; for a member the room is over", async () => {
      expect(await room(people.coordinator, 2)).toMatchObject({ entry: "open", allowed: { write: true, decide: false, addAction: false, confirmActions: false, prepareClosing: false } });
      expect(await room(people.housing, 2)).toMatchObject({ entry: "over", item: null });
    });

    test("show an elected member of a forum that doesn't admit them the summary, signed or not", async () => {
      await owner.query("update terms_of_reference set admits_elected_members = false where forum_id = $1", [world.forums.CEN]);
      expect((await minutes(people.councillor))?.items.every((one) => one.words === null)).toBe(true);
    });
  });
});

test("what is kept of openings names nobody and quotes nothing", async () => {
  const events = [...(await eventsOf(world, "case.opened")), ...(await eventsOf(world, "meeting.minutesOpened"))];
  expect(events.length).toBeGreaterThan(2);
  expect(events.every((one) => Object.keys(one.particulars).length === 0)).toBe(true);
});
