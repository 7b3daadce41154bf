import { addDays, type Day, dayOf, daysBetween, instantOf, timeInWords } from "../../../src/domain/kernel/dates.ts";
import { meetingDay, nextFullHour, type Rhythm } from "../calendar.ts";
import { playedBy, type Role } from "../cast.ts";
import type { Chance } from "../chance.ts";
import type { Directory } from "../directory.ts";
import { lineOf } from "../words/phrase.ts";
import type { CasePlot } from "./plot.ts";

/** What somebody at the table did about one meeting. `late`: signed after it had begun. */
export type Coming = "present" | "late" | "apologies" | "information" | "absent";

/** One meeting of the year. Counted from 1, a year ago, to 12, the last one held; 13 is the next. */
export type PlannedMeeting = {
  index: number;
  startsAt: Date;
  day: Day;
  /** "2pm" */
  time: string;
  /** "14:00" */
  clock: string;
  coming: ReadonlyMap<string, Coming>;
};

/** A forum and its meetings. */
export type ForumYear = {
  code: string;
  place: string;
  cases: readonly CasePlot[];
  meetings: readonly PlannedMeeting[];
  /** What its next meeting has come to: an agenda, or only a date. */
  next: "published" | "scheduled" | "none";
  /** Whether the minutes of its last meeting are still a draft. */
  lastIsDraft: boolean;
};

type ForumSketch = {
  code: string;
  place: string;
  rhythm: Rhythm;
  cases: readonly CasePlot[];
  /** The first meeting of the year that it held. */
  from: number;
  next: ForumYear["next"];
  lastIsDraft?: boolean;
  /** Meets today, at the next full hour, whatever its rhythm. */
  today?: boolean;
  /** Absences that the story needs: by name, the meetings missed and how. */
  missed: Readonly<Record<string, Readonly<Record<number, Coming>>>>;
};

const last = 12;
const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The meetings of a forum: twelve in the past by its rhythm, and the next one. */
export function planYear(directory: Directory, sketch: ForumSketch, madeAt: Date, chance: Chance): ForumYear {
  const { code, place, rhythm, cases, from, next, lastIsDraft = false, missed } = sketch;
  const meetings: PlannedMeeting[] = [];
  for (const { index, startsAt } of datesOf(sketch, madeAt, rhythm)) {
    if (index < from || (index > last && next === "none")) continue;
    const speaking = new Set(cases.flatMap((plot) => plot.hearings?.[index]?.said ?? []).map((line) => lineOf(line).by).filter((by) => by !== null));
    meetings.push({ index, startsAt, day: dayOf(startsAt), time: timeInWords(startsAt), clock: clock.format(startsAt), coming: whoComes({ directory, code, index, speaking, missed, chance }) });
  }
  return { code, place, cases, meetings, next, lastIsDraft };
}

function datesOf({ today: meetsToday }: ForumSketch, madeAt: Date, rhythm: Rhythm): { index: number; startsAt: Date }[] {
  const today = dayOf(madeAt);
  const at = (day: Day) => instantOf(day, rhythm.hour, rhythm.minute);
  if (meetsToday) {
    const startsAt = nextFullHour(madeAt);
    return Array.from({ length: last + 1 }, (_, n) => ({ index: n + 1, startsAt: n === last ? startsAt : at(meetingDay(rhythm, dayOf(startsAt), n - last)) }));
  }
  // Where its day is today, it meets tomorrow instead: nothing may be about to begin but the meeting that is.
  const ofThisMonth = meetingDay(rhythm, today, 0);
  const held = ofThisMonth < today ? 0 : 1;
  const upcoming = held === 0 ? meetingDay(rhythm, today, 1) : ofThisMonth === today ? addDays(today, 1) : ofThisMonth;
  return Array.from({ length: last + 1 }, (_, n) => ({ index: n + 1, startsAt: at(n === last ? upcoming : meetingDay(rhythm, today, n + 1 - last - held)) }));
}

type Asked = { directory: Directory; code: string; index: number; speaking: ReadonlySet<Role>; missed: ForumSketch["missed"]; chance: Chance };

/** Most come. Whoever speaks in the story is there; three at most are missing by chance. */
function whoComes({ directory, code, index, speaking, missed, chance }: Asked): Map<string, Coming> {
  const chair = directory.chair(code).name;
  const coming = new Map<string, Coming>();
  const needed = new Set([...[...speaking].map((role) => playedBy(role, code)), chair, directory.deputy(code).name]);
  let missing = 0;
  for (const { person } of directory.seats(code)) {
    const told = missed[person]?.[index];
    const byChance = told || needed.has(person) || missing >= 3 ? undefined : chance.pick(moods);
    if (byChance && byChance !== "present" && byChance !== "late") missing += 1;
    coming.set(person, told ?? byChance ?? "present");
  }
  coming.set(directory.coordinator(code).name, "present");
  return coming;
}
const moods: readonly Coming[] = [...Array.from({ length: 15 }, () => "present" as const), "late", "apologies", "apologies", "information", "absent"];

/** Whether somebody is in the room at a meeting. */
export const isThere = (meeting: PlannedMeeting, name: string): boolean => ["present", "late"].includes(meeting.coming.get(name) ?? "absent");

/** Whoever takes the chair: the chair, or the deputy where the chair has sent apologies. */
export const presiding = (directory: Directory, code: string, meeting: PlannedMeeting) => (isThere(meeting, directory.chair(code).name) ? directory.chair(code) : directory.deputy(code));

/** The cases on the agenda of a meeting. */
export const heardAt = (cases: readonly CasePlot[], index: number): CasePlot[] => cases.filter((plot) => plot.from <= index && index <= (plot.until ?? last + 1));

/** When a case is taken: in the weeks before the meeting that first hears it, and while the one before is over. */
export function takenAt(plot: CasePlot, meetings: readonly PlannedMeeting[], madeAt: Date, chance: Chance): Date {
  const first = meetings.find((meeting) => meeting.index === plot.from);
  if (!first) throw new Error(`no meeting hears ${plot.title}`);
  const before = meetings.find((meeting) => meeting.index === plot.from - 1);
  const days = plot.late ? 3 : before ? chance.between(9, Math.min(16, daysBetween(before.day, first.day) - 4)) : chance.between(16, 60);
  return instantOf(plot.takenDaysAgo ? addDays(dayOf(madeAt), -plot.takenDaysAgo) : addDays(first.day, -days), chance.between(9, 16), chance.between(0, 59));
}
