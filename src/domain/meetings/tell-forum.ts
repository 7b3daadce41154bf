import type { Tx } from "@/platform/db/client.ts";
import { listSeats } from "../forums/queries/list-seats.ts";
import type { Actor } from "../kernel/actor.ts";
import { dayOf } from "../kernel/dates.ts";
import { mail } from "../mail/send.ts";

/** A meeting as a calendar needs it: by its reference and its moment. */
export type Entry = { id: string; reference: string; startsAt: Date; limitMinutes: number; sequence: number; provisional: boolean };
type Told =
  | { template: "meeting.yearPlanned"; meetings: readonly Entry[] }
  | { template: "meeting.invited" | "meeting.moved" | "meeting.cancelled"; meeting: Entry };

/** Everybody round the table of a forum gets a mail with the entries for their calendar, whoever acted too. It says which and when, and nothing of where, who or what (rule 29). */
export async function tellForum(tx: Tx, actor: Actor, forumId: string, now: Date, told: Told): Promise<void> {
  const at = now.toISOString();
  for (const { personId: to } of await listSeats(tx, forumId, dayOf(now))) {
    if (told.template === "meeting.yearPlanned") await mail(tx, actor, { to, template: told.template, facts: { at, meetings: told.meetings.map(factOf) } }, now);
    else await mail(tx, actor, { to, template: told.template, facts: { at, meeting: factOf(told.meeting) } }, now);
  }
}

const factOf = ({ id: meetingId, reference, startsAt, limitMinutes: minutes, sequence, provisional }: Entry) => ({ meetingId, reference, startsAt: startsAt.toISOString(), minutes, sequence, provisional });
