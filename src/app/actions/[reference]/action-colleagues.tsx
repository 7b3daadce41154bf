import { randomUUID } from "node:crypto";
import type { ViewedAction } from "@/domain/action-plan/queries/view-action.ts";
import { Card } from "@/ui/content/card.tsx";
import { SelectField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { actionWords as words } from "@/wording/action.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitColleague, submitHelpEnded } from "./submit.ts";

/** Who helps the owner, and for the chair in force letting a colleague help and ending it. */
export function Colleagues({ action: { reference, colleagues, allowed } }: { action: ViewedAction }) {
  const helping = colleagues.filter(({ helps }) => helps);
  const others = colleagues.filter(({ helps }) => !helps);
  if (helping.length === 0 && !(allowed.allowColleague && others.length > 0)) return null;
  const title = `${words.title(reference)} – ${shellWords.titleEnd}`;
  return (
    <Card title={words.colleagues} note={words.colleaguesText}>
      {helping.length === 0 && <p className="quiet">{words.noColleagues}</p>}
      <ul className="stack">
        {helping.map(({ personId, name }) => (
          <li key={personId}>
            {name}
            {allowed.allowColleague && (
              <PostButton submission={submitHelpEnded} submissionKey={randomUUID()} title={title} hidden={{ reference, personId }} about={words.endHelpOf(name)} small>
                {words.endHelp}
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {allowed.allowColleague && others.length > 0 && (
        <SubmissionForm submission={submitColleague} submissionKey={randomUUID()} title={title} hidden={{ reference }} button={words.allow} buttonTone="secondary" idPrefix="help-" small>
          <SelectField name="personId" label={words.colleague} items={[{ value: "", text: words.selectColleague }, ...others.map(({ personId, name }) => ({ value: personId, text: name }))]} />
        </SubmissionForm>
      )}
    </Card>
  );
}
