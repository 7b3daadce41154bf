import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { readReference } from "@/app/read-reference.ts";
import { timeInWords } from "@/domain/kernel/dates.ts";
import { type Sheet, viewSheet } from "@/domain/sign-in/queries/view-sheet.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { IconList } from "@/ui/content/icon-list.tsx";
import { CheckboxesField, RadiosField, TextField, TimeField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { othersWords, sheetWords as words, signInWayWords } from "@/wording/register-ways.ts";
import { shellWords } from "@/wording/shell.ts";
import { registerWords } from "@/wording/sign-in.ts";
import { submitSheet, submitSheetGuest } from "./submit.ts";

/** From paper into the register: who is on the sheet and not here yet, beside who is. */
export default async function EnterSheetPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const sheet = await viewSheet(actor, { reference: await readReference(params) });
  if (!sheet?.allowed.enter) notFound();
  const { reference } = sheet;
  const form = { title: `${words.enterTitle} ${reference} – ${shellWords.titleEnd}`, hidden: { reference } };
  return (
    <Frame actor={actor} title={`${words.enterTitle} ${reference}`} current="meetings">
      <BackLink href={`/meetings/${reference}/sheet`}>{words.title}</BackLink>
      <PageHeader eyebrow={reference} title={words.enterTitle} subtitle={`${words.enterLead} ${words.untilSent}`} />
      <Stack>
        <Card title={words.onPaper}>
          {sheet.enter.length === 0 ? (
            <p className="quiet">{words.nobodyMissing}</p>
          ) : (
            <SubmissionForm {...form} key={sheet.enter.length} submission={submitSheet} submissionKey={randomUUID()} button={words.enter} idPrefix="sheet-">
              <CheckboxesField
                name="personIds"
                legend={words.onPaper}
                legendHidden
                items={sheet.lines.filter((line) => sheet.enter.some(({ personId }) => personId === line.personId)).map(({ number, personId, name, agency }) => ({ value: personId, text: `${number}. ${name}, ${agency}` }))}
              />
              <TimeField name="at" label={words.at} hint={words.atHint} />
            </SubmissionForm>
          )}
        </Card>
        <Card title={words.guestTitle} note={othersWords.guestNote}>
          <SubmissionForm {...form} key={sheet.guests.length} submission={submitSheetGuest} submissionKey={randomUUID()} button={words.enterGuest} buttonTone="secondary" idPrefix="guest-">
            <TextField name="name" label={othersWords.name} spellCheck={false} />
            <TextField name="organisation" label={othersWords.organisation} hint={othersWords.organisationHint} />
            <TextField name="represents" label={othersWords.represents} />
            <RadiosField name="commits" legend={othersWords.guestCommits} items={[{ value: "yes", text: othersWords.commitsItems.yes }, { value: "no", text: othersWords.commitsItems.no }]} />
            <TimeField name="at" label={words.at} />
          </SubmissionForm>
        </Card>
        <InSystem sheet={sheet} />
      </Stack>
      <p className="mt-4">
        <a href={`/meetings/${reference}/register`}>{registerWords.title}</a>
      </p>
    </Frame>
  );
}

function InSystem({ sheet: { lines, guests } }: { sheet: Sheet }) {
  const signed = lines.flatMap(({ number, name, agency, signedAt, way }) => (signedAt && way ? [{ key: `${number}. ${name}, ${agency}`, signedAt, way }] : []));
  const all = [...signed, ...guests.map(({ name, organisation, signedAt, way }) => ({ key: `${name}, ${organisation}`, signedAt, way }))];
  return (
    <Card title={words.inSystem} note={words.inSystemCount(all.length, all.filter(({ way }) => way === "printed_sheet").length)}>
      <IconList items={all.map(({ key, signedAt, way }) => ({ icon: "signature" as const, text: [key, timeInWords(signedAt), signInWayWords[way]].filter(Boolean).join(", ") }))} />
    </Card>
  );
}
