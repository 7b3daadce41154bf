import { randomUUID } from "node:crypto";
import { requireActor } from "@/app/actor.ts";
import { AdminFrame } from "@/app/admin/admin-frame.tsx";
import { readHolding } from "@/app/admin/people/read-holding.ts";
import { submitEnd } from "@/app/admin/people/submit.ts";
import { DateField, RadiosField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { spanInWords } from "@/wording/admin.ts";
import { endWords as words, holdingInWords } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";

/** Ends what a person holds, at once or on a last day. */
export default async function EndPage({ params }: { params: Promise<{ person: string; holding: string }> }) {
  const actor = await requireActor();
  const { person, holding } = await readHolding(actor, params);
  const who = [person.style, person.name].filter(Boolean).join(" ");
  const title = words.title[holding.kind];
  return (
    <AdminFrame actor={actor} title={title} part="people">
      <BackLink href={`/admin/people/${person.id}`} />
      <SubmissionForm
        submission={submitEnd}
        submissionKey={randomUUID()}
        title={`${title} – ${shellWords.titleEnd}`}
        heading={<PageHeader eyebrow={who} title={holdingInWords(holding)} subtitle={spanInWords(holding, person.today)} />}
        hidden={{ kind: holding.kind, holdingId: holding.id, version: holding.version }}
        button={words.button}
        buttonTone="warning"
      >
        <RadiosField name="when" legend={words.when} items={[{ value: "at_once", text: words.atOnce, hint: words.atOnceHint }, { value: "on_a_day", text: words.onADay, hint: words.onADayHint }]} />
        <DateField name="until" legend={words.until} />
      </SubmissionForm>
    </AdminFrame>
  );
}
