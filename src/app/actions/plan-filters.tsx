import { type ActionGroup, actionGroups } from "@/domain/action-plan/inputs.ts";
import type { ActionPlan } from "@/domain/action-plan/queries/list-actions.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { FilterBar } from "@/ui/content/filter-bar.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { planWords as words } from "@/wording/action-plan.ts";
import { actionGroupWords } from "@/wording/action-states.ts";
import { planAddress } from "./plan-address.ts";

// only the chair's office sees what waits to be confirmed
const groupsFor = ({ inOffice }: ActionPlan) => actionGroups.filter((group) => inOffice || group !== "recorded");

const endedGroups: readonly ActionGroup[] = ["all", "done", "circumstances_changed", "not_done", "cancelled"];

/** A plain GET form: what is chosen becomes the address. */
export function PlanFilters({ plan }: { plan: ActionPlan }) {
  const { shown, forum, meeting } = plan;
  const ownOfAll = shown.mine && !forum;
  return (
    <FilterBar
      action="/actions"
      label={words.filters}
      hidden={{ ...(meeting ? { meeting: meeting.reference } : {}), ...(shown.sort === "due" ? {} : { sort: shown.sort }), ...(shown.select ? { select: "1" } : {}) }}
      clearHref={planAddress(plan, { status: meeting ? "all" : "open", agency: null, mine: false, ended: null, sort: meeting ? "reference" : "due" })}
    >
      <Select id="status" name="status" label={words.status} value={shown.status} items={groupsFor(plan).map((group) => ({ value: group, text: actionGroupWords[group] }))} />
      <Select id="agency" name="agency" label={words.agency} value={shown.agency ?? ""} items={[{ value: "", text: words.anyAgency }, ...plan.agencies.map(({ id, name }) => ({ value: id, text: name }))]} />
      {plan.forums.length > 1 && !meeting && (
        <Select
          id="forum"
          name="forum"
          label={words.forum}
          value={forum?.code ?? ""}
          items={[...(ownOfAll ? [{ value: "", text: words.anyForum }] : []), ...plan.forums.map(({ code, name }) => ({ value: code, text: name }))]}
        />
      )}
      <Select id="mine" name="mine" label={words.owner} value={shown.mine ? "1" : ""} items={[{ value: "", text: words.anyOwner }, { value: "1", text: words.me }]} />
      {endedGroups.includes(shown.status) && (
        <Select id="ended" name="ended" label={words.ended} value={shown.ended ?? ""} items={[{ value: "", text: words.endedAny }, { value: "quarter", text: words.endedThisQuarter(inWords(plan.quarterFrom)) }]} />
      )}
    </FilterBar>
  );
}
