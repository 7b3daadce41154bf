import { randomUUID } from "node:crypto";
import type { viewSessionsOf } from "@/domain/accounts/queries/view-sessions-of.ts";
import type { ViewedPerson } from "@/domain/directory/queries/view-person.ts";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { SummaryList, type SummaryRow } from "@/ui/content/summary-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { howWords } from "@/wording/accounts.ts";
import { personWords as words } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { AccountTag } from "../account-tag.tsx";
import { submitFactorReset, submitInvitation, submitSessionsEnd, submitWithdrawal } from "../submit.ts";

type Access = NonNullable<Awaited<ReturnType<typeof viewSessionsOf>>>;
const title = `${words.title} – ${shellWords.titleEnd}`;

/** How somebody's account stands, and what an administrator can do for it: never seeing what opens it. */
export function AccountCard({ person, access }: { person: ViewedPerson; access: Access }) {
  const { id: personId, version, isSelf, account } = person;
  const post = (hidden: Record<string, string | number>) => ({ submissionKey: randomUUID(), title, hidden, small: true });
  return (
    <Card title={words.account}>
      <SummaryList compact rows={rowsOf(person, access)} />
      <div className="stack mt-4">
        {!isSelf && account.state !== "open" && (
          <PostButton {...post({ personId, version })} submission={submitInvitation} tone={account.state === "none" ? "primary" : "secondary"}>
            {account.state === "none" ? words.invite : words.inviteAgain}
          </PostButton>
        )}
        {!isSelf && account.state === "invited" && (
          <PostButton {...post({ personId, version })} submission={submitWithdrawal}>
            {words.withdraw}
          </PostButton>
        )}
        {!isSelf && access.sessions.length > 0 && (
          <PostButton {...post({ personId })} submission={submitSessionsEnd}>
            {words.endSessions}
          </PostButton>
        )}
        {!isSelf && access.hasFactor && (
          <Details summary={words.resetFactor}>
            <p>{words.resetFactorNote}</p>
            <PostButton {...post({ personId })} submission={submitFactorReset} tone="warning">
              {words.resetFactor}
            </PostButton>
          </Details>
        )}
      </div>
    </Card>
  );
}

function rowsOf({ account: { state, invitedAt, invitationEndsAt, openedAt, organisation } }: ViewedPerson, { sessions, hasFactor }: Access): SummaryRow[] {
  const told = [
    state !== "open" && state !== "none" && invitedAt && words.invitedOn(momentInWords(invitedAt)),
    state === "invited" && invitationEndsAt && words.worksUntil(momentInWords(invitationEndsAt)),
    state === "expired" && invitationEndsAt && words.expiredOn(momentInWords(invitationEndsAt)),
    openedAt && words.openedOn(momentInWords(openedAt)),
    organisation && words.byOrganisation,
  ].filter((line): line is string => typeof line === "string");
  return [
    {
      key: words.state,
      value: (
        <>
          <AccountTag state={state} />
          {told.map((line) => (
            <p key={line} className="quiet">
              {line}
            </p>
          ))}
        </>
      ),
    },
    ...(openedAt ? [{ key: words.factor, value: hasFactor ? words.hasFactor : words.noFactor }] : []),
    {
      key: words.sessions,
      value: sessions.length === 0 ? words.noSessions : sessions.map(({ id, how, device, openedAt: since }) => <p key={id}>{words.session(howWords[how] ?? how, device, momentInWords(since))}</p>),
    },
  ];
}
