"use client";

import type { ReactNode } from "react";
import { Reference } from "./reference.tsx";

/** A line of what is told: words as they were written, quietly or not, after the reference of what they are of. */
export type TimelineLine = { reference?: string; href?: string; text?: string; quiet?: boolean };

export type TimelineEvent = {
  id: string;
  title: string;
  /** "4 June 2026 at 9:32am", or the day alone where no time is known. */
  when: string;
  /** The same for machines. */
  dateTime?: string;
  by?: string | null;
  lines?: TimelineLine[];
  /** Where lines don't do. */
  children?: ReactNode;
};

/** Newest first. Long, so it is handed over as data, as the rows of a table are. */
export function Timeline({ events, level = 2 }: { events: TimelineEvent[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <ol className="timeline">
      {events.map(({ id, title, when, dateTime, by, lines = [], children }) => (
        <li key={id}>
          <Heading className="timeline-title">{title}</Heading>
          <p className="quiet">
            <time dateTime={dateTime}>{when}</time>
            {by && <> by {by}</>}
          </p>
          {(lines.length > 0 || children !== undefined) && (
            <div className="timeline-body">
              {lines.map((line, index) => (
                <Line key={index} line={line} />
              ))}
              {children}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Line({ line: { reference, href, text, quiet } }: { line: TimelineLine }) {
  if (reference === undefined) return <p className={quiet ? "quiet" : "whitespace-pre-line"}>{text}</p>;
  return (
    <p>
      <Reference href={href}>{reference}</Reference>
      {text !== undefined && <> · {text}</>}
    </p>
  );
}
