import { randomUUID } from "node:crypto";
import type { ViewedConcern } from "@/domain/concerns/queries/view-concern.ts";
import { dayOf, inWords, timeInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { concernWords as words, frequencyWords, mayTellWords, triedWords } from "@/wording/concerns.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitReveal } from "./submit.ts";

/** What was said of it, in the words of whoever raised it. */
export function WhatWasRaised({ concern }: { concern: ViewedConcern }) {
  const { isMine, what, place, ward, frequency, tried, residents, mayTell, surgeryOn, by, raisedAt, meeting, passedBy, recurrences, times } = concern;
  return (
    <Card title={isMine ? words.yours : words.facts} note={isMine && passedBy ? words.passedBy(passedBy) : undefined}>
      <SummaryList
        rows={[
          { key: words.what, value: <span className="whitespace-pre-line break-words">{what}</span> },
          { key: words.where, value: `${place}, ${ward}` },
          { key: words.frequency, value: times > 1 ? `${frequencyWords[frequency]} · ${words.times3(times)}` : frequencyWords[frequency] },
          { key: words.tried, value: triedWords[tried] },
          ...(concern.triedWords ? [{ key: words.triedText, value: <span className="whitespace-pre-line">{concern.triedWords}</span> }] : []),
          { key: words.residents, value: residents?.toString() ?? words.notCounted },
          { key: words.mayTell, value: mayTellWords[mayTell] },
          { key: words.contact, value: <Contact concern={concern} /> },
          ...(surgeryOn ? [{ key: words.told, value: inWords(surgeryOn) }] : []),
          ...(isMine ? [] : [{ key: words.raisedBy, value: by }]),
          ...(raisedAt ? [{ key: words.raisedOn, value: inWords(dayOf(raisedAt)) }] : []),
          ...(meeting ? [{ key: words.atMeeting, value: <Reference href={`/meetings/${meeting}`}>{meeting}</Reference> }] : []),
        ]}
      />
      {recurrences.length > 0 && (
        <>
          <h3 className="mt-4">{words.recurrences}</h3>
          <ul className="stack">
            {recurrences.map(({ happenedOn, note }, index) => (
              <li key={index}>
                {inWords(happenedOn)}
                {note && <p className="quiet whitespace-pre-line">{note}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Contact({ concern: { reference, contact, allowed } }: { concern: ViewedConcern }) {
  if (!contact.held) return <>{words.noContact}</>;
  if (contact.words !== null)
    return (
      <>
        {contact.words}
        {contact.until && <p className="quiet">{words.shownUntil(timeInWords(contact.until))}</p>}
      </>
    );
  return (
    <>
      <p className="quiet">{words.contactHeld}</p>
      {allowed.reveal && (
        <Details summary={words.showContact}>
          <SubmissionForm submission={submitReveal} submissionKey={randomUUID()} title={`${words.title(reference)} – ${shellWords.titleEnd}`} hidden={{ reference }} button={words.showContact} idPrefix="reveal-" small>
            <TextField name="reason" label={words.revealReason} hint={words.revealHint} />
          </SubmissionForm>
        </Details>
      )}
    </>
  );
}
