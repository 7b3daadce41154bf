import type { MeetingState } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { findMeeting, listItems, type RoomItem } from "./view-room.ts";

type ProjectedItem = Pick<RoomItem, "number" | "kind" | "title" | "plannedMinutes" | "openedAt"> & { case: { reference: string; title: string; summary: string } | null };
export type Projected = {
  reference: string;
  forum: string;
  state: MeetingState;
  startsAt: Date;
  openedAt: Date | null;
  readAt: Date;
  limitMinutes: number;
  signed: number;
  members: number;
  items: number;
  /** What the room is on, as its nameless twin says it; null between two items. */
  item: (ProjectedItem & { actions: number }) | null;
  next: ProjectedItem[];
};

/**
 * What hangs on the wall of the room while the meeting sits, for the chair's office to put up: everybody in the room reads it, so it holds
 * what the nameless twins say and how many actions there are, and nothing else of any case, whoever asks.
 */
export const viewProjected = view(async ({ tx, now, may }, { reference }: { reference: string }): Promise<Projected | null> => {
  const meeting = await findMeeting(tx, reference);
  if (!meeting || meeting.state !== "in_session" || !may("item.open", { forumId: meeting.forumId })) return null;
  const items = await listItems(tx, meeting.id);
  const taken = items.find((item) => item.openedAt && !item.endedAt);
  const counted = taken ? await tx.$queryRaw<{ many: number }[]>`select count(*)::int as many from actions where item_id = ${taken.id}::uuid` : [];
  const shown = ({ number, kind, title, plannedMinutes, openedAt, case: found }: RoomItem): ProjectedItem => ({ number, kind, title, plannedMinutes, openedAt, case: found && { reference: found.reference, title: found.title, summary: found.summary } });
  return {
    reference: meeting.reference, forum: meeting.forum, state: meeting.state, startsAt: meeting.startsAt, openedAt: meeting.openedAt, readAt: now,
    limitMinutes: meeting.limitMinutes, signed: meeting.signed, members: meeting.members, items: items.length,
    item: taken ? { ...shown(taken), actions: counted[0]?.many ?? 0 } : null,
    // what comes after in the agenda, then what was left behind
    next: items.filter((item) => item !== taken && item.outcome === null && !item.parked).toSorted((a, b) => Number(a.number < (taken?.number ?? 0)) - Number(b.number < (taken?.number ?? 0))).slice(0, 3).map(shown),
  };
});
