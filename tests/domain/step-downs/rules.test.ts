import { expect, test } from "vitest";
import { checkDays, isOver, isRepeat, lackingIn, mayUndo, monthsLater, nextCheck, type Prepared, undoUntil, watchUntil } from "@/domain/step-downs/rules.ts";
import { dayOf } from "@/domain/kernel/dates.ts";

test("a month later is the same day, or the last of a shorter month; a year after 29 February is 28 February", () => {
  expect(monthsLater("2026-11-21", 3)).toBe("2027-02-21");
  expect(monthsLater("2026-11-30", 3)).toBe("2027-02-28");
  expect(monthsLater("2027-11-30", 3)).toBe("2028-02-29");
  expect(watchUntil("2028-02-29", 12)).toBe("2029-02-28");
  expect(watchUntil("2026-08-31", 6)).toBe("2027-02-28");
});

test("a watch lasts to the end of its last day, by the clock of London, over both changes of it", () => {
  const until = watchUntil("2026-03-28", 6);
  expect(until).toBe("2026-09-28");
  // summer time: midnight in London is 23:00 UTC of the day before
  expect(isOver(until, dayOf(new Date("2026-09-28T22:59:59Z")))).toBe(false);
  expect(isOver(until, dayOf(new Date("2026-09-28T23:00:00Z")))).toBe(true);
  // winter time, after the clocks went back on 25 October
  const winter = watchUntil("2026-08-25", 3);
  expect(isOver(winter, dayOf(new Date("2026-11-25T23:59:59Z")))).toBe(false);
  expect(isOver(winter, dayOf(new Date("2026-11-26T00:00:00Z")))).toBe(true);
});

test("the agency looks in every month, or three times over the watch, the last on its last day", () => {
  expect(checkDays("2026-11-30", { watchMonths: 6, checkMonths: 2 })).toEqual(["2027-01-30", "2027-03-30", "2027-05-30"]);
  expect(checkDays("2026-11-30", { watchMonths: 3, checkMonths: 1 })).toEqual(["2026-12-30", "2027-01-30", "2027-02-28"]);
  expect(checkDays("2026-11-30", { watchMonths: 12, checkMonths: 1 })).toHaveLength(12);
});

test("it is next due on the first of those days after it last looked in, and not again after the last", () => {
  const every = { watchMonths: 6, checkMonths: 2 };
  expect(nextCheck("2026-11-30", every, null)).toBe("2027-01-30");
  expect(nextCheck("2026-11-30", every, "2027-01-12")).toBe("2027-01-30");
  expect(nextCheck("2026-11-30", every, "2027-01-30")).toBe("2027-03-30");
  expect(nextCheck("2026-11-30", every, "2027-05-30")).toBeNull();
});

test("a return counts as a repeat up to twelve months to the day", () => {
  expect(isRepeat("2026-02-28", "2027-02-28")).toBe(true);
  expect(isRepeat("2026-02-28", "2027-03-01")).toBe(false);
  expect(isRepeat("2028-02-29", "2029-02-28")).toBe(true);
  expect(isRepeat("2028-02-29", "2029-03-01")).toBe(false);
});

test("it can be undone for fourteen days to the moment, over the change of the clocks too", () => {
  const signed = new Date("2026-10-20T12:00:00Z");
  expect(mayUndo(signed, new Date("2026-11-03T11:59:59Z"))).toBe(true);
  expect(mayUndo(signed, new Date("2026-11-03T12:00:00Z"))).toBe(false);
  expect(undoUntil(signed)).toBe("2026-11-03");
});

test("each part that is missing is named, and nothing else", () => {
  const whole: Prepared = { openActions: 0, rescored: true, changed: "a", evidence: "b", voice: "c", voiceMissing: null, leadAgencyId: "d", watchMonths: 3, checkMonths: 1, returnTrigger: "e", raiserToldById: "f", raiserNotTold: null, victimToldById: null, victimNotTold: "g", tellable: "h" };
  expect(lackingIn(whole)).toEqual([]);
  expect(lackingIn({ ...whole, openActions: 2 })).toEqual(["actions"]);
  expect(lackingIn({ ...whole, voice: null })).toEqual(["assessment"]);
  expect(lackingIn({ ...whole, voice: null, voiceMissing: "They moved away" })).toEqual([]);
  expect(lackingIn({ ...whole, rescored: false })).toEqual(["risk"]);
  expect(lackingIn({ ...whole, returnTrigger: null })).toEqual(["watch"]);
  expect(lackingIn({ ...whole, victimNotTold: null })).toEqual(["telling"]);
  expect(lackingIn({ ...whole, tellable: null })).toEqual(["telling"]);
  expect(lackingIn({ ...whole, raiserToldById: null, raiserNotTold: "Nobody did", tellable: null })).toEqual([]);
});
