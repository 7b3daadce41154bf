import { acceptAction } from "../../../src/domain/action-plan/commands/accept-action.ts";
import { reportDone } from "../../../src/domain/action-plan/commands/report-done.ts";
import { reportIncomplete } from "../../../src/domain/action-plan/commands/report-incomplete.ts";
import { reportProgress } from "../../../src/domain/action-plan/commands/report-progress.ts";
import { returnAction } from "../../../src/domain/action-plan/commands/return-action.ts";
import { verifyAction } from "../../../src/domain/action-plan/commands/verify-action.ts";
import { addDays, dayOf, instantOf } from "../../../src/domain/kernel/dates.ts";
import { enums } from "../../../src/domain/kernel/enums.ts";
import { minutesAfter, workingDay } from "../calendar.ts";
import { playedBy } from "../cast.ts";
import { type Chance, Deck } from "../chance.ts";
import { afterReturn, circumstances, notDone, progress, returned } from "../words/updates.ts";
import { phrase } from "../words/phrase.ts";
import type { PlannedAction } from "./actions.ts";
import type { Teller } from "./teller.ts";
import type { ForumYear, PlannedMeeting } from "./year.ts";

const hour = 60;
const day = 24 * hour;

/** What owners and chairs write on actions, dealt so that nothing is written twice before all of it was written once. */
export class Updates {
  readonly progress: Deck<string>;
  readonly circumstances: Deck<string>;
  readonly returned: Deck<string>;
  readonly afterReturn: Deck<string>;
  readonly #notDone: Deck<{ capacityReason: string; note: string }>;

  constructor(readonly chance: Chance) {
    this.progress = new Deck(progress, chance);
    this.circumstances = new Deck(circumstances, chance);
    this.returned = new Deck(returned, chance);
    this.afterReturn = new Deck(afterReturn, chance);
    this.#notDone = new Deck(enums.capacity_reason.flatMap((capacityReason) => notDone[capacityReason].map((note) => ({ capacityReason, note }))), chance);
  }

  notDone(told?: string): { capacityReason: string; note: string } {
    return told ? { capacityReason: told.includes("isn't ours") ? "not_our_power" : "staffing", note: told } : this.#notDone.deal();
  }
}

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
    const usual = instantOf(workingDay(dayOf(wanted)), chance.between(8, 16), chance.between(0, 59));
    const earliest = minutesAfter(last, chance.between(35, 95));
    last = new Date(Math.max(earliest.getTime(), Math.min(usual.getTime(), latest.getTime())));
    return last;
  };
  const at = (moment: Date, act: (seen: { reference: string; version: number }, now: Date) => Promise<unknown>) => timeline.at(moment, async (now) => act(await teller.asSeen("actions", reference), now));
  const daysOn = (days: number) => minutesAfter(closedAt, days * day);
  const accepts = () => at(after(daysOn(chance.between(1, 4)), 5 * day), (seen, now) => teller.tell(acceptAction, owner, seen, now));
  const reports = (on: Date, leave: number, text: string) => at(after(on, leave), (seen, now) => teller.tell(reportProgress, owner, { ...seen, note: text }, now));
  const done = (on: Date, leave: number, evidence: string) => at(after(on, leave), (seen, now) => teller.tell(reportDone, owner, { ...seen, evidence }, now));
  const givesBack = (on: Date, leave: number) => at(after(on, leave), (seen, now) => teller.tell(returnAction, verifier, { ...seen, reason: updates.returned.deal() }, now));

  if (fate === "open") {
    const how = chance.next();
    const lately = minutesAfter(madeAt, -chance.between(8 * hour, 7 * day));
    if (how < 0.26 && !note) return;
    if (how < 0.72) accepts();
    if (note) reports(lately, hour, note);
    else if (how >= 0.5 && how < 0.84) reports(lately, hour, words(updates.progress.deal()));
    else if (how >= 0.84 && how < 0.96) done(lately, hour, words(task.done));
    else if (how >= 0.96) {
      done(minutesAfter(lately, -2 * day), 2 * day, words(task.done));
      givesBack(lately, hour);
    }
    return;
  }

  const room = due > dayOf(daysOn(9));
  if (chance.happens(0.4)) accepts();
  if (room && chance.happens(0.3)) reports(daysOn(chance.between(5, 8)), 4 * day, words(updates.progress.deal()));
  const slip = chance.happens(0.16) ? chance.between(2, 11) : -chance.between(0, 4);
  const ends = instantOf(addDays(due, slip), 12, 0);
  if (fate === "circumstances_changed") {
    at(after(ends, 6 * hour), (seen, now) => teller.tell(reportIncomplete, owner, { ...seen, kind: fate, note: note ?? updates.circumstances.deal() }, now));
    return;
  }
  if (fate === "not_done") {
    at(after(ends, 6 * hour), (seen, now) => teller.tell(reportIncomplete, owner, { ...seen, kind: fate, ...updates.notDone(note) }, now));
    return;
  }
  done(ends, fate === "returned" ? 5 * day : 2 * day, words(task.done));
  if (fate === "returned") {
    givesBack(minutesAfter(last, chance.between(1, 2) * day), 4 * day);
    done(minutesAfter(last, chance.between(2, 4) * day), 2 * day, words(updates.afterReturn.deal()));
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
