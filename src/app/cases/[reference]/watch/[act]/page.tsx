import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { enums } from "@/domain/kernel/enums.ts";
import { type WatchView, viewWatch } from "@/domain/step-downs/queries/view-watch.ts";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { RadiosField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { shellWords } from "@/wording/shell.ts";
import { type WatchAct, watchActs, watchFindingWords, watchForm as words, watchWords } from "@/wording/step-downs.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { readReference } from "../../../../read-reference.ts";
import { submitCheckIn, submitClose, submitReturn, submitUndo } from "../submit.ts";

const needs: Record<WatchAct, keyof WatchView["allowed"]> = { "check-in": "checkIn", return: "bringBack", close: "close", undo: "undo" };
const submissions = { "check-in": submitCheckIn, return: submitReturn, close: submitClose, undo: submitUndo };
const isAct = (act: string): act is WatchAct => Object.hasOwn(needs, act);

/** The one thing asked before an act on a case under watch. Whoever may not do it now goes back to the watch, which says how it stands. */
export default async function WatchActPage({ params }: { params: Promise<{ reference: string; act: string }> }) {
  const actor = await requireActor();
  const { act } = await params;
  if (!isAct(act)) notFound();
  const found = await viewWatch(actor, await readReference(params));
  if (!found) notFound();
  const { reference, allowed, watches } = found;
  const running = watches.find(({ end }) => end === null);
  if (!running || !allowed[needs[act]]) redirect(`/cases/${reference}/watch`);
  const { title, lead, button } = watchActs[act];
  const pageTitle = words.titleOf(title, reference);
  return (
    <Frame actor={actor} title={pageTitle} current="cases" marked>
      <BackLink href={`/cases/${reference}/watch`}>{watchWords.titleOf(reference)}</BackLink>
      <QuestionPage>
        <SubmissionForm
          submission={submissions[act]}
          submissionKey={randomUUID()}
          title={`${pageTitle} – ${shellWords.titleEnd}`}
          heading={<PageHeader eyebrow={`${reference} · ${found.title}`} title={title} subtitle={lead} />}
          hidden={act === "check-in" ? { reference } : { reference, version: running.version }}
          button={button}
          buttonTone={act === "close" ? "warning" : undefined}
          beside={<a href={`/cases/${reference}/watch`}>{words.cancel}</a>}
        >
          {act === "check-in" ? (
            <>
              <div className="mb-6">
                <SummaryList compact rows={[{ key: words.trigger, value: running.returnTrigger ?? "" }]} />
              </div>
              <RadiosField name="finding" legend={words.finding} items={enums.watch_finding.map((value) => ({ value, text: watchFindingWords[value], hint: words.findingHints[value] }))} />
              <TextareaField name="note" label={words.note} hint={words.noteHint} rows={4} limit={2000} />
            </>
          ) : (
            <TextareaField name="reason" label={words.reason} rows={3} limit={1000} />
          )}
        </SubmissionForm>
      </QuestionPage>
    </Frame>
  );
}
