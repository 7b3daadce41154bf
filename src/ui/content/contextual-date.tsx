import type { ReactNode } from "react";

/** A date and what it means today: "14 November 2026", "7 days late". The words are never left out. */
export function ContextualDate({ date, dateTime, note, tone = "plain" }: { date: string; dateTime?: string; note: ReactNode; tone?: "plain" | "soon" | "late" | "done" }) {
  return (
    <span className={`contextual-date contextual-${tone}`}>
      <time dateTime={dateTime}>{date}</time>
      <span>{note}</span>
    </span>
  );
}
