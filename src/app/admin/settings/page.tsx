import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewSettings } from "@/domain/directory/queries/view-settings.ts";
import { inWords, withWeekday } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Details } from "@/ui/content/details.tsx";
import { DateField, RadiosField, TextField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { settingsWords as words } from "@/wording/admin.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { AdminFrame } from "../admin-frame.tsx";
import { submitHoliday, submitHolidayWithdrawn, submitSettings } from "./submit.ts";

/** What is settled for the whole partnership. */
export default async function SettingsPage() {
  const actor = await requireActor();
  const settings = await viewSettings(actor, {});
  if (!settings) notFound();
  const title = `${words.title} – ${shellWords.titleEnd}`;
  return (
    <AdminFrame actor={actor} title={words.title} part="settings">
      <PageHeader title={words.title} />
      <Stack>
        <Card title={words.general}>
          <SubmissionForm submission={submitSettings} submissionKey={randomUUID()} title={title} hidden={{ version: settings.version }} button={words.save}>
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
        <Card title={words.holidays} note={words.holidaysNote}>
          <Stack>
            {settings.bankHolidays.length === 0 ? (
              <p className="quiet">{words.noHolidays}</p>
            ) : (
              <SummaryList
                rows={settings.bankHolidays.map(({ day, name }) => ({
                  key: withWeekday(day),
                  value: (
                    <>
                      <p>{name}</p>
                      <PostButton submission={submitHolidayWithdrawn} title={title} hidden={{ day }} submissionKey={randomUUID()} about={`${name}, ${inWords(day)}`} small>
                        {words.holidayBack}
                      </PostButton>
                    </>
                  ),
                }))}
              />
            )}
            <SubmissionForm submission={submitHoliday} submissionKey={randomUUID()} title={title} button={words.addHoliday} buttonTone="secondary" idPrefix="holiday-">
              <DateField name="day" legend={words.holidayDay} hint={words.holidayHint} />
              <TextField name="name" label={words.holidayName} />
            </SubmissionForm>
          </Stack>
        </Card>
      </Stack>
    </AdminFrame>
  );
}
