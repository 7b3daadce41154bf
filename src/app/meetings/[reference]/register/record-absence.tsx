import { randomUUID } from "node:crypto";
import { absences } from "@/domain/sign-in/inputs.ts";
import type { RegisterLine } from "@/domain/sign-in/queries/view-register.ts";
import { Card } from "@/ui/content/card.tsx";
import { RadiosField, SelectField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { shellWords } from "@/wording/shell.ts";
import { attendanceWords, registerWords as words } from "@/wording/sign-in.ts";
import { submitAbsence } from "./submit.ts";

/** The chair's office records for others. Who has signed is present, and isn't offered. */
export function RecordAbsence({ reference, lines }: { reference: string; lines: RegisterLine[] }) {
  const people = lines.filter((line) => line.signedAt === null);
  if (people.length === 0) return null;
  return (
    <Card title={words.recordAbsence}>
      <SubmissionForm
        submission={submitAbsence}
        submissionKey={randomUUID()}
        title={`${words.title} ${reference} – ${shellWords.titleEnd}`}
        hidden={{ reference }}
        button={words.record}
        buttonTone="secondary"
        idPrefix="absence-"
      >
        <SelectField name="personId" label={words.person} items={[{ value: "", text: words.selectPerson }, ...people.map(({ personId, name, agency }) => ({ value: personId, text: `${name}, ${agency}` }))]} />
        <RadiosField name="status" legend={words.status} items={absences.map((value) => ({ value, text: attendanceWords[value] }))} />
      </SubmissionForm>
    </Card>
  );
}
