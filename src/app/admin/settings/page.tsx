import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewSettings } from "@/domain/directory/queries/view-settings.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { Details } from "@/ui/content/details.tsx";
import { RadiosField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { settingsWords as words } from "@/wording/admin.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { AdminFrame } from "../admin-frame.tsx";
import { submitSettings } from "./submit.ts";

/** What is settled for the whole partnership. */
export default async function SettingsPage() {
  const actor = await requireActor();
  const settings = await viewSettings(actor, {});
  if (!settings) notFound();
  return (
    <AdminFrame actor={actor} title={words.title} part="settings">
      <PageHeader title={words.title} />
      <Stack>
        <Card title={words.general}>
          <SubmissionForm submission={submitSettings} submissionKey={randomUUID()} title={`${words.title} – ${shellWords.titleEnd}`} hidden={{ version: settings.version }} button={words.save}>
            <TextField name="name" label={words.name} defaultValue={settings.name} />
            <TextField name="idleMinutes" label={words.idle} hint={words.idleHint} width={3} inputMode="numeric" defaultValue={String(settings.idleMinutes)} />
            <RadiosField name="findsRepeats" legend={words.findsRepeats} hint={words.findsRepeatsHint} items={[{ value: "yes", text: words.finds }, { value: "no", text: words.findsNot }]} defaultValue={settings.findsRepeats ? "yes" : "no"} />
          </SubmissionForm>
        </Card>
        <Card title={words.declaration} note={words.declarationNote} actions={<ButtonLink href="/admin/settings/declaration" tone="secondary" small>{words.adopt}</ButtonLink>}>
          {settings.declarations.map(({ version, from, text }) => (
            <Details key={version} summary={words.version(version, inWords(from))}>
              <p className="whitespace-pre-line">{text}</p>
            </Details>
          ))}
        </Card>
      </Stack>
    </AdminFrame>
  );
}
