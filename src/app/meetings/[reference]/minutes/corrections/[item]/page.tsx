import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import type { MinutePart } from "@/domain/kernel/enums.ts";
import { type MinutedItem, viewMinutes } from "@/domain/minutes/queries/view-minutes.ts";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { Subnav } from "@/ui/shell/subnav.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { correctionWords as words } from "@/wording/corrections.ts";
import { itemTitle } from "@/wording/minutes.ts";
import { submitCorrection } from "../submit.ts";

type Params = { params: Promise<{ reference: string; item: string }>; searchParams: Promise<{ part?: string | string[] }> };

/** What an item of the minutes says, to be written as it should say, part by part: what is changed is shown word by word afterwards. */
export default async function CorrectionPage({ params, searchParams }: Params) {
  const actor = await requireActor();
  const number = Number((await params).item);
  const minutes = await viewMinutes(actor, { reference: await readReference(params) });
  const item = minutes?.items.find((one) => one.number === number);
  if (!minutes?.allowed.propose || !item?.words) notFound();
  const title = words.title(minutes.reference, number);
  const parts = partsOf(item.words, item.resolutions);
  const { part: asked } = await searchParams;
  const part = parts.find(({ key }) => key === asked) ?? parts[0];
  if (!part) notFound();
  const path = `/meetings/${minutes.reference}/minutes/corrections/${number}`;
  return (
    <Frame actor={actor} title={title} current="meetings" marked>
      <BackLink href={`/meetings/${minutes.reference}/minutes`}>{words.back}</BackLink>
      <SubmissionForm
        key={part.key}
        submission={submitCorrection}
        submissionKey={randomUUID()}
        title={title}
        heading={
          <>
            <PageHeader eyebrow={item.minute ?? minutes.reference} title={words.heading} subtitle={itemTitle(item)} />
            {parts.length > 1 && <Subnav label={words.which} items={parts.map(({ key, part: kind, number: place }) => ({ href: `${path}?part=${key}`, text: words.part(kind, place), ...(key === part.key ? { current: true } : {}) }))} />}
          </>
        }
        hidden={{ itemId: item.id, part: part.part, resolutionId: part.resolutionId, was: part.text }}
        button={words.send}
        wide
      >
        <TextareaField name="becomes" label={words.becomes} hint={words.hint} rows={12} defaultValue={part.text} />
      </SubmissionForm>
    </Frame>
  );
}

type Part = { key: string; part: MinutePart; number: number; resolutionId: string; text: string };

/** What was said; why it was decided so and each part that was resolved, where there are such. */
const partsOf = (said: { discussion: string; decisionReason: string | null }, resolutions: MinutedItem["resolutions"]): Part[] => [
  { key: "discussion", part: "discussion", number: 1, resolutionId: "", text: said.discussion },
  ...(said.decisionReason ? [{ key: "reason", part: "decision_reason" as const, number: 1, resolutionId: "", text: said.decisionReason }] : []),
  ...resolutions.map(({ id, wording }, index): Part => ({ key: id, part: "resolution", number: index + 1, resolutionId: id, text: wording })),
];
