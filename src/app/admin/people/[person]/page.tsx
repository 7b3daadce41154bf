import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewSessionsOf } from "@/domain/accounts/queries/view-sessions-of.ts";
import { type ViewedPerson, viewPerson } from "@/domain/directory/queries/view-person.ts";
import { dayOf, inWords, momentInWords } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Columns, Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { peopleWords, personWords as words } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { readId } from "../../read-id.ts";
import { AccountTag } from "../account-tag.tsx";
import { submitReturn } from "../submit.ts";
import { AccountCard } from "./account-card.tsx";
import { Holdings } from "./holdings.tsx";

/** One person, for administrators: who they are, what they hold, how their account stands. */
export default async function PersonPage({ params }: { params: Promise<{ person: string }> }) {
  const actor = await requireActor();
  const personId = readId((await params).person);
  const person = await viewPerson(actor, personId);
  if (!person) notFound();
  const access = await viewSessionsOf(actor, personId);
  return (
    <AdminFrame actor={actor} title={words.title} part="people">
      <BackLink href="/admin/people">{words.back}</BackLink>
      <PageHeader title={[person.style, person.name].filter(Boolean).join(" ")} subtitle={`${person.post}, ${person.agency.name}`} tags={<AccountTag state={person.account.state} />} />
      <Columns
        main={
          <Stack>
            <Holdings person={person} />
            <OpenActions person={person} />
            <Leaving person={person} />
          </Stack>
        }
        side={
          <Stack>
            <Facts person={person} />
            {!person.leftAt && access && <AccountCard person={person} access={access} />}
          </Stack>
        }
      />
    </AdminFrame>
  );
}

const Facts = ({ person: { id, name, style, post, email, agency, leftAt, isSelf } }: { person: ViewedPerson }) => (
  <Card title={words.facts} note={isSelf ? `${words.you}. ${words.youNote}` : undefined} actions={!leftAt && <ButtonLink href={`/admin/people/${id}/change`} tone="secondary" small>{words.change}<span className="sr-only"> {words.aboutThem}</span></ButtonLink>}>
    <SummaryList
      compact
      rows={[
        { key: peopleWords.columns.name, value: [style, name].filter(Boolean).join(" ") },
        { key: peopleWords.post, value: post },
        { key: peopleWords.agency, value: agency.name },
        { key: peopleWords.email, value: <Address email={email} /> },
        ...(leftAt ? [{ key: peopleWords.left, value: momentInWords(leftAt) }] : []),
      ]}
    />
  </Card>
);

/** Breaks at its sign, where the column is narrow. */
function Address({ email }: { email: string }) {
  const [before, after] = email.split("@");
  return (
    <>
      {before}
      <wbr />@{after}
    </>
  );
}

const OpenActions = ({ person: { openActions } }: { person: ViewedPerson }) => (
  <Card title={words.openActions}>
    {openActions.length === 0 ? (
      <p className="quiet">{words.noActions}</p>
    ) : (
      <ul>
        {openActions.map((one) => (
          <li key={one.forum}>{words.openActionsOf(one)}</li>
        ))}
      </ul>
    )}
  </Card>
);

function Leaving({ person: { id, version, leftAt, isSelf } }: { person: ViewedPerson }) {
  if (isSelf) return null;
  if (!leftAt) {
    return (
      <Card title={words.leaving} note={words.leavingNote}>
        <ButtonLink href={`/admin/people/${id}/leave`} tone="secondary">
          {words.leave}
        </ButtonLink>
      </Card>
    );
  }
  return (
    <Card title={words.leftOn(inWords(dayOf(leftAt)))} note={words.comeBackNote}>
      <PostButton submission={submitReturn} submissionKey={randomUUID()} title={`${words.title} – ${shellWords.titleEnd}`} hidden={{ personId: id, version }}>
        {words.comeBack}
      </PostButton>
    </Card>
  );
}
