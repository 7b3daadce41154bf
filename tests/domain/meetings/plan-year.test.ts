import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addMonths, nthWeekday, weekdayOf } from "@/domain/kernel/dates.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { planYear } from "@/domain/meetings/commands/plan-year.ts";
import { scheduleMeeting } from "@/domain/meetings/commands/schedule-meeting.ts";
import { proposeYear } from "@/domain/meetings/queries/propose-year.ts";
import { owner } from "../../support/database.ts";
import { aPartnership, insert, type World } from "../../support/world.ts";
import { aSchedule, done, events, scheduled, weekBefore } from "./arrange.ts";

const notFound = { ok: false, problem: { kind: "notFound" } };
const wrong = (fields: Record<string, string[]>) => ({ ok: false, problem: { kind: "invalid", fields } });
const forms = (days: (string | null)[], as: string | string[] = "sure") =>
  Object.fromEntries(days.flatMap((on, n) => [[`on${n + 1}`, on === null ? { day: "", month: "", year: "" } : { day: on.slice(8), month: on.slice(5, 7), year: on.slice(0, 4) }], [`as${n + 1}`, Array.isArray(as) ? as[n] : as]]));
const aPlan = (world: World, days: (string | null)[], over: Record<string, unknown> = {}) => ({ forumId: world.forums.CEN, at: "2pm", place: "Civic Centre, room 2", ...forms(days), ...over });
const secondTuesdays = Array.from({ length: 12 }, (_, n) => nthWeekday(addMonths("2026-12", n), 2, 2));
const planned = async (world: World) =>
  (await owner.query<{ reference: string; starts_at: Date; provisional: boolean; sequence: number; state: string }>("select * from meetings where partnership_id = $1 order by starts_at", [world.partnershipId])).rows;

test("the nth weekday of a month, and the last where there is no fifth", () => {
  expect(secondTuesdays).toEqual(["2026-12-08", "2027-01-12", "2027-02-09", "2027-03-09", "2027-04-13", "2027-05-11", "2027-06-08", "2027-07-13", "2027-08-10", "2027-09-14", "2027-10-12", "2027-11-09"]);
  expect([nthWeekday("2027-02", 5, 1), nthWeekday("2027-03", 5, 1), nthWeekday("2027-08", 1, 0)]).toEqual(["2027-02-22", "2027-03-29", "2027-08-01"]);
  expect(secondTuesdays.every((day) => weekdayOf(day) === 2)).toBe(true);
});

test("twelve meetings are planned in one go, at London's time all year, with one mail to each round the table", async () => {
  const world = await aPartnership();
  expect(done(await planYear(world.people.coordinator, aPlan(world, secondTuesdays), weekBefore))).toMatchObject({ forum: "CEN", references: expect.arrayContaining(["CEN-2026-12", "CEN-2027-11"]) });
  const rows = await planned(world);
  expect(rows.map(({ reference }) => reference)).toEqual(secondTuesdays.map((day) => `CEN-${day.slice(0, 7)}`));
  expect([rows[0]?.starts_at, rows[7]?.starts_at].map((at) => at?.toISOString())).toEqual(["2026-12-08T14:00:00.000Z", "2027-07-13T13:00:00.000Z"]);
  expect(rows.every((row) => row.state === "scheduled" && !row.provisional && row.sequence === 0)).toBe(true);
  for (const { reference } of rows) expect(await events(world, reference)).toEqual(["meeting.scheduled"]);
  const { rows: mails } = await owner.query<{ person_id: string; template: string; facts: { meetings: { reference: string }[] } }>("select person_id, template, facts from mails where partnership_id = $1", [world.partnershipId]);
  const { chair, deputy, coordinator, housing, colleague, police, probation, councillor } = world.people;
  expect(mails.map((mail) => mail.person_id).toSorted()).toEqual([chair, deputy, coordinator, housing, colleague, police, probation, councillor].map((who) => who.personId).toSorted());
  expect(mails.every((mail) => mail.template === "meeting.yearPlanned" && mail.facts.meetings.length === 12)).toBe(true);
});

test("a date can be changed, left out or provisional", async () => {
  const world = await aPartnership();
  done(await planYear(world.people.coordinator, aPlan(world, ["2026-12-15", "2027-01-12", "2027-02-09"], forms(["2026-12-15", "2027-01-12", "2027-02-09"], ["sure", "leave_out", "provisional"])), weekBefore));
  expect((await planned(world)).map(({ reference, provisional }) => [reference, provisional])).toEqual([["CEN-2026-12", false], ["CEN-2027-02", true]]);
});

test("bank holidays of England, their substitutes and the partnership's own are refused by the field, and nothing is planned", async () => {
  const world = await aPartnership();
  await insert("bank_holidays", { partnership_id: world.partnershipId, on_day: "2027-06-08", name: "Jubilee" });
  await insert("bank_holidays", { partnership_id: (await aPartnership("Safer Otherwhere")).partnershipId, on_day: "2027-07-13", name: "Theirs" });
  const says = (day: string) => [`${day} is a bank holiday. Choose another date`];
  expect(await planYear(world.people.coordinator, aPlan(world, ["2027-05-03", "2027-12-28", "2027-06-08", "2027-07-13", "2026-12-26"]), weekBefore)).toEqual(
    wrong({ on1: says("Monday 3 May 2027"), on2: says("Tuesday 28 December 2027"), on3: says("Tuesday 8 June 2027"), on5: says("Saturday 26 December 2026") }));
  expect(await planned(world)).toEqual([]);
});

test("a month has one ordinary meeting, whether it stands already or comes twice in the plan; what is past or missing is told by its field", async () => {
  const world = await aPartnership();
  await scheduled(world, { on: { day: "8", month: "12", year: "2026" } });
  expect(await planYear(world.people.coordinator, aPlan(world, ["2026-12-15", "2027-01-12", "2027-01-19", "2026-10-13", null]), weekBefore)).toEqual(
    wrong({
      on1: ["December 2026 has an ordinary meeting already. Choose another month, or leave it out"], on3: ["January 2027 has an ordinary meeting already. Choose another month, or leave it out"],
      on4: ["Tuesday 13 October 2026 must be in the future"], on5: ["Enter a date, or leave it out"],
    }));
  expect(await planYear(world.people.coordinator, aPlan(world, ["2027-01-12"], { as1: "leave_out" }), weekBefore)).toEqual(wrong({ as1: ["Select at least one date to plan"] }));
  expect(await planYear(world.people.coordinator, { forumId: "", at: "", place: "", on1: { day: "31", month: "2", year: "2027" }, as1: "perhaps" }, weekBefore)).toEqual(
    wrong({ forumId: ["Select the forum that meets"], at: ["Enter the time it starts"], place: ["Enter where it meets"], on1: ["Date 1 must be a real date"], as1: ["Select whether to plan this date"] }));
  expect(await planned(world)).toHaveLength(1);
});

test("only the forum's office plans its year; a member's try is on the trail, another partnership's forum isn't there", async () => {
  const world = await aPartnership();
  const elsewhere = await aPartnership("Safer Otherwhere");
  for (const who of [world.people.housing, world.people.northChair, world.people.administrator]) expect(await planYear(who, aPlan(world, secondTuesdays), weekBefore)).toMatchObject({ ok: false, problem: { permission: "meeting.schedule" } });
  expect(await planYear(elsewhere.people.coordinator, aPlan(world, secondTuesdays), weekBefore)).toEqual(notFound);
  expect(await planned(world)).toEqual([]);
  const { rows } = await owner.query("select 1 from audit_events where partnership_id = $1 and event = 'access.refused'", [world.partnershipId]);
  expect(rows).toHaveLength(3);
});

test("a form sent twice plans one year; two who plan at once plan each month once", async () => {
  const world = await aPartnership();
  const { coordinator, deputy } = world.people;
  const submissionKey = randomUUID();
  const [first, second] = await Promise.all([1, 2].map(() => planYear(coordinator, aPlan(world, secondTuesdays, { submissionKey }), weekBefore)));
  expect(second).toEqual(first);
  expect(await planned(world)).toHaveLength(12);
  const other = await aPartnership("Safer Otherwhere");
  const outcomes = await Promise.all([other.people.coordinator, other.people.deputy].map((who) => planYear(who, aPlan(other, secondTuesdays), weekBefore)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await planned(other)).toHaveLength(12);
  expect(deputy.partnershipId).toBe(world.partnershipId);
});

test("a single meeting on a bank holiday is asked about first, and allowed", async () => {
  const world = await aPartnership();
  const monday = aSchedule(world, { on: { day: "3", month: "5", year: "2027" } });
  expect(await scheduleMeeting(world.people.coordinator, monday, weekBefore)).toEqual({ ok: false, problem: { kind: "refused", rule: "meeting.bankHoliday", facts: { day: "Monday 3 May 2027", name: "Early May bank holiday" } } });
  expect(done(await scheduleMeeting(world.people.coordinator, { ...monday, onHoliday: "yes" }, weekBefore))).toEqual({ reference: "CEN-2027-05" });
});

test("the dates of a rule are shown with what stands in their way, in the forum's own rhythm where none is asked for", async () => {
  const world = await aPartnership();
  await scheduled(world);
  await scheduled(world, { kind: "extraordinary", on: { day: "20", month: "11", year: "2026" }, at: "9am", place: "Elsewhere" });
  const own = await proposeYear(world.people.coordinator, { forum: "CEN", asked: null }, weekBefore);
  expect(own?.proposal).toMatchObject({ rule: { nth: 2, weekday: 2, from: "2026-12", every: 1 }, at: "2pm", place: "Civic Centre, room 2" });
  expect(own?.proposal?.dates.map(({ day }) => day)).toEqual(secondTuesdays);
  const mondays = await proposeYear(world.people.coordinator, { forum: "CEN", asked: { nth: 1, weekday: 1, from: "2026-11", every: 3 } }, weekBefore);
  expect(mondays?.proposal?.dates).toEqual([
    { day: "2026-11-02", holiday: null, taken: "CEN-2026-11", isPast: true }, { day: "2027-02-01", holiday: null, taken: null, isPast: false },
    { day: "2027-05-03", holiday: "Early May bank holiday", taken: null, isPast: false }, { day: "2027-08-02", holiday: null, taken: null, isPast: false },
  ]);
  expect((await proposeYear(world.people.coordinator, { forum: "NOR", asked: null }, weekBefore))?.proposal).toBeNull();
  for (const who of [world.people.housing, world.people.bystander]) expect(await proposeYear(who, { forum: "CEN", asked: null }, weekBefore)).toBeNull();
});

test("one meeting that was moved to another week, hour or place doesn't change the rhythm; a board that meets every three months goes on so", async () => {
  const world = await aPartnership();
  const meets = (code: string, day: string, clock: string, place: string) =>
    insert("meetings", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: world.forums[code as keyof typeof world.forums], reference: `${code}-${day.slice(0, 7)}`, kind: "ordinary", starts_at: `${day}T${clock}:00Z`, place, limit_minutes: 120, state: "scheduled" });
  for (const day of ["2026-09-08", "2026-10-13", "2026-11-10"]) await meets("CEN", day, day < "2026-10-25" ? "13:00" : "14:00", "Civic Centre, room 2");
  await meets("CEN", "2026-12-01", "08:00", "Library");
  for (const day of ["2026-05-26", "2026-08-25", "2026-11-24"]) await meets("NOR", day, day < "2026-10-25" ? "09:00" : "10:00", "Library");
  const own = async (forum: string, who: Actor) => (await proposeYear(who, { forum, asked: null }, weekBefore))?.proposal;
  expect(await own("CEN", world.people.coordinator)).toMatchObject({ rule: { nth: 2, weekday: 2, from: "2027-01", every: 1 }, at: "2pm", place: "Civic Centre, room 2" });
  const quarterly = await own("NOR", world.people.northChair);
  expect(quarterly).toMatchObject({ rule: { nth: 4, weekday: 2, from: "2027-02", every: 3 }, at: "10am" });
  expect(quarterly?.dates.map(({ day }) => day)).toEqual(["2027-02-23", "2027-05-25", "2027-08-24", "2027-11-23"]);
});
