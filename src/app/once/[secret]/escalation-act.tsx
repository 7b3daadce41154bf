import { randomUUID } from "node:crypto";
import { viewHanded } from "@/domain/escalations/queries/view-handed.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { routeWords } from "@/wording/one-time-routes.ts";
import { ConfirmFields, confirmChecks } from "../../escalations/confirm-fields.tsx";
import { LinkOver, Outside, titleOf } from "../../outside.tsx";
import type { ActProps } from "./act-props.ts";
import { submitRouteConfirm } from "./submit.ts";

/** What was sent to a board that doesn't use the application, for its secretary to say that it came, on which agenda it is, or why it goes back. */
export async function EscalationAct({ route, secret }: ActProps) {
  const handed = await viewHanded(route.actor, route.subjectId);
  if (!handed) {
    return (
      <LinkOver>
        <p className="mb-4">{routeWords.again}</p>
      </LinkOver>
    );
  }
  const { reference, version, forum, board, listBy, title, asked, given, tried } = handed;
  const said = (text: string) => <span className="whitespace-pre-line">{text}</span>;
  return (
    <Outside title={words.handed}>
      <SubmissionForm
        submission={submitRouteConfirm}
        submissionKey={randomUUID()}
        title={titleOf(words.handed)}
        heading={<PageHeader eyebrow={reference} title={words.handed} subtitle={words.handedLead(forum, board)} />}
        hidden={{ secret, reference, version }}
        button={words.confirmContinue}
        checks={confirmChecks}
      >
        <p className="mb-4">{words.handedNote}</p>
        <div className="mb-6">
          <SummaryList compact rows={[{ key: words.columns.what, value: title }, { key: words.asked, value: said(asked) }, { key: words.given, value: said(given) }, { key: words.tried, value: said(tried) }]} />
        </div>
        <p className="mb-4">{words.handedBy(inWords(listBy))}</p>
        <ConfirmFields {...handed} />
        <p className="form-group">{words.untilUsed(route.endsAt)}</p>
      </SubmissionForm>
    </Outside>
  );
}
