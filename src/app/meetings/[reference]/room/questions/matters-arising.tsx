import type { ReactNode } from "react";
import { inWords } from "@/domain/kernel/dates.ts";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { Card } from "@/ui/content/card.tsx";
import { itemTitle } from "@/wording/minutes.ts";
import { mattersWords as words } from "@/wording/questions.ts";
import { SettleQuestion } from "./questions.tsx";

/** On its item: what is left over from the meetings before, by minute number. */
export function MattersArising({ room, item, title }: { room: Room; item: ItemInHand; title: string }) {
  if (!item.matters) return null;
  const { deferred, actions, questions } = item.matters;
  if (deferred.length + actions.length + questions.length === 0) {
    return (
      <Card title={words.heading}>
        <p className="quiet">{words.nothing}</p>
      </Card>
    );
  }
  return (
    <Card title={words.heading} id="matters">
      <Matters heading={words.deferred} lines={deferred.map((one) => ({ key: one.minute ?? itemTitle(one), minute: one.minute, text: itemTitle(one) }))} />
      <Matters heading={words.actions} lines={actions.map((one) => ({ key: one.reference, minute: one.minute, text: <a href={`/actions/${one.reference}`}>{words.action(one.reference, one.owner, one.agency, inWords(one.due))}</a> }))} />
      <Matters
        heading={words.questions}
        lines={questions.map((one) => ({
          key: one.id,
          minute: one.minute,
          text: (
            <>
              <span className="whitespace-pre-line">{one.wording}</span>
              <span className="quiet block">{words.asked(one.meetingsAgo, one.askedBy, one.ofAgency)}</span>
              {room.allowed.decide && <SettleQuestion room={room} item={item} title={title} questionId={one.id} />}
            </>
          ),
        }))}
      />
    </Card>
  );
}

const Matters = ({ heading, lines }: { heading: string; lines: { key: string; minute: string | null; text: ReactNode }[] }) =>
  lines.length > 0 && (
    <section className="mb-4">
      <h3 className="mb-1 text-base">{heading}</h3>
      <ul className="stack">
        {lines.map(({ key, minute, text }) => (
          <li key={key}>
            {minute && <strong className="mr-2 whitespace-nowrap">{minute}</strong>}
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
