import type { Seat } from "@/domain/forums/queries/list-seats.ts";
import type { Room } from "@/domain/minutes/queries/view-room.ts";
import { AskedCheckbox, CheckboxesField, DateField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { roomWords as words } from "@/wording/minutes.ts";
import { quorumWords } from "@/wording/quorum.ts";
import { OwnerField } from "./owner-field.client.tsx";

export type FirstWords = { wording?: string; ownerId?: string; among?: string[]; due?: string | null };

/** All that makes an action but how it will be known to be done, which is asked first. */
export function ActionFields({ room, first = {} }: { room: Room; first?: FirstWords }) {
  const [year, month, day] = first.due?.split("-") ?? [];
  return (
    <>
      <TextareaField name="wording" label={words.wording} hint={words.wordingHint} rows={2} defaultValue={first.wording} />
      <OwnerField label={words.owner} choose={words.chooseOwner} called={words.called} groups={byAgency(room.owners)} among={first.among ?? []} defaultValue={first.ownerId} />
      <DateField name="due" legend={words.due} hint={words.dueHint} defaultValue={day ? { day: String(Number(day)), month: String(Number(month)), year } : undefined} />
      <TextField name="namelessWording" label={words.nameless} hint={words.namelessHint} />
      {room.subjects.length > 0 && <CheckboxesField name="subjectIds" legend={words.needs} hint={words.needsHint} items={room.subjects.map(({ id, label }) => ({ value: id, text: label }))} small />}
      <AskedCheckbox name="namesNobody" text={words.namesNobody} />
    </>
  );
}

/** Below its quorum a meeting tasks for somebody's immediate safety alone: asked in sight, beside the words. */
export const ForSafety = ({ room }: { room: Room }) => (room.discussionOnly ? <CheckboxesField name="forSafety" items={[{ value: "yes", text: quorumWords.forSafety }]} hint={quorumWords.forSafetyHint} small /> : null);

function byAgency(seats: readonly Seat[]) {
  const agencies = [...new Set(seats.map((seat) => seat.agency))];
  return agencies.map((group) => ({ group, items: seats.filter((seat) => seat.agency === group).map((seat) => ({ value: seat.personId, text: seat.name })) }));
}
