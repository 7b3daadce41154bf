import { acceptAction } from "../../../src/domain/action-plan/commands/accept-action.ts";
import { cancelAction } from "../../../src/domain/action-plan/commands/cancel-action.ts";
import { reportDone } from "../../../src/domain/action-plan/commands/report-done.ts";
import { reportIncomplete } from "../../../src/domain/action-plan/commands/report-incomplete.ts";
import { reportProgress } from "../../../src/domain/action-plan/commands/report-progress.ts";
import { returnAction } from "../../../src/domain/action-plan/commands/return-action.ts";
import { verifyAction } from "../../../src/domain/action-plan/commands/verify-action.ts";
import { addDays, dayOf, instantOf } from "../../../src/domain/kernel/dates.ts";
import { beforeWeekend, minutesAfter, workingDay } from "../calendar.ts";
import { playedBy, type Role } from "../cast.ts";
import { type Chance, Deck } from "../chance.ts";
import { afterReturn, cancelled, changedAnyway, notDoneBy, progressOf, progressOfAnybody, returned } from "../words/updates.ts";
import { phrase } from "../words/phrase.ts";
import type { PlannedAction } from "./actions.ts";
import type { CasePlot, Standing } from "./plot.ts";
import type { Teller } from "./teller.ts";
import type { ForumYear, PlannedMeeting } from "./year.ts";

const hour = 60;
const day = 24 * hour;

/** What owners and chairs write on actions, dealt so that nothing is written twice before all of it was written once. */
export class Updates {
  readonly #decks = new Map<readonly unknown[], Deck<unknown>>();

  constructor(readonly chance: Chance) {}

  #deal<T>(stock: readonly T[]): T {
    const deck = (this.#decks.get(stock) as Deck<T> | undefined) ?? new Deck(stock, this.chance);
    this.#decks.set(stock, deck);
    return deck.deal();
  }

  /** How far something open has come. */
  standing = () => this.#deal(standings);
  progress(by: Role): string {
    const own = progressOf[by];
    return this.#deal(own && this.chance.happens(0.55) ? own : progressOfAnybody);
  }
  changed(plot: CasePlot | null): string {
    return this.#deal(plot && this.chance.happens(0.8) ? plot.theme.changed : changedAnyway);
  }
  notDone(by: Role): { capacityReason: string; note: string } {
    const { because, note } = this.#deal(notDoneBy[by]);
    return { capacityReason: because, note };
  }
  returned = (): string => this.#deal(returned);
  afterReturn = (): string => this.#deal(afterReturn);
  cancelled = (): string => this.#deal(cancelled);
}

/** In twenty open actions. */
const shares: Record<Standing, number> = { assigned: 5, accepted: 5, in_progress: 7, reported_done: 2, returned: 1 };
const standings = (Object.keys(shares) as Standing[]).flatMap((standing) => Array.from({ length: shares[standing] }, () => standing));

/** Why the story says that something was not done, as the form asks it. */
const told = (note: string) => ({ capacityReason: note.includes("isn't ours") ? "not_our_power" : "staffing", note });

/** Plans what happens to an action after the meeting that made it: told by its owner and by whoever verifies, in the order of time. */
export function live(teller: Teller, year: ForumYear, action: PlannedAction, reference: string, closedAt: Date, updates: Updates) {
  const { directory, madeAt, timeline } = teller;
  const { chance } = updates;
  const { code, fate, due, task, note } = action;
  const owner = directory.person(playedBy(task.by, code) ?? "");
  const verifier = verifierOf(teller, code, owner.personId);
  const end = action.over ? new Date(Math.min(instantOf(action.over, 17, 0).getTime(), madeAt.getTime())) : madeAt;
  const occasion = { chance, since: action.meeting.day, next: due };
  const words = (text: string) => phrase(text, occasion);

  let last = closedAt;
  /** A moment after the one before and well before the end, at an hour at which people work. */
  const after = (wanted: Date, leave: number): Date => {
    const latest = minutesAfter(end, -leave);
    const atWork = (on: string) => instantOf(on, chance.between(8, 16), chance.between(0, 59));
    const earliest = minutesAfter(last, chance.between(35, 95));
    // after a weekend where there is time, before it where there isn't, and else as late as may be
    const wish = [atWork(workingDay(dayOf(wanted))), atWork(beforeWeekend(addDays(dayOf(latest), -1)))].find((moment) => moment >= earliest && moment <= latest);
    last = wish ?? new Date(Math.max(earliest.getTime(), latest.getTime()));
    return last;
  };
  const at = (moment: Date, act: (seen: { reference: string; version: number }, now: Date) => Promise<unknown>) => timeline.at(moment, async (now) => act(await teller.asSeen("actions", reference), now));
  const daysOn = (days: number) => minutesAfter(closedAt, days * day);
  const accepts = () => at(after(daysOn(chance.between(1, 4)), 5 * day), (seen, now) => teller.tell(acceptAction, owner, seen, now));
  const reports = (on: Date, leave: number, text: string) => at(after(on, leave), (seen, now) => teller.tell(reportProgress, owner, { ...seen, note: text }, now));
  const done = (on: Date, leave: number, evidence: string) => at(after(on, leave), (seen, now) => teller.tell(reportDone, owner, { ...seen, evidence }, now));
  const givesBack = (on: Date, leave: number) => at(after(on, leave), (seen, now) => teller.tell(returnAction, verifier, { ...seen, reason: updates.returned() }, now));

  if (fate === "open") {
    const standing = action.standing ?? updates.standing();
    // what was tasked this week is answered at most
    const isFresh = madeAt.getTime() - closedAt.getTime() < 5 * day * 60_000;
    const lately = minutesAfter(madeAt, -chance.between(8 * hour, 7 * day));
    if (standing === "accepted" || (!isFresh && standing !== "assigned" && chance.happens(0.4))) accepts();
    if (isFresh) return;
    if (note) reports(lately, hour, note);
    else if (standing === "in_progress") reports(lately, hour, words(updates.progress(task.by)));
    else if (standing === "reported_done") done(lately, hour, words(task.done));
    else if (standing === "returned") {
      done(minutesAfter(lately, -2 * day), 2 * day, words(task.done));
      givesBack(lately, hour);
    }
    return;
  }

  const room = due > dayOf(daysOn(9));
  if (chance.happens(0.4)) accepts();
  if (room && chance.happens(0.3)) reports(daysOn(chance.between(5, 8)), 4 * day, words(updates.progress(task.by)));
  const slip = chance.happens(0.16) ? chance.between(2, 11) : -chance.between(0, 4);
  const ends = instantOf(addDays(due, slip), 12, 0);
  if (fate === "circumstances_changed") {
    at(after(ends, 6 * hour), (seen, now) => teller.tell(reportIncomplete, owner, { ...seen, kind: fate, note: note ?? updates.changed(action.plot) }, now));
    return;
  }
  if (fate === "not_done") {
    at(after(ends, 6 * hour), (seen, now) => teller.tell(reportIncomplete, owner, { ...seen, kind: fate, ...(note ? told(note) : updates.notDone(task.by)) }, now));
    return;
  }
  if (fate === "cancelled") {
    at(after(daysOn(chance.between(1, 3)), 6 * hour), (seen, now) => teller.tell(cancelAction, directory.chair(code), { ...seen, reason: updates.cancelled() }, now));
    return;
  }
  done(ends, fate === "returned" ? 5 * day : 2 * day, words(task.done));
  if (fate === "returned") {
    givesBack(minutesAfter(last, chance.between(1, 2) * day), 4 * day);
    done(minutesAfter(last, chance.between(2, 4) * day), 2 * day, words(updates.afterReturn()));
  }
  const sitting = meetingAfter(year, last);
  const atTable = sitting && !action.over && chance.happens(0.35) ? minutesAfter(sitting.startsAt, 14) : undefined;
  const verified = atTable && sitsFirst(atTable, last, madeAt) ? atTable : after(minutesAfter(last, chance.between(1, 5) * day), hour);
  at(verified, async (seen, now) => {
    // at a meeting without the chair the deputy acts for them
    const presiding = atTable && sitting?.coming.get(directory.chair(code).name) !== "present" ? directory.deputy(code) : verifier;
    await teller.tell(verifyAction, presiding.personId === owner.personId ? verifier : presiding, seen, now);
  });
}

/** The chair; the deputy where the chair owns it. */
const verifierOf = ({ directory }: Teller, code: string, ownerId: string) => (directory.chair(code).personId === ownerId ? directory.deputy(code) : directory.chair(code));
const meetingAfter = (year: ForumYear, moment: Date): PlannedMeeting | undefined => year.meetings.find((meeting) => meeting.startsAt > moment && meeting.index <= 12);
const sitsFirst = (moment: Date, last: Date, madeAt: Date) => moment > minutesAfter(last, hour) && moment < madeAt;
