import { randomUUID } from "node:crypto";
import { timeInWords } from "@/domain/kernel/dates.ts";
import type { Subject, ViewedCase } from "@/domain/cases/queries/view-case.ts";
import type { Withheld } from "@/domain/cases/queries/list-withheld.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { caseForms, caseWords as words, subjectTypeWords } from "@/wording/cases.ts";
import { withheldWords } from "@/wording/withheld.ts";
import { submitReveal } from "../submit.ts";
import { Identity, RevealForm } from "./identity.tsx";
import { RevealEnds } from "./reveal-ends.client.tsx";
import { submitAddressReveal } from "./withheld/submit.ts";

/** Who the case is about: by label, and while a reveal lasts by name. Identities stay off paper. */
export function PeopleAndPlaces({ found, subjects, title }: { found: ViewedCase; subjects: readonly Subject[]; title: string }) {
  const { revealedUntil, reference } = found;
  // the owner of an action is shown what the task needs, and nobody else of the case
  const isPartly = subjects.some(({ mayShow }) => mayShow) && subjects.some(({ mayShow }) => !mayShow);
  return (
    <Card title={words.parts.people} id="people" note={revealedUntil ? `${words.shownUntil(timeInWords(revealedUntil))}. ${words.notPrinted}` : undefined}>
      {revealedUntil && <RevealEnds seconds={Math.ceil((revealedUntil.getTime() - found.readAt.getTime()) / 1000)} />}
      {subjects.map((subject) => (
        <section key={subject.id} className="mb-4">
          <h3 className="first-letter:uppercase">{subject.label}</h3>
          <p className="quiet">{[subjectTypeWords[subject.role], subject.stage && subject.stage !== "adult" ? words.lifeStages[subject.stage] : null].filter(Boolean).join(" · ")}</p>
          {subject.particulars && <Identity particulars={subject.particulars} />}
          {subject.particulars && found.allowed.amend && (
            <p className="screen-only mt-2">
              <a href={`/cases/${reference}/people/${subject.id}`}>
                {caseForms.correct}
              </a>
            </p>
          )}
          {isPartly && !subject.mayShow && <p className="quiet">{words.notForTask}</p>}
          {subject.withheld && <WithheldAddress found={found} subject={subject} withheld={subject.withheld} title={title} />}
        </section>
      ))}
      {!revealedUntil &&
        (found.allowed.reveal ? (
          <RevealForm lead={isPartly ? words.hiddenForTask : words.hidden} submission={submitReveal} hidden={{ reference }} about={reference} title={title} />
        ) : (
          <p className="quiet">{words.hiddenFromOwner}</p>
        ))}
      {found.allowed.amend && (
        <p className="screen-only mt-4">
          <a href={`/cases/${reference}/people/new`}>
            {caseForms.addSubject}
          </a>
        </p>
      )}
      {found.allowed.withhold && (
        <p className="screen-only mt-4">
          <a href={`/cases/${reference}/withheld`}>
            {withheldWords.manage}
          </a>
        </p>
      )}
    </Card>
  );
}

/** For the people named on it alone: asking for a withheld address, and for fifteen minutes the address. */
function WithheldAddress({ found: { reference, readAt }, subject, withheld: { address, revealedUntil }, title }: { found: ViewedCase; subject: Subject; withheld: Withheld; title: string }) {
  if (address !== null && revealedUntil) {
    return (
      <div className="screen-only mt-2">
        <RevealEnds seconds={Math.ceil((revealedUntil.getTime() - readAt.getTime()) / 1000)} />
        <SummaryList rows={[{ key: withheldWords.shownUntil(timeInWords(revealedUntil)), value: address }]} />
      </div>
    );
  }
  return (
    <div className="screen-only mt-2">
      <p className="mb-4">{withheldWords.namedOn}</p>
      <SubmissionForm submission={submitAddressReveal} submissionKey={randomUUID()} title={title} hidden={{ reference, subjectId: subject.id }} button={withheldWords.show} buttonTone="secondary" about={reference} idPrefix={`${subject.id}-`} small>
        <TextareaField name="reason" label={withheldWords.reason} hint={withheldWords.reasonHint} rows={2} limit={300} />
      </SubmissionForm>
    </div>
  );
}
