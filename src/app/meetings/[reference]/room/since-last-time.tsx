import { dueOf } from "@/app/actions/due-date.tsx";
import type { SinceLast, SinceLastAction } from "@/domain/action-plan/queries/list-since-last.ts";
import { dayOf, inWords } from "@/domain/kernel/dates.ts";
import { Details } from "@/ui/content/details.tsx";
import { Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { planWords, sinceLastWords as words } from "@/wording/action-plan.ts";
import { actionStatusLooks, namelessAction } from "@/wording/action-states.ts";

/** What a meeting hears first of its actions: done since last time, then what was agreed and is not done. */
export function SinceLastTime({ sinceLast: { since, done, ended, notDone }, today }: { sinceLast: SinceLast; today: string }) {
  return (
    <section className="mb-4" aria-label={words.title}>
      <p className="quiet mb-2">{words.since(inWords(dayOf(since)))}</p>
      {done.length === 0 ? <p className="quiet">{words.none.done}</p> : <Part title={words.done(done.length)} actions={done} today={today} open={done.length <= 8} />}
      {ended.length > 0 && <Part title={words.ended(ended.length)} actions={ended} today={today} open={false} />}
      {notDone.length === 0 ? <p className="quiet">{words.none.notDone}</p> : <Part title={words.notDone(notDone.length)} actions={notDone} today={today} open={notDone.length <= 12} />}
    </section>
  );
}

function Part({ title, actions, today, open }: { title: string; actions: SinceLastAction[]; today: string; open: boolean }) {
  const { columns } = planWords;
  return (
    <Details summary={title} open={open}>
      <Table
        compact
        caption={title}
        captionHidden
        head={
          <>
            <ColumnHead>{columns.reference}</ColumnHead>
            <ColumnHead>{columns.action}</ColumnHead>
            <ColumnHead>{columns.due}</ColumnHead>
            <ColumnHead>{columns.status}</ColumnHead>
          </>
        }
      >
        <Rows
          labels={[undefined, columns.action, columns.due, columns.status]}
          rows={actions.map((action) => ({
            key: action.reference,
            cells: [{ reference: action.reference, href: `/actions/${action.reference}` }, { text: action.text ?? namelessAction(action.agency), note: `${action.agency}, ${action.owner}` }, { due: dueOf(action, today) }, { tag: { ...actionStatusLooks[action.status] } }],
          }))}
        />
      </Table>
    </Details>
  );
}
