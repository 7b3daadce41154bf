import { momentInWords } from "@/domain/kernel/dates.ts";
import type { SharedView, SharedWords, ToldAnswer, Withheld } from "@/domain/disclosures/queries/view-shared.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { Timeline } from "@/ui/content/timeline.client.tsx";
import { markingWords, sharedWords as words, sourceGradeWords } from "@/wording/disclosures.ts";
import { enquiryWords } from "@/wording/enquiries.ts";
import { gatewayPartWords, notChecked } from "@/wording/gateways.ts";

/** What agencies gave to this case and the reader's agency may read, newest first, and decisions not to share. */
export function InformationShared({ reference, shared }: { reference: string; shared: SharedView }) {
  const { contributions, withheld, allowed } = shared;
  const events = [
    ...contributions.map((one) => ({ id: one.id, at: one.at, title: words.from(one.agency), by: one.by, children: <Contribution one={one} /> })),
    ...withheld.map((one) => ({ id: one.id, at: one.at, title: words.withheldTitle(one.agency, one.from), by: one.by, children: <NotShared one={one} /> })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Card title={words.title} id="shared" note={words.note} actions={allowed.ledger && <Told reference={reference} />}>
      {events.length === 0 ? (
        <EmptyState title={words.none} icon="handshake">
          {words.noneText}
        </EmptyState>
      ) : (
        <Timeline level={3} events={events.map(({ id, at, title, by, children }) => ({ id, title, by, children, when: momentInWords(at), dateTime: at.toISOString() }))} />
      )}
      {allowed.contribute && (
        <div className="button-group screen-only mt-4">
          <ButtonLink href={`/cases/${reference}/share`} tone="secondary" about={reference}>
            {words.share}
          </ButtonLink>
          <ButtonLink href={`/cases/${reference}/withhold`} tone="quiet" about={reference}>
            {words.withhold}
          </ButtonLink>
          {allowed.ask && (
            <ButtonLink href={`/cases/${reference}/ask`} tone="quiet" about={reference}>
              {enquiryWords.ask}
            </ButtonLink>
          )}
        </div>
      )}
    </Card>
  );
}

const Told = ({ reference }: { reference: string }) => (
  <ButtonLink href={`/cases/${reference}/told`} tone="secondary" small about={reference}>
    {words.told}
  </ButtonLink>
);

function Contribution({ one }: { one: SharedWords }) {
  const { purpose, necessity, leftOut, recipients, informed, informedReason, gateway } = one;
  return (
    <>
      <p className="tag-row mb-4">
        <Tag>{markingWords[one.marking]}</Tag>
        <Tag outline>{sourceGradeWords[one.grade]}</Tag>
        {gateway.some(({ checked }) => !checked) && (
          <Tag tone="amber" icon="triangle-alert">
            {notChecked}
          </Tag>
        )}
      </p>
      <p className="whitespace-pre-line">{one.words}</p>
      <p className="quiet">
        {words.goesTo}: {recipients.join(", ")}
      </p>
      <Details summary={words.details}>
        <SummaryList
          compact
          rows={[
            { key: words.purpose, value: purpose },
            { key: words.necessity, value: necessity },
            ...(leftOut ? [{ key: words.leftOut, value: leftOut }] : []),
            { key: words.informed, value: informed ? words.yes : words.notInformed(informedReason ?? "") },
            ...gateway.map((answer) => ({ key: gatewayPartWords[answer.part], value: <Answer answer={answer} /> })),
          ]}
        />
      </Details>
    </>
  );
}

function Answer({ answer: { name, plain, checked } }: { answer: ToldAnswer }) {
  return (
    <>
      {name}
      <br />
      <span className="quiet">
        {plain}
        {!checked && ` ${notChecked}.`}
      </span>
    </>
  );
}

function NotShared({ one: { what, reason } }: { one: Withheld }) {
  return <SummaryList compact rows={[{ key: words.what, value: what }, { key: words.reason, value: reason }]} />;
}
