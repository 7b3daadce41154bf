import { randomUUID } from "node:crypto";
import type { ItemAction } from "@/domain/action-plan/queries/list-item-actions.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { Card } from "@/ui/content/card.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { TextField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { actionStatusLooks, dueNote, namelessAction } from "@/wording/action-states.ts";
import { roomWords as words } from "@/wording/minutes.ts";
import { ActionAsRead } from "./action-as-read.client.tsx";
import { ActionFields, ForSafety } from "./action-fields.tsx";
import { placeFields } from "./paths.ts";
import { Proposals } from "./proposals.tsx";
import { submitAddAction, submitConfirmAction } from "./submit.ts";
import { TakesLine } from "./takes-line.client.tsx";

type Props = { room: Room; item: ItemInHand; title: string };

/** What was tasked on this item, and the form to task somebody. */
export function ItemActions({ room, item, title }: Props) {
  return (
    <Card title={words.actions} id="actions">
      {room.allowed.addAction && <Proposals room={room} item={item} title={title} />}
      {/* a form for each action that the reader has added, so that the next one begins empty, and none is emptied by somebody else's */}
      {room.allowed.addAction && <AddAction key={`${item.id} ${item.actions.filter(({ mine }) => mine).length}`} room={room} item={item} title={title} />}
      {item.actions.length === 0 ? <p className="quiet mt-4">{words.noActions}</p> : <ActionList room={room} item={item} title={title} />}
    </Card>
  );
}

function ActionList({ room, item, title }: Props) {
  return (
    <ul className="divide-y divide-line">
      {item.actions.map((action) => (
        <li key={action.reference} className="py-3">
          <p>
            <a href={`/actions/${action.reference}`} className="font-semibold">
              {action.reference}
            </a>{" "}
            {inReadersWords(action)}
          </p>
          <p className="quiet">
            {action.owner}, {action.agency}
          </p>
          <p className="quiet">
            {words.dueBy(inWords(action.due))}, {dueNote({ status: action.status, due: action.due, endedOn: null }, room.today)}
          </p>
          <StatusTag status={action.status} />
          {action.state === "recorded" && room.allowed.confirmActions && (
            <PostButton submission={submitConfirmAction} title={title} hidden={{ reference: action.reference, version: action.version, ...placeFields(room.reference, item.number) }} submissionKey={randomUUID()} about={action.reference} small>
              {words.confirmAction}
            </PostButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function StatusTag({ status }: { status: ItemAction["status"] }) {
  const { word, icon, tone, outline } = actionStatusLooks[status];
  return (
    <Tag tone={tone} icon={icon} outline={outline}>
      {word}
    </Tag>
  );
}

const inReadersWords = ({ wording, namelessWording, agency }: ItemAction): string => wording ?? namelessWording ?? namelessAction(agency);

function AddAction({ room, item, title }: Props) {
  const counts = room.allowed.confirmActions;
  return (
    <SubmissionForm
      submission={submitAddAction}
      title={title}
      hidden={{ itemId: item.id, ...placeFields(room.reference, item.number) }}
      submissionKey={randomUUID()}
      button={counts ? words.add : words.record}
      buttonTone="secondary"
      idPrefix="action-"
      ctrlEnter
      wide
      beside={counts ? undefined : <p className="quiet">{words.recordHint}</p>}
    >
      {room.allowed.write && (
        <noscript>
          <p className="quiet">{words.saveNotesFirst}</p>
        </noscript>
      )}
      <TextField name="line" label={words.quick} hint={words.quickHint} autoComplete="off" />
      {room.allowed.write && <TakesLine notes="minute-discussion" line="action-line" />}
      <ForSafety room={room} />
      <ActionAsRead byHand={words.byHand} parts={words.parts} measure={<TextField name="measure" label={words.measure} />}>
        <ActionFields room={room} />
      </ActionAsRead>
    </SubmissionForm>
  );
}
