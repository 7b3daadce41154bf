import { addMonths, type Month, timeInWords, withWeekday } from "@/domain/kernel/dates.ts";
import type { MonthDay, viewMonth } from "@/domain/meetings/queries/view-month.ts";
import { Card } from "@/ui/content/card.tsx";
import { type CalendarDay, MonthCalendar } from "@/ui/content/month-calendar.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { meetingStateWords } from "@/wording/meetings.ts";
import { planWords as words } from "@/wording/planning.ts";

type Model = Awaited<ReturnType<typeof viewMonth>>;

/** The meetings of one month over the whole page, with the way to the months beside it. */
export function MonthOfMeetings({ model, hrefFor }: { model: Model; hrefFor: (month: Month) => string }) {
  const { month, today, weeks } = model;
  const hasMeetings = weeks.flat().some((day) => day.inMonth && day.meetings.length > 0);
  return (
    <Card
      title={words.month(month)}
      note={hasMeetings ? undefined : words.noneThisMonth}
      actions={
        <nav className="month-ways" aria-label={words.months}>
          {[addMonths(month, -1), addMonths(month, 1)].map((other) => (
            <a key={other} href={hrefFor(other)}>
              {words.before(other)}
            </a>
          ))}
        </nav>
      }
    >
      <MonthCalendar caption={words.monthCaption(month)} weekdays={words.weekdays7} today={words.today} weeks={weeks.map((week) => week.map((day) => drawn(day, today)))} />
    </Card>
  );
}

function drawn({ day, inMonth, holiday, meetings }: MonthDay, today: string): CalendarDay {
  return {
    key: day, dateTime: day, number: String(Number(day.slice(8))), date: withWeekday(day), outside: !inMonth, today: day === today,
    ...(holiday ? { note: words.bankHoliday(holiday) } : {}),
    children:
      meetings.length === 0 ? undefined : (
        <ul className="month-meetings">
          {meetings.map(({ reference, forum, startsAt, state, provisional }) => (
            <li key={reference}>
              <Reference href={`/meetings/${reference}`}>{reference}</Reference>
              <span className="month-note">
                {timeInWords(startsAt)}, {forum}
              </span>
              {state === "cancelled" && <Tag>{meetingStateWords.cancelled}</Tag>}
              {provisional && state !== "cancelled" && <Tag tone="amber">{words.provisional}</Tag>}
            </li>
          ))}
        </ul>
      ),
  };
}
