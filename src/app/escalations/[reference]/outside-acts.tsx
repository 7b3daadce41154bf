import { randomUUID } from "node:crypto";
import type { ViewedEscalation } from "@/domain/escalations/queries/view-escalation.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { ConfirmFields, confirmChecks } from "../confirm-fields.tsx";
import { submitAskSecretary, submitConfirm } from "../submit.ts";

type Props = { found: ViewedEscalation; title: string };

/** Of a board that doesn't use the application: how its secretary is reached, for the office that sent it; what is theirs to say, where they sign in. */
export function OutsideActs({ found, title }: Props) {
  const { allowed, reference, version, link, holder } = found;
  const hidden = { reference, version };
  return (
    <>
      {allowed.confirm && (
        <Card title={words.confirm}>
          <SubmissionForm submission={submitConfirm} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.confirmContinue} checks={confirmChecks} idPrefix="confirm-" small>
            <ConfirmFields {...found} />
          </SubmissionForm>
        </Card>
      )}
      {allowed.askSecretary && (
        <Card title={words.secretary} note={words.secretaryNote}>
          <SummaryList
            compact
            rows={[
              ...(holder ? [{ key: words.holder, value: holder }] : []),
              { key: words.link, value: link ? words.linkStates[link.state](link.endsAt) : words.signsIn },
              ...(link?.code ? [{ key: words.code, value: <><strong className="text-xl tracking-widest">{link.code}</strong><span className="quiet block">{words.codeHint}</span></> }] : []),
            ]}
          />
          <p className="my-4 max-w-measure">{words.askAgainNote}</p>
          <PostButton submission={submitAskSecretary} submissionKey={randomUUID()} title={title} hidden={hidden}>
            {link ? words.askAgain : words.writeAgain}
          </PostButton>
        </Card>
      )}
    </>
  );
}
