import type { ActionPlan } from "@/domain/action-plan/queries/list-actions.ts";
import type { ActionStatus } from "@/domain/action-plan/queries/view-action.ts";
import { Count, Counts } from "@/ui/content/count.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { planWords as words } from "@/wording/action-plan.ts";
import { actionGroupWords, actionStatusLooks } from "@/wording/action-states.ts";
import { planAddress } from "./plan-address.ts";

const open = ["overdue", "due_soon", "on_track", "waiting_for_chair"] as const satisfies readonly ActionStatus[];
const ended = ["done", "circumstances_changed", "not_done"] as const satisfies readonly ActionStatus[];

/** So that no count stands alone in a row: seven fit one. */
const inRows: Record<number, string> = { 8: "md:[&>ul]:grid-cols-4 xl:[&>ul]:grid-cols-8", 9: "md:[&>ul]:grid-cols-5" };

/** How many stand where, each a link to them: all that is open, and what ended in this quarter; of a meeting's plan, all of it. */
export function PlanCounts({ plan }: { plan: ActionPlan }) {
  const { counts, inOffice, shown } = plan;
  const ofQuarter: readonly ActionStatus[] = ended;
  const statuses = [...(inOffice && counts.recorded > 0 ? (["recorded"] as const) : []), ...open, ...ended];
  const many = statuses.length + (plan.withChair > 0 ? 1 : 0);
  return (
    <div className={`screen-only ${inRows[many] ?? ""}`}>
      <Counts label={words.counts}>
        {plan.withChair > 0 && (
          <Count number={plan.withChair} href={planAddress(plan, { status: "with_chair", ended: null })} current={shown.status === "with_chair"}>
            <Tag tone="amber">{actionGroupWords.with_chair}</Tag>
          </Count>
        )}
        {statuses.map((status) => {
          const quarter = ofQuarter.includes(status) && !plan.meeting ? ("quarter" as const) : null;
          return (
            <Count key={status} number={counts[status]} href={planAddress(plan, { status, ended: quarter })} current={shown.status === status && shown.ended === quarter}>
              <Tag tone={actionStatusLooks[status].tone} outline={actionStatusLooks[status].outline}>
                {actionGroupWords[status]}
              </Tag>
              {quarter && <span className="block text-sm font-normal text-muted">{words.thisQuarter}</span>}
            </Count>
          );
        })}
      </Counts>
    </div>
  );
}
