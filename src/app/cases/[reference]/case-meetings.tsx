import type { CaseMeeting, ViewedCase } from "@/domain/cases/queries/view-case.ts";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Timeline, type TimelineLine } from "@/ui/content/timeline.client.tsx";
import { caseWords as words } from "@/wording/cases.ts";
import { caseDecidedWords } from "@/wording/minutes.ts";

/** What meetings made of the case, the newest first: what was decided, and for those who may read it what was said. */
export function CaseMeetings({ found: { meetings, content, belongs } }: { found: ViewedCase }) {
  return (
    <Card title={words.parts.minutes} id="minutes">
      {meetings.length === 0 ? (
        <EmptyState title={words.noMeetings} icon="gavel">
          {words.noMeetingsText}
        </EmptyState>
      ) : (
        <Timeline
          level={3}
          events={meetings.map((meeting) => ({
            id: meeting.meeting,
            title: titleOf(meeting),
            when: withWeekday(dayOf(meeting.startsAt)),
            dateTime: meeting.startsAt.toISOString(),
            lines: linesOf(meeting, { content, belongs }),
          }))}
        />
      )}
    </Card>
  );
}

function titleOf({ held, state, decision }: CaseMeeting): string {
  if (decision) return caseDecidedWords[decision];
  if (held) return words.noDecision;
  return state === "in_session" ? words.beingHeard : words.toBeHeard;
}

function linesOf({ meeting, minute, discussion, decisionReason, held }: CaseMeeting, { content, belongs }: Pick<ViewedCase, "content" | "belongs">): TimelineLine[] {
  return [
    { reference: meeting, ...(belongs && { href: `/meetings/${meeting}` }), ...(minute && { text: words.minute(minute) }) },
    ...(discussion ? [{ text: discussion }] : []),
    ...(held && content && !discussion ? [{ text: words.noNotes, quiet: true }] : []),
    ...(decisionReason ? [{ text: words.because(decisionReason) }] : []),
  ];
}
