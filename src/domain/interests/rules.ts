import type { AgendaItemKind, InterestKind } from "../kernel/enums.ts";

/** Rule 8: money and connection recuse at once, until the chair decides otherwise; the others are recorded, and the chair's office sees them. */
export const recusesAtOnce: Record<InterestKind, boolean> = { pecuniary: true, personal: true, other: false, sensitive: false };

/** What a sensitive interest withholds is its nature: no words of it are kept. The others are told. */
export function wordsMissing(kind: InterestKind, words: string | null): string | null {
  if (kind === "sensitive") return words === null ? null : "Leave this empty: the nature of a sensitive interest is withheld";
  return words === null ? "Enter what the interest is" : null;
}

const keepsOrder: readonly AgendaItemKind[] = ["register", "interests", "last_minutes", "matters_arising", "actions", "next_meeting"];
/** Whether an item is about something that a person may have an interest in. The others keep the meeting in order, and nobody leaves for them. */
export const takesInterests = (kind: AgendaItemKind): boolean => !keepsOrder.includes(kind);
