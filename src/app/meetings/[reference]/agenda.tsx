import { dayOf, inWords } from "@/domain/kernel/dates.ts";
import type { MeetingView } from "@/domain/meetings/queries/view-meeting.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Meter } from "@/ui/content/meter.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { type Task, TaskList } from "@/ui/content/task-list.tsx";
import { recusedWords } from "@/wording/interests.ts";
import { agendaItemWords, meetingWords as words } from "@/wording/meetings.ts";

type Line = MeetingView["items"][number];

/** What the meeting takes, in which order and for how long, against the forum's limit. Titles name nobody; a case's leads to what this person may see of it. */
export function Agenda({ meeting }: { meeting: MeetingView }) {
  const { items, totalMinutes, limitMinutes, isDraft } = meeting;
  const over = totalMinutes > limitMinutes;
  return (
    <Card title={isDraft ? words.draftAgenda : words.agenda} note={isDraft ? words.draftNote : undefined} id="agenda">
      <Stack>
        <Meter value={totalMinutes} max={limitMinutes} over={over}>
          {words.totals(totalMinutes, limitMinutes)}
          {over && <>. {words.over(totalMinutes - limitMinutes)}</>}
        </Meter>
        <TaskList id="item" items={items.map((line) => taskOf(line, meeting.previous))} />
      </Stack>
    </Card>
  );
}

function taskOf({ position, kind, plannedMinutes, case: found, recusedFrom }: Line, previous: MeetingView["previous"]): Task {
  const status = words.minutesShort(plannedMinutes);
  if (recusedFrom) return { title: `${position}. ${recusedFrom}`, href: `/cases/${recusedFrom}`, hint: recusedWords.item, status: "" };
  if (found) return { title: `${position}. ${found.reference} ${found.title}`, href: `/cases/${found.reference}`, hint: <History found={found} />, status };
  const title = kind === "last_minutes" && previous ? words.minutesOf(inWords(dayOf(previous.startsAt))) : agendaItemWords[kind];
  return { title: `${position}. ${title}`, status };
}

function History({ found }: { found: NonNullable<Line["case"]> }) {
  return (
    <span className="tag-row">
      {found.involvesChildren && <Tag tone="amber">{words.children}</Tag>}
      {found.meetings === 0 && <Tag tone="purple">{words.isNew}</Tag>}
      {found.deferredLastTime && <Tag tone="blue">{words.putOff}</Tag>}
      {found.meetings > 0 && <span>{words.heardAt(found.meetings - found.deferrals, found.deferrals)}</span>}
    </span>
  );
}
