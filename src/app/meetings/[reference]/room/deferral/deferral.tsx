import { randomUUID } from "node:crypto";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { DateField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { agendaWords } from "@/wording/agenda.ts";
import { deferralWords as words } from "@/wording/deferrals.ts";
import { submitPutOff } from "./submit.ts";

type Props = { room: Room; item: ItemInHand; title: string };

/** Where and why something that was brought was put off before, and putting it off here: why, and until what is there. A case has its own decision for that. */
export function Deferral({ room, item, title }: Props) {
  const { deferral, putOff } = item;
  const mayPutOff = room.allowed.write && item.case === null && item.escalationId === null && item.title !== null && (room.allowed.decide || item.outcome === "deferred");
  if (!deferral && putOff.length === 0 && !mayPutOff) return null;
  return (
    <Card title={words.heading} id="deferral">
      {putOff.length > 1 && <p className="mb-2">{agendaWords.putOffTimes(putOff)}</p>}
      {putOff.map((one) => (
        <p key={one.meeting} className="quiet mb-2">
          {agendaWords.putOff(one)}
        </p>
      ))}
      {deferral && <p className="mb-4 max-w-measure whitespace-pre-line">{words.here(deferral)}</p>}
      {mayPutOff && (
        <Details summary={deferral ? words.change : words.putOff}>
          <SubmissionForm key={deferral ? "kept" : "new"} submission={submitPutOff} submissionKey={randomUUID()} title={title} hidden={{ itemId: item.id }} button={words.putOff} buttonTone="secondary" idPrefix="deferral-" wide>
            <TextareaField name="why" label={words.why} rows={2} defaultValue={deferral?.why} />
            <TextField name="untilWhat" label={words.untilWhat} hint={words.untilWhatHint} defaultValue={deferral?.untilWhat ?? ""} />
            <DateField name="untilOn" legend={words.untilOn} hint={words.untilOnHint} defaultValue={deferral?.untilOn ? { day: String(Number(deferral.untilOn.slice(8))), month: String(Number(deferral.untilOn.slice(5, 7))), year: deferral.untilOn.slice(0, 4) } : undefined} />
          </SubmissionForm>
        </Details>
      )}
    </Card>
  );
}
