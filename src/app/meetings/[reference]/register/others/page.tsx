import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { viewRegister } from "@/domain/sign-in/queries/view-register.ts";
import { Card } from "@/ui/content/card.tsx";
import { Columns } from "@/ui/content/columns.tsx";
import { CheckboxesField, RadiosField, SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { othersWords as words } from "@/wording/register-ways.ts";
import { shellWords } from "@/wording/shell.ts";
import { registerWords } from "@/wording/sign-in.ts";
import { Declaration } from "../declaration.tsx";
import { submitGuest, submitGuestRefusal, submitMember } from "./submit.ts";

/** The coordinator's screen at the door: for members without their device, and for guests. */
export default async function OthersPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const register = await viewRegister(actor, { reference: await readReference(params) });
  if (!register?.allowed.keep) notFound();
  const { reference, declaration, lines, guests, refusals } = register;
  if (!register.allowed.signOthers) redirect(`/meetings/${reference}/register`);
  const members = (lines ?? []).filter(({ personId, signedAt }) => !signedAt && personId !== actor.personId);
  const form = { title: `${words.title} ${reference} – ${shellWords.titleEnd}`, hidden: { reference, declarationVersion: declaration.version } };
  const commitsItems = [{ value: "yes", text: words.commitsItems.yes }, { value: "no", text: words.commitsItems.no }];
  const accepts = <CheckboxesField name="accepts" items={[{ value: "yes", text: words.accepts }]} />;
  return (
    <Frame actor={actor} title={`${words.title} ${reference}`} current="meetings">
      <BackLink href={`/meetings/${reference}/register`}>{registerWords.title}</BackLink>
      <PageHeader eyebrow={reference} title={words.title} subtitle={words.lead} />
      <Columns
        main={<Declaration declaration={declaration} />}
        side={
          <>
            <Card title={words.member} note={members.length === 0 ? words.nobodyLeft : words.memberNote}>
              {members.length > 0 && (
                <SubmissionForm {...form} key={members.length} submission={submitMember} submissionKey={randomUUID()} button={words.signMember} idPrefix="member-">
                  <SelectField name="personId" label={words.person} items={[{ value: "", text: words.selectPerson }, ...members.map(({ personId, name, agency }) => ({ value: personId, text: `${name}, ${agency}` }))]} />
                  <RadiosField name="commits" legend={words.commits} items={commitsItems} />
                  {accepts}
                </SubmissionForm>
              )}
            </Card>
            <Card title={words.guest} note={words.guestNote}>
              <SubmissionForm {...form} key={`guest ${guests.length}`} submission={submitGuest} submissionKey={randomUUID()} button={words.signGuest} buttonTone="secondary" idPrefix="guest-">
                <TextField name="name" label={words.name} spellCheck={false} />
                <TextField name="organisation" label={words.organisation} hint={words.organisationHint} />
                <TextField name="represents" label={words.represents} />
                <RadiosField name="commits" legend={words.guestCommits} items={commitsItems} />
                {accepts}
              </SubmissionForm>
            </Card>
            <Card title={words.refusal} note={words.refusalNote}>
              <SubmissionForm {...form} hidden={{ reference }} key={`refusal ${refusals.length}`} submission={submitGuestRefusal} submissionKey={randomUUID()} button={words.recordRefusal} buttonTone="secondary" idPrefix="refusal-">
                <TextField name="guestName" label={words.refusalName} spellCheck={false} />
              </SubmissionForm>
            </Card>
          </>
        }
      />
    </Frame>
  );
}
