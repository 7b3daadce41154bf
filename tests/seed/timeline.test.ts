import { expect, test } from "vitest";
import { beforeWeekend, meetingDay, nextFullHour } from "../../prisma/seed/calendar.ts";
import { Chance, Deck } from "../../prisma/seed/chance.ts";
import { Timeline } from "../../prisma/seed/timeline.ts";

const at = (time: string) => new Date(`2026-11-10T${time}:00Z`);
const nobody = () => undefined;

test("what was planned in any order happens in the order of time, and at one moment in the order of planning", async () => {
  const timeline = new Timeline(at("18:00"));
  const happened: string[] = [];
  const plan = (time: string, what: string) => timeline.at(at(time), async () => happened.push(what));
  plan("14:00", "open");
  plan("13:30", "doors");
  plan("14:00", "first item");
  plan("13:45", "sign");
  await timeline.run(nobody);
  expect(happened).toEqual(["doors", "sign", "open", "first item"]);
});

test("a moment plans later ones, and none before itself", async () => {
  const timeline = new Timeline(at("18:00"));
  const happened: string[] = [];
  timeline.at(at("14:00"), async () => {
    timeline.at(at("15:00"), async () => happened.push("later"));
    expect(() => timeline.at(at("13:00"), async () => happened.push("earlier"))).toThrow("is over");
  });
  await timeline.run(nobody);
  expect(happened).toEqual(["later"]);
});

test("what lies after the end of the story is left out", async () => {
  const timeline = new Timeline(at("14:00"));
  const happened: string[] = [];
  expect(timeline.at(at("14:00"), async () => happened.push("at the end"))).toBe(true);
  expect(timeline.at(at("14:01"), async () => happened.push("after it"))).toBe(false);
  await timeline.run(nobody);
  expect(happened).toEqual(["at the end"]);
});

test("chance falls the same way every time", () => {
  const draw = () => {
    const chance = new Chance("Hallamford");
    return [chance.next(), chance.between(1, 100), chance.pick(["a", "b", "c"]), chance.shuffled([1, 2, 3, 4])];
  };
  expect(draw()).toEqual(draw());
});

test("a deck deals all of its stock before any of it again", () => {
  const deck = new Deck(["a", "b", "c", "d"], new Chance("deck"));
  expect([deck.deal(), deck.deal(), deck.deal(), deck.deal()].toSorted()).toEqual(["a", "b", "c", "d"]);
});

test("second Tuesdays are found across a new year", () => {
  const secondTuesday = { nth: 2, weekday: 2, hour: 14, minute: 0 };
  expect(meetingDay(secondTuesday, "2026-11-21", 0)).toBe("2026-11-10");
  expect(meetingDay(secondTuesday, "2026-12-31", 1)).toBe("2027-01-12");
  expect(meetingDay(secondTuesday, "2026-01-01", -12)).toBe("2025-01-14");
});

test("the next full hour is after the moment, and never the moment itself", () => {
  expect(nextFullHour(at("14:00"))).toEqual(at("15:00"));
  expect(nextFullHour(at("14:59"))).toEqual(at("15:00"));
});

test("nothing falls due on a weekend or on Christmas Day", () => {
  expect(beforeWeekend("2026-11-22")).toBe("2026-11-20");
  expect(beforeWeekend("2026-12-26")).toBe("2026-12-24");
  expect(beforeWeekend("2026-11-20")).toBe("2026-11-20");
});

test("a story does what it does at the moment that is told, and at no other", async () => {
  const timeline = new Timeline(at("18:00"));
  const told: boolean[] = [];
  timeline.at(at("14:00"), async (now) => told.push(timeline.isNow(now), timeline.isNow(at("14:01"))));
  await timeline.run(nobody);
  expect(told).toEqual([true, false]);
});
