import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { type DraftCheck, viewDraftCheck } from "@/domain/concerns/queries/view-draft.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { concernWords, draftWords as words, frequencyWords, mayTellWords, triedWords } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../../actor.ts";
import { Frame } from "../../../../frame.tsx";
import { isDraftId } from "../../read-after.ts";
import { submitDrop, submitLog, submitPass, submitRaise } from "../../submit.ts";

export default async function CheckConcernPage({ params }: { params: Promise<{ draft: string }> }) {
  const actor = await requireActor();
  const { draft: draftId } = await params;
  const check = isDraftId(draftId) ? await viewDraftCheck(actor, draftId) : null;
  if (!check) notFound();
  const { place, outside, councillors, isCouncillor, danger } = check;
  const form = { title: `${words.checkTitle} – ${shellWords.titleEnd}`, hidden: { draftId } };
  const ward = place?.ward ?? "";
  return (
    <Frame actor={actor} title={words.checkTitle} current="concerns">
      <BackLink href={`/concerns/new/${draftId}/tell`} />
      <QuestionPage>
        <PageHeader eyebrow={words.checkEyebrow} title={words.checkTitle} />
        <Stack>
          {danger && <Alert kind="danger" title={words.dangerCheck} />}
          <Answers check={check} draftId={draftId} />
          {outside && (
            <Alert kind="info" title={words.outside(ward)}>
              {councillors.length > 0 ? words.outsideText(councillors.map(({ name }) => name).join(" and "), ward) : words.outsideNobody(ward)}
            </Alert>
          )}
          {place?.forum ? <p>{words.hearIn(place.forum)}</p> : <Alert kind="warning" title={words.noForum} />}
          {check.complete && place?.forum && (
            <div>
              <PostButton {...form} submission={submitRaise} submissionKey={randomUUID()} tone="primary">
                {words.raise}
              </PostButton>
              {outside &&
                councillors.map(({ id, name }) => (
                  <PostButton key={id} {...form} hidden={{ draftId, toId: id }} submission={submitPass} submissionKey={randomUUID()}>
                    {words.pass(name)}
                  </PostButton>
                ))}
              {isCouncillor && (
                <PostButton {...form} submission={submitLog} submissionKey={randomUUID()}>
                  {words.keep}
                </PostButton>
              )}
            </div>
          )}
          <PostButton {...form} submission={submitDrop} submissionKey={randomUUID()} tone="quiet">
            {words.drop}
          </PostButton>
        </Stack>
      </QuestionPage>
    </Frame>
  );
}

function Answers({ check: { draft, place }, draftId }: { check: DraftCheck; draftId: string }) {
  const change = (question: string, about: string) => [{ href: `/concerns/new/${draftId}/${question}`, text: concernWords.change, about: about.toLowerCase() }];
  return (
    <SummaryList
      rows={[
        { key: concernWords.what, value: draft.what === null ? undefined : <span className="whitespace-pre-line">{draft.what}</span>, actions: change("what", concernWords.what) },
        { key: concernWords.where, value: [draft.place, place?.ward].filter(Boolean).join(", ") || undefined, actions: change("where", concernWords.where) },
        { key: concernWords.frequency, value: draft.frequency ? frequencyWords[draft.frequency] : undefined, actions: change("often", concernWords.frequency) },
        { key: concernWords.tried, value: draft.tried ? [triedWords[draft.tried], draft.triedWords].filter(Boolean).join(": ") : undefined, actions: change("often", concernWords.tried) },
        { key: concernWords.residents, value: draft.residents?.toString(), actions: change("who", concernWords.residents) },
        { key: concernWords.contact, value: draft.contact ?? undefined, actions: change("who", concernWords.contact) },
        { key: concernWords.told, value: draft.surgeryOn ? inWords(draft.surgeryOn) : undefined, actions: change("who", concernWords.told) },
        { key: concernWords.mayTell, value: draft.mayTell ? mayTellWords[draft.mayTell] : undefined, actions: change("tell", concernWords.mayTell) },
      ]}
    />
  );
}
