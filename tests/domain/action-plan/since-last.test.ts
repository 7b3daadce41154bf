import { beforeEach, describe, expect, test } from "vitest";
import { askMoreTime } from "@/domain/action-plan/commands/ask-more-time.ts";
import { declineAction } from "@/domain/action-plan/commands/decline-action.ts";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { sectionOf } from "@/domain/action-plan/plan-changes.ts";
import { listActions } from "@/domain/action-plan/queries/list-actions.ts";
import { viewHome } from "@/domain/action-plan/queries/view-home.ts";
import { listPlanVersions, viewPlanVersion } from "@/domain/action-plan/queries/view-plan-versions.ts";
import { closeMeeting } from "@/domain/minutes/commands/close-meeting.ts";
import { viewRoom } from "@/domain/minutes/queries/view-room.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { aCase, aMeeting, attends, eventsOf, item, later, type Meeting, now } from "../minutes/arrange.ts";
import { anAction, done, task } from "./arrange.ts";

let world: World;
let people: World["people"];
let meeting: Meeting;

const close = async (which: Meeting, at: Date) => {
  await owner.query("update agenda_items set outcome = 'agreed', decision = case when case_id is not null then 'continue'::case_decision end where meeting_id = $1", [which.id]);
  return done(await closeMeeting(people.chair, { reference: which.reference, version: 1 }, at));
};
const planOf = (who: Actor, filters = {}) => listActions(who, ActionFilters.parse({ forum: "CEN", ...filters }), later(10));

beforeEach(async () => {
  world = await aPartnership();
  people = world.people;
  meeting = await aMeeting(world, "CEN-2026-12", { items: ["actions", { caseId: await aCase(world, "CEN-118") }] });
});

test("each action of a plan stands in one section of a comparison, done first", () => {
  const was = { state: "assigned" as const, due: "2026-12-15", ownerId: "a" };
  expect(sectionOf({ ...was, state: "verified" }, was, "2026-12-20")).toBe("done");
  expect(sectionOf({ ...was, state: "incomplete" }, null, "2026-12-20")).toBe("ended");
  expect(sectionOf(was, null, "2026-12-01")).toBe("fresh");
  expect(sectionOf({ ...was, due: "2026-12-29" }, was, "2026-12-20")).toBe("changed");
  expect(sectionOf({ ...was, ownerId: "b" }, was, "2026-12-20")).toBe("changed");
  expect(sectionOf(was, was, "2026-12-20")).toBe("late");
  expect(sectionOf({ ...was, state: "reported_done" }, was, "2026-12-20")).toBe("open");
  expect(sectionOf(was, was, "2026-12-15")).toBe("open");
});

describe("versions of the plan", () => {
  beforeEach(async () => {
    for (const [reference, over] of [["CEN-118-7", {}], ["CEN-118-8", { due_on: "2026-12-10" }], ["CEN-118-9", { namelessWording: undefined }]] as const) {
      await anAction(world, meeting, item(meeting, 2), reference, people.housing, { due_on: "2026-12-31", nameless_wording: `Nameless ${reference}`, ...("due_on" in over ? { due_on: over.due_on } : {}) });
    }
    await close(meeting, later(30));
    await owner.query("update actions set state = 'verified', ended_at = $1 where reference = 'CEN-118-7'", [later(60)]);
    await owner.query("update actions set due_on = '2027-01-31' where reference = 'CEN-118-9'");
    const next = await aMeeting(world, "CEN-2027-01", { startsAt: "2026-12-12T14:00:00Z", items: ["actions"] });
    await anAction(world, next, item(next, 1), "CEN-A71", people.police, { assigned_at: "2026-12-12T14:10:00Z", nameless_wording: "Nameless CEN-A1" });
    await close(next, new Date("2026-12-12T16:00:00Z"));
  });

  test("are listed and compared with the one before, in the words that the reader may read", async () => {
    expect(await listPlanVersions(people.housing, "CEN", later(99))).toMatchObject({ versions: [{ number: 2, meeting: "CEN-2027-01", actions: 4 }, { number: 1, meeting: "CEN-2026-12", actions: 3 }] });
    const seen = await viewPlanVersion(people.chair, { meeting: "CEN-2027-01", against: null }, new Date("2026-12-14T10:00:00Z"));
    expect(seen?.before).toMatchObject({ number: 1 });
    const references = Object.fromEntries(Object.entries(seen?.sections ?? {}).map(([section, lines]) => [section, lines.map(({ reference }) => reference)]));
    expect(references).toEqual({ done: ["CEN-118-7"], ended: [], fresh: ["CEN-A71"], changed: ["CEN-118-9"], late: ["CEN-118-8"], open: [] });
    expect(seen?.sections.changed).toMatchObject([{ text: "Words of CEN-118-9", wasDue: "2026-12-31", due: "2027-01-31", wasWith: null }]);
    expect(await eventsOf(world, "action.listed")).toMatchObject([{ person_id: people.chair.personId }]);
  });

  test("show a member who has not signed the nameless words, and log no reading", async () => {
    const seen = await viewPlanVersion(people.probation, { meeting: "CEN-2027-01", against: null }, new Date("2026-12-14T10:00:00Z"));
    expect(seen?.sections.changed).toMatchObject([{ text: "Nameless CEN-118-9" }]);
    expect(await eventsOf(world, "action.listed")).toEqual([]);
  });

  test("the first has none before it, and is not all new; others aren't there", async () => {
    const seen = await viewPlanVersion(people.chair, { meeting: "CEN-2026-12", against: "CEN-2027-01" }, later(99));
    expect(seen).toMatchObject({ before: null, sections: { fresh: [], changed: [] } });
    for (const who of [people.northChair, people.marpChair, people.bystander, people.administrator, people.governance]) {
      expect(await viewPlanVersion(who, { meeting: "CEN-2027-01", against: null }, later(99))).toBeNull();
      expect(await listPlanVersions(who, "CEN", later(99))).toBeNull();
    }
    expect(await viewPlanVersion(people.chair, { meeting: "CEN-2030-01", against: null }, later(99))).toBeNull();
  });
});

describe("what is back with the chair stands on top", () => {
  test("declined, asked about or without an owner: first in the plan, counted, and on the chair's home", async () => {
    const early = await task(people.chair, item(meeting, 2), people.police, { due: { day: "10", month: "12", year: "2026" } });
    const asks = await task(people.chair, item(meeting, 2), people.probation, { due: { day: "16", month: "12", year: "2026" } });
    const declined = await task(people.chair, item(meeting, 2), people.housing, { due: { day: "17", month: "12", year: "2026" } });
    const gone = await task(people.chair, item(meeting, 2), people.colleague, { due: { day: "18", month: "12", year: "2026" } });
    done(await askMoreTime(people.probation, { reference: asks, version: 1, due: "2026-12-29", reason: "Court date moved" }, later(1)));
    done(await declineAction(people.housing, { reference: declined, version: 1, reason: "Not ours" }, later(1)));
    await owner.query("update people set left_at = $2 where id = $1", [people.colleague.personId, now]);
    const plan = await planOf(people.chair);
    expect(plan?.actions.map(({ reference }) => reference)).toEqual([asks, declined, gone, early]);
    expect(plan).toMatchObject({ withChair: 3, total: 4, actions: [{ asked: "more_time", askedDue: "2026-12-29" }, { status: "declined" }, { ownerGone: true }, { asked: null }] });
    expect((await planOf(people.chair, { status: "with_chair" }))?.actions.map(({ reference }) => reference)).toEqual([asks, declined, gone]);
    expect((await planOf(people.chair, { status: "declined" }))?.actions).toHaveLength(1);
    expect((await viewHome(people.chair, {}, later(2))).attention).toContainEqual({ kind: "withChair", forum: "CEN", many: 2 });
    for (const who of [people.housing, people.coordinator, people.northChair]) expect((await viewHome(who, {}, later(2))).attention.some(({ kind }) => kind === "withChair")).toBe(false);
  });

  test("a case that goes round is on the chair's home, and its actions are found in the plan", async () => {
    const old = await aCase(world, "CEN-90", world.forums.CEN, "2026-05-01");
    const held = await aMeeting(world, "CEN-2026-11", { startsAt: "2026-11-10T14:00:00Z", state: "closed", items: [{ caseId: old }] });
    await anAction(world, held, item(held, 1), "CEN-90-1", people.housing);
    await task(people.chair, item(meeting, 2), people.police);
    expect((await planOf(people.chair, { status: "going_round" }))?.actions).toMatchObject([{ reference: "CEN-90-1" }]);
    expect((await viewHome(people.chair, {}, later(2))).attention).toContainEqual({ kind: "goingRound", forum: "CEN", many: 1 });
  });
});

describe("agreed but not done", () => {
  test("is heard at the item on the forum's actions: done since last time, then what is still open, longest overdue first", async () => {
    const before = await aMeeting(world, "CEN-2026-11", { startsAt: "2026-11-10T14:00:00Z", state: "circulated", items: ["actions"] });
    await owner.query("update meetings set closed_at = '2026-11-10T16:00:00Z' where id = $1", [before.id]);
    await anAction(world, before, item(before, 1), "CEN-A71", people.housing, { due_on: "2026-12-30" });
    await anAction(world, before, item(before, 1), "CEN-A72", people.police, { due_on: "2026-12-01" });
    await anAction(world, before, item(before, 1), "CEN-A73", people.police, { state: "verified", ended_at: "2026-11-20T10:00:00Z" });
    await anAction(world, before, item(before, 1), "CEN-A74", people.police, { state: "verified", ended_at: "2026-11-01T10:00:00Z" });
    await task(people.chair, item(meeting, 1), people.housing);
    await attends(world, meeting, people.chair);
    await owner.query("update agenda_items set opened_at = $2 where id = $1", [item(meeting, 1).id, now]);
    const room = await viewRoom(people.chair, { reference: "CEN-2026-12", number: 1 }, later(5));
    expect(room?.item?.sinceLast).toMatchObject({ done: [{ reference: "CEN-A73" }], ended: [], notDone: [{ reference: "CEN-A72", status: "overdue" }, { reference: "CEN-A71" }] });
    // read in their own words, once in five minutes however often the room follows
    await viewRoom(people.chair, { reference: "CEN-2026-12", number: 1 }, later(6));
    expect(await eventsOf(world, "action.listed")).toMatchObject([{ person_id: people.chair.personId, reference: "CEN-2026-12", particulars: { actionIds: expect.arrayContaining(room?.item?.sinceLast?.readIds ?? []) as string[] } }]);
    expect(room?.item?.sinceLast?.readIds).toHaveLength(3);
  });
});
