import type { CaseMeeting, ViewedCase } from "@/domain/cases/queries/view-case.ts";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Timeline } from "@/ui/content/timeline.tsx";
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
            children: <Said meeting={meeting} readsMinutes={content !== null} belongs={belongs} />,
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

function Said({ meeting, readsMinutes, belongs }: { meeting: CaseMeeting; readsMinutes: boolean; belongs: boolean }) {
  const { discussion, decisionReason, minute, held } = meeting;
  return (
    <>
      <p>
        <Reference href={belongs ? `/meetings/${meeting.meeting}` : undefined}>{meeting.meeting}</Reference>
        {minute && <> · {words.minute(minute)}</>}
      </p>
      {discussion && <p className="whitespace-pre-line">{discussion}</p>}
      {held && readsMinutes && !discussion && <p className="quiet">{words.noNotes}</p>}
      {decisionReason && <p className="whitespace-pre-line">{words.because(decisionReason)}</p>}
    </>
  );
}
