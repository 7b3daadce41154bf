import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { slotInWords } from "@/domain/kernel/dates.ts";
import { type Replies, viewReplies } from "@/domain/sign-in/queries/view-replies.ts";
import { RadiosField, SelectField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { QuestionPage } from "@/ui/shell/question-page.tsx";
import { replyWords as words } from "@/wording/replies.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { ReplyButtons } from "../../../reply-buttons.tsx";
import { submitReply } from "./submit.ts";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The replies that ask something first: what the office should know, or who comes instead. Without either, the four to choose from. */
export default async function ReplyPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const replies = await viewReplies(actor, { reference: await readReference(params) });
  if (!replies?.allowed.reply) notFound();
  const { reference } = replies;
  const { with: wanted } = await searchParams;
  const title = wanted === "information" ? words.withInformation : wanted === "deputy" ? words.deputy : words.ask;
  const heading = <PageHeader eyebrow={reference} title={title} subtitle={`${replies.forum} · ${slotInWords(replies.startsAt, replies.limitMinutes)} · ${replies.place}`} />;
  const formTitle = `${title} ${reference} – ${shellWords.titleEnd}`;
  const form = { submission: submitReply, submissionKey: randomUUID(), title: formTitle, heading, beside: <a href={`/meetings/${reference}`}>{words.cancel}</a> };
  return (
    <Frame actor={actor} title={`${title} ${reference}`} current="meetings">
      <BackLink href={`/meetings/${reference}`}>{reference}</BackLink>
      <QuestionPage>
        {wanted === "information" ? (
          <SubmissionForm {...form} hidden={{ reference, reply: "apologies_with_information" }} button={words.withInformation}>
            <TextareaField name="information" label={words.information} hint={words.informationHint} rows={5} defaultValue={replies.mine?.information ?? ""} />
            <p className="form-group">{words.onACase}</p>
          </SubmissionForm>
        ) : wanted === "deputy" ? (
          <SubmissionForm {...form} hidden={{ reference, reply: "deputy" }} button={words.deputy}>
            <Deputy colleagues={replies.colleagues} />
          </SubmissionForm>
        ) : (
          <>
            {heading}
            <ReplyButtons reference={reference} title={formTitle} />
          </>
        )}
      </QuestionPage>
    </Frame>
  );
}

function Deputy({ colleagues }: { colleagues: Replies["colleagues"] }) {
  return (
    <>
      <SelectField name="deputyId" label={words.who} hint={words.whoHint} items={[{ value: "", text: words.nobody }, ...colleagues.map(({ personId, name }) => ({ value: personId, text: name }))]} />
      <TextField name="deputyName" label={words.name} hint={words.nameHint} />
      <RadiosField
        name="deputyCommits"
        legend={words.commits}
        items={[
          { value: "yes", text: words.commitsItems.yes },
          { value: "no", text: words.commitsItems.no },
        ]}
      />
    </>
  );
}
