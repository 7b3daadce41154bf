import { en } from "chrono-node";
import { addDays, addMonths, asDate, type Day, fromDate, isDay, monthOf } from "../kernel/dates.ts";

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const lastOf = (month: string): Day => addDays(`${addMonths(month, 1)}-01`, -1);
const weekdayOf = (day: Day) => asDate(day).getUTCDay();

/** Our own rules, first: how rooms say it. A weekday is the coming one, never today; "next" is the one of the week that begins on Monday. */
const rules: [RegExp, (said: RegExpExecArray, today: Day, nextMeeting: Day | null) => Day | null][] = [
  [/^today$/, (_, today) => today],
  [/^tomorrow$/, (_, today) => addDays(today, 1)],
  [/^(?:the )?next meeting$/, (_, __, nextMeeting) => nextMeeting],
  [/^(?:\+|in |within )?(\d{1,3}) ?(?:days?|d)$/, ([, n], today) => addDays(today, Number(n))],
  [/^(?:\+|in |within )?(\d{1,2}|a|one|two|three|four|six) ?(?:weeks?|wks?|w)$/, ([, n], today) => addDays(today, 7 * ({ a: 1, one: 1, two: 2, three: 3, four: 4, six: 6 }[n ?? ""] ?? Number(n)))],
  [/^(next )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*$/, ([, next, name = ""], today) => (next ? addDays(monday(addDays(today, 7)), (weekdays.indexOf(name) + 6) % 7) : addDays(today, ((weekdays.indexOf(name) - weekdayOf(today) + 6) % 7) + 1))],
  [/^(?:the )?end of (?:this |the )?week$/, (_, today) => addDays(monday(today), weekdayOf(today) === 0 || weekdayOf(today) === 6 ? 11 : 4)],
  [/^(?:the )?end of next week$/, (_, today) => addDays(monday(today), 11)],
  [/^(?:the )?end of (?:this |the )?month$/, (_, today) => lastOf(monthOf(today))],
  [/^(?:the )?end of next month$/, (_, today) => lastOf(addMonths(monthOf(today), 1))],
  [/^(?:the )?end of (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: (\d{4}))?$/, ([, name = "", year], today) => endOfNamed(name, year, today)],
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/, ([, d = "", m = "", y = ""]) => real(`${y.length === 2 ? `20${y}` : y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`)],
];

/** The day that some words say, such as "fri", "next meeting", "14 days", "8/1/2027" or "end of month"; null where they say none. */
export function readDay(said: string, today: Day, nextMeeting: Day | null): Day | null {
  const words = said.toLowerCase().replaceAll(/\s+/g, " ").replace(/[.,;]+$/, "").trim();
  for (const [rule, day] of rules) {
    const found = rule.exec(words);
    if (found) return day(found, today, nextMeeting);
  }
  // what remains is a date in some writing: "8 jan", "the 8th of January 2027"
  const [found, ...more] = en.GB.parse(words, { instant: new Date(`${today}T12:00:00Z`), timezone: 0 }, { forwardDate: true });
  if (!found || more.length > 0 || found.text.length < words.replace(/^the /, "").length || !found.start.isCertain("day") || !found.start.isCertain("month")) return null;
  const [year, month, day] = [found.start.get("year"), found.start.get("month"), found.start.get("day")].map((part) => String(part ?? "").padStart(2, "0"));
  return real(`${year}-${month}-${day}`);
}

const monday = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));
const real = (day: Day): Day | null => (isDay(day) ? day : null);
function endOfNamed(name: string, year: string | undefined, today: Day): Day {
  const month = String(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].indexOf(name) + 1).padStart(2, "0");
  const here = lastOf(`${year ?? today.slice(0, 4)}-${month}`);
  return year || here >= today ? here : fromDate(asDate(lastOf(`${Number(today.slice(0, 4)) + 1}-${month}`)));
}
