import { revealParticulars } from "../../../src/domain/cases/commands/reveal-particulars.ts";
import { takeCase } from "../../../src/domain/cases/commands/take-case.ts";
import { addDays, asDate, dayOf, fromDate, instantOf } from "../../../src/domain/kernel/dates.ts";
import { addCaseToAgenda } from "../../../src/domain/meetings/commands/add-case-to-agenda.ts";
import { minutesAfter } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { planActions } from "./actions.ts";
import { Updates } from "./life-of-an-action.ts";
import { planAgenda, planMeeting, planSchedule, referenceOf, type Told } from "./meeting.ts";
import { Minutes } from "./minutes.ts";
import type { CasePlot } from "./plot.ts";
import { planStepDown } from "./step-downs.ts";
import type { Teller } from "./teller.ts";
import { type ForumYear, takenAt } from "./year.ts";

export type Outline = { cases: number; meetings: number; actions: number };

/** Plans everything that happened to the forums of a partnership on the timeline: their cases, their meetings, and what came of them. */
export function planStory(teller: Teller, years: readonly ForumYear[], chance: Chance): Outline {
  const actions = planActions(teller.directory, years, teller.madeAt, chance);
  const minutes = new Minutes(teller, chance);
  const updates = new Updates(chance);
  for (const year of years) {
    const plots = new Map<string, CasePlot>();
    for (const plot of year.cases) planCase(teller, year, plot, plots, chance);
    for (const meeting of year.meetings) {
      const told: Told = { teller, year, meeting, plots, minutes, updates, chance, actions: actions.filter((action) => action.code === year.code && action.meeting === meeting) };
      planSchedule(told);
      if (meeting.index <= 12 || year.next === "published") planAgenda(told);
      if (meeting.index <= 12) planMeeting(told);
    }
  }
  return { cases: years.flatMap(({ cases }) => cases).length, meetings: years.flatMap(({ meetings }) => meetings.filter(({ index }) => index <= 12)).length, actions: actions.length };
}

/** The coordinator takes the case when the referral comes; later somebody of the chair's office asks to see who it is. */
function planCase(teller: Teller, year: ForumYear, plot: CasePlot, plots: Map<string, CasePlot>, chance: Chance) {
  const { directory, timeline, madeAt } = teller;
  const { code, meetings } = year;
  let reference = "";
  timeline.at(takenAt(plot, meetings, madeAt, chance), async (now) => {
    const taken = await teller.tell(takeCase, directory.coordinator(code), inputOf(teller, code, plot), now);
    reference = taken.reference;
    plots.set(reference, plot);
    const first = meetings.find(({ index }) => index === plot.from);
    if (plot.late && first) timeline.at(minutesAfter(now, 25), (later) => teller.tell(addCaseToAgenda, directory.coordinator(code), { reference: referenceOf(year, first), caseReference: reference }, later));
  });
  planStepDown(teller, year, plot, () => reference);
  for (const { by, after, reason } of plot.revealed ?? []) {
    const meeting = meetings.find(({ index }) => index === after);
    if (meeting) timeline.at(instantOf(addDays(meeting.day, 1), 10, chance.between(5, 55)), (now) => teller.tell(revealParticulars, directory[by](code), { reference, reason }, now));
  }
}

function inputOf({ directory, madeAt }: Teller, code: string, plot: CasePlot) {
  const { subject: subjectType, title, summary, ward, children, background, wanted, risk, label: subjectLabel, who } = plot;
  return {
    forumId: directory.forumId(code), subjectType, title, summary, wardId: ward ? directory.wardId(ward) : "", involvesChildren: children ? "yes" : "", background, wanted, risk, subjectLabel,
    name: who.name ?? "", bornOn: who.born ? bornOn(who.born, madeAt) : null, address: who.address ?? "", addressHeldById: who.heldBy ? directory.agencyId(who.heldBy) : "", safeContact: who.safeContact ?? "",
  };
}

/** The day of birth of somebody of that age today, with that birthday. */
function bornOn([age, birthday]: readonly [number, string], madeAt: Date): string {
  const today = dayOf(madeAt);
  const year = Number(today.slice(0, 4)) - age - (birthday > today.slice(5) ? 1 : 0);
  return fromDate(asDate(`${year}-${birthday}`));
}
