import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { ReferralForm } from "@/domain/referrals/queries/view-draft.ts";
import type { FormState } from "@/ui/forms/form-state.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { writeWords as words } from "@/wording/referral-pages.ts";
import { shellWords } from "@/wording/shell.ts";

export type PartProps = { form: ReferralForm; title: string };
type Props = PartProps & { submission: (state: FormState, form: FormData) => Promise<FormState>; heading: string; lead?: string; button?: string; children?: ReactNode };

/** What the form of every part carries: which referral, as it was seen. */
export function PartForm({ form: { reference, version }, title, submission, heading, lead, button = words.save, children }: Props) {
  return (
    <SubmissionForm
      submission={submission}
      submissionKey={randomUUID()}
      title={`${title} – ${shellWords.titleEnd}`}
      heading={<PageHeader eyebrow={reference} title={heading} subtitle={lead} />}
      hidden={{ reference, version }}
      button={button}
      beside={<a href={`/referrals/${reference}`}>{words.cancel}</a>}
    >
      {children}
    </SubmissionForm>
  );
}
