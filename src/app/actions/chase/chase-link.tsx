import type { ActionPlan } from "@/domain/action-plan/queries/list-actions.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { chaseWords as words } from "@/wording/chases.ts";

/** From the plan to chasing, for whoever may, while something is late. */
export function ChaseLink({ plan: { forum, counts, mayChase } }: { plan: Pick<ActionPlan, "forum" | "counts" | "mayChase"> }) {
  if (!forum || !mayChase || counts.overdue === 0) return null;
  return (
    <ButtonLink href={`/actions/chase?forum=${forum.code}`} tone="secondary">
      {words.link(counts.overdue)}
    </ButtonLink>
  );
}
