import { listWaitingAt } from "@/domain/concerns/queries/list-waiting-at.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { concernWords as words } from "@/wording/concerns.ts";

const firstWords = (text: string) => (text.length > 120 ? `${text.slice(0, 118).replace(/\s+\S*$/u, "")} …` : text).replaceAll(/\s+/g, " ");

/** For the chair's office: a concern that is said in the room is written down at once; on the item for them, what waits for the chair. */
export async function RoomConcerns({ actor, room, item }: { actor: Actor; room: Room; item: ItemInHand }) {
  if (!room.allowed.write || room.state !== "in_session") return null;
  const waiting = item.kind === "concerns" ? await listWaitingAt(actor, room.reference) : null;
  return (
    <Card title={waiting ? words.livePlural : words.plural} icon="megaphone">
      {waiting?.length === 0 && <p className="quiet">{words.liveNone}</p>}
      {waiting && waiting.length > 0 && (
        <ul className="own-concerns">
          {waiting.map(({ reference, ward, what, waited, saysDanger }) => (
            <li key={reference}>
              <p>
                <Reference href={`/concerns/${reference}`}>{reference}</Reference> {saysDanger && <Tag tone="red">{words.danger}</Tag>}
              </p>
              <p>{firstWords(what)}</p>
              <p className="quiet">
                {ward} · {words.waited(waited)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <ButtonLink href={`/meetings/${room.reference}/concern`} tone="secondary" small>
        {words.live}
      </ButtonLink>
    </Card>
  );
}
