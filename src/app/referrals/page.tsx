import { dayOf, inWords } from "@/domain/kernel/dates.ts";
import { type AnsweredReferral, type ColleaguesReferral, type OwnReferral, viewReferrals, type WaitingReferral } from "@/domain/referrals/queries/list-referrals.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseWords, riskTones, subjectTypeWords } from "@/wording/cases.ts";
import { referralWords as words } from "@/wording/referral-pages.ts";
import { progressWords, referralStateTones, referralStateWords, thresholdWords } from "@/wording/referrals.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";

/** Referrals as they concern whoever looks: those that wait for their answer, their own, their agency's. */
export default async function ReferralsPage() {
  const actor = await requireActor();
  const { triage, own, colleagues, mayStart } = await viewReferrals(actor, {});
  return (
    <Frame actor={actor} title={words.plural} current="referrals" marked={triage !== null || own.length > 0}>
      <PageHeader title={words.plural} subtitle={words.lead} actions={mayStart && <ButtonLink href="/referrals/new">{words.start}</ButtonLink>} />
      <Stack>
        {triage && <Waiting rows={triage.waiting} />}
        {(mayStart || own.length > 0) && <Own rows={own} />}
        {!mayStart && !triage && (
          <Card>
            <EmptyState title={words.councillor} icon="message-square">
              {words.councillorText}
            </EmptyState>
          </Card>
        )}
        {colleagues.length > 0 && <Colleagues rows={colleagues} />}
        {triage && triage.answered.length > 0 && <Answered rows={triage.answered} />}
      </Stack>
    </Frame>
  );
}

const { columns } = words;
const Link = ({ reference }: { reference: string }) => <a href={`/referrals/${reference}`}>{reference}</a>;

function Waiting({ rows }: { rows: readonly WaitingReferral[] }) {
  return (
    <Card title={words.waiting} flush={rows.length > 0} id="waiting">
      {rows.length === 0 ? (
        <EmptyState title={words.noneWaiting} icon="folder">
          {words.noneWaitingText}
        </EmptyState>
      ) : (
        <Table caption={words.waitingCaption} head={[columns.reference, columns.about, columns.from, columns.threshold, columns.sent].map((head) => <ColumnHead key={head}>{head}</ColumnHead>)}>
          {rows.map((row) => (
            <tr key={row.reference}>
              <RowHead label={columns.reference}>
                <Link reference={row.reference} />
              </RowHead>
              <Cell label={columns.about} note={[subjectTypeWords[row.subjectType], row.ward].filter(Boolean).join(" · ")}>
                {row.title} {row.children && <Tag tone="amber">{words.children}</Tag>} {row.turning && <Tag tone="amber">{words.turning}</Tag>} <Tag tone={riskTones[row.risk]}>{caseWords.riskTag[row.risk]}</Tag>
              </Cell>
              <Cell label={columns.from} note={row.forum}>
                {row.agency}
              </Cell>
              <Cell label={columns.threshold}>{thresholdWords(row.threshold)}</Cell>
              <Cell label={columns.sent} note={row.late ? words.late(row.answerBy) : words.answerBy(row.answerBy)}>
                {words.waited(row.waited)} {row.state === "more_asked" && <Tag tone={referralStateTones.more_asked}>{referralStateWords.more_asked}</Tag>} {row.late && <Tag tone="red">{words.lateTag}</Tag>}
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}

function Own({ rows }: { rows: readonly OwnReferral[] }) {
  return (
    <Card title={words.own} flush={rows.length > 0} id="own">
      {rows.length === 0 ? (
        <EmptyState title={words.noneOwn} icon="folder">
          {words.noneOwnText}
        </EmptyState>
      ) : (
        <Table caption={words.ownCaption} head={[columns.reference, columns.about, columns.meeting, columns.status, columns.sent].map((head) => <ColumnHead key={head}>{head}</ColumnHead>)}>
          {rows.map(({ reference, title, forum, state, sentAt, answerBy }) => (
            <tr key={reference}>
              <RowHead label={columns.reference}>
                <Link reference={reference} />
              </RowHead>
              <Cell label={columns.about} quiet={title === null}>
                {title ?? words.untitled}
              </Cell>
              <Cell label={columns.meeting}>{forum}</Cell>
              <Cell label={columns.status} note={answerBy !== null && (state === "sent" || state === "more_asked") ? words.answerBy(answerBy) : undefined}>
                <Tag tone={referralStateTones[state]}>{progressWords[state]}</Tag>
              </Cell>
              <Cell label={columns.sent} quiet={sentAt === null}>
                {sentAt === null ? words.notSent : inWords(dayOf(sentAt))}
              </Cell>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  );
}

const Colleagues = ({ rows }: { rows: readonly ColleaguesReferral[] }) => (
  <Card title={words.colleagues} note={words.colleaguesNote} flush id="colleagues">
    <Table caption={words.colleaguesCaption} head={[columns.reference, columns.by, columns.meeting, columns.status, columns.sent].map((head) => <ColumnHead key={head}>{head}</ColumnHead>)}>
      {rows.map(({ reference, by, forum, state, sentAt }) => (
        <tr key={reference}>
          <RowHead label={columns.reference}>{reference}</RowHead>
          <Cell label={columns.by}>{by}</Cell>
          <Cell label={columns.meeting}>{forum}</Cell>
          <Cell label={columns.status}>
            <Tag tone={referralStateTones[state]}>{progressWords[state]}</Tag>
          </Cell>
          <Cell label={columns.sent}>{inWords(dayOf(sentAt))}</Cell>
        </tr>
      ))}
    </Table>
  </Card>
);

const Answered = ({ rows }: { rows: readonly AnsweredReferral[] }) => (
  <Card title={words.answered} flush id="answered">
    <Table caption={words.answeredCaption} head={[columns.reference, columns.about, columns.from, columns.status, columns.answered].map((head) => <ColumnHead key={head}>{head}</ColumnHead>)}>
      {rows.map(({ reference, title, agency, forum, state, answeredAt }) => (
        <tr key={reference}>
          <RowHead label={columns.reference}>
            <Link reference={reference} />
          </RowHead>
          <Cell label={columns.about}>{title}</Cell>
          <Cell label={columns.from} note={forum}>
            {agency}
          </Cell>
          <Cell label={columns.status}>
            <Tag tone={referralStateTones[state]}>{referralStateWords[state]}</Tag>
          </Cell>
          <Cell label={columns.answered}>{inWords(dayOf(answeredAt))}</Cell>
        </tr>
      ))}
    </Table>
  </Card>
);
