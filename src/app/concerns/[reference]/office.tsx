import { randomUUID } from "node:crypto";
import type { ViewedConcern } from "@/domain/concerns/queries/view-concern.ts";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { ContextualDate } from "@/ui/content/contextual-date.tsx";
import { Details } from "@/ui/content/details.tsx";
import { IconList } from "@/ui/content/icon-list.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { CheckboxesField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { inWords } from "@/domain/kernel/dates.ts";
import { answerKindWords, concernWords as words, thresholdWords } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitPrepare } from "./submit.ts";

type Shown = { concern: ViewedConcern };

/** The clock, what is prepared, and the ways to answer. */
export function OfficeCard({ concern }: Shown) {
  const { reference, state, hearBy, isLate, waited, office, allowed } = concern;
  if (!office) return null;
  return (
    <Card title={state === "raised" ? words.office : words.officeDone} icon={state === "raised" ? "gavel" : "check"} note={state === "raised" && !allowed.decide ? words.coordinatorNote : undefined}>
      {hearBy && state === "raised" && (
        <p>
          <ContextualDate date={inWords(hearBy)} dateTime={hearBy} note={isLate ? words.late(hearBy) : words.waited(waited)} tone={isLate ? "late" : waited >= 4 ? "soon" : "plain"} />
        </p>
      )}
      {office.caseReference && (
        <p>
          {words.linked} <Reference href={`/cases/${office.caseReference}`}>{office.caseReference}</Reference>
        </p>
      )}
      <Proposals concern={concern} />
      {state === "raised" && (
        <ul className="stack">
          {allowed.decide && <Way href={`/concerns/${reference}/take`} text={words.ways.take} />}
          {(["joined", "redirected", "declined"] as const).map((way) => (
            <Way key={way} href={`/concerns/${reference}/answer?as=${way}`} text={words.ways[way]} />
          ))}
          {allowed.escalate && <Way href={`/escalations/new?concern=${reference}`} text={words.ways.escalated} />}
          {allowed.anotherMeeting && <Way href="/meetings/new?kind=extraordinary" text={words.ways.meeting} />}
        </ul>
      )}
      {allowed.ask && (
        <p className="mt-3">
          <a href={`/concerns/${reference}/ask`}>{words.ways.ask}</a>
        </p>
      )}
      {allowed.prepareReply && (
        <div className="button-group">
          <ButtonLink href={`/concerns/${reference}/reply`} tone={office.residentWords ? "secondary" : "primary"}>
            {words.toReply}
          </ButtonLink>
          {office.residentWords && <ButtonLink href={`/concerns/${reference}/reply/check`}>{words.toReplyCheck}</ButtonLink>}
        </div>
      )}
    </Card>
  );
}

const Way = ({ href, text }: { href: string; text: string }) => (
  <li>
    <a href={href}>{text}</a>
  </li>
);

function Proposals({ concern: { reference, office, allowed, state } }: Shown) {
  if (!office || state !== "raised" || office.proposals.length === 0) return null;
  return (
    <>
      <h3>{words.proposals}</h3>
      <ul className="stack">
        {office.proposals.map(({ proposedById, by, decision, reason, agency, caseReference, proposedAt }) => (
          <li key={proposedById}>
            <p>
              <strong>{[answerKindWords[decision], agency ?? caseReference].filter(Boolean).join(": ")}</strong>
            </p>
            <p className="whitespace-pre-line">{reason}</p>
            <p className="quiet">{words.preparedBy(by, momentInWords(proposedAt))}</p>
            <ButtonLink href={`/concerns/${reference}/decide?by=${proposedById}`} tone={allowed.decide ? "primary" : "secondary"} small>
              {allowed.decide ? words.look : words.lookOnly}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </>
  );
}

const facts = ["triedLocally", "severalAgencies", "repeats", "highVulnerability", "emergingHotspot"] as const satisfies readonly (keyof typeof thresholdWords)[];
const ticks = ["severalAgencies", "highVulnerability", "emergingHotspot"] as const;

/** The threshold in words (rule 16): what is known, and who said it. The chair decides all the same. */
export function ThresholdCard({ concern }: Shown) {
  const { reference, office, allowed } = concern;
  if (!office) return null;
  const { threshold } = office;
  return (
    <Card title={words.threshold}>
      <p>
        <strong>{threshold.met ? words.met : words.notMet}</strong>
      </p>
      <IconList items={facts.map((fact) => ({ icon: threshold[fact] ? ("circle-check" as const) : ("minus" as const), text: thresholdWords[fact][threshold[fact] ? "yes" : "no"] }))} />
      <p className="quiet mt-2">{words.nearby(threshold.nearby)}</p>
      {office.note && (
        <p className="mt-2 whitespace-pre-line">
          {words.note}: {office.note}
        </p>
      )}
      {allowed.prepare && (
        <Details summary={words.prepare}>
          <SubmissionForm submission={submitPrepare} submissionKey={randomUUID()} title={`${words.title(reference)} – ${shellWords.titleEnd}`} hidden={{ reference, version: office.preparation }} button={words.prepareSubmit} idPrefix="prepare-" buttonTone="secondary" small>
            {ticks.map((name) => (
              <CheckboxesField key={name} name={name} legend={words.prepareTicks[name]} legendHidden items={[{ value: "yes", text: words.prepareTicks[name] }]} defaultValue={threshold[name] ? ["yes"] : []} />
            ))}
            <TextareaField name="note" label={words.prepareNote} hint={words.prepareNoteHint} rows={3} limit={1000} defaultValue={office.note ?? ""} />
          </SubmissionForm>
        </Details>
      )}
    </Card>
  );
}
