import type { ActionStatus } from "@/domain/action-plan/queries/view-action.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { ContextualDate } from "@/ui/content/contextual-date.tsx";
import { dueNote } from "@/wording/action-plan.ts";

const tones: Partial<Record<ActionStatus, "soon" | "late" | "done">> = { overdue: "late", due_soon: "soon", done: "done" };

/** A due date, and what it means today. */
export function DueDate({ action, today }: { action: { due: string; status: ActionStatus; endedOn: string | null }; today: string }) {
  return <ContextualDate date={inWords(action.due)} dateTime={action.due} note={dueNote(action, today)} tone={tones[action.status] ?? "plain"} />;
}
