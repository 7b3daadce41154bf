import { dayOf, isMonth, monthOf, slotInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { type ListedMeeting, listMeetings } from "@/domain/meetings/queries/list-meetings.ts";
import { viewMonth } from "@/domain/meetings/queries/view-month.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Pagination } from "@/ui/content/pagination.tsx";
import { type RowData, Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { Subnav } from "@/ui/shell/subnav.tsx";
import { forwardPlanWords } from "@/wording/forward-plan.ts";
import { meetingKindWords, meetingStateTones, meetingStateWords, meetingWords as words } from "@/wording/meetings.ts";
import { planWords } from "@/wording/planning.ts";
import { termsWords } from "@/wording/terms.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";
import { MonthOfMeetings } from "./month.tsx";

type Query = Record<string, string | string[] | undefined>;

export default async function MeetingsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = typeof query.forum === "string" && /^[A-Z0-9]{1,20}$/.test(query.forum) ? query.forum : null;
  const page = typeof query.page === "string" && /^[1-9]\d{0,3}$/.test(query.page) ? Number(query.page) : 1;
  const month = typeof query.month === "string" && isMonth(query.month) && query.month >= "2000" && query.month < "2100" ? query.month : null;
  const first = await listMeetings(actor, { forum: asked, page });
  // a page that isn't there is the first one
  const model = page > first.pages ? await listMeetings(actor, { forum: asked, page: 1 }) : first;
  const current = page > first.pages ? 1 : page;
  const filter = (forum: string | null) => (forum ? `?forum=${encodeURIComponent(forum)}` : "");
  const hrefOfMonth = (to: string) => `/meetings?${new URLSearchParams({ ...(asked ? { forum: asked } : {}), month: to })}`;
  const forums = [{ code: null, name: words.allForums }, ...model.forums];
  return (
    <Frame actor={actor} title={current > 1 ? `${words.plural} (page ${current} of ${model.pages})` : words.plural} current="meetings">
      <PageHeader
        title={words.plural}
        actions={
          model.allowed.schedule && (
            <>
              <ButtonLink href="/meetings/new">{words.schedule}</ButtonLink>
              <ButtonLink href="/meetings/plan" tone="secondary">
                {planWords.title}
              </ButtonLink>
            </>
          )
        }
      />
      <Subnav
        label={planWords.views}
        items={[
          { href: `/meetings${filter(asked)}`, text: planWords.list, current: month === null },
          { href: hrefOfMonth(month ?? monthOf(model.today)), text: planWords.calendar, current: month !== null },
        ]}
      />
      {model.forums.length > 1 && (
        <Subnav label={words.forum} items={forums.map(({ code, name }) => ({ href: month ? `/meetings?${new URLSearchParams({ ...(code ? { forum: code } : {}), month })}` : `/meetings${filter(code)}`, text: name, current: code === asked }))} />
      )}
      {month ? (
        <MonthOfMeetings model={await viewMonth(actor, { month, forum: asked })} hrefFor={hrefOfMonth} />
      ) : (
      <Stack>
        <Card title={words.upcoming} flush={model.upcoming.length > 0}>
          {model.upcoming.length > 0 ? (
            <MeetingTable caption={words.upcomingCaption} meetings={model.upcoming} />
          ) : (
            <EmptyState title={words.noUpcoming} icon="calendar-days">
              {words.noUpcomingNote}
            </EmptyState>
          )}
        </Card>
        <Card title={words.past} flush={model.past.length > 0}>
          {model.past.length > 0 ? (
            <MeetingTable caption={words.pastCaption} meetings={model.past} />
          ) : (
            <EmptyState title={words.noPast} icon="file-text">
              {words.noPastNote}
            </EmptyState>
          )}
        </Card>
        {model.forums.length > 0 && (
          <Card title={forwardPlanWords.list}>
            <ul className="flex flex-wrap gap-x-6 gap-y-2">
              {model.forums.map(({ code, name }) => (
                <li key={code}>
                  <a href={`/forums/${code}/plan`}>{name}</a>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {model.forums.length > 0 && (
          <Card title={termsWords.list}>
            <ul className="flex flex-wrap gap-x-6 gap-y-2">
              {model.forums.map(({ code, name }) => (
                <li key={code}>
                  <a href={`/forums/${code}/terms`}>{name}</a>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Pagination current={current} total={model.pages} hrefFor={(to) => `/meetings?${new URLSearchParams({ ...(asked ? { forum: asked } : {}), page: String(to) })}`} />
      </Stack>
      )}
    </Frame>
  );
}

function MeetingTable({ caption, meetings }: { caption: string; meetings: ListedMeeting[] }) {
  const { columns } = words;
  return (
    <Table
      caption={caption}
      captionHidden
      head={
        <>
          <ColumnHead>{columns.meeting}</ColumnHead>
          <ColumnHead>{columns.forum}</ColumnHead>
          <ColumnHead>{columns.when}</ColumnHead>
          <ColumnHead>{columns.place}</ColumnHead>
          <ColumnHead>{columns.state}</ColumnHead>
        </>
      }
    >
      <Rows labels={[undefined, columns.forum, columns.when, columns.place, columns.state]} rows={meetings.map(rowOf)} />
    </Table>
  );
}

const rowOf = ({ reference, forum, kind, state, provisional, startsAt, limitMinutes, place, signedByMe }: ListedMeeting): RowData => ({
  key: reference,
  cells: [
    { reference, href: `/meetings/${reference}` },
    { text: forum, ...(kind === "extraordinary" && { note: meetingKindWords.extraordinary }), ...(provisional && { note: planWords.provisional }) },
    { text: withWeekday(dayOf(startsAt)), whole: true, note: slotInWords(startsAt, limitMinutes).split(", ")[1] ?? "" },
    { text: place },
    { tag: { tone: meetingStateTones[state], word: meetingStateWords[state] }, ...(signedByMe && { note: words.signedByMe }) },
  ],
});
