import { randomUUID } from "node:crypto";
import { type Day, dayOf, timeInWords } from "@/domain/kernel/dates.ts";
import type { GoingRound } from "@/domain/cases/queries/going-round.ts";
import { inDiscussion, offeredDecisions } from "@/domain/minutes/inputs.ts";
import type { Draft, ItemInHand as Item, Room } from "@/domain/minutes/queries/view-room.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Details } from "@/ui/content/details.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { RadiosField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { discussedWords, goingRoundWords, subjectTypeWords } from "@/wording/cases.ts";
import { forwardPlanWords } from "@/wording/forward-plan.ts";
import { caseDecidedWords, caseDecisionWords, itemOutcomeWords, itemTitle, roomWords as words, summaryOnly } from "@/wording/minutes.ts";
import { stepDownWords } from "@/wording/step-downs.ts";
import { ReceivedMinutes } from "../received-minutes.tsx";
import { Autosave } from "./autosave.client.tsx";
import { ItemClock } from "./clock.client.tsx";
import { EarlierMinutes } from "./earlier-minutes.tsx";
import { notesPath, roomPath } from "./paths.ts";
import { submitDropDraft, submitMinute, submitOpenItem, submitParkItem } from "./submit.ts";
import { SinceLastTime } from "./since-last-time.tsx";

/** The item being taken: a form for the office, words for everybody else. */
export function ItemInHand({ room, item, title }: { room: Room; item: Item; title: string }) {
  return (
    <div className="card">
      <div className="mb-4 flex flex-wrap items-center gap-2 empty:hidden">
        <Taking room={room} item={item} title={title} />
        {room.writing && <Tag tone="blue">{words.writing(room.writing)}</Tag>}
      </div>
      {item.draft && <Apart item={item} draft={item.draft} title={title} />}
      {item.case && item.decision === "step_down" && room.allowed.write && (
        <Alert title={stepDownWords.room}>
          {stepDownWords.roomText} <a href={`/cases/${item.case.reference}/step-down`}>{stepDownWords.roomLink}</a>
        </Alert>
      )}
      {room.allowed.write ? (
        <MinuteForm key={item.id} room={room} item={item} title={title} />
      ) : (
        <>
          <ItemHeader room={room} item={item} />
          <MinuteWords room={room} item={item} />
        </>
      )}
    </div>
  );
}

/** Which item the room is on: said to everybody, moved on by the office. Who is recused from it leaves with it. */
function Taking({ room, item, title }: { room: Room; item: Item; title: string }) {
  const isTaken = item.openedAt !== null && !item.endedAt;
  const form = { submissionKey: randomUUID(), title, hidden: { itemId: item.id }, small: true };
  return (
    <>
      {item.parked && <Tag tone="amber">{words.parked}</Tag>}
      {item.openedAt && isTaken && (
        <>
          <Tag tone="purple">{words.inHand(timeInWords(item.openedAt))}</Tag>
          {room.state === "in_session" && <ItemClock since={item.openedAt.getTime()} now={room.readAt.getTime()} minutes={item.plannedMinutes} words={words.itemClock} />}
        </>
      )}
      {room.allowed.take && !isTaken && (
        <PostButton {...form} submission={submitOpenItem}>
          {words.take}
        </PostButton>
      )}
      {room.allowed.take && !item.parked && item.outcome === null && (
        <PostButton {...form} submission={submitParkItem} tone="quiet">
          {words.park}
        </PostButton>
      )}
    </>
  );
}

function ItemHeader({ room, item }: { room: Room; item: Item }) {
  const about = item.case;
  return (
    <>
      <PageHeader
        eyebrow={words.itemOf(item.number, room.items.length + room.recused.length, item.plannedMinutes)}
        title={itemTitle(item)}
        tags={
          about && (
            <>
              <Tag>{subjectTypeWords[about.subjectType]}</Tag>
              {about.involvesChildren && <Tag tone="amber">{words.children}</Tag>}
              <a href={`/cases/${about.reference}`}>
                {words.caseRecord}
              </a>
            </>
          )
        }
      />
      {about && <p className="mb-2 max-w-measure">{about.summary}</p>}
      {item.goingRound && <HowOften goingRound={item.goingRound} />}
      {item.known && (
        <div className="mb-4">
          <Details summary={words.known}>
            <SummaryList
              compact
              rows={[
                { key: words.background, value: <span className="whitespace-pre-line">{item.known.background}</span> },
                { key: words.wanted, value: <span className="whitespace-pre-line">{item.known.wanted}</span> },
              ]}
            />
          </Details>
        </div>
      )}
      {item.sinceLast && <SinceLastTime sinceLast={item.sinceLast} today={room.today} />}
      {item.kind === "planned_reports" && item.title === null && (
        <p className="mb-4">
          <a href={`/forums/${room.forum.code}/plan`}>{forwardPlanWords.heading}</a>
        </p>
      )}
      {item.received.length > 0 && <div className="mb-4"><ReceivedMinutes received={item.received} /></div>}
      {item.kind === "last_minutes" && <EarlierMinutes room={room} item={item} />}
    </>
  );
}

/** How often the case has come to the forum; where it keeps coming back, what that asks of the meeting (rule 21). */
function HowOften({ goingRound }: { goingRound: GoingRound }) {
  const discussed = discussedWords({ ...goingRound, deferrals: 0 });
  if (!goingRound.isGoing) return <p className="quiet mb-2">{discussed}</p>;
  return (
    <p className="mb-2 flex flex-wrap items-center gap-2">
      <Tag tone="amber">{goingRoundWords}</Tag> {words.goingRound(discussed)}
    </p>
  );
}

function MinuteForm({ room, item, title }: { room: Room; item: Item; title: string }) {
  const { written } = item;
  const next = room.items.find((one) => one.number > item.number)?.number;
  return (
    <SubmissionForm
      submission={submitMinute}
      title={title}
      heading={<ItemHeader room={room} item={item} />}
      hidden={{ itemId: item.id, ...(room.allowed.decide ? {} : { stay: "yes" }) }}
      submissionKey={randomUUID()}
      button={!room.allowed.decide ? words.saveCorrection : next ? words.saveAndGo(next) : words.saveAndClose}
      {...(room.allowed.decide ? { secondary: { text: words.save, name: "stay", value: "yes" } } : {})}
      idPrefix="minute-"
      ctrlEnter
      wide
    >
      {item.draft && <SavedNow room={room} item={item} />}
      <TextareaField name="discussion" label={words.notes} rows={9} defaultValue={item.draft?.discussion ?? written?.discussion} />
      <Autosave
        address={notesPath(room.reference)}
        version={item.version}
        saved={{ discussion: written?.discussion ?? "", decisionReason: written?.decisionReason ?? "", decision: item.decision ?? "", outcome: item.case ? "" : (item.outcome ?? "") }}
        apart={item.draft !== null}
        words={words.autosave}
      >
        {savedNote(item, room.today)}
      </Autosave>
      {room.allowed.decide ? item.case ? <DecisionField room={room} item={item} /> : <OutcomeField room={room} item={item} /> : <p className="mb-4 font-semibold">{settled(item)}</p>}
      {item.case && <TextareaField name="decisionReason" label={item.goingRound?.isGoing ? words.reason : words.reasonLabel} hint={item.goingRound?.isGoing ? words.keepHint : words.reasonHint} rows={2} defaultValue={written?.decisionReason ?? undefined} />}
    </SubmissionForm>
  );
}

/** What the reader wrote stands apart: they put the two together and save, or drop theirs. */
const Apart = ({ item, draft, title }: { item: Item; draft: Draft; title: string }) => (
  <Alert kind="warning" title={words.apartTitle}>
    <p>{words.apartText(timeInWords(draft.at))}</p>
    <PostButton submission={submitDropDraft} submissionKey={randomUUID()} title={title} hidden={{ itemId: item.id }} small>
      {words.dropDraft}
    </PostButton>
  </Alert>
);

/** What somebody else saved on this item meanwhile: beside what was typed. */
const SavedNow = ({ room, item }: { room: Room; item: Item }) => (
  <section className="mb-4 rounded-(--radius-control) border border-line-strong bg-sunken p-4" aria-labelledby="saved-now">
    <h2 id="saved-now" className="text-lg">
      {words.savedNow}
    </h2>
    <p className="quiet">{savedNote(item, room.today)}</p>
    <p className="my-2 whitespace-pre-line">{item.written?.discussion || words.noNotes}</p>
    <p className="font-semibold">{settled(item)}</p>
    {item.written?.decisionReason && <p className="whitespace-pre-line">{item.written.decisionReason}</p>}
  </section>
);

const DecisionField = ({ room, item }: { room: Room; item: Item }) => (
  <RadiosField name="decision" legend={words.decision} layout="boxes" items={(room.discussionOnly ? inDiscussion.decisions : offeredDecisions).map((value) => ({ value, text: caseDecisionWords[value] }))} defaultValue={item.decision ?? undefined} />
);
const OutcomeField = ({ room, item }: { room: Room; item: Item }) => (
  <RadiosField name="outcome" legend={words.outcome} layout="boxes" items={(room.discussionOnly ? inDiscussion.outcomes : enums.item_outcome).map((value) => ({ value, text: itemOutcomeWords[value] }))} defaultValue={item.outcome ?? undefined} />
);

/** What members read: the notes so far, or that they hold the summary only. */
function MinuteWords({ room, item }: { room: Room; item: Item }) {
  const next = room.items.find((one) => one.number > item.number)?.number;
  return (
    <>
      <h2 className="mt-4 text-lg">{words.notes}</h2>
      {item.readable ? <Notes room={room} item={item} /> : <p>{summaryOnly}</p>}
      <h2 className="mt-4 text-lg">{item.case ? words.decision : words.outcome}</h2>
      <p>{settled(item)}</p>
      {item.written?.decisionReason && (
        <p className="max-w-measure whitespace-pre-line">
          {words.reason}: {item.written.decisionReason}
        </p>
      )}
      {next && (
        <div className="button-group mt-4">
          <ButtonLink href={roomPath(room.reference, next)} tone="secondary">
            {words.nextItem(next)}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

const Notes = ({ room, item }: { room: Room; item: Item }) =>
  item.written?.discussion ? (
    <>
      <p className="max-w-measure whitespace-pre-line">{item.written.discussion}</p>
      <p className="quiet">{savedNote(item, room.today)}</p>
    </>
  ) : (
    <p className="quiet">{words.noNotes}</p>
  );

const savedNote = ({ written }: Item, today: Day): string => (written ? words.savedAt(written.at, written.by, dayOf(written.at) === today) : "");
const settled = ({ decision, outcome }: Item): string => (decision ? caseDecidedWords[decision] : outcome ? itemOutcomeWords[outcome] : words.undecided);
