import { createHash } from "node:crypto";
import type { AgendaItemKind, ForumKind } from "../kernel/enums.ts";
import { plannedFor } from "./rules.ts";

/** Items that somebody brings to a meeting, by a title; deferred, they come back by themselves. */
export const broughtKinds = ["report", "presentation", "discussion", "reports_back", "planned_reports", "other_minutes"] as const satisfies readonly AgendaItemKind[];
export type BroughtKind = (typeof broughtKinds)[number];
/** Nothing begins before the register is signed and interests are declared: these are never left off. A board that has no cases may take interests with its apologies, under one number. */
export const isNeverLeftOff = (kind: AgendaItemKind, forumKind: ForumKind): boolean => kind === "register" || (kind === "interests" && forumKind !== "board");

/** What may stand on a draft agenda: `key` says what it is, whoever looks and whenever, so that a draft nobody has touched has the ids it will have once it is kept. */
export type Due<C> = { key: string; kind: AgendaItemKind; plannedMinutes: number; case: C | null; escalationId: string | null; title: string | null; presenter: string | null; restricted: boolean; deferredFromId: string | null; plannedId: string | null };
type Deferred = { id: string; kind: AgendaItemKind; plannedMinutes: number; title: string; presenter: string | null; restricted: boolean };
/** What the forum's plan expects at this meeting. */
type Planned = Deferred & { deferredFromId: string | null };
/** What another forum handed to this board, by what its item is called. */
type Escalated = { id: string; called: string };

/**
 * What a meeting is due to take, in its order (rule 3; a board's, rule 31): the standing items, its cases in theirs, what an earlier
 * meeting deferred, and what the forum planned for it. A forum that has never met has no minutes to confirm and nothing arising from them.
 */
export function dueLines<C extends { id: string; meetings: number }>({ forumKind, metBefore, stepDowns, cases, deferred, planned, escalated, receipts, leftOff, concernsWait = false }: { forumKind: ForumKind; metBefore: boolean; /** A case is put forward to be stepped down, or one came back. */ stepDowns: boolean; cases: readonly C[]; deferred: readonly Deferred[]; planned: readonly Planned[]; escalated: readonly Escalated[]; receipts: boolean; leftOff: readonly AgendaItemKind[]; concernsWait?: boolean }): Due<C>[] {
  const bare = { case: null, escalationId: null, title: null, presenter: null, restricted: false, deferredFromId: null, plannedId: null };
  const standing = (...kinds: AgendaItemKind[]): Due<C>[] => kinds.filter((kind) => !leftOff.includes(kind)).map((kind) => ({ ...bare, key: kind, kind, plannedMinutes: plannedFor(kind, null) }));
  const first = standing("register", "interests", ...(metBefore ? (["last_minutes", "matters_arising"] as const) : []), "actions", ...(concernsWait ? (["concerns"] as const) : []));
  const heard = cases.map((found): Due<C> => ({ ...bare, key: found.id, kind: "case", plannedMinutes: plannedFor("case", found), case: found }));
  const back = deferred.map(({ id, ...item }): Due<C> => ({ ...bare, ...item, key: id, deferredFromId: id }));
  const expected = planned.map(({ id, ...item }): Due<C> => ({ ...bare, ...item, key: id, plannedId: id }));
  const handedUp = escalated.map(({ id, called }): Due<C> => ({ ...bare, key: id, kind: "escalations", plannedMinutes: plannedFor("escalations", null), escalationId: id, title: called }));
  // what the forum itself handed to a board, and what came back
  const sent = receipts ? standing("escalations") : [];
  const last = standing("other_business", "next_meeting");
  if (forumKind === "board") return [...first, ...sent, ...handedUp, ...back, ...expected, ...heard, ...standing("reports_back", "other_minutes", "planned_reports"), ...last];
  return [...first, ...heard, ...standing("hotspots"), ...sent, ...(stepDowns ? standing("step_downs") : []), ...back, ...expected, ...last];
}

/** The id of an item of a draft, made of its meeting and of what it is. */
export function draftItemId(meetingId: string, key: string): string {
  const hex = createHash("sha256").update(`${meetingId} ${key}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

type Line = { id: string; kind: AgendaItemKind; case: { id: string } | null; escalationId: string | null; deferredFromId: string | null; plannedId: string | null; papers: number };
/** What another meeting may take instead; not what somebody took from the waiting list for this one. */
const comesByItself = (meetingId: string, { id, kind, case: found, escalationId, deferredFromId, plannedId }: Line) => found !== null || escalationId !== null || (kind === "concerns" && id === draftItemId(meetingId, "concerns")) || (deferredFromId !== null && id === draftItemId(meetingId, deferredFromId)) || (plannedId !== null && id === draftItemId(meetingId, plannedId));
const isSame = (a: Line, b: Line) => a.id === b.id || (a.case !== null && a.case.id === b.case?.id) || (a.escalationId !== null && a.escalationId === b.escalationId) || (a.plannedId !== null && a.plannedId === b.plannedId);

/**
 * A draft as it stands now: what the office keeps on it, as it ordered it, and what became due since, each after what it follows by the
 * order of a meeting. A case that is no longer due, concerns of which none wait any more, or a deferred or planned item that another meeting takes, is gone from it, unless it has papers.
 */
export function mergedDraft<K extends Line, D extends Line>(meetingId: string, kept: readonly K[], due: readonly D[]): (K | D)[] {
  const lines: (K | D)[] = kept.filter((line) => !comesByItself(meetingId, line) || line.papers > 0 || due.some((one) => isSame(one, line)));
  for (const [index, line] of due.entries()) {
    if (lines.some((one) => isSame(one, line))) continue;
    const before = due.slice(0, index).findLast((one) => lines.some((other) => isSame(other, one)));
    lines.splice(before ? lines.findIndex((one) => isSame(one, before)) + 1 : 0, 0, line);
  }
  return lines;
}
