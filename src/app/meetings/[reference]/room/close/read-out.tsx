import { randomUUID } from "node:crypto";
import { withWeekday } from "@/domain/kernel/dates.ts";
import type { Closing } from "@/domain/minutes/queries/view-closing.ts";
import { Card } from "@/ui/content/card.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { TaskList } from "@/ui/content/task-list.tsx";
import { CheckboxesField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { closingWords as words } from "@/wording/minutes.ts";
import { submitReadOut } from "./submit.ts";

type Action = Closing["toReadOut"][number];

/** What was tasked, said aloud to its owners: what they will do, by when, and how it will be known to be done. */
export function ReadOut({ closing: { toReadOut, reference, allowed } }: { closing: Closing }) {
  if (toReadOut.length === 0) return null;
  const left = toReadOut.filter(({ heard }) => heard === null);
  const said = toReadOut.filter(({ heard }) => heard !== null);
  return (
    <Card title={words.readOut} note={words.readOutSoFar(said.length, toReadOut.length)} icon={left.length === 0 ? "circle-check" : undefined}>
      {said.length > 0 && <TaskList id="said" items={said.map((action) => ({ title: titleOf(action), href: `/actions/${action.reference}`, hint: measureOf(action), status: action.heard ? words.heard : <Tag tone="amber">{words.notThere}</Tag> }))} />}
      {left.length > 0 && allowed.readOut && (
        <div className="mt-4">
          <SubmissionForm submission={submitReadOut} title={words.title(reference)} hidden={{ reference }} submissionKey={randomUUID()} button={words.sayHeard} buttonTone="secondary" secondary={{ text: words.sayNotThere, name: "notThere", value: "yes" }} idPrefix="read-out-" wide>
            <CheckboxesField name="actionIds" legend={words.readOutLegend} items={left.map((action) => ({ value: action.id, text: titleOf(action), hint: measureOf(action) }))} />
          </SubmissionForm>
        </div>
      )}
    </Card>
  );
}

const titleOf = ({ reference, owner, agency, dueOn }: Action) => words.recordedItem(reference, owner, agency, withWeekday(dueOn));
const measureOf = ({ wording, measure }: Action) => (wording === null || measure === null ? undefined : words.measured(wording, measure));
