import type { ActionSort } from "@/domain/action-plan/inputs.ts";
import type { ActionPlan, ListedAction } from "@/domain/action-plan/queries/list-actions.ts";
import { type RowData, Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { chaseWords } from "@/wording/chases.ts";
import { actionStatusLooks, namelessAction, planWords as words } from "@/wording/action-plan.ts";
import { dueOf } from "./due-date.tsx";
import { planAddress } from "./plan-address.ts";

/** The plan's rows; cards on a phone, and on paper a table whose head repeats. */
export function PlanTable({ plan }: { plan: ActionPlan }) {
  const { columns } = words;
  return (
    <Table
      caption={
        <>
          <strong>{words.found(plan.total)}</strong> <span className="quiet">{words.sortedBy[plan.shown.sort]}</span>
        </>
      }
      head={
        <>
          <SortedHead plan={plan} by="reference" />
          <ColumnHead>{columns.action}</ColumnHead>
          <SortedHead plan={plan} by="owner" />
          <SortedHead plan={plan} by="due" />
          <ColumnHead>{columns.status}</ColumnHead>
        </>
      }
    >
      <Rows labels={[undefined, columns.action, columns.owner, columns.due, columns.status]} rows={plan.actions.map((action) => rowOf(action, plan.today))} />
    </Table>
  );
}

function SortedHead({ plan, by }: { plan: ActionPlan; by: "reference" | "owner" | "due" }) {
  const backwards = `-${by}` as const satisfies ActionSort;
  const { sort } = plan.shown;
  return (
    <ColumnHead sortHref={planAddress(plan, { sort: sort === by ? backwards : by })} sorted={sort === by ? "ascending" : sort === backwards ? "descending" : undefined}>
      {words.columns[by]}
    </ColumnHead>
  );
}

function rowOf(action: ListedAction, today: string): RowData {
  const notes = [action.meetingsCarried > 0 && words.carried(action.meetingsCarried), action.chases > 0 && chaseWords.onPlan(action.chases), action.unanswered && words.unanswered, action.ownerGone && words.ownerGone].filter(Boolean);
  return {
    key: action.reference,
    cells: [
      { reference: action.reference, href: `/actions/${action.reference}` },
      { text: action.text ?? namelessAction(action.agency) },
      { text: action.agency, note: action.owner },
      { due: dueOf(action, today) },
      { tag: { ...actionStatusLooks[action.status] }, ...(notes.length > 0 ? { note: notes.join(" · ") } : {}) },
    ],
  };
}
