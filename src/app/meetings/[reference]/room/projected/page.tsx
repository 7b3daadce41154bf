import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { readReference } from "@/app/read-reference.ts";
import { dayOf, withWeekday } from "@/domain/kernel/dates.ts";
import { type Projected, viewProjected } from "@/domain/minutes/queries/view-projected.ts";
import { Icon } from "@/ui/icons/icon.tsx";
import { MarkingStrip } from "@/ui/shell/marking-strip.tsx";
import { liveWords } from "@/wording/meetings.ts";
import { itemTitle, projectedWords as words, roomWords } from "@/wording/minutes.ts";
import { shellWords } from "@/wording/shell.ts";
import { Live } from "../../live.client.tsx";
import { ItemClock, MeetingClock } from "../clock.client.tsx";
import { roomPath } from "../paths.ts";

/** For the wall of the room: which item is being taken, in words that name nobody, and the time it has taken. */
export default async function ProjectedPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const projected = await viewProjected(actor, { reference: await readReference(params) });
  if (!projected) notFound();
  const { reference, item, next } = projected;
  return (
    <div className="projected">
      <MarkingStrip />
      <Live address={`/meetings/${reference}/live`} words={liveWords} />
      <main id="main" className="projected-main" tabIndex={-1}>
        <Head projected={projected} />
        {item ? <Taken projected={projected} item={item} /> : <h1>{words.between}</h1>}
        {next.length > 0 && (
          <section aria-labelledby="next">
            <h2 id="next">{words.next}</h2>
            <ol className="projected-next">
              {next.map((one) => (
                <li key={one.number}>{words.numbered(one.number, itemTitle(one))}</li>
              ))}
            </ol>
          </section>
        )}
        <p className="quiet">
          <a href={item ? roomPath(reference, item.number) : `/meetings/${reference}/room`}>{words.back}</a>
        </p>
      </main>
      <title>{`${words.title(reference)} – ${shellWords.titleEnd}`}</title>
    </div>
  );
}

const Head = ({ projected: { forum, startsAt, openedAt, readAt, limitMinutes, signed, members } }: { projected: Projected }) => (
  <div className="projected-head">
    <p className="font-bold">
      {forum} · {withWeekday(dayOf(startsAt))}
    </p>
    <p className="flex items-center gap-2">
      <Icon name="users" />
      {roomWords.register(signed, members)}
    </p>
    {openedAt && <MeetingClock since={openedAt.getTime()} now={readAt.getTime()} minutes={limitMinutes} words={roomWords.clock} />}
  </div>
);

const Taken = ({ projected, item }: { projected: Projected; item: NonNullable<Projected["item"]> }) => (
  <section>
    <p className="eyebrow">{words.itemOf(item.number, projected.items)}</p>
    <h1>{itemTitle(item)}</h1>
    {item.case && <p>{item.case.summary}</p>}
    <p className="tag-row">
      {item.openedAt && <ItemClock since={item.openedAt.getTime()} now={projected.readAt.getTime()} minutes={item.plannedMinutes} words={roomWords.itemClock} />}
      <span>{words.actions(item.actions)}</span>
    </p>
  </section>
);
