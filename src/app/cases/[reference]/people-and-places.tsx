import { randomUUID } from "node:crypto";
import { inWords, timeInWords } from "@/domain/kernel/dates.ts";
import type { Particulars, Subject, ViewedCase } from "@/domain/cases/queries/view-case.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { caseWords as words, subjectTypeWords } from "@/wording/cases.ts";
import { submitReveal } from "../submit.ts";
import { RevealEnds } from "./reveal-ends.client.tsx";

/** Who the case is about: by label, and while a reveal lasts by name. Identities stay off paper. */
export function PeopleAndPlaces({ found, subjects, title }: { found: ViewedCase; subjects: readonly Subject[]; title: string }) {
  const { revealedUntil, reference } = found;
  return (
    <Card title={words.parts.people} id="people" note={revealedUntil ? `${words.shownUntil(timeInWords(revealedUntil))}. ${words.notPrinted}` : undefined}>
      {revealedUntil && <RevealEnds seconds={Math.ceil((revealedUntil.getTime() - found.readAt.getTime()) / 1000)} />}
      {subjects.map((subject) => (
        <section key={subject.id} className="mb-4">
          <h3 className="first-letter:uppercase">{subject.label}</h3>
          <p className="quiet">{subjectTypeWords[subject.role]}</p>
          {subject.particulars && (
            <div className="screen-only mt-2">
              <SummaryList rows={rowsOf(subject.particulars)} notProvided={words.notKnown} />
            </div>
          )}
        </section>
      ))}
      {!revealedUntil && (found.allowed.reveal ? <RevealForm reference={reference} title={title} /> : <p className="quiet">{words.hiddenFromOwner}</p>)}
    </Card>
  );
}

const rowsOf = ({ name, bornOn, address, addressHeldBy, safeContact }: Particulars) => [
  { key: words.name, value: name ?? undefined },
  { key: words.bornOn, value: bornOn ? inWords(bornOn) : undefined },
  { key: words.address, value: addressHeldBy ? words.heldBy(addressHeldBy) : (address ?? undefined) },
  { key: words.safeContact, value: safeContact ?? undefined },
];

function RevealForm({ reference, title }: { reference: string; title: string }) {
  return (
    <div className="screen-only">
      <p className="mb-4">{words.hidden}</p>
      <SubmissionForm submission={submitReveal} submissionKey={randomUUID()} title={title} hidden={{ reference }} button={words.show} buttonTone="secondary" about={reference} small>
        <TextareaField name="reason" label={words.reason} hint={words.reasonHint} rows={2} limit={300} />
      </SubmissionForm>
    </div>
  );
}
