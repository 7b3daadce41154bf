import type { ActionSort } from "@/domain/action-plan/inputs.ts";
import type { ActionPlan, ListedAction } from "@/domain/action-plan/queries/list-actions.ts";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { namelessAction, planWords as words } from "@/wording/action-plan.ts";
import { ActionStatusTag } from "./action-status-tag.tsx";
import { DueDate } from "./due-date.tsx";
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
      {plan.actions.map((action) => (
        <PlanRow key={action.reference} action={action} today={plan.today} />
      ))}
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

function PlanRow({ action, today }: { action: ListedAction; today: string }) {
  const { columns } = words;
  const notes = [action.meetingsCarried > 0 && words.carried(action.meetingsCarried), action.unanswered && words.unanswered, action.ownerGone && words.ownerGone].filter(Boolean);
  return (
    <tr>
      <RowHead>
        <Reference href={`/actions/${action.reference}`}>{action.reference}</Reference>
      </RowHead>
      <Cell label={columns.action}>{action.text ?? namelessAction(action.agency)}</Cell>
      <Cell label={columns.owner} note={action.owner}>
        {action.agency}
      </Cell>
      <Cell label={columns.due}>
        <DueDate action={action} today={today} />
      </Cell>
      <Cell label={columns.status} note={notes.length > 0 ? notes.join(" · ") : undefined}>
        <ActionStatusTag status={action.status} />
      </Cell>
    </tr>
  );
}
