import type { CaseAction, ViewedCase } from "@/domain/cases/queries/view-case.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { type RowData, Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { actionStatusLooks, namelessAction } from "@/wording/action-states.ts";
import { caseWords as words, standingOf } from "@/wording/cases.ts";
import { dueOf } from "../../actions/due-date.tsx";

/** What was asked of whom on this case, in the words that the reader may read. */
export function CaseActions({ found }: { found: ViewedCase }) {
  const { actions } = found;
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
        <Rows labels={[columns.reference, columns.action, columns.due, columns.status]} rows={actions.map((action) => rowOf(action, found))} />
      </Table>
    </Card>
  );
}

function rowOf(action: CaseAction, { today, belongs }: ViewedCase): RowData {
  const { reference, due, endedOn, agency, owner, text } = action;
  const status = standingOf(action, today);
  return {
    key: reference,
    cells: [
      { reference, ...(belongs && { href: `/actions/${reference}` }) },
      { text: text ?? namelessAction(agency), note: words.ownedBy(agency, owner) },
      { due: dueOf({ status, due, endedOn }, today) },
      { tag: { ...actionStatusLooks[status] } },
    ],
  };
}
