import { randomUUID } from "node:crypto";
import { EscalationTag } from "@/app/escalations/escalation-tag.tsx";
import type { ItemInHand, Room } from "@/domain/minutes/queries/view-room.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { escalationWords as words } from "@/wording/escalations.ts";
import { submitWriteAnswer } from "./submit.ts";

type Props = { room: Room; item: ItemInHand; title: string };

/** At a board, what was handed up and the answer; at a forum, what it handed up itself, and what it is about to. */
export function HandedUp({ room, item, title }: Props) {
  const { handedUp, receipts } = item;
  return (
    <>
      {item.toEscalate && item.case && room.allowed.write && (
        <div className="mb-4">
          <Alert title={words.decided}>
            <a href={`/escalations/new?case=${item.case.reference}&item=${item.id}`}>{words.compose}</a>
          </Alert>
        </div>
      )}
      {item.kind === "escalations" && item.escalationId === null && <Receipts receipts={receipts} />}
      {handedUp && (
        <Card title={words.roomGiven} note={words.from(handedUp.forum)}>
          <SummaryList compact rows={[{ key: words.asked, value: said(handedUp.asked) }, { key: words.given, value: said(handedUp.given) }, { key: words.tried, value: said(handedUp.tried) }]} />
          {room.allowed.decide && !room.discussionOnly && handedUp.takesAnswer && (
            <>
              <h3 className="mt-4 text-lg">{words.roomAnswer}</h3>
              <p className="quiet mb-2">{words.roomAnswerNote}</p>
              <SubmissionForm submission={submitWriteAnswer} submissionKey={randomUUID()} title={title} hidden={{ itemId: item.id }} button={words.saveAnswer} buttonTone="secondary" idPrefix="answer-" wide>
                <TextareaField name="words" label={words.words} hint={words.wordsHint} rows={4} limit={3000} defaultValue={handedUp.answer?.words} />
                <TextareaField name="safeWords" label={words.safeWords} hint={words.safeWordsHint} rows={2} limit={600} defaultValue={handedUp.answer?.safeWords ?? undefined} />
              </SubmissionForm>
            </>
          )}
          {!room.allowed.decide && handedUp.answer && <p className="mt-4 whitespace-pre-line">{handedUp.answer.words}</p>}
        </Card>
      )}
    </>
  );
}

const said = (text: string) => <span className="whitespace-pre-line">{text}</span>;

const Receipts = ({ receipts }: Pick<ItemInHand, "receipts">) => (
  <Card title={words.receipts}>
    {receipts.length === 0 ? (
      <p className="quiet">{words.noReceipts}</p>
    ) : (
      <ul className="divide-y divide-line">
        {receipts.map((one) => (
          <li key={one.id} className="py-2">
            <Reference href={`/escalations/${one.reference}`}>{one.reference}</Reference> {one.title}
            <p className="quiet">{one.board}</p>
            <EscalationTag escalation={one} />
          </li>
        ))}
      </ul>
    )}
  </Card>
);
