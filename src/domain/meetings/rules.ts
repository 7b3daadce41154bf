import type { AgendaItemKind, MeetingState } from "../kernel/enums.ts";

/** Minutes that an item is planned for, until a forum sets its own. A case never heard before takes longer to tell. */
const minutesOf: Record<AgendaItemKind, number> = {
  register: 5, interests: 3, last_minutes: 5, matters_arising: 5, actions: 15, case: 8, hotspots: 5, other_business: 5, next_meeting: 2,
  concerns: 10, escalations: 5, step_downs: 5, report: 10, presentation: 15, reports_back: 5, planned_reports: 3, other_minutes: 3, discussion: 10,
};
const minutesOfNewCase = 12;
/** @param meetings at how many meetings the case was heard before */
export const plannedFor = (kind: AgendaItemKind, found: { meetings: number } | null): number => (found?.meetings === 0 ? minutesOfNewCase : minutesOf[kind]);
/** What an escalation is called on the agenda of its board. It names nobody. */
export const escalationTitle = ({ reference, title }: { reference: string; title: string }): string => `${reference}: ${title}`;
export const totalMinutes = (lines: readonly { plannedMinutes: number }[]): number => lines.reduce((sum, line) => sum + line.plannedMinutes, 0);

/** Rule 7: the doors open at most 60 minutes before the start. */
export const doorsFrom = (startsAt: Date): Date => new Date(startsAt.getTime() - 60 * 60_000);

/** What comes next for one person at one meeting: something to do, or what they wait for. */
export type NextStep = "publish" | "openDoors" | "sign" | "open" | "room" | "minutes" | "waitForAgenda" | "waitForChair" | "waitForDoorTime" | "waitForDoors" | "waitForOpening" | "waitForMinutes" | "none";

type Facts = {
  state: MeetingState;
  doorsOpen: boolean;
  hasChair: boolean;
  beforeDoorTime: boolean;
  allowed: { publish: boolean; openDoors: boolean; sign: boolean; open: boolean; room: boolean; minutes: boolean };
};

/** The one next thing, in the order in which a meeting goes. */
export function nextStepOf({ state, doorsOpen, hasChair, beforeDoorTime, allowed }: Facts): NextStep {
  if (allowed.publish) return "publish";
  if (allowed.openDoors) return "openDoors";
  if (allowed.sign) return "sign";
  if (allowed.open) return "open";
  if (allowed.room) return "room";
  if (allowed.minutes) return "minutes";
  if (state === "scheduled") return "waitForAgenda";
  if (state === "published") {
    if (!hasChair) return "waitForChair";
    if (doorsOpen) return "waitForOpening";
    return beforeDoorTime ? "waitForDoorTime" : "waitForDoors";
  }
  return state === "closed" ? "waitForMinutes" : "none";
}
