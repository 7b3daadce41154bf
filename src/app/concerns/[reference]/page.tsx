import { notFound } from "next/navigation";
import { viewConcern, type ViewedConcern } from "@/domain/concerns/queries/view-concern.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { inWords, momentInWords } from "@/domain/kernel/dates.ts";
import { type SimilarRecord, viewSimilar } from "@/domain/repeats/queries/view-similar.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns } from "@/ui/content/columns.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { Timeline } from "@/ui/content/timeline.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { concernLooks, concernStateWords, concernWords as words, ownStateWords, stepWords } from "@/wording/concerns.ts";
import { requireActor } from "../../actor.ts";
import { EscalationsOf } from "../../escalations/escalations-of.tsx";
import { Frame } from "../../frame.tsx";
import { readReference } from "../../read-reference.ts";
import { SimilarRecords } from "../../similar-records.tsx";
import { WhatCameOfIt } from "../../what-came-of-it.tsx";
import { WhatWasRaised } from "./facts.tsx";
import { OfficeCard, ThresholdCard } from "./office.tsx";
import { FollowCard, ProgressCard, Replies } from "./raiser.tsx";

/** A concern: for whoever raised it their words and how far it has come, for the chair's office what it decides on. */
export default async function ConcernPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const concern = await viewConcern(actor, await readReference(params));
  if (!concern) notFound();
  const { reference, isMine, isOffice, state, ward, forum, saysDanger } = concern;
  const similar = isOffice && state === "raised" ? await viewSimilar(actor, { source: "concern", reference }) : null;
  const state_ = isOffice ? concernStateWords[state] : ownStateWords[state];
  return (
    <Frame actor={actor} title={words.title(reference)} current="concerns" marked={isOffice}>
      <BackLink href={isMine && !isOffice ? "/concerns?show=mine" : "/concerns"}>{words.plural}</BackLink>
      <PageHeader
        eyebrow={reference}
        title={`${ward}, ${forum}`}
        tags={
          <>
            <Tag {...concernLooks[state]}>{state_}</Tag>
            {saysDanger && (
              <Tag tone="red" icon="siren">
                {words.danger}
              </Tag>
            )}
          </>
        }
      />
      <Columns main={<Main actor={actor} concern={concern} similar={similar} />} side={<Side concern={concern} />} />
    </Frame>
  );
}

function Main({ actor, concern, similar }: { actor: Actor; concern: ViewedConcern; similar: SimilarRecord[] | null }) {
  const { isMine, isOffice, passedByMe, reference } = concern;
  return (
    <>
      {isMine && <ProgressCard concern={concern} />}
      {passedByMe && <Alert kind="info" title={words.passedNote} />}
      {isMine && <WhatCameOfIt {...concern} />}
      {isMine && <Replies concern={concern} />}
      <WhatWasRaised concern={concern} />
      <SimilarRecords records={similar} />
      {isOffice && <EscalationsOf actor={actor} concernReference={reference} />}
      {(isMine || isOffice) && <Answers concern={concern} />}
    </>
  );
}

function Side({ concern }: { concern: ViewedConcern }) {
  return (
    <>
      {concern.isOffice && <OfficeCard concern={concern} />}
      {concern.isOffice && <ThresholdCard concern={concern} />}
      {concern.isMine && <FollowCard concern={concern} />}
    </>
  );
}

function Answers({ concern: { steps, isOffice } }: { concern: ViewedConcern }) {
  return (
    <Card title={words.answers}>
      {steps.length === 0 ? (
        <p className="quiet">{words.noAnswers}</p>
      ) : (
        <Timeline
          level={3}
          events={steps.map(({ id, kind, words: said, at, by, agency, record, toldOn }) => ({
            id, by, title: stepWords(kind, isOffice, agency), when: momentInWords(at), dateTime: at.toISOString(),
            lines: [
              { text: said },
              ...(record === null ? [] : [{ text: `${words.record}: ${record}` }]),
              ...(isOffice && (kind === "replied" || kind === "answered") ? [{ text: toldOn ? words.toldByRaiser(inWords(toldOn)) : words.notTold, quiet: true }] : []),
            ],
          }))}
        />
      )}
    </Card>
  );
}
