import type { ReactNode } from "react";

export type CalendarDay = { key: string; number: string; date: string; dateTime: string; outside: boolean; today: boolean; note?: string; children?: ReactNode };

/** A month as a table of weeks, each day a number that is read out as its date. On a phone the days that hold something stand one under another. */
export function MonthCalendar({ caption, weekdays, today, weeks }: { caption: string; weekdays: readonly string[]; today: string; weeks: CalendarDay[][] }) {
  return (
    <table className="month">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.key}>
            {week.map((day) => (
              <td key={day.key} className={[day.outside && "month-outside", day.today && "month-today", !day.note && !day.children && "month-empty"].filter(Boolean).join(" ") || undefined} aria-current={day.today ? "date" : undefined}>
                <p className="month-date">
                  <time dateTime={day.dateTime}>
                    <span className="month-number" aria-hidden>
                      {day.number}
                    </span>
                    <span className="month-words">{day.date}</span>
                  </time>
                  {day.today && <span className="month-note"> {today}</span>}
                </p>
                {day.note && <p className="month-note">{day.note}</p>}
                {day.children}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
