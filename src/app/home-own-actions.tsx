import { randomUUID } from "node:crypto";
import type { Home } from "@/domain/action-plan/queries/view-home.ts";
import type { ListedAction } from "@/domain/action-plan/queries/list-actions.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { TextField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { actionWords as acts } from "@/wording/action.ts";
import { namelessAction } from "@/wording/action-states.ts";
import { homeWords as words } from "@/wording/home.ts";
import { shellWords } from "@/wording/shell.ts";
import { ActionStatusTag } from "./actions/action-status-tag.tsx";
import { DueDate } from "./actions/due-date.tsx";
import { submitAcceptHere, submitUpdateHere } from "./actions/submit.ts";

const title = `${words.title} – ${shellWords.titleEnd}`;

/** What this person was tasked with and has not finished, the first due first: answered and updated where it stands. */
export function OwnActionsCard({ own, today }: { own: Home["own"]; today: string }) {
  if (own.total === 0) {
    return (
      <Card title={words.ownActions}>
        <EmptyState title={words.ownEmpty.title} icon="list-checks">
          {words.ownEmpty.text}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={words.ownActions}>
      <ul className="own-actions">
        {own.actions.map((action) => (
          <OwnAction key={action.reference} action={action} today={today} />
        ))}
      </ul>
      {own.total > own.actions.length && (
        <p>
          <a href="/actions?mine=1">{words.allOwn(own.total)}</a>
        </p>
      )}
    </Card>
  );
}

function OwnAction({ action, today }: { action: ListedAction; today: string }) {
  const { reference, version, state } = action;
  const form = { hidden: { reference, version }, title, about: reference, small: true };
  return (
    <li>
      <div className="own-action">
        <div>
          <Reference href={`/actions/${reference}`}>{reference}</Reference> <ActionStatusTag status={action.status} />
          <p>{action.text ?? namelessAction(action.agency)}</p>
          {action.asked === "more_time" && action.askedDue && <p className="quiet">{acts.askedTimeNote(inWords(action.askedDue))}</p>}
          {action.asked === "another_owner" && <p className="quiet">{words.askedOwner}</p>}
        </div>
        <DueDate action={action} today={today} />
      </div>
      {state === "assigned" && (
        <PostButton {...form} submissionKey={randomUUID()} submission={submitAcceptHere} tone="primary" beside={<a href={`/actions/${reference}/decline`}>{words.decline}<span className="sr-only"> {reference}</span></a>}>
          {words.accept}
        </PostButton>
      )}
      {state !== "reported_done" && (
        <SubmissionForm
          {...form}
          submissionKey={randomUUID()}
          submission={submitUpdateHere}
          button={words.sendUpdate}
          buttonTone="secondary"
          idPrefix={`${reference}-`}
          wide
          beside={<a href={`/actions/${reference}/done`}>{words.reportDone}<span className="sr-only"> {reference}</span></a>}
        >
          <TextField name="note" label={words.update(reference)} />
        </SubmissionForm>
      )}
    </li>
  );
}
