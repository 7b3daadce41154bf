import type { ViewedCase } from "@/domain/cases/queries/view-case.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { namelessAction } from "@/wording/action-plan.ts";
import { caseWords as words, standingOf } from "@/wording/cases.ts";
import { ActionStatusTag } from "../../actions/action-status-tag.tsx";
import { DueDate } from "../../actions/due-date.tsx";

/** What was asked of whom on this case, in the words that the reader may read. */
export function CaseActions({ found: { actions, today, belongs } }: { found: ViewedCase }) {
  const { actionColumns: columns } = words;
  if (actions.length === 0) {
    return (
      <Card title={words.parts.actions} id="actions">
        <EmptyState title={words.noActions} icon="list-checks">
          {words.noActionsText}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={words.parts.actions} id="actions" flush>
      <Table
        caption={words.actionsCaption}
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
        {actions.map((action) => {
          const status = standingOf(action, today);
          return (
            <tr key={action.reference}>
              <RowHead label={columns.reference}>
                <Reference href={belongs ? `/actions/${action.reference}` : undefined}>{action.reference}</Reference>
              </RowHead>
              <Cell label={columns.action} note={words.ownedBy(action.agency, action.owner)}>
                {action.text ?? namelessAction(action.agency)}
              </Cell>
              <Cell label={columns.due}>
                <DueDate action={{ status, due: action.due, endedOn: action.endedOn }} today={today} />
              </Cell>
              <Cell label={columns.status}>
                <ActionStatusTag status={status} />
              </Cell>
            </tr>
          );
        })}
      </Table>
    </Card>
  );
}
