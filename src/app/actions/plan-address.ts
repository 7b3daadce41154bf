import type { ActionPlan } from "@/domain/action-plan/queries/list-actions.ts";
import type { ActionFilters } from "@/domain/action-plan/inputs.ts";

/** The address of the plan with other filters: what is shown is in it, so that a view can be shared, and nothing that says what is the default. */
export function planAddress(plan: ActionPlan, over: Partial<ActionFilters>): string {
  const { status, sort, agency, mine, ended, select } = plan.shown;
  const now = { forum: plan.forum?.code ?? null, meeting: plan.meeting?.reference ?? null, status, sort, agency, mine, ended, select, page: 1, all: false, ...over };
  const query = new URLSearchParams();
  const put = (name: string, value: string | null | false) => void (value && query.set(name, value));
  put("meeting", now.meeting);
  // a meeting says its forum
  put("forum", now.meeting ? null : now.forum);
  put("status", now.status === (now.meeting ? "all" : "open") ? null : now.status);
  put("agency", now.agency);
  put("mine", now.mine && "1");
  put("ended", now.ended);
  put("sort", now.sort === (now.meeting ? "reference" : "due") ? null : now.sort);
  put("page", now.page > 1 && String(now.page));
  put("all", now.all && "1");
  put("select", now.select && "1");
  return query.size === 0 ? "/actions" : `/actions?${query}`;
}
