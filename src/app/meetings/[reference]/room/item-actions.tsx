import { randomUUID } from "node:crypto";
import type { ItemAction } from "@/domain/action-plan/queries/list-item-actions.ts";
import type { Seat } from "@/domain/forums/queries/list-seats.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { Card } from "@/ui/content/card.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { AskedCheckbox, CheckboxesField, DateField, SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { actionStatusLooks, dueNote, namelessAction } from "@/wording/action-plan.ts";
import { roomWords as words } from "@/wording/minutes.ts";
import { quorumWords } from "@/wording/quorum.ts";
import { placeFields } from "./paths.ts";
import { submitAddAction, submitConfirmAction } from "./submit.ts";

type Props = { room: Room; item: ItemInHand; title: string };

/** What was tasked on this item, and the form to task somebody. */
export function ItemActions({ room, item, title }: Props) {
  return (
    <Card title={words.actions} id="actions">
      {/* a form for each action added, so that the next one begins empty */}
      {room.allowed.addAction && <AddAction key={`${item.id} ${item.actions.length}`} room={room} item={item} title={title} />}
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
      wide
      beside={counts ? undefined : <p className="quiet">{words.recordHint}</p>}
    >
      {room.allowed.write && (
        <noscript>
          <p className="quiet">{words.saveNotesFirst}</p>
        </noscript>
      )}
      <TextareaField name="wording" label={words.wording} hint={words.wordingHint} rows={2} />
      <SelectField name="ownerId" label={words.owner} items={[{ value: "", text: words.chooseOwner }, ...byAgency(room.owners)]} />
      <DateField name="due" legend={words.due} hint={words.dueHint} />
      <TextareaField name="measure" label={words.measure} rows={2} />
      <TextField name="namelessWording" label={words.nameless} hint={words.namelessHint} />
      {room.subjects.length > 0 && (
        <CheckboxesField name="subjectIds" legend={words.needs} hint={words.needsHint} items={room.subjects.map(({ id, label }) => ({ value: id, text: label }))} small />
      )}
      {room.discussionOnly && <CheckboxesField name="forSafety" items={[{ value: "yes", text: quorumWords.forSafety }]} hint={quorumWords.forSafetyHint} />}
      <AskedCheckbox name="namesNobody" text={words.namesNobody} />
    </SubmissionForm>
  );
}

function byAgency(seats: readonly Seat[]) {
  const agencies = [...new Set(seats.map((seat) => seat.agency))];
  return agencies.map((group) => ({ group, items: seats.filter((seat) => seat.agency === group).map((seat) => ({ value: seat.personId, text: seat.name })) }));
}
