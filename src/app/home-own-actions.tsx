import type { Home } from "@/domain/action-plan/queries/view-home.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { namelessAction, planWords } from "@/wording/action-plan.ts";
import { homeWords as words } from "@/wording/home.ts";
import { ActionStatusTag } from "./actions/action-status-tag.tsx";
import { DueDate } from "./actions/due-date.tsx";

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
        {own.actions.map((action) => (
          <tr key={action.reference}>
            <RowHead>
              <Reference href={`/actions/${action.reference}`}>{action.reference}</Reference>
            </RowHead>
            <Cell label={columns.action}>{action.text ?? namelessAction(action.agency)}</Cell>
            <Cell label={columns.due}>
              <DueDate action={action} today={today} />
            </Cell>
            <Cell label={columns.status}>
              <ActionStatusTag status={action.status} />
            </Cell>
          </tr>
        ))}
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
