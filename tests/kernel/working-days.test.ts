import fc from "fast-check";
import { expect, test } from "vitest";
import { findBankHolidays, workingDaysFrom } from "@/domain/kernel/bank-holidays.ts";
import { addDays, type Day, dayOf, daysBetween } from "@/domain/kernel/dates.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "@/domain/kernel/working-days.ts";
import type { Tx } from "@/platform/db/client.ts";

const none = new Map<Day, string>();
/** A partnership that added these days to those of every year. */
const calendar = (...added: Day[]) => ({ $queryRaw: async () => added.map((day) => ({ day, name: "Added" })) }) as unknown as Tx;
const inFive = (from: Day, ...added: Day[]) => workingDaysFrom(calendar(...added), from, 5);

test("weekends don't count", () => {
  expect(workingDaysBetween("2026-12-08", "2026-12-08", none)).toBe(0);
  expect(workingDaysBetween("2026-12-08", "2026-12-11", none)).toBe(3); // Tuesday to Friday
  expect(workingDaysBetween("2026-12-11", "2026-12-13", none)).toBe(0); // Friday to Sunday
  expect(workingDaysBetween("2026-12-11", "2026-12-14", none)).toBe(1);
  expect(workingDaysBetween("2026-12-08", "2026-12-22", none)).toBe(10);
  expect(workingDaysBetween("2026-12-12", "2026-12-20", none)).toBe(5); // Saturday to Sunday of the week after
  expect(workingDaysBetween("2026-12-08", "2026-12-01", none)).toBe(0);
});

test("what is raised on Friday 27 November is answered by Friday 4 December, and so is what was raised on that weekend and on Monday by Monday", async () => {
  expect(await Promise.all(["2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"].map((day) => inFive(day)))).toEqual(["2026-12-04", "2026-12-04", "2026-12-04", "2026-12-07"]);
});

test("across Christmas, with Boxing Day on a Saturday and its substitute on the Monday", async () => {
  expect([...(await findBankHolidays(calendar(), "2026-12-20", "2027-01-05")).keys()].toSorted()).toEqual(["2026-12-25", "2026-12-26", "2026-12-28", "2027-01-01"]);
  expect(await inFive("2026-12-22")).toBe("2026-12-31");
  expect(await inFive("2026-12-23")).toBe("2027-01-04");
  const holidays = await findBankHolidays(calendar(), "2026-12-22", "2027-01-04");
  expect(workingDaysBetween("2026-12-22", "2026-12-31", holidays)).toBe(5);
  expect(workingDaysBetween("2026-12-22", "2027-01-04", holidays)).toBe(6);
});

test("across Easter, and from within it", async () => {
  expect(await inFive("2026-04-01")).toBe("2026-04-10"); // Good Friday is 3 April, Easter Monday the 6th
  expect(await inFive("2026-04-03")).toBe("2026-04-13");
  expect(await inFive("2027-03-24")).toBe("2027-04-02"); // Good Friday is 26 March, and the clocks go forward on the Sunday
});

test("across both changes of the clocks", async () => {
  expect(dayOf(new Date("2026-03-29T00:30:00Z"))).toBe("2026-03-29");
  expect(await inFive("2026-03-27")).toBe("2026-04-07"); // the clocks on 29 March, then Easter
  expect(await inFive("2026-10-23")).toBe("2026-10-30"); // the clocks on 25 October
  expect(await inFive(dayOf(new Date("2026-10-24T23:30:00Z")))).toBe("2026-10-30"); // Sunday in London, by half an hour
  expect(workingDaysBetween("2026-03-27", "2026-03-30", none)).toBe(1);
  expect(workingDaysBetween("2026-10-23", "2026-10-26", none)).toBe(1);
});

test("a day that the partnership added counts as one of every year does, on a weekday and not again on a weekend", async () => {
  expect(await inFive("2026-06-05", "2026-06-08")).toBe("2026-06-15");
  expect(await inFive("2026-06-05", "2026-06-06")).toBe("2026-06-12");
});

test("however far, and over whichever holidays: adding is the other side of counting, and ends on a working day", () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays("2024-01-01", n));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), fc.array(day, { maxLength: 40 }), (from, many, off) => {
      const holidays = new Map(off.map((each) => [each, "Added"]));
      const due = addWorkingDays(from, many, holidays);
      expect(workingDaysBetween(from, due, holidays)).toBe(many);
      expect(isWorkingDay(due, holidays)).toBe(true);
      expect(daysBetween(from, due)).toBeGreaterThanOrEqual(many);
      const oneByOne = Array.from({ length: daysBetween(from, due) }, (_, n) => addDays(from, n + 1)).filter((each) => isWorkingDay(each, holidays)).length;
      expect(oneByOne).toBe(many);
    }),
    { numRuns: 500 },
  );
});
