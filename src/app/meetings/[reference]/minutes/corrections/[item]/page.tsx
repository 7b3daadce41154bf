import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { correctionWords as words } from "@/wording/corrections.ts";
import { itemTitle } from "@/wording/minutes.ts";
import { submitCorrection } from "../submit.ts";

/** What an item of the minutes says, to be written as it should say: what is changed is shown word by word afterwards. */
export default async function CorrectionPage({ params }: { params: Promise<{ reference: string; item: string }> }) {
  const actor = await requireActor();
  const number = Number((await params).item);
  const minutes = await viewMinutes(actor, { reference: await readReference(params) });
  const item = minutes?.items.find((one) => one.number === number);
  if (!minutes?.allowed.propose || !item?.words) notFound();
  const title = words.title(minutes.reference, number);
  return (
    <Frame actor={actor} title={title} current="meetings" marked>
      <BackLink href={`/meetings/${minutes.reference}/minutes`}>{words.back}</BackLink>
      <SubmissionForm
        submission={submitCorrection}
        submissionKey={randomUUID()}
        title={title}
        heading={<PageHeader eyebrow={item.minute ?? minutes.reference} title={words.heading} subtitle={itemTitle(item)} />}
        hidden={{ itemId: item.id, was: item.words.discussion }}
        button={words.send}
        wide
      >
        <TextareaField name="becomes" label={words.becomes} hint={words.hint} rows={12} defaultValue={item.words.discussion} />
      </SubmissionForm>
    </Frame>
  );
}
