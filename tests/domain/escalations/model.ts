import type { EscalationState } from "@/domain/kernel/enums.ts";
import { addDays, type Day } from "@/domain/kernel/dates.ts";

/**
 * What may happen to what was handed to a board (rule 24), told a second time and by itself: who may do what from where, what comes of it, and when it alarms. It shares
 * nothing with the product but the arithmetic of days, which has tests of its own.
 */
export type Modelled = { kind: "case" | "action" | "concern"; state: EscalationState; listBy: Day; cycle: number; listedOn: Day | null; remindedOn: Day | null; sentOn: Day; firstListed: Day | null; answeredOn: Day | null };

export const roles = ["chair", "coordinator", "boardChair", "boardCoordinator", "boardMember", "outsider"] as const;
export type Role = (typeof roles)[number];
export const acts = ["receive", "list", "answer", "return", "withdraw", "close"] as const;
export type Act = (typeof acts)[number];

/** The board's office receives and lists; its chair answers and returns; the forum's chair takes back and closes. */
export const mayDo: Record<Act, readonly Role[]> = { receive: ["boardChair", "boardCoordinator"], list: ["boardChair", "boardCoordinator"], answer: ["boardChair"], return: ["boardChair"], withdraw: ["chair"], close: ["chair"] };
const before: Record<Act, readonly EscalationState[]> = {
  receive: ["sent"], list: ["sent", "received"], answer: ["heard"], return: ["sent", "received", "listed", "heard"], withdraw: ["sent", "received", "listed", "heard"], close: ["answered"],
};
const after: Record<Act, EscalationState> = { receive: "received", list: "listed", answer: "answered", return: "returned", withdraw: "withdrawn", close: "closed" };

export type Answer = "ok" | "notFound" | "forbidden" | "refused";
/** The forum and the board's office follow it from the sending, the board's members from the day it was received; nobody else knows of it. `received`: it ever was. */
export function answerTo(state: EscalationState, received: boolean, role: Role, act: Act): Answer {
  if (role === "outsider" || (role === "boardMember" && !received)) return "notFound";
  if (!mayDo[act].includes(role)) return "forbidden";
  return before[act].includes(state) ? "ok" : "refused";
}
export const leadsTo = (act: Act): EscalationState => after[act];

/** One cycle has passed and it is on no agenda, or on one more than another cycle away. */
export const alarms = ({ state, listBy, cycle, listedOn }: Modelled, today: Day): boolean =>
  today > listBy && (state === "sent" || state === "received" || (state === "listed" && listedOn !== null && listedOn > addDays(listBy, cycle)));
/** The chair's office is written to at the alarm, and again after each week of it. */
export const reminds = (one: Modelled, today: Day): boolean => alarms(one, today) && (one.remindedOn === null || one.remindedOn <= addDays(today, -7));
