import { beforeEach, describe, expect, test } from "vitest";
import { acceptAction } from "@/domain/action-plan/commands/accept-action.ts";
import { reportDone } from "@/domain/action-plan/commands/report-done.ts";
import { returnAction } from "@/domain/action-plan/commands/return-action.ts";
import { viewAction } from "@/domain/action-plan/queries/view-action.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now } from "../minutes/arrange.ts";
import { done, task } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;
let reference: string;

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId: await aCase(world, "CEN-118") }] });
  reference = await task(people.chair, item(meeting, 2), people.housing);
});

const none = { confirm: false, decline: false, proposeOwner: false, keepOwner: false, askTime: false, settleTime: false, endWaiting: false, change: false, accept: false, report: false, verify: false, return: false, cancel: false, reassign: false, allowColleague: false, allowParticulars: false, reveal: false, history: false };
const office = { ...none, history: true };

describe("how deep the reader sees", () => {
  test("its owner: the words, the measure, the history, and what they can do", async () => {
    done(await acceptAction(people.housing, { reference, version: 1 }, later(1)));
    done(await reportDone(people.housing, { reference, version: 2, evidence: "Note on file" }, later(2)));
    done(await returnAction(people.chair, { reference, version: 3, reason: "No date on it" }, later(3)));
    expect(await viewAction(people.housing, reference, later(4))).toMatchObject({
      reference: "CEN-118-1", version: 4, state: "in_progress", status: "due_soon", depth: "full", wording: "Visit Mr Pemberton at 4 Kiln Row", measure: "A visit note is on file", forum: { code: "CEN", name: "CEN forum" },
      meeting: "CEN-2026-12", case: "CEN-118", owner: "Zofia Nowak", agency: "Housing", isMine: true, due: "2026-12-15", assignedOn: "2026-12-08", endedOn: null, ageInDays: 0, meetingsCarried: 0, unanswered: false,
      steps: [
        { kind: "returned", by: "Insp Ruth Calverley", note: "No date on it", at: later(3) },
        { kind: "reported_done", by: "Zofia Nowak", note: "Note on file" },
        { kind: "accepted", by: "Zofia Nowak", note: null },
        { kind: "assigned", by: "Insp Ruth Calverley", note: null },
      ],
      allowed: { ...none, report: true, proposeOwner: true, askTime: true },
    });
  });

  test("a member who hasn't signed: a summary, without measure or history, and no event", async () => {
    expect(await viewAction(people.colleague, reference, now)).toMatchObject({ depth: "summary", wording: null, namelessWording: "Visit the tenant", measure: null, steps: [], allowed: none, isMine: false });
    expect(await eventsOf(world, "action.opened")).toEqual([]);
  });

  test("a councillor on the register sees what others see, and doesn't once the minutes are confirmed", async () => {
    await attends(world, meeting, people.councillor);
    expect(await viewAction(people.councillor, reference, now)).toMatchObject({ depth: "full", wording: "Visit Mr Pemberton at 4 Kiln Row" });
    await owner.query("update meetings set state = 'confirmed', closed_at = $2 where id = $1", [meeting.id, now]);
    expect(await viewAction(people.councillor, reference, now)).toMatchObject({ depth: "summary", wording: null });
  });

  test.each(["northChair", "northMember", "marpChair", "marpMember", "bystander", "governance", "administrator"] as const)("the %s sees nothing, like a reference that never was", async (who) => {
    expect(await viewAction(people[who], reference, now)).toBeNull();
    expect(await viewAction(people[who], "CEN-999-9", now)).toBeNull();
    expect(await eventsOf(world, "action.opened")).toEqual([]);
  });

  test("another partnership's action of the same reference stays theirs", async () => {
    const elsewhere = await aPartnership("Safer Wexcombe");
    expect(await viewAction(elsewhere.people.chair, reference, now)).toBeNull();
  });

  test("opening it is on the trail, once each time", async () => {
    await viewAction(people.chair, reference, now);
    await viewAction(people.housing, reference, now);
    expect(await eventsOf(world, "action.opened")).toMatchObject([{ person_id: people.chair.personId, reference, particulars: {} }, { person_id: people.housing.personId }]);
  });
});

describe("what each may do, by how it stands", () => {
  test("assigned: the owner answers, the chair cancels", async () => {
    expect((await viewAction(people.housing, reference, now))?.allowed).toEqual({ ...none, accept: true, decline: true, proposeOwner: true, report: true, askTime: true });
    expect((await viewAction(people.chair, reference, now))?.allowed).toEqual({ ...office, cancel: true, reassign: true, change: true, allowColleague: true });
    expect((await viewAction(people.deputy, reference, now))?.allowed).toEqual(office);
    expect((await viewAction(people.coordinator, reference, now))?.allowed).toEqual(office);
  });

  test("recorded: the chair confirms or cancels", async () => {
    const waiting = await task(people.coordinator, item(meeting, 1), people.housing);
    expect((await viewAction(people.chair, waiting, now))?.allowed).toEqual({ ...office, confirm: true, cancel: true, reassign: true, change: true });
    expect((await viewAction(people.coordinator, waiting, now))?.allowed).toEqual(office);
  });

  test("reported done: the chair verifies or returns", async () => {
    done(await reportDone(people.housing, { reference, version: 1, evidence: "Note on file" }, now));
    expect((await viewAction(people.chair, reference, now))?.allowed).toEqual({ ...office, verify: true, return: true, allowColleague: true });
    expect((await viewAction(people.housing, reference, now))?.allowed).toEqual(none);
  });
});

test("its age runs from when it was assigned to when it ended", async () => {
  expect((await viewAction(people.chair, reference, new Date("2026-12-20T10:00:00Z")))?.ageInDays).toBe(12);
  expect((await viewAction(people.chair, reference, new Date("2026-12-20T10:00:00Z")))?.unanswered).toBe(true);
  await owner.query("update actions set state = 'verified', ended_at = '2026-12-11T10:00:00Z' where reference = $1", [reference]);
  expect(await viewAction(people.chair, reference, new Date("2026-12-20T10:00:00Z"))).toMatchObject({ ageInDays: 3, endedOn: "2026-12-11", unanswered: false });
});
