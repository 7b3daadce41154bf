import { inWords } from "@/domain/kernel/dates.ts";
import type { MinutedItem, Minutes } from "@/domain/minutes/queries/view-minutes.ts";
import { deferralWords } from "@/wording/deferrals.ts";
import { recusedWords } from "@/wording/interests.ts";
import { questionInMinutes } from "@/wording/questions.ts";
import { resolvedThat } from "@/wording/resolutions.ts";
import { ReceivedMinutes } from "../received-minutes.tsx";
import { Corrections } from "./corrections/corrections.tsx";
import { caseDecidedWords, itemOutcomeWords, itemTitle, minutesWords as words, summaryOnly } from "@/wording/minutes.ts";

/** Item by item: its number, what was said as far as the reader may read it, what was decided, and the references of what was tasked. */
export function MinutedItems({ minutes }: { minutes: Minutes }) {
  const { items, leftOut } = minutes;
  const lines = [...items, ...leftOut.map((one) => ({ ...one, leftOut: true as const }))].toSorted((a, b) => a.number - b.number);
  return lines.map((item) => ("leftOut" in item ? <LeftOut key={item.number} item={item} /> : <Item key={item.number} item={item} minutes={minutes} />));
}

/** What an openly recused reader is told in its place (D0). */
const LeftOut = ({ item }: { item: Minutes["leftOut"][number] }) => <p className="quiet mt-8">{recusedWords.leftOut(item.number, item)}</p>;

function Item({ item, minutes }: { item: MinutedItem; minutes: Minutes }) {
  return (
    <section className="mt-8 break-inside-avoid" aria-labelledby={`item-${item.number}`}>
      <h2 id={`item-${item.number}`}>
        {item.minute && <span className="mr-3 whitespace-nowrap text-muted">{item.minute}</span>}
        {item.case ? (
          <a href={`/cases/${item.case.reference}`}>
            <span className="whitespace-nowrap">{item.case.reference}</span> {item.case.title}
          </a>
        ) : (
          itemTitle(item)
        )}
      </h2>
      <div className="mt-2 grid max-w-measure gap-2 print:max-w-none">
        {item.words === null ? <p className="quiet">{summaryOnly}</p> : <p className="whitespace-pre-line">{item.words.discussion || <span className="quiet">{words.noNotes}</span>}</p>}
        {item.received.length > 0 && <ReceivedMinutes received={item.received} />}
        {item.resolutions.length > 0 && <Resolved item={item} />}
        <Settled item={item} />
        {item.actions.length > 0 && <Actions item={item} />}
        {item.questions.length > 0 && <Questions item={item} />}
        <Corrections item={item} minutes={minutes} />
      </div>
    </section>
  );
}

const Questions = ({ item }: { item: MinutedItem }) => (
  <ul>
    {item.questions.map((question) => (
      <li key={question.id} className="whitespace-pre-line">
        {questionInMinutes(question)}
      </li>
    ))}
  </ul>
);

const Resolved = ({ item }: { item: MinutedItem }) => (
  <div>
    <p>{resolvedThat(item.outcome)}</p>
    <ol className="list-decimal pl-6">
      {item.resolutions.map(({ id, wording }) => (
        <li key={id} className="whitespace-pre-line">
          {wording}
        </li>
      ))}
    </ol>
  </div>
);

function Settled({ item: { decision, outcome, words: said, deferral, putOff } }: { item: MinutedItem }) {
  const text = decision ? caseDecidedWords[decision] : outcome ? itemOutcomeWords[outcome] : null;
  return (
    text && (
      <>
        <p>
          <strong>{decision ? words.decision : words.outcome}:</strong> {text}
        </p>
        {deferral && (
          <p className="whitespace-pre-line">
            <strong>{words.reason}:</strong> {deferralWords.minuted(deferral)}
          </p>
        )}
        {putOff.length > 0 && <p className="quiet">{deferralWords.before(putOff)}</p>}
        {said?.decisionReason && (
          <p className="whitespace-pre-line">
            <strong>{words.reason}:</strong> {said.decisionReason}
          </p>
        )}
      </>
    )
  );
}

const Actions = ({ item }: { item: MinutedItem }) => (
  <div>
    <p>
      <strong>{words.actions}</strong>
    </p>
    <ul>
      {item.actions.map((action) => (
        <li key={action.reference}>
          <a href={`/actions/${action.reference}`}>
            {action.reference}
          </a>{" "}
          {words.action(action.owner, action.agency, inWords(action.dueOn))}
        </li>
      ))}
    </ul>
  </div>
);
