import type { ActionStatus } from "@/domain/action-plan/queries/view-action.ts";
import { Tag } from "@/ui/content/tag.tsx";
import { actionStatusLooks } from "@/wording/action-states.ts";

export function ActionStatusTag({ status }: { status: ActionStatus }) {
  const { word, icon, tone, outline } = actionStatusLooks[status];
  return (
    <Tag tone={tone} icon={icon} outline={outline}>
      {word}
    </Tag>
  );
}
