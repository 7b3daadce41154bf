import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewReferralForm } from "@/domain/referrals/queries/view-draft.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { referralWords, writeWords as words } from "@/wording/referral-pages.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitRemoveReferred } from "../../submit.ts";
import { Particulars } from "../particulars.tsx";

/** Whom and what places a referral is about, for whoever writes it. */
export default async function ReferredPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const form = await viewReferralForm(actor, await readReference(params));
  if (!form) notFound();
  const { reference, version, people } = form;
  const title = referralWords.titleOf(words.people, reference);
  return (
    <Frame actor={actor} title={title} current="referrals" marked>
      <BackLink href={`/referrals/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        <PageHeader eyebrow={reference} title={words.people} subtitle={words.peopleLead} />
        <Stack>
          {people.length === 0 && (
            <Card>
              <EmptyState title={words.nobody} icon="users">
                {words.nobodyText}
              </EmptyState>
            </Card>
          )}
          {people.map((one) => (
            <Card
              key={one.id}
              title={one.label}
              actions={
                <a href={`/referrals/${reference}/people/${one.id}`}>
                  {words.change}
                  <span className="sr-only"> {one.label}</span>
                </a>
              }
            >
              <Particulars one={one} />
              <div className="mt-4">
                <SubmissionForm
                  submission={submitRemoveReferred}
                  submissionKey={randomUUID()}
                  title={`${title} – ${shellWords.titleEnd}`}
                  hidden={{ reference, version, subjectId: one.id }}
                  button={words.remove}
                  about={one.label}
                  buttonTone="secondary"
                  idPrefix={`${one.id}-`}
                  small
                  beside={<span className="quiet">{words.removeLead}</span>}
                />
              </div>
            </Card>
          ))}
        </Stack>
        <div className="button-group mt-6">
          {people.length > 0 && <ButtonLink href={`/referrals/${reference}`}>{words.done}</ButtonLink>}
          <ButtonLink href={`/referrals/${reference}/people/new`} tone={people.length > 0 ? "secondary" : undefined}>
            {people.length > 0 ? words.addAnother : words.add}
          </ButtonLink>
        </div>
      </QuestionPage>
    </Frame>
  );
}
