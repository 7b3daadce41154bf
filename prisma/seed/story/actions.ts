import { addDays, type Day, dayOf, daysBetween } from "../../../src/domain/kernel/dates.ts";
import { beforeWeekend } from "../calendar.ts";
import { playedBy } from "../cast.ts";
import { type Chance, Deck } from "../chance.ts";
import type { Directory } from "../directory.ts";
import { otherTasks } from "../words/meetings.ts";
import { task, type Task } from "../words/stock.ts";
import type { CasePlot, Fate, Standing } from "./plot.ts";
import { type ForumYear, heardAt, isThere, type PlannedMeeting } from "./year.ts";

/** An action as the story has it before it happens: where it comes from, what it asks, how it ends and when it is due. */
export type PlannedAction = {
  code: string;
  meeting: PlannedMeeting;
  /** The case it belongs to; without one, the item it comes from. */
  plot: CasePlot | null;
  item: "case" | "hotspots" | "other_business";
  task: Task;
  fate: Fate;
  /** Told by the story rather than dealt by chance. */
  told: boolean;
  standing?: Standing;
  note?: string;
  late?: boolean;
  due: Day;
  /** Everything about it is over by this day, because its case is closed at the next meeting. */
  over?: Day;
};

/** How 310 actions stand at the end of a year, in parts of a hundred; the rest are verified. */
const shares = { open: 17, circumstances_changed: 9, not_done: 12 } as const;

/** Every action of the year. How each ends is dealt over all forums at once, so that the whole comes out as it should. */
export function planActions(directory: Directory, years: readonly ForumYear[], madeAt: Date, chance: Chance): PlannedAction[] {
  const actions = years.flatMap((year) => [...caseActions(directory, year, chance), ...otherActions(directory, year, chance)]);
  dealFates(actions, madeAt, chance);
  const when = new Deck<"overdue" | "soon" | "later">(["overdue", "overdue", "overdue", "soon", "soon", "soon", "later", "later", "later", "later", "later", "later"], chance);
  for (const action of actions) action.due = dueOf(action, when, madeAt, chance);
  return actions;
}

type Draft = Pick<PlannedAction, "code" | "meeting" | "plot" | "item" | "task"> & Partial<PlannedAction>;
const drafted = (draft: Draft): PlannedAction => ({ fate: "verified", told: false, due: draft.meeting.day, ...draft });

function caseActions(directory: Directory, { code, cases, meetings }: ForumYear, chance: Chance): PlannedAction[] {
  const seats = new Set(directory.seats(code).map(({ person }) => person));
  return cases.flatMap((plot) => {
    const stock = chance.shuffled(plot.theme.tasks.filter(({ by }) => seats.has(playedBy(by, code) ?? "")));
    const told = new Set<Task>();
    return meetings.filter(({ index }) => index <= 12 && heardAt([plot], index).length > 0).flatMap((meeting) => {
      const hearing = plot.hearings?.[meeting.index];
      if (hearing?.deferred || meeting.index === plot.until) return [];
      const of = { code, meeting, plot, item: "case" as const, ...(meeting.index + 1 === plot.until ? { over: closingOf(meetings, plot) } : {}) };
      if (hearing) return (hearing.tasks ?? []).map(({ fate, note, standing, late, ...asked }) => drafted({ ...of, task: asked, note, standing, late, ...(fate ? { fate, told: true } : {}) }));
      const wanted = meeting.index === plot.from || chance.happens(0.4) ? 2 : 1;
      const dealt = [...stock.filter((each) => !told.has(each) && isThere(meeting, playedBy(each.by, code) ?? "")), ...stock.filter((each) => !told.has(each))].slice(0, wanted);
      return [...new Set(dealt)].map((asked) => {
        told.add(asked);
        return drafted({ ...of, task: asked, over: plot.until ? closingOf(meetings, plot) : undefined });
      });
    });
  });
}

const closingOf = (meetings: readonly PlannedMeeting[], plot: CasePlot): Day | undefined => {
  const closing = meetings.find((meeting) => meeting.index === plot.until);
  return closing && addDays(closing.day, -1);
};

/** Now and then an action comes from an item that is no case. */
function otherActions(directory: Directory, { code, meetings }: ForumYear, chance: Chance): PlannedAction[] {
  const seats = new Set([...directory.seats(code).map(({ person }) => person), directory.coordinator(code).name]);
  const decks = { hotspots: otherTasks.hotspots, other_business: otherTasks.otherBusiness };
  return (["hotspots", "other_business"] as const).flatMap((item) => {
    const stock = decks[item].map(([by, wording, measure, done]) => task(by, wording, measure, done, wording)).filter(({ by }) => seats.has(playedBy(by, code) ?? ""));
    if (stock.length === 0) return [];
    const deck = new Deck(stock, chance);
    return meetings.filter(({ index }) => index <= 12).flatMap((meeting) => (chance.happens(0.4) ? [drafted({ code, meeting, plot: null, item, task: deck.deal() })] : []));
  });
}

/** The last meetings leave most of what is open; what was tasked a week ago can't have ended yet. */
function dealFates(actions: PlannedAction[], madeAt: Date, chance: Chance) {
  const today = dayOf(madeAt);
  const toDeal = actions.filter((action) => !action.told);
  const many = (fate: Fate & keyof typeof shares) => Math.round((actions.length * shares[fate]) / 100) - actions.filter((action) => action.told && action.fate === fate).length;
  const canBeOpen = toDeal.filter((action) => !action.plot?.until && action.meeting.index >= 8);
  const byAge = canBeOpen.map((action) => ({ action, key: tooYoungToEnd(action, today) ? Infinity : action.meeting.index + chance.next() * 2.4 })).toSorted((a, b) => b.key - a.key);
  const open = new Set(byAge.filter(({ key }, index) => key === Infinity || index < many("open")).map(({ action }) => action));
  for (const action of open) action.fate = "open";
  const ended = chance.shuffled(toDeal.filter((action) => !open.has(action)));
  const changed = many("circumstances_changed");
  const notDone = changed + many("not_done");
  ended.forEach((action, index) => {
    if (index < changed) action.fate = "circumstances_changed";
    else if (index < notDone) action.fate = "not_done";
    else if (index < notDone + 2 && ended.length > 50) action.fate = "cancelled";
    else if (index < notDone + 13 && !action.over) action.fate = "returned";
  });
}
const tooYoungToEnd = ({ meeting }: PlannedAction, today: Day) => daysBetween(meeting.day, today) < 9;

/** Due two to five weeks on, on a weekday. Of what is open, some is overdue, some due this week, most of it later. */
function dueOf({ meeting, fate, over, late, told }: PlannedAction, when: Deck<"overdue" | "soon" | "later">, madeAt: Date, chance: Chance): Day {
  const today = dayOf(madeAt);
  const span = chance.pick([12, 14, 18, 21, 21, 24, 28, 35]);
  const usual = beforeWeekend(addDays(meeting.day, over ? Math.max(4, Math.min(span, daysBetween(meeting.day, over) - 3)) : span));
  if (fate !== "open") return usual;
  const age = daysBetween(meeting.day, today);
  const how = late ? "overdue" : when.deal();
  if (how === "overdue" && (late || !told) && age > 9) return beforeWeekend(addDays(today, -chance.between(1, Math.min(24, age - 7))));
  if (how === "soon") return addDays(today, chance.between(0, 7));
  return beforeWeekend(addDays(today, chance.between(9, 38)));
}
