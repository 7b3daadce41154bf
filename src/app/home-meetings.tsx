import type { HomeMeeting } from "@/domain/action-plan/queries/view-home.ts";
import { minutesInWords, slotInWords } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { NextStep, NextSteps } from "@/ui/content/task-list.tsx";
import { homeStepWords, homeWords as words } from "@/wording/home.ts";
import { meetingStateWords } from "@/wording/meetings.ts";
import { myReplyWords, replyWords } from "@/wording/replies.ts";
import { shellWords } from "@/wording/shell.ts";
import { ReplyButtons } from "./reply-buttons.tsx";

const pathOf = ({ reference, step }: HomeMeeting) => `/meetings/${reference}${step === "signRegister" ? "/register" : step === "enterRoom" ? "/room" : ""}`;
const slotOf = ({ startsAt, limitMinutes }: HomeMeeting) => slotInWords(startsAt, limitMinutes);
/** Said nothing yet, of a meeting that is ahead and whose doors are shut. */
const awaitsReply = ({ state, doorsOpenedAt, myReply, myStatus }: HomeMeeting) => (state === "scheduled" || state === "published") && !doorsOpenedAt && !myReply && !myStatus;
/** What the register or their own reply says of the person, before they have signed. */
const mine = ({ mySignedAt, myStatus, myReply }: HomeMeeting) => (mySignedAt ? null : myReply ? myReplyWords[myReply] : myStatus && myStatus !== "present" && myStatus !== "absent" ? myReplyWords[myStatus] : null);

/** The next meeting, and the one thing to do about it. */
export function NextMeetingCard({ meeting, isOffice }: { meeting: HomeMeeting | undefined; isOffice: boolean }) {
  if (!meeting) return <NoMeeting isOffice={isOffice} />;
  const { reference, forum, state, place, items, agendaMinutes, signed, doorsOpenedAt } = meeting;
  const title = state === "in_session" ? words.inSession(forum) : words.nextMeeting(slotOf(meeting));
  const note = [forum, place, state === "in_session" ? slotOf(meeting) : meetingStateWords[state], mine(meeting)].filter(Boolean).join(" · ");
  return (
    <Card title={title} note={note} icon="calendar-days">
      <NextSteps>
        <NextStep title={<Reference href={`/meetings/${reference}`}>{reference}</Reference>} note={[words.planned(items, minutesInWords(agendaMinutes)), doorsOpenedAt && words.signed(signed)].filter(Boolean).join(" · ")}>
          <ButtonLink href={pathOf(meeting)} about={reference}>
            {homeStepWords[meeting.step]}
          </ButtonLink>
        </NextStep>
        {awaitsReply(meeting) && (
          <NextStep title={replyWords.ask}>
            <ReplyButtons reference={reference} title={`${words.title} – ${shellWords.titleEnd}`} />
          </NextStep>
        )}
      </NextSteps>
    </Card>
  );
}

function NoMeeting({ isOffice }: { isOffice: boolean }) {
  return (
    <Card>
      <EmptyState
        title={words.noMeeting.title}
        icon="calendar-days"
        actions={
          isOffice && (
            <ButtonLink href="/meetings/new" tone="secondary">
              {words.schedule}
            </ButtonLink>
          )
        }
      >
        {isOffice ? words.noMeeting.office : words.noMeeting.member}
      </EmptyState>
    </Card>
  );
}

/** The next meeting of each other forum of this person. */
export function LaterMeetings({ meetings }: { meetings: HomeMeeting[] }) {
  return (
    <Card title={words.laterMeetings}>
      <ul className="stack">
        {meetings.map((meeting) => (
          <li key={meeting.reference}>
            <Reference href={`/meetings/${meeting.reference}`}>{meeting.reference}</Reference>
            <p className="quiet">
              {meeting.forum}, {slotOf(meeting)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
