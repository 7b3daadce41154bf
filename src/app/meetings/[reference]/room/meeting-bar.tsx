import { dayOf, minutesInWords, withWeekday } from "@/domain/kernel/dates.ts";
import type { Room } from "@/domain/minutes/queries/view-room.ts";
import { Meter } from "@/ui/content/meter.tsx";
import { Icon } from "@/ui/icons/icon.tsx";
import { roomWords as words } from "@/wording/minutes.ts";
import { MeetingClock } from "./clock.client.tsx";

/** Which meeting this is, how many are on its register, and how much of its time is used; before and after, how much is planned. */
export function MeetingBar({ room }: { room: Room }) {
  const { plannedMinutes, limitMinutes } = room;
  return (
    <section className="card flex flex-wrap items-center gap-x-6 gap-y-2" aria-label={words.title(room.reference)}>
      <p className="font-bold">
        {room.forum.name} · {withWeekday(dayOf(room.startsAt))}
      </p>
      <p className="flex items-center gap-2">
        <Icon name="users" />
        {words.register(room.signed, room.members)}
      </p>
      <div className="md:ml-auto">
        {room.openedAt && room.state === "in_session" ? (
          <MeetingClock since={room.openedAt.getTime()} now={room.readAt.getTime()} minutes={limitMinutes} words={words.clock} />
        ) : (
          <Meter value={plannedMinutes} max={limitMinutes} over={plannedMinutes > limitMinutes}>
            {(plannedMinutes > limitMinutes ? words.plannedOver : words.planned)(minutesInWords(plannedMinutes), minutesInWords(limitMinutes))}
          </Meter>
        )}
      </div>
    </section>
  );
}
