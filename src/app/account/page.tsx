import { randomUUID } from "node:crypto";
import { type OwnAccount, viewOwnAccount } from "@/domain/accounts/queries/view-own-account.ts";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { chosenKinds, type Pace, viewPace } from "@/domain/mail/queries/view-pace.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList, type SummaryRow } from "@/ui/content/summary-list.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { accountWords as words, howWords } from "@/wording/accounts.ts";
import { paceWords } from "@/wording/notices.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";
import { titleOf } from "../outside.tsx";
import { submitEndOthers, submitEndSession } from "./submit.ts";

/** How a person signs in, and where they are signed in. */
export default async function AccountPage() {
  const actor = await requireActor();
  const account = await viewOwnAccount(actor, {});
  const pace = await viewPace(actor, {});
  return (
    <Frame actor={actor} title={words.title}>
      <BackLink href="/">{words.home}</BackLink>
      <Stack>
        <PageHeader title={words.title} />
        <Card title={words.signingIn}>
          <SummaryList rows={waysIn(account)} />
        </Card>
        <EmailCard pace={pace} />
        <Sessions sessions={account.sessions} />
      </Stack>
    </Frame>
  );
}

function waysIn({ email, passwordSetAt, factor }: OwnAccount): SummaryRow[] {
  const rows: SummaryRow[] = [{ key: words.email, value: email }];
  // without a password of ours somebody else asks for whatever they ask for
  if (!passwordSetAt) return [...rows, { key: words.password, value: words.noPassword }, { key: words.factor, value: words.noFactorNeeded }];
  rows.push({ key: words.password, value: words.passwordSet(passwordSetAt), actions: [{ href: "/account/password", text: words.changePassword, about: words.aboutPassword }] });
  rows.push({
    key: words.factor,
    value: factor ? words.factorSet(factor.madeAt) : words.noFactor,
    actions: [{ href: "/account/second-factor", text: factor ? words.replace : words.setUp, about: words.aboutFactor }],
  });
  if (factor) rows.push({ key: words.recovery, value: words.recoveryLeft(factor.recoveryCodesLeft), actions: [{ href: "/account/new-codes", text: words.newCodes, about: words.aboutRecovery }] });
  return rows;
}

const EmailCard = ({ pace }: { pace: Pace }) => (
  <Card title={paceWords.card} actions={<a href="/account/email">{paceWords.change}<span className="sr-only"> {paceWords.aboutChange}</span></a>}>
    <SummaryList rows={[...chosenKinds.map((kind) => ({ key: paceWords.kinds[kind].key, value: paceWords.paces[pace[kind]] })), { key: paceWords.quiet, value: pace.quiet ? paceWords.quietKept : paceWords.quietNot }]} />
  </Card>
);

const Sessions = ({ sessions }: Pick<OwnAccount, "sessions">) => (
  <Card
    title={words.sessions}
    note={words.sessionsNote}
    actions={sessions.length > 1 ? <PostButton submission={submitEndOthers} submissionKey={randomUUID()} title={titleOf(words.title)} small>{words.endOthers}</PostButton> : undefined}
  >
    <Table
      caption={words.sessionsCaption}
      captionHidden
      head={
        <>
          <ColumnHead>{words.device}</ColumnHead>
          <ColumnHead>{words.signedIn}</ColumnHead>
          <ColumnHead>{words.how}</ColumnHead>
          <ColumnHead>{words.act}</ColumnHead>
        </>
      }
    >
      {sessions.map(({ id, device, openedAt, how, isThis }) => (
        <tr key={id}>
          <RowHead label={words.device}>{device || words.unknownDevice}</RowHead>
          <Cell label={words.signedIn}>{momentInWords(openedAt)}</Cell>
          <Cell label={words.how}>{howWords[how] ?? how}</Cell>
          <Cell label={words.act} quiet={isThis}>
            {isThis ? (
              words.thisOne
            ) : (
              <PostButton submission={submitEndSession} submissionKey={randomUUID()} title={titleOf(words.title)} hidden={{ sessionId: id }} small about={words.aboutSession(openedAt)}>
                {words.end}
              </PostButton>
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  </Card>
);
