import type { Home } from "@/domain/action-plan/queries/view-home.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { actionStatusLooks, namelessAction, planWords } from "@/wording/action-plan.ts";
import { homeWords as words } from "@/wording/home.ts";
import { dueOf } from "./actions/due-date.tsx";

/** What this person was tasked with and has not finished, the first due first. */
export function OwnActionsCard({ own, today }: { own: Home["own"]; today: string }) {
  if (own.total === 0) {
    return (
      <Card title={words.ownActions}>
        <EmptyState title={words.ownEmpty.title} icon="list-checks">
          {words.ownEmpty.text}
        </EmptyState>
      </Card>
    );
  }
  const { columns } = planWords;
  return (
    <Card title={words.ownActions} flush>
      <Table
        caption={words.ownActions}
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
          rows={own.actions.map((action) => ({
            key: action.reference,
            cells: [
              { reference: action.reference, href: `/actions/${action.reference}` },
              { text: action.text ?? namelessAction(action.agency) },
              { due: dueOf(action, today) },
              { tag: { ...actionStatusLooks[action.status] } },
            ],
          }))}
        />
      </Table>
      {own.total > own.actions.length && (
        <p>
          <a href="/actions?mine=1">
            {words.allOwn(own.total)}
          </a>
        </p>
      )}
    </Card>
  );
}
