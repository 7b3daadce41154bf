import { inWords } from "@/domain/kernel/dates.ts";
import type { ActionSort } from "@/domain/action-plan/inputs.ts";
import type { ActionPlan, ListedAction } from "@/domain/action-plan/queries/list-actions.ts";
import { type RowData, Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, SelectHead, Table } from "@/ui/content/table.tsx";
import { planWords as words, severalWords } from "@/wording/action-plan.ts";
import { actionStatusLooks, namelessAction } from "@/wording/action-states.ts";
import { chaseWords } from "@/wording/chases.ts";
import { dueOf } from "./due-date.tsx";
import { planAddress } from "./plan-address.ts";

/** The plan's rows; cards on a phone, and on paper a table whose head repeats. */
export function PlanTable({ plan, compact }: { plan: ActionPlan; compact: boolean }) {
  const { columns } = words;
  return (
    <Table
      compact={compact}
      caption={
        <>
          <strong>{words.found(plan.total)}</strong> <span className="quiet">{words.sortedBy[plan.shown.sort]}</span>
        </>
      }
      head={
        <>
          {plan.shown.select && <SelectHead>{severalWords.selectHead}</SelectHead>}
          <SortedHead plan={plan} by="reference" />
          <ColumnHead>{columns.action}</ColumnHead>
          <SortedHead plan={plan} by="owner" />
          <SortedHead plan={plan} by="due" />
          <ColumnHead>{columns.status}</ColumnHead>
        </>
      }
    >
      <Rows labels={[undefined, columns.action, columns.owner, columns.due, columns.status]} rows={plan.actions.map((action) => rowOf(action, plan.today, plan.shown.select))} />
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

function rowOf(action: ListedAction, today: string, select: boolean): RowData {
  const notes = [action.asked === "more_time" && action.askedDue && words.asksTime(inWords(action.askedDue)), action.asked === "another_owner" && words.asksOwner, action.waitsTo && words.waits(inWords(action.waitsTo)), action.meetingsCarried > 0 && words.aged(action.ageInDays, action.meetingsCarried), action.chases > 0 && chaseWords.onPlan(action.chases), action.unanswered && words.unanswered, action.ownerGone && words.ownerGone].filter(Boolean);
  return {
    key: action.reference,
    ...(select ? { select: { name: "select", value: action.reference, label: severalWords.selectRow(action.reference) } } : {}),
    cells: [
      { reference: action.reference, href: `/actions/${action.reference}` },
      { text: action.text ?? namelessAction(action.agency) },
      { text: action.agency, note: action.owner },
      { due: dueOf(action, today) },
      { tag: { ...actionStatusLooks[action.status] }, ...(notes.length > 0 ? { note: notes.join(" · ") } : {}) },
    ],
  };
}
