import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { type InvitationsView, viewInvitations } from "@/domain/invitations/queries/view-invitations.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { NextStep, NextSteps } from "@/ui/content/task-list.tsx";
import { SelectField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { invitationWords as words } from "@/wording/invitations.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";
import { submitInvitation, submitWithdrawal } from "./submit.ts";

/** For the chair's office: who is asked in for one item of a meeting, and asking somebody in. */
export default async function InvitationsPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const found = await viewInvitations(actor, await readReference(params));
  if (!found) notFound();
  const { reference } = found;
  const title = words.titleOf(reference);
  const formTitle = `${title} – ${shellWords.titleEnd}`;
  return (
    <Frame actor={actor} title={title} current="meetings" marked>
      <BackLink href={`/meetings/${reference}`}>{reference}</BackLink>
      <PageHeader eyebrow={reference} title={words.title} subtitle={words.lead} />
      <Stack>
        <Invited found={found} title={formTitle} />
        {found.open && <AskIn found={found} title={formTitle} />}
      </Stack>
    </Frame>
  );
}

type Props = { found: InvitationsView; title: string };

function Invited({ found: { reference, invitations }, title }: Props) {
  return (
    <Card title={words.invited}>
      {invitations.length === 0 ? (
        <EmptyState title={words.nobody} icon="users">
          {words.nobodyText}
        </EmptyState>
      ) : (
        <NextSteps>
          {invitations.map(({ id, case: reached, name, post, agency, invitedAt }) => (
            <NextStep key={id} title={words.invitedTo(name, reached)} note={words.since(post, agency, momentInWords(invitedAt))}>
              <PostButton submission={submitWithdrawal} submissionKey={randomUUID()} title={title} hidden={{ reference, invitationId: id }} about={words.about(name, reached)} small>
                {words.withdraw}
              </PostButton>
            </NextStep>
          ))}
        </NextSteps>
      )}
    </Card>
  );
}

function AskIn({ found: { reference, items, people }, title }: Props) {
  if (items.length === 0) return null;
  return (
    <Card title={words.askIn} note={words.askInNote}>
      <SubmissionForm submission={submitInvitation} submissionKey={randomUUID()} title={title} hidden={{ reference }} button={words.askIn}>
        <SelectField name="itemId" label={words.item} items={[{ value: "", text: words.selectItem }, ...items.map((item) => ({ value: item.id, text: `${item.position}. ${item.case} ${item.title}` }))]} />
        <SelectField name="personId" label={words.person} hint={words.personHint} items={[{ value: "", text: words.selectPerson }, ...people.map(({ id, name, agency }) => ({ value: id, text: `${name}, ${agency}` }))]} />
      </SubmissionForm>
    </Card>
  );
}
