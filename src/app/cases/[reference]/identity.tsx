import { randomUUID } from "node:crypto";
import { inWords } from "@/domain/kernel/dates.ts";
import type { Particulars } from "@/domain/cases/queries/view-case.ts";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { TextareaField } from "@/ui/forms/fields.client.tsx";
import type { FormState } from "@/ui/forms/form-state.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { caseWords as words } from "@/wording/cases.ts";

/** Who somebody is, while it is shown. Stays off paper. */
export function Identity({ particulars: { name, bornOn, address, addressHeldBy, safeContact } }: { particulars: Particulars }) {
  const rows = [
    { key: words.name, value: name ?? undefined },
    { key: words.bornOn, value: bornOn ? inWords(bornOn) : undefined },
    { key: words.address, value: addressHeldBy ? words.heldBy(addressHeldBy) : (address ?? undefined) },
    { key: words.safeContact, value: safeContact ?? undefined },
  ];
  return (
    <div className="screen-only mt-2">
      <SummaryList rows={rows} notProvided={words.notKnown} />
    </div>
  );
}

type Asked = { lead: string; submission: (state: FormState, form: FormData) => Promise<FormState>; hidden: Record<string, string>; about: string; title: string };

/** Asks for who it is, with a reason. */
export function RevealForm({ lead, submission, hidden, about, title }: Asked) {
  return (
    <div className="screen-only">
      <p className="mb-4">{lead}</p>
      <SubmissionForm submission={submission} submissionKey={randomUUID()} title={title} hidden={hidden} button={words.show} buttonTone="secondary" about={about} idPrefix="reveal-" small>
        <TextareaField name="reason" label={words.reason} hint={words.reasonHint} rows={2} limit={300} />
      </SubmissionForm>
    </div>
  );
}
