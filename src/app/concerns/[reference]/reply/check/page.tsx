import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewConcern, viewReplyCheck } from "@/domain/concerns/queries/view-concern.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { AskedCheckbox, RadiosField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { concernWords as words } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { readReference } from "../../../../read-reference.ts";
import { submitReply } from "../../submit.ts";

/** What residents would be told, with what in it might name somebody; and the question that no search answers. */
export default async function CheckReplyPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const check = await viewReplyCheck(actor, reference);
  const concern = check && (await viewConcern(actor, reference));
  if (!check || !concern) notFound();
  const { version, preparation, named } = check;
  const title = `${words.replyCheckTitle} ${reference}`;
  const heading = <PageHeader eyebrow={reference} title={words.replyCheckTitle} subtitle={words.replyCheckNote(check.by)} />;
  const change = [{ href: `/concerns/${reference}/reply`, text: words.change, about: words.residentWords.toLowerCase() }];
  const shown = (
    <Stack>
      {named.length > 0 ? <Alert kind="warning" title={words.foundTitle}>{named.join(", ")}</Alert> : <Alert kind="info" title={words.foundNone} />}
      <SummaryList
        rows={[
          { key: words.residentWords, value: <span className="whitespace-pre-line">{check.residentWords}</span>, actions: change },
          { key: words.recordWords, value: <span className="whitespace-pre-line">{check.recordWords}</span>, actions: [{ ...change[0], href: `/concerns/${reference}/reply`, text: words.change, about: words.recordWords.toLowerCase() }] },
        ]}
      />
    </Stack>
  );
  return (
    <Frame actor={actor} title={title} current="concerns" marked>
      <BackLink href={`/concerns/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        {concern.allowed.reply ? (
          <SubmissionForm
            submission={submitReply}
            submissionKey={randomUUID()}
            title={`${title} – ${shellWords.titleEnd}`}
            hidden={{ reference, version, preparation }}
            heading={heading}
            button={words.approve}
            beside={<a href={`/concerns/${reference}`}>{words.cancel}</a>}
          >
            {shown}
            <AskedCheckbox name="namesNobody" text={words.namesNobody} />
            <RadiosField name="tellsHarm" legend={words.tellsHarm} items={(["no", "yes"] as const).map((value) => ({ value, text: words.tellsHarmItems[value] }))} />
            <RadiosField name="ends" legend={words.ends} items={(["ends", "more"] as const).map((value) => ({ value, text: words.endsItems[value] }))} />
          </SubmissionForm>
        ) : (
          <>
            {heading}
            {shown}
            <p>{words.approveWait}</p>
          </>
        )}
      </QuestionPage>
    </Frame>
  );
}
