import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { dayOf, inWords, minutesInWords, slotInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { type MeetingView, viewMeeting } from "@/domain/meetings/queries/view-meeting.ts";
import { viewChanges } from "@/domain/meetings/queries/view-changes.ts";
import { viewSideBySide } from "@/domain/side-by-side.ts";
import { viewReplies } from "@/domain/sign-in/queries/view-replies.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns } from "@/ui/content/columns.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { SelectField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { interestWords } from "@/wording/interests.ts";
import { chairWords, liveWords, meetingKindWords, meetingStateTones, meetingStateWords, meetingWords as words } from "@/wording/meetings.ts";
import { planWords } from "@/wording/planning.ts";
import { researchWords } from "@/wording/research.ts";
import { auditWords } from "@/wording/audit.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { readReference } from "../../read-reference.ts";
import { Agenda } from "./agenda.tsx";
import { DateHistory } from "./date-history.tsx";
import { NextStepCard } from "./next-step.tsx";
import { MyReply, OfficeReplies } from "./replies.tsx";
import { Live } from "./live.client.tsx";
import { submitAddCase } from "./submit.ts";
import { InTheWay, WhoIsHere } from "./who-is-here.tsx";

/** While something happens there: before it nobody waits, and afterwards nothing changes by itself. */
const follows: MeetingView["state"][] = ["published", "in_session"];

export default async function MeetingPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const asked = { reference: await readReference(params) };
  const [meeting, replies, date] = await viewSideBySide(actor, (read) => [read(viewMeeting, asked), read(viewReplies, asked), read(viewChanges, asked)]);
  if (!meeting || !replies || !date) notFound();
  const { reference, state, kind } = meeting;
  const formTitle = `${reference} – ${shellWords.titleEnd}`;
  return (
    <Frame actor={actor} title={reference} current="meetings" marked>
      {follows.includes(state) && <Live address={`/meetings/${reference}/live`} words={liveWords} />}
      <BackLink href="/meetings">{words.plural}</BackLink>
      <PageHeader
        eyebrow={reference}
        title={`${meeting.forum}, ${withWeekday(dayOf(meeting.startsAt))}`}
        subtitle={`${slotInWords(meeting.startsAt, meeting.limitMinutes).split(", ")[1]} · ${meeting.place}`}
        tags={
          <>
            <Tag tone={meetingStateTones[state]}>{meetingStateWords[state]}</Tag>
            {kind === "extraordinary" && <Tag tone="amber">{meetingKindWords.extraordinary}</Tag>}
            {date.provisional && state !== "cancelled" && <Tag tone="amber">{planWords.provisional}</Tag>}
          </>
        }
      />
      {meeting.chair && meeting.chairEndsOn && (
        <Alert kind="warning" title={words.chairEnds(meeting.chair.name, inWords(meeting.chairEndsOn))}>
          {words.chairEndsNote}
        </Alert>
      )}
      <Columns
        main={
          <>
            <InTheWay meeting={meeting} title={formTitle} />
            <NextStepCard meeting={meeting} title={formTitle} />
            {meeting.figures && (
              <div className="lg:hidden">
                <WhoIsHere figures={meeting.figures} />
              </div>
            )}
            <MyReply replies={replies} title={formTitle} />
            <Papers meeting={meeting} />
            {meeting.allowed.research && hearsCases(meeting) && <Research reference={reference} />}
            {(state !== "cancelled" || meeting.items.length > 0) && <Agenda meeting={meeting} />}
          </>
        }
        side={
          <>
            {meeting.figures && (
              <div className="hidden lg:block">
                <WhoIsHere figures={meeting.figures} />
              </div>
            )}
            <Facts meeting={meeting} />
            <DateHistory meeting={date} />
            {replies.lines && <OfficeReplies lines={replies.lines} />}
            {meeting.casesToAdd.length > 0 && (
              <Card title={words.addCase} note={words.addCaseNote}>
                <SubmissionForm submission={submitAddCase} submissionKey={randomUUID()} title={formTitle} hidden={{ reference }} button={words.addToAgenda} buttonTone="secondary">
                  <SelectField
                    name="caseReference"
                    label={words.case}
                    items={[{ value: "", text: words.selectCase }, ...meeting.casesToAdd.map((found) => ({ value: found.reference, text: `${found.reference} ${found.title}` }))]}
                  />
                </SubmissionForm>
              </Card>
            )}
          </>
        }
      />
    </Frame>
  );
}

/** A board has reports, and mostly no cases: nobody is told of any, nor asked in for one. */
const hearsCases = ({ items, forumKind }: MeetingView): boolean => forumKind !== "board" || items.some((line) => line.case !== null || typeof line.recusedFrom?.reference === "string");

/** Before the register is signed a member holds the nameless titles and no more; after it the papers. */
function Papers({ meeting }: { meeting: MeetingView }) {
  if (meeting.state !== "published" && meeting.state !== "in_session") return null;
  const isOnCases = hearsCases(meeting);
  if (!meeting.papersOpen) return isOnCases ? <Alert title={words.papersShut}>{words.papersShutText}</Alert> : <Alert title={words.papersShutNoCases} />;
  return meeting.mySignedAt && <Alert title={isOnCases ? words.papersOpen : words.papersOpenNoCases} />;
}

/** For an agency's named contact, until the start. */
function Research({ reference }: { reference: string }) {
  return (
    <Card title={researchWords.title} note={researchWords.lead} icon="search">
      <ButtonLink href={`/meetings/${reference}/research`} tone="secondary">
        {researchWords.open}
      </ButtonLink>
    </Card>
  );
}

function Facts({ meeting }: { meeting: MeetingView }) {
  const { reference, chair, previous, state } = meeting;
  const held = meeting.presidedBy !== null;
  const rows = [
    held ? { key: words.presided, value: meeting.presidedBy } : { key: chair ? chairWords[chair.capacity] : words.chair, value: chair?.name ?? words.vacant },
    { key: words.length, value: minutesInWords(meeting.limitMinutes) },
    ...(state === "scheduled" || state === "cancelled" ? [] : [{ key: words.onRegister, value: <a href={`/meetings/${reference}/register`}>{words.signedOf(meeting.signed, meeting.expected)}</a> }]),
    ...(state === "cancelled" || state === "confirmed" ? [] : [{ key: interestWords.toInterests, value: <a href={`/meetings/${reference}/interests`}>{interestWords.heading}</a> }]),
    ...(previous ? [{ key: words.lastMinutes, value: <Reference href={`/meetings/${previous.reference}`}>{previous.reference}</Reference> }] : []),
  ];
  return (
    <Card title={words.facts}>
      <SummaryList compact rows={rows} />
      {meeting.allowed.invite && hearsCases(meeting) && (
        <p className="mt-4">
          <a href={`/meetings/${reference}/invitations`}>
            {words.invite}
          </a>
        </p>
      )}
      {meeting.allowed.history && (
        <p className="mt-2">
          <a href={`/meetings/${reference}/history`}>
            {auditWords.readHistory}
          </a>
        </p>
      )}
      {meeting.overLimitReason && <p className="quiet mt-4">{words.overBecause(meeting.overLimitReason)}</p>}
    </Card>
  );
}
