import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewDecisionCheck } from "@/domain/concerns/queries/view-concern.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { AskedCheckbox } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { answerKindWords, concernWords as words } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { isDraftId } from "../../new/read-after.ts";
import { submitDecide } from "../submit.ts";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** An answer as the raiser will read it, before the chair sends it. */
export default async function DecideConcernPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const { by } = await searchParams;
  const check = typeof by === "string" && isDraftId(by) ? await viewDecisionCheck(actor, { reference, proposedById: by }) : null;
  if (!check) notFound();
  const { proposal, version, named, mayDecide } = check;
  const title = `${words.decideTitle} ${reference}`;
  const change = [{ href: `/concerns/${reference}/answer?as=${proposal.decision}`, text: words.change, about: words.reason.toLowerCase() }];
  const heading = <PageHeader eyebrow={reference} title={words.decideTitle} subtitle={words.decideNote(check.by)} />;
  const shown = (
    <Stack>
      {named.length > 0 && <Alert kind="warning" title={words.warned(named.join(", "))} />}
      <SummaryList
        rows={[
          { key: words.decision, value: answerKindWords[proposal.decision] },
          ...(proposal.caseReference ? [{ key: words.toCase, value: proposal.caseReference }] : []),
          ...(proposal.agency ? [{ key: words.toAgency, value: proposal.agency }] : []),
          { key: words.reason, value: <span className="whitespace-pre-line">{proposal.reason}</span>, actions: change },
        ]}
      />
    </Stack>
  );
  return (
    <Frame actor={actor} title={title} current="concerns" marked>
      <BackLink href={`/concerns/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        {mayDecide ? (
          <SubmissionForm
            submission={submitDecide}
            submissionKey={randomUUID()}
            title={`${title} – ${shellWords.titleEnd}`}
            hidden={{ reference, version, proposedById: proposal.proposedById, proposedAt: proposal.proposedAt.toISOString() }}
            heading={heading}
            button={words.confirmSend}
            beside={<a href={`/concerns/${reference}`}>{words.cancel}</a>}
          >
            {shown}
            <AskedCheckbox name="namesNobody" text={words.namesNobody} />
          </SubmissionForm>
        ) : (
          <>
            {heading}
            {shown}
            <p>{words.decideWait}</p>
          </>
        )}
      </QuestionPage>
    </Frame>
  );
}
