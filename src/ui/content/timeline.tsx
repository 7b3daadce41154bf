import type { ReactNode } from "react";

export type TimelineEvent = {
  id: string;
  title: ReactNode;
  /** "4 June 2026 at 9:32am", or the day alone where no time is known. */
  when: string;
  /** The same for machines. */
  dateTime?: string;
  by?: ReactNode;
  children?: ReactNode;
};

/** Newest first. */
export function Timeline({ events, level = 2 }: { events: TimelineEvent[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.id}>
          <Heading className="timeline-title">{event.title}</Heading>
          <p className="quiet">
            <time dateTime={event.dateTime}>{event.when}</time>
            {event.by !== undefined && <> by {event.by}</>}
          </p>
          {event.children !== undefined && <div className="timeline-body">{event.children}</div>}
        </li>
      ))}
    </ol>
  );
}
