import { beforeEach, describe, expect, test } from "vitest";
import { addBankHoliday, withdrawBankHoliday } from "@/domain/directory/commands/keep-bank-holidays.ts";
import { viewSettings } from "@/domain/directory/queries/view-settings.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { scheduleMeeting } from "@/domain/meetings/commands/schedule-meeting.ts";
import { proposeYear } from "@/domain/meetings/queries/propose-year.ts";
import { aPartnership, type World } from "../../support/world.ts";
import { asPerson, done, problem } from "../action-plan/arrange.ts";
import { eventsOf } from "../minutes/arrange.ts";
import { everybodyElse, later, now, onDay } from "./arrange.ts";

let world: World;
let people: World["people"];
beforeEach(async () => {
  world = await aPartnership();
  ({ people } = world);
});
const day = "2027-05-11";
const add = (over: Record<string, unknown> = {}, by: Actor = people.administrator, at = now) => addBankHoliday(by, { day: onDay(day), name: "Coronation of the King", ...over }, at);
const back = (by: Actor = people.administrator, on = day) => withdrawBankHoliday(by, { day: onDay(on) }, later(5));
const kept = async (who: Actor = people.administrator) => (await viewSettings(who, {}, now))?.bankHolidays;
const plan = (over: Record<string, unknown> = {}) => scheduleMeeting(people.coordinator, { forumId: world.forums.CEN, kind: "ordinary", on: onDay(day), at: "2pm", place: "Civic Centre, room 2", ...over }, now);

describe("a bank holiday that comes once", () => {
  test("is kept by the administrator, and planning on it asks first from then on", async () => {
    expect(done(await add())).toEqual({ day });
    expect(await kept()).toEqual([{ day, name: "Coronation of the King" }]);
    expect(problem(await plan())).toMatchObject({ rule: "meeting.bankHoliday", facts: { name: "Coronation of the King" } });
    expect(await eventsOf(world, "bankHoliday.added")).toMatchObject([{ person_id: people.administrator.personId, particulars: { day } }]);
  });

  test("is flagged where a year is planned", async () => {
    done(await add());
    const year = await proposeYear(people.coordinator, { forum: "CEN", asked: { nth: 2, weekday: 2, from: "2027-05", every: 12 } }, now);
    expect(year?.proposal?.dates).toEqual([{ day, holiday: "Coronation of the King", taken: null, isPast: false }]);
  });

  test("is taken back, once, and can be put in again under another name", async () => {
    done(await add());
    done(await back());
    done(await back());
    expect(await kept()).toEqual([]);
    expect(await eventsOf(world, "bankHoliday.withdrawn")).toHaveLength(1);
    done(await add({ name: "A day of mourning" }));
    expect(await kept()).toEqual([{ day, name: "A day of mourning" }]);
    done(await back());
    done(await plan());
  });

  test("is refused where it says nothing: a day that is one already, past, or not a day", async () => {
    done(await add());
    const wrong = async (over: Record<string, unknown>) => problem(await add(over));
    expect(await wrong({})).toEqual({ kind: "invalid", fields: { day: ["That day is a bank holiday already: Coronation of the King"] } });
    expect(await wrong({ day: onDay("2027-12-25") })).toMatchObject({ kind: "invalid", fields: { day: [expect.stringContaining("already")] } });
    expect(await wrong({ day: onDay("2026-12-07") })).toEqual({ kind: "invalid", fields: { day: ["Day of the bank holiday must be today or in the future"] } });
    expect(await wrong({ day: { day: "31", month: "2", year: "2027" } })).toEqual({ kind: "invalid", fields: { day: ["Day of the bank holiday must be a real date"] } });
    expect(await wrong({ day: { day: "", month: "", year: "" }, name: " " })).toEqual({ kind: "invalid", fields: { day: ["Enter the day of the bank holiday"], name: ["Enter what the bank holiday is called"] } });
    expect(problem(await back(people.administrator, "2027-06-01"))).toEqual({ kind: "notFound" });
  });

  test("two administrators at once: one day", async () => {
    const both = await Promise.all([add(), add({ name: "A jubilee" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await kept()).toHaveLength(1);
  });

  test("is nobody else's to keep, past the commands neither, and no other partnership's to see", async () => {
    done(await add());
    for (const [who, actor] of everybodyElse(world)) {
      expect(problem(await add({ day: onDay("2027-06-01") }, actor)), who).toEqual({ kind: "forbidden", permission: "directory.settle" });
      expect(problem(await back(actor)), who).toEqual({ kind: "forbidden", permission: "directory.settle" });
      expect(await kept(actor), who).toBeUndefined();
    }
    await expect(asPerson(people.chair, "insert into bank_holidays (partnership_id, on_day, name) values ($1, '2027-06-01', 'x')", [world.partnershipId])).rejects.toThrow(/row-level security/);
    expect((await asPerson(people.chair, "update bank_holidays set withdrawn_at = now()")).rowCount).toBe(0);
    await expect(asPerson(people.administrator, "update bank_holidays set on_day = '2027-06-02'")).rejects.toThrow(/permission denied/);
    const elsewhere = await aPartnership("Safer Elsewhere");
    expect(await kept(elsewhere.people.administrator)).toEqual([]);
    expect(problem(await back(elsewhere.people.administrator))).toEqual({ kind: "notFound" });
  });
});
