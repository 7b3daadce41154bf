import { randomUUID } from "node:crypto";
import { broughtKinds, type KeptAgenda } from "@/domain/meetings/queries/view-agenda.ts";
import { Card } from "@/ui/content/card.tsx";
import { CheckboxesField, SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { agendaWords as words } from "@/wording/agenda.ts";
import { agendaItemWords } from "@/wording/meetings.ts";
import { submitAddItem } from "./submit.ts";

/** What somebody brings: on a draft where it belongs, on a published agenda in a supplement. */
export function AddItem({ agenda: { reference, isDraft }, title }: { agenda: KeptAgenda; title: string }) {
  return (
    <Card title={words.add} note={words.addNote[isDraft ? "draft" : "published"]}>
      <SubmissionForm submission={submitAddItem} submissionKey={randomUUID()} title={title} idPrefix="new-" hidden={{ reference }} button={words.addButton} buttonTone="secondary">
        <SelectField name="kind" label={words.kind} items={[{ value: "", text: words.selectKind }, ...broughtKinds.map((kind) => ({ value: kind, text: agendaItemWords[kind] }))]} />
        <TextField name="title" label={words.itemTitle} hint={words.itemTitleHint} />
        <TextField name="presenter" label={words.presenterLabel} hint={words.presenterHint} />
        <TextField name="minutes" label={words.minutes} defaultValue="10" inputMode="numeric" width={3} />
        <CheckboxesField name="restricted" items={[{ value: "yes", text: words.restrict }]} />
      </SubmissionForm>
    </Card>
  );
}
