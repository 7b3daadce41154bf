import { randomUUID } from "node:crypto";
import { Identity, RevealForm } from "@/app/cases/[reference]/identity.tsx";
import { RevealEnds } from "@/app/cases/[reference]/reveal-ends.client.tsx";
import type { ViewedAction } from "@/domain/action-plan/queries/view-action.ts";
import { timeInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { SelectField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { actionWords as words } from "@/wording/action.ts";
import { caseWords, subjectTypeWords } from "@/wording/cases.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitSubject, submitSubjectEnded, submitTaskReveal } from "./submit.ts";

const titleOf = ({ reference }: ViewedAction) => `${words.title(reference)} – ${shellWords.titleEnd}`;

/** For the owner of an open action: the people and places that it needs, shown for a reason and fifteen minutes. */
export function NeededSubjects({ action }: { action: ViewedAction }) {
  const { allowed, subjects, revealedUntil, readAt, reference } = action;
  const needed = subjects.filter((subject) => subject.needed);
  if (!allowed.reveal || action.case === null) return null;
  return (
    <Card title={words.needed} id="people" note={revealedUntil ? `${caseWords.shownUntil(timeInWords(revealedUntil))}. ${caseWords.notPrinted}` : undefined}>
      {revealedUntil && <RevealEnds seconds={Math.ceil((revealedUntil.getTime() - readAt.getTime()) / 1000)} />}
      {needed.map(({ id, label, role, particulars }) => (
        <section key={id} className="mb-4">
          <h3 className="first-letter:uppercase">{label}</h3>
          <p className="quiet">{subjectTypeWords[role]}</p>
          {particulars && <Identity particulars={particulars} />}
        </section>
      ))}
      {!revealedUntil && <RevealForm lead={caseWords.hidden} submission={submitTaskReveal} hidden={{ reference: action.case, action: reference }} about={action.case} title={titleOf(action)} />}
    </Card>
  );
}

/** For the chair's office: whose particulars the task needs; for the chair in force, choosing and ending it. */
export function ChosenSubjects({ action }: { action: ViewedAction }) {
  const { reference, subjects, allowed } = action;
  const needed = subjects.filter((subject) => subject.needed);
  const others = subjects.filter((subject) => !subject.needed);
  if (subjects.length === 0 || (!allowed.allowParticulars && (needed.length === 0 || allowed.reveal))) return null;
  return (
    <Card title={words.particulars} note={words.particularsText}>
      {needed.length === 0 && <p className="quiet">{words.noParticulars}</p>}
      <ul className="stack mb-6">
        {needed.map(({ id, label }) => (
          <li key={id}>
            <span className="inline-block first-letter:uppercase">{label}</span>
            {allowed.allowParticulars && (
              <PostButton submission={submitSubjectEnded} submissionKey={randomUUID()} title={titleOf(action)} hidden={{ reference, subjectId: id }} about={words.endParticularsOf(label)} small>
                {words.endParticulars}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {allowed.allowParticulars && others.length > 0 && (
        <SubmissionForm submission={submitSubject} submissionKey={randomUUID()} title={titleOf(action)} hidden={{ reference }} button={words.allowParticulars} buttonTone="secondary" idPrefix="needs-" small>
          <SelectField name="subjectId" label={words.particular} items={[{ value: "", text: words.selectParticular }, ...others.map(({ id, label }) => ({ value: id, text: label }))]} />
        </SubmissionForm>
      )}
    </Card>
  );
}
