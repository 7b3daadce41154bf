import { dayOf, inWords } from "@/domain/kernel/dates.ts";
import type { MeetingView } from "@/domain/meetings/queries/view-meeting.ts";
import { Card } from "@/ui/content/card.tsx";
import { Meter } from "@/ui/content/meter.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { agendaItemWords, meetingWords as words } from "@/wording/meetings.ts";

type Line = MeetingView["items"][number];

/** What the meeting takes, in which order and for how long, against the forum's limit. Titles name nobody. */
export function Agenda({ meeting }: { meeting: MeetingView }) {
  const { items, totalMinutes, limitMinutes, isDraft } = meeting;
  const { agendaColumns: columns } = words;
  const over = totalMinutes > limitMinutes;
  return (
    <Card title={isDraft ? words.draftAgenda : words.agenda} note={isDraft ? words.draftNote : undefined} id="agenda" flush>
      <Table
        caption={
          <Meter value={totalMinutes} max={limitMinutes} over={over}>
            {words.totals(totalMinutes, limitMinutes)}
            {over && <>. {words.over(totalMinutes - limitMinutes)}</>}
          </Meter>
        }
        head={
          <>
            <ColumnHead numeric>{columns.number}</ColumnHead>
            <ColumnHead>{columns.item}</ColumnHead>
            <ColumnHead numeric>{columns.minutes}</ColumnHead>
          </>
        }
      >
        {items.map((line) => (
          <tr key={line.position}>
            <Cell label={columns.number} numeric>
              {line.position}
            </Cell>
            <RowHead>
              <Title line={line} previous={meeting.previous} />
            </RowHead>
            <Cell label={columns.minutes} numeric>
              {words.minutesShort(line.plannedMinutes)}
            </Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}

function Title({ line, previous }: { line: Line; previous: MeetingView["previous"] }) {
  const { case: found, kind } = line;
  if (!found) return <>{kind === "last_minutes" && previous ? `${agendaItemWords.last_minutes} ${words.ofDay(inWords(dayOf(previous.startsAt)))}` : agendaItemWords[kind]}</>;
  return (
    <>
      <Reference href={`/cases/${found.reference}`}>{found.reference}</Reference> {found.title}
      <div className="tag-row">
        {found.involvesChildren && <Tag tone="amber">{words.children}</Tag>}
        {found.meetings === 0 && <Tag tone="purple">{words.isNew}</Tag>}
        {found.deferredLastTime && <Tag tone="blue">{words.putOff}</Tag>}
        {found.meetings > 0 && <span className="quiet">{words.heardAt(found.meetings, found.deferrals)}</span>}
      </div>
    </>
  );
}
