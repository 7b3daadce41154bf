import type { ActionStatus } from "@/domain/action-plan/queries/view-action.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { ContextualDate } from "@/ui/content/contextual-date.tsx";
import { dueNote } from "@/wording/action-states.ts";

const tones: Partial<Record<ActionStatus, "soon" | "late" | "done">> = { overdue: "late", due_soon: "soon", done: "done" };

type Due = { action: { due: string; status: ActionStatus; endedOn: string | null }; today: string };

/** A due date, and what it means today. */
export const dueOf = (action: Due["action"], today: string) => ({ date: inWords(action.due), dateTime: action.due, note: dueNote(action, today), tone: tones[action.status] ?? ("plain" as const) });

export const DueDate = ({ action, today }: Due) => <ContextualDate {...dueOf(action, today)} />;
