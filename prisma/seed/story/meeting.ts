import { addAction } from "../../../src/domain/action-plan/commands/add-action.ts";
import { confirmAction } from "../../../src/domain/action-plan/commands/confirm-action.ts";
import { addDays, instantOf } from "../../../src/domain/kernel/dates.ts";
import { openDoors } from "../../../src/domain/meetings/commands/open-doors.ts";
import { openMeeting } from "../../../src/domain/meetings/commands/open-meeting.ts";
import { publishAgenda } from "../../../src/domain/meetings/commands/publish-agenda.ts";
import { scheduleMeeting } from "../../../src/domain/meetings/commands/schedule-meeting.ts";
import { circulateMinutes } from "../../../src/domain/minutes/commands/circulate-minutes.ts";
import { closeMeeting } from "../../../src/domain/minutes/commands/close-meeting.ts";
import { confirmMinutes } from "../../../src/domain/minutes/commands/confirm-minutes.ts";
import { writeMinute } from "../../../src/domain/minutes/commands/write-minute.ts";
import type { AgendaItemKind } from "../../../src/domain/kernel/enums.ts";
import { recordAbsence } from "../../../src/domain/sign-in/commands/record-absence.ts";
import { replyToInvitation } from "../../../src/domain/sign-in/commands/reply-to-invitation.ts";
import { signRegister } from "../../../src/domain/sign-in/commands/sign-register.ts";
import { minutesAfter, workingMoment } from "../calendar.ts";
import { playedBy } from "../cast.ts";
import type { Chance } from "../chance.ts";
import type { PlannedAction } from "./actions.ts";
import { live, type Updates } from "./life-of-an-action.ts";
import type { Minutes } from "./minutes.ts";
import type { CasePlot } from "./plot.ts";
import type { Teller } from "./teller.ts";
import { type ForumYear, type PlannedMeeting, presiding } from "./year.ts";

/** A meeting as it is told: everything that it needs. */
export type Told = {
  teller: Teller;
  year: ForumYear;
  meeting: PlannedMeeting;
  /** Which case of the story a reference is. */
  plots: ReadonlyMap<string, CasePlot>;
  actions: readonly PlannedAction[];
  minutes: Minutes;
  updates: Updates;
  chance: Chance;
};
type Item = { id: string; kind: AgendaItemKind; reference: string | null; plannedMinutes: number; version: number };

export const referenceOf = (year: ForumYear, meeting: PlannedMeeting): string => `${year.code}-${meeting.day.slice(0, 7)}`;

/** Set a month ahead, on a working day after the meeting before. */
export function planSchedule({ teller, year, meeting, chance }: Told) {
  const { directory, timeline, madeAt } = teller;
  const before = year.meetings.find((each) => each.index === meeting.index - 1);
  const moment = before ? workingMoment(before.startsAt, 1, 9, chance.between(10, 40)) : instantOf(addDays(meeting.day, -34), 10, 5);
  timeline.at(new Date(Math.min(moment.getTime(), minutesAfter(madeAt, -30).getTime())), (now) =>
    teller.tell(scheduleMeeting, directory.coordinator(year.code), { forumId: directory.forumId(year.code), kind: "ordinary", on: meeting.day, at: meeting.clock, place: year.place, onHoliday: "yes" }, now));
}

/** The coordinator publishes the agenda some days before. */
export function planAgenda({ teller, year, meeting, chance }: Told) {
  const reference = referenceOf(year, meeting);
  teller.timeline.at(instantOf(addDays(meeting.day, -6), 11, chance.between(0, 50)), async (now) =>
    teller.tell(publishAgenda, teller.directory.coordinator(year.code), { ...(await teller.asSeen("meetings", reference)), overLimitReason: "More cases were due than two hours hold; the chair agreed to go on for longer." }, now));
}

/** From the first apology to the circulated minutes of a meeting that was held. */
export function planMeeting(told: Told) {
  const { teller, year, meeting, chance } = told;
  const { directory, timeline } = teller;
  const reference = referenceOf(year, meeting);
  const { startsAt } = meeting;
  const chair = presiding(directory, year.code, meeting);
  const coordinator = directory.coordinator(year.code);
  const seen = () => teller.asSeen("meetings", reference);

  timeline.at(minutesAfter(startsAt, -32 + chance.between(0, 6)), async (now) => teller.tell(openDoors, chair, await seen(), now));
  planRegister(told, reference);
  timeline.at(startsAt, async (now) => {
    await teller.tell(openMeeting, chair, await seen(), now);
    await planItems(told, reference);
  });
  if (year.lastIsDraft && meeting.index === 12) return;
  timeline.at(workingMoment(startsAt, chance.between(2, 5), chance.between(9, 15), chance.between(0, 59)), async (now) => teller.tell(circulateMinutes, coordinator, await seen(), now));
}

/** Apologies come in the days before, signatures at the door, a few late; who is missing without a word is recorded by the coordinator. */
function planRegister({ teller, year, meeting, chance }: Told, reference: string) {
  const { directory, timeline } = teller;
  const { code } = year;
  const { startsAt } = meeting;
  const first = presiding(directory, code, meeting).name;
  let minute = -22;
  for (const [name, how] of [...meeting.coming].toSorted(([a], [b]) => Number(b === first) - Number(a === first))) {
    const person = directory.person(name);
    if (how === "absent") {
      timeline.at(minutesAfter(startsAt, 25), (now) => teller.tell(recordAbsence, directory.coordinator(code), { reference, personId: person.personId, status: "absent" }, now));
    } else if (how === "apologies" || how === "information") {
      timeline.at(minutesAfter(startsAt, -chance.between(3, 60) * 60), (now) => teller.tell(replyToInvitation, person, how === "information" ? { reference, reply: "apologies_with_information", information: "Our figures are with the coordinator." } : { reference, reply: "apologies" }, now));
    } else {
      minute += chance.between(0, 2);
      const moment = minutesAfter(startsAt, how === "late" ? chance.between(6, 14) : Math.min(minute, -1));
      timeline.at(moment, (now) =>
        teller.tell(signRegister, person, { reference, declarationVersion: 1, agencyId: person.agencyId, represents: directory.represents(code, name), commits: directory.commits(code, name) ? "yes" : "no", attends: "yes", accepts: "yes" }, now));
    }
  }
}

/** Item by item, each at about the time it was planned for; then the chair closes. */
async function planItems(told: Told, reference: string) {
  const { teller, year, meeting, actions, chance, plots } = told;
  const { directory, timeline } = teller;
  const { code } = year;
  const chair = presiding(directory, code, meeting);
  const coordinator = directory.coordinator(code);
  const items = await teller.ask<Item>(
    `select i.id, i.kind, c.reference, i.planned_minutes as "plannedMinutes", i.version from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      left join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id where m.partnership_id = $1 and m.reference = $2 order by i.position`,
    [directory.partnershipId, reference],
  );
  const planned = items.reduce((sum, item) => sum + item.plannedMinutes, 0);
  const pace = Math.min(1.12, 113 / planned) * (0.93 + chance.next() * 0.07);
  const made: { reference: string; action: PlannedAction }[] = [];
  let minutes = 1;
  for (const item of items) {
    const plot = item.reference ? plots.get(item.reference) : undefined;
    const from = minutesAfter(meeting.startsAt, minutes);
    minutes += item.plannedMinutes * pace;
    timeline.at(from, async (now) => {
      if (item.kind === "last_minutes") {
        const before = year.meetings.find((each) => each.index === meeting.index - 1);
        if (before) await teller.tell(confirmMinutes, chair, { ...(await teller.asSeen("meetings", referenceOf(year, before))), at: reference }, now);
      }
      for (const action of actions.filter((each) => (plot ? each.plot === plot : each.plot === null && each.item === item.kind))) made.push({ reference: await add(told, item.id, action, now), action });
    });
    timeline.at(minutesAfter(meeting.startsAt, minutes - 0.5), async (now) => {
      const written = await told.minutes.of(item.kind, plot, year, meeting);
      await teller.tell(writeMinute, coordinator, { itemId: item.id, version: item.version, ...written }, now);
    });
  }
  timeline.at(minutesAfter(meeting.startsAt, minutes + 2), async (now) => {
    await teller.tell(closeMeeting, chair, await teller.asSeen("meetings", reference), now);
    for (const { reference: action, action: plan } of made) live(teller, year, plan, action, now, told.updates);
  });
}

/** The chair tasks; now and then the coordinator writes it down first, and the chair confirms it at once or by closing. */
async function add({ teller, year, meeting, chance }: Told, itemId: string, { task, due }: PlannedAction, now: Date): Promise<string> {
  const { directory } = teller;
  const chair = presiding(directory, year.code, meeting);
  const owner = directory.person(playedBy(task.by, year.code) ?? "");
  const writes = chance.happens(0.14) ? directory.coordinator(year.code) : chair;
  const asked = { itemId, ownerId: owner.personId, wording: task.wording, namelessWording: task.nameless ?? null, due, measure: task.measure };
  const { reference } = await teller.tell(addAction, writes, asked, now);
  if (writes !== chair && chance.happens(0.5)) await teller.tell(confirmAction, chair, await teller.asSeen("actions", reference), now);
  return reference;
}
