import type { ActionPlan } from "@/domain/action-plan/queries/list-actions.ts";
import { planWords as words } from "@/wording/action-plan.ts";

/** Whose plan it is: a meeting's, a forum's, or one's own. */
export function titleOf({ meeting, forum, forums }: Pick<ActionPlan, "meeting" | "forum" | "forums">): string {
  if (meeting) return words.titleOfMeeting(meeting.reference);
  return forum || forums.length === 0 ? words.title : words.titleOfOwn;
}
