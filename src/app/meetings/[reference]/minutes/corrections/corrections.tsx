import { randomUUID } from "node:crypto";
import { dayOf, inWords } from "@/domain/kernel/dates.ts";
import type { Correction, MinutedItem, Minutes } from "@/domain/minutes/queries/view-minutes.ts";
import { Details } from "@/ui/content/details.tsx";
import { WordDiff } from "@/ui/content/word-diff.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { correctionWords as words } from "@/wording/corrections.ts";
import { submitAcceptCorrection, submitRefuseCorrection } from "./submit.ts";

/** What was proposed to be corrected in an item, and what came of it; where it is still open, the office settles it here. */
export function Corrections({ item, minutes }: { item: MinutedItem; minutes: Minutes }) {
  const { reference, allowed } = minutes;
  return (
    <>
      {item.corrections.map((correction, index) => (
        <section key={correction.id} className="mt-2 border-l-4 border-line-strong pl-4" aria-label={words.label(item.number, index + 1)}>
          <p className="quiet">{words.proposedOf(correction.part, correction.by, inWords(dayOf(correction.at)))}</p>
          <WordDiff changes={correction.changes} />
          {correction.settledAt && <Settled correction={correction} />}
          {correction.state === "proposed" && allowed.settle && <Settle correction={correction} title={words.settleTitle(reference)} about={words.label(item.number, index + 1)} />}
        </section>
      ))}
      {allowed.propose && item.words && (
        <p className="print:hidden">
          <a href={`/meetings/${reference}/minutes/corrections/${item.number}`}>
            {words.propose}
            <span className="sr-only">: {words.ofItem(item.number)}</span>
          </a>
        </p>
      )}
    </>
  );
}

function Settled({ correction: { state, settledBy, settledAt, reason } }: { correction: Correction }) {
  return (
    <>
      <p className="font-semibold">{words.settled[state](settledBy, settledAt ? inWords(dayOf(settledAt)) : "")}</p>
      {reason && <p className="whitespace-pre-line">{reason}</p>}
    </>
  );
}

const Settle = ({ correction: { id }, title, about }: { correction: Correction; title: string; about: string }) => (
  <div className="mt-2 grid gap-2 print:hidden">
    <PostButton submission={submitAcceptCorrection} submissionKey={randomUUID()} title={title} hidden={{ correctionId: id }} about={about} small>
      {words.accept}
    </PostButton>
    <Details summary={words.refuse}>
      <SubmissionForm submission={submitRefuseCorrection} submissionKey={randomUUID()} title={title} hidden={{ correctionId: id }} button={words.refuse} buttonTone="secondary" idPrefix={`refuse-${id}-`}>
        <TextareaField name="reason" label={words.reason} rows={2} />
      </SubmissionForm>
    </Details>
  </div>
);
