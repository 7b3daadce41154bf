/** Days are "2026-12-08", instants are UTC; both are shown in Europe/London (foundations: time). Weekdays are computed, never typed. */
export type Day = string;

const zone = "Europe/London";
const inParts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

function partsOf(at: Date) {
  const found: Record<string, string> = {};
  for (const { type, value } of inParts.formatToParts(at)) found[type] = value;
  return { day: `${found.year}-${found.month}-${found.day}`, hour: Number(found.hour), minute: Number(found.minute) };
}

/** The day in London at an instant. */
export const dayOf = (at: Date): Day => partsOf(at).day;
/** A day as PostgreSQL and Prisma carry it: midnight UTC. */
export const asDate = (day: Day): Date => new Date(`${day}T00:00:00Z`);
/** A day from a Prisma `@db.Date`. */
export const fromDate = (date: Date): Day => date.toISOString().slice(0, 10);
export const addDays = (day: Day, days: number): Day => fromDate(new Date(asDate(day).getTime() + days * 86_400_000));
export const daysBetween = (from: Day, to: Day): number => Math.round((asDate(to).getTime() - asDate(from).getTime()) / 86_400_000);
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(asDate(text).getTime()) && fromDate(asDate(text)) === text;

/** "2026-12" */
export type Month = string;
export const monthOf = (day: Day): Month => day.slice(0, 7);
export const isMonth = (text: string): boolean => isDay(`${text}-01`);
export function addMonths(month: Month, many: number): Month {
  const at = asDate(`${month}-01`);
  return monthOf(fromDate(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + many, 1))));
}

/** A weekday as PostgreSQL and JavaScript count it, from Sunday, 0. */
export const weekdayOf = (day: Day): number => asDate(day).getUTCDay();
/** The nth of a weekday in a month: the second Tuesday is (2, 2); the fifth is the last one. */
export function nthWeekday(month: Month, nth: number, weekday: number): Day {
  const first = `${month}-01`;
  const day = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  return monthOf(day) === month ? day : addDays(day, -7);
}

/** The instant of a wall-clock time in London. In the hour that the clocks skip in March it is the hour after; in the hour repeated in October, the first. */
export function instantOf(day: Day, hour: number, minute: number): Date {
  const wall = Date.parse(`${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00Z`);
  for (const offset of [60, 0]) {
    const guess = new Date(wall - offset * 60_000);
    const is = partsOf(guess);
    if (is.day === day && is.hour === hour && is.minute === minute) return guess;
  }
  return new Date(wall);
}

/** "12 December 2026" */
export function inWords(day: Day): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}
/** "December 2026" */
export const monthInWords = (month: Month): string => inWords(`${month}-01`).replace(/^1 /, "");
/** "Tuesday 8 December 2026" */
export const withWeekday = (day: Day): string => `${weekdays[asDate(day).getUTCDay()]} ${inWords(day)}`;
/** The wall-clock time in London at an instant. */
export function clockOf(at: Date): { hour: number; minute: number } {
  const { hour, minute } = partsOf(at);
  return { hour, minute };
}
/** "2pm", "5:30pm", "midday", "midnight" */
export function timeInWords(at: Date): string {
  const { hour, minute } = clockOf(at);
  if (minute === 0 && hour === 12) return "midday";
  if (minute === 0 && hour === 0) return "midnight";
  return `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`}${hour < 12 ? "am" : "pm"}`;
}
/** "12 December 2026 at 5:30pm" */
export const momentInWords = (at: Date): string => `${inWords(dayOf(at))} at ${timeInWords(at)}`;
/** "Tuesday 8 December 2026, 2pm to 4pm" */
export const slotInWords = (start: Date, minutes: number): string =>
  `${withWeekday(dayOf(start))}, ${timeInWords(start)} to ${timeInWords(new Date(start.getTime() + minutes * 60_000))}`;
/** "1 hour 42 minutes" */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 ? counted(hours, "hour") : "", rest > 0 || hours === 0 ? counted(rest, "minute") : ""];
  return parts.filter(Boolean).join(" ");
}
/** "1 action", "2 actions", "1,200 actions" */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
/** "in 4 days", "today", "7 days late": beside a due date, never in its place. */
export function dueInWords(due: Day, today: Day): string {
  const days = daysBetween(today, due);
  if (days === 0) return "due today";
  return days > 0 ? `in ${counted(days, "day")}` : `${counted(-days, "day")} late`;
}
