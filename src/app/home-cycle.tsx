import type { Home } from "@/domain/action-plan/queries/view-home.ts";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import { minutesDueWithin } from "@/domain/meetings/queries/list-cycle.ts";
import { Card } from "@/ui/content/card.tsx";
import { type CellData, type RowData, Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { cycleWords as words } from "@/wording/home.ts";
import { meetingStateTones, meetingStateWords } from "@/wording/meetings.ts";

type Cycle = Home["cycle"][number];

/** For the coordinator: where each of their forums is between its meetings. */
export function CycleCard({ cycle }: { cycle: Home["cycle"] }) {
  const { columns } = words;
  return (
    <Card title={words.title} flush>
      <Table
        caption={words.caption}
        captionHidden
        head={
          <>
            <ColumnHead>{columns.forum}</ColumnHead>
            <ColumnHead>{columns.next}</ColumnHead>
            <ColumnHead>{columns.agenda}</ColumnHead>
            <ColumnHead>{columns.last}</ColumnHead>
            <ColumnHead>{columns.minutes}</ColumnHead>
          </>
        }
      >
        <Rows labels={[undefined, columns.next, columns.agenda, columns.last, columns.minutes]} rows={cycle.map(rowOf)} />
      </Table>
    </Card>
  );
}

const rowOf = ({ code, forum, next, last }: Cycle): RowData => ({
  key: code,
  cells: [{ text: forum }, next ? meetingOf(next) : { text: words.noNext, quiet: true }, next ? stateOf(next.state) : { text: words.none, quiet: true }, last ? meetingOf(last) : { text: words.noLast, quiet: true }, last ? minutesOf(last) : { text: words.none, quiet: true }],
});

const meetingOf = ({ reference, startsAt }: { reference: string; startsAt: Date }): CellData => ({ reference, href: `/meetings/${reference}`, note: withWeekday(dayOf(startsAt)) });
const stateOf = (state: NonNullable<Cycle["next"]>["state"]): CellData => ({ tag: { tone: meetingStateTones[state], word: meetingStateWords[state] } });

function minutesOf({ state, draftFor }: NonNullable<Cycle["last"]>): CellData {
  if (draftFor === null) return stateOf(state);
  const late = draftFor > minutesDueWithin;
  return { tag: { tone: late ? "red" : "amber", word: words.draft }, note: late ? words.draftLate(draftFor - minutesDueWithin) : words.draftDay(draftFor, minutesDueWithin) };
}
