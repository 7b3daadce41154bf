import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { z } from "zod";
import { viewComposer } from "@/domain/escalations/queries/view-composer.ts";
import { reference } from "@/domain/kernel/inputs.ts";
import { AskedCheckbox, RadiosField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { FormPart } from "../../cases/form-part.tsx";
import { Frame } from "../../frame.tsx";
import { originPaths } from "../origin-paths.ts";
import { submitCompose } from "../submit.ts";

/** What its address asks for. What can't be read is left out: an address never breaks a page. */
const Asked = z.object({ case: reference.nullable().catch(null), action: reference.nullable().catch(null), concern: reference.nullable().catch(null), item: z.uuid().nullable().catch(null), draft: z.uuid().nullable().catch(null) });

/** What is known of a case, an action or a concern is put into words for the board. */
export default async function ComposePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const asked = Asked.parse(await searchParams);
  const composer = await viewComposer(actor, { caseReference: asked.case, actionReference: asked.action, concernReference: asked.concern, draftId: asked.draft, itemId: asked.item });
  if (!composer) notFound();
  const { origin, boards, words: said, meeting } = composer;
  const { kind } = origin;
  const back = `/${originPaths[kind]}/${origin.reference}`;
  const of = (one: typeof kind) => (kind === one ? origin.reference : "");
  return (
    <Frame actor={actor} title={`${words.compose}: ${origin.reference}`} current="escalations" marked>
      <BackLink href={meeting ? `/meetings/${meeting}/room` : back}>{meeting ?? origin.reference}</BackLink>
      {boards.length === 0 ? (
        <>
          <PageHeader eyebrow={origin.reference} title={words.compose} />
          <Alert kind="warning" title={words.noBoards} />
        </>
      ) : (
        <SubmissionForm
          submission={submitCompose}
          submissionKey={randomUUID()}
          title={`${words.compose}: ${origin.reference} – ${shellWords.titleEnd}`}
          heading={<PageHeader title={words.compose} subtitle={words.composeLead(origin.reference, origin.forum)} />}
          hidden={{ caseReference: of("case"), actionReference: of("action"), concernReference: of("concern"), itemId: said.itemId ?? "", draftId: said.draftId ?? "" }}
          button={words.continue}
          beside={<a href={back}>{words.cancel}</a>}
        >
          {composer.said && (
            <div className="mb-6">
              <Card title={words.wasRaised} note={words.wasRaisedNote}>
                <p className="whitespace-pre-line break-words">{composer.said.what}</p>
                <p className="quiet mt-2">{composer.said.place}</p>
              </Card>
            </div>
          )}
          <TextareaField name="asked" label={words.asked} hint={kind === "concern" ? words.askedOfConcernHint : words.askedHint} rows={3} limit={1500} defaultValue={said.asked} />
          <RadiosField name="to" legend={words.boardLegend} items={boards.map((board) => ({ value: board.value, text: board.name, hint: words.boardHint(board) }))} defaultValue={said.to ?? undefined} />
          <FormPart title={words.nameless} note={words.namelessNote}>
            <TextField name="title" label={words.titleField} hint={words.titleHint} defaultValue={said.title} />
            <TextareaField name="given" label={words.given} hint={kind === "concern" ? words.givenOfConcernHint : words.givenHint} rows={4} limit={3000} defaultValue={said.given} />
            <TextareaField name="tried" label={words.tried} hint={kind === "concern" ? words.triedOfConcernHint : words.triedHint} rows={6} limit={3000} defaultValue={said.tried} />
            <AskedCheckbox name="namesNobody" text={words.namesNobody} />
          </FormPart>
        </SubmissionForm>
      )}
    </Frame>
  );
}
