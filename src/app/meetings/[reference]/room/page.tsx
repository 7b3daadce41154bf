import { notFound, redirect } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { type Room, viewRoom } from "@/domain/minutes/queries/view-room.ts";
import { AgendaRail, type AgendaRailItem } from "@/ui/content/agenda-rail.tsx";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { recusedWords } from "@/wording/interests.ts";
import { liveWords } from "@/wording/meetings.ts";
import { itemTitle, outsideWords, projectedWords, roomWords as words } from "@/wording/minutes.ts";
import { quorumWords } from "@/wording/quorum.ts";
import { Live } from "../live.client.tsx";
import { HandedUp } from "./handed-up.tsx";
import { ItemActions } from "./item-actions.tsx";
import { ItemInHand } from "./item-in-hand.tsx";
import { MeetingBar } from "./meeting-bar.tsx";
import { closePath, minutesPath, projectedPath, roomPath } from "./paths.ts";
import { StepDownsToHear } from "./step-downs-to-hear.tsx";
import { MattersArising } from "./questions/matters-arising.tsx";
import { Questions } from "./questions/questions.tsx";
import { RoomConcerns } from "./room-concerns.tsx";
import { Deferral } from "./deferral/deferral.tsx";
import { Resolutions } from "./resolutions/resolutions.tsx";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ item?: string | string[] }> };

/** The room in which a meeting is minuted: its agenda, the item being taken, and the actions from it. */
export default async function RoomPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const asked = Number((await searchParams).item);
  const room = await viewRoom(actor, { reference, number: Number.isInteger(asked) && asked > 0 ? asked : null });
  if (!room) notFound();
  if (room.entry === "unsigned") redirect(`/meetings/${room.reference}/register`);
  const title = room.item ? words.titleOfItem(room.reference, room.item.number) : words.title(room.reference);
  return (
    <Frame actor={actor} title={title} current="meetings" marked={room.entry === "open"}>
      <BackLink href={`/meetings/${room.reference}`}>{words.back}</BackLink>
      {(room.state === "in_session" || room.entry === "notYet") && <Live address={`/meetings/${room.reference}/live`} words={liveWords} />}
      {room.entry === "open" ? <Inside actor={actor} room={room} title={title} recused={room.recused.find((one) => one.number === asked)} /> : <Outside room={room} />}
    </Frame>
  );
}

function Inside({ actor, room, title, recused }: { actor: Actor; room: Room; title: string; recused: Room["recused"][number] | undefined }) {
  const { reference, item } = room;
  const agenda = <AgendaRail label={words.agenda} items={railOf(room, recused)} />;
  return (
    <>
      <div className="stack">
        <MeetingBar room={room} />
        {room.discussionOnly && (
          <Alert kind="warning" title={quorumWords.discussion}>
            {quorumWords.discussionText} <a href={`/meetings/${reference}`}>{quorumWords.title}</a>
          </Alert>
        )}
        {room.state === "closed" && <Alert kind="info" title={words.correcting} />}
        {!room.hasSigned && room.state === "in_session" && (
          <Alert kind="info" title={words.notSigned}>
            <a href={`/meetings/${reference}/register`}>{words.signIt}</a>
          </Alert>
        )}
      </div>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,15rem)_minmax(0,1fr)] xl:grid-cols-[minmax(0,16.5rem)_minmax(0,1fr)_minmax(0,21rem)]">
        {/* the item comes first, with the agenda folded above it where the page is narrow; where there is room, the agenda stands on its left */}
        <div className="card min-w-0 lg:hidden">
          <Details summary={words.foldedAgenda(item?.number ?? recused?.number, room.items.length + room.recused.length)}>{agenda}</Details>
        </div>
        {item ? (
          <>
            <div className="min-w-0 lg:col-start-2 lg:row-start-1">
              <ItemInHand room={room} item={item} title={title} />
            </div>
            <div className="grid grid-cols-1 content-start gap-4 lg:col-start-2 xl:col-start-3 xl:row-start-1">
              <HandedUp room={room} item={item} title={title} />
              <MattersArising room={room} item={item} title={title} />
              {item.stepDowns && <StepDownsToHear found={item.stepDowns} />}
              <ItemActions room={room} item={item} title={title} />
              <Deferral room={room} item={item} title={title} />
              <Resolutions room={room} item={item} title={title} />
              <Questions room={room} item={item} title={title} />
              <RoomConcerns actor={actor} room={room} item={item} />
            </div>
          </>
        ) : (
          <div className="min-w-0 lg:col-start-2 lg:row-start-1">
            <Card>
              <PageHeader title={recused ? recusedWords.item : words.noItem} />
              <p>{recused ? recusedWords.itemText(recused) : words.noItemText}</p>
            </Card>
          </div>
        )}
        <div className="stack lg:col-start-1 lg:row-start-1">
          <div className="hidden lg:block">{agenda}</div>
          {room.allowed.prepareClosing && (
            <>
              <ButtonLink href={closePath(reference)} tone="secondary">
                {words.toClosing}
              </ButtonLink>
              <a href={projectedPath(reference)}>{projectedWords.open}</a>
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** The agenda as far as the reader may know it: which item is open here, which one the room is on, and what is settled. */
function railOf({ reference, items, recused: shut, item, state }: Room, recused: Room["recused"][number] | undefined): AgendaRailItem[] {
  const isTaken = (one: Room["items"][number]) => state === "in_session" && one.openedAt !== null && !one.endedAt;
  return [
    ...items.map((one) => ({
      number: one.number,
      title: itemTitle(one),
      href: roomPath(reference, one.number),
      state: isTaken(one) ? ("now" as const) : one.outcome ? ("done" as const) : ("coming" as const),
      current: one.number === item?.number,
      note: one.outcome ? undefined : one.parked ? words.parked : words.minutesOfItem(one.plannedMinutes),
    })),
    ...shut.map((one) => ({ number: one.number, title: recusedWords.item, href: roomPath(reference, one.number), state: "coming" as const, current: one === recused })),
  ].toSorted((a, b) => a.number - b.number);
}

/** Too early, or too late: where to go instead. */
function Outside({ room }: { room: Room }) {
  const said = outsideWords[room.entry === "open" ? "over" : room.entry];
  return (
    <>
      <PageHeader eyebrow={room.reference} title={said.title} />
      <EmptyState
        icon="door-open"
        title={said.text}
        actions={
          <>
            {room.entry === "over" && room.state !== "cancelled" ? <ButtonLink href={minutesPath(room.reference)}>{words.toMinutes}</ButtonLink> : null}
            <ButtonLink href={`/meetings/${room.reference}`} tone="secondary">
              {words.back}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
