import { randomUUID } from "node:crypto";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { Tag } from "@/ui/content/tag.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { minutesStatusLooks, roomWords as words } from "@/wording/minutes.ts";
import { minutesPath, placeFields } from "./paths.ts";
import { submitConfirmMinutes } from "./submit.ts";

/** The minutes of earlier meetings that this one confirms. */
export function EarlierMinutes({ room, item }: { room: Room; item: ItemInHand }) {
  if (item.earlier.length === 0) return <p className="quiet">{words.noEarlier}</p>;
  return (
    <section className="mb-4" aria-label={words.earlier}>
      <ul className="stack">
        {item.earlier.map((meeting) => (
          <li key={meeting.reference}>
            <p className="flex flex-wrap items-center gap-2">
              <a href={minutesPath(meeting.reference)}>
                {words.minutesOf(withWeekday(dayOf(meeting.startsAt)))}
              </a>
              <Tag tone={minutesStatusLooks[meeting.state].tone}>{minutesStatusLooks[meeting.state].word}</Tag>
            </p>
            {meeting.state === "closed" && <p className="quiet">{words.notSent}</p>}
            {meeting.state === "circulated" && !room.allowed.confirmMinutes && <p className="quiet">{words.forChair}</p>}
            {meeting.state === "circulated" && room.allowed.confirmMinutes && (
              <PostButton
                submission={submitConfirmMinutes}
                title={words.title(room.reference)}
                hidden={{ reference: meeting.reference, version: meeting.version, at: room.reference, ...placeFields(room.reference, item.number) }}
                submissionKey={randomUUID()}
                about={meeting.reference}
              >
                {words.confirmMinutes}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
