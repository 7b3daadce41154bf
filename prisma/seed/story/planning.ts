import { addDays, addMonths, dayOf, monthOf, nthWeekday } from "../../../src/domain/kernel/dates.ts";
import { cancelMeeting } from "../../../src/domain/meetings/commands/cancel-meeting.ts";
import { planYear } from "../../../src/domain/meetings/commands/plan-year.ts";
import { rescheduleMeeting } from "../../../src/domain/meetings/commands/reschedule-meeting.ts";
import { replyToInvitation } from "../../../src/domain/sign-in/commands/reply-to-invitation.ts";
import { minutesAfter, workingMoment } from "../calendar.ts";
import type { Teller } from "./teller.ts";

const code = "NOR";
const secondTuesdays = { nth: 2, weekday: 2 };
const place = "Aldershaw Library, meeting room";

/** Northfold's next year is planned, its last dates provisional; since then one meeting was moved and one was cancelled. Some have replied to the next one. */
export function planPlanning(teller: Teller) {
  const { directory, timeline, madeAt } = teller;
  const coordinator = directory.coordinator(code);
  const ago = (days: number, hour: number) => workingMoment(madeAt, -days, hour, 20);
  // the month after the next meeting, which was set by itself
  const today = dayOf(madeAt);
  const first = addMonths(monthOf(today), nthWeekday(monthOf(today), secondTuesdays.nth, secondTuesdays.weekday) >= today ? 1 : 2);
  const dates = Array.from({ length: 12 }, (_, n) => nthWeekday(addMonths(first, n), secondTuesdays.nth, secondTuesdays.weekday));
  const reference = (index: number) => `${code}-${(dates[index] ?? "").slice(0, 7)}`;

  timeline.at(ago(9, 9), (now) =>
    teller.tell(planYear, coordinator, { forumId: directory.forumId(code), at: "9:30am", place, ...Object.fromEntries(dates.flatMap((on, n) => [[`on${n + 1}`, on], [`as${n + 1}`, n < 9 ? "sure" : "provisional"]])) }, now));
  timeline.at(ago(7, 11), async (now) =>
    teller.tell(rescheduleMeeting, coordinator, { ...(await teller.asSeen("meetings", reference(2))), on: addDays(dates[2] ?? today, 1), at: "10am", place, reason: "The library is closed that morning.", onHoliday: "yes" }, now));
  timeline.at(ago(6, 15), async (now) =>
    teller.tell(cancelMeeting, directory.chair(code), { ...(await teller.asSeen("meetings", reference(8))), reason: "Most agencies are away that week." }, now));

  const next = async () =>
    (await teller.ask<{ reference: string }>("select m.reference from meetings m where m.forum_id = $1 and m.state in ('scheduled', 'published') order by m.starts_at limit 1", [directory.forumId(code)]))[0]?.reference ?? "";
  const replies = [{ reply: "coming" }, { reply: "coming" }, { reply: "deputy", deputyName: "A colleague from the duty desk", deputyCommits: "no" }, { reply: "apologies_with_information", information: "Our figures for the month are with the coordinator." }];
  const office = [coordinator, directory.chair(code), directory.deputy(code)].map(({ name }) => name);
  const members = directory.seats(code).map(({ person }) => person).filter((name) => !office.includes(name));
  replies.forEach((reply, index) => {
    const name = members[index];
    if (name) timeline.at(minutesAfter(ago(4, 10), index * 40), async (now) => teller.tell(replyToInvitation, directory.person(name), { reference: await next(), ...reply }, now));
  });
}
