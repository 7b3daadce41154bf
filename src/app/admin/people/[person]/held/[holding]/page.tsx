import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { AdminFrame } from "@/app/admin/admin-frame.tsx";
import { readHolding } from "@/app/admin/people/read-holding.ts";
import { submitSeatChange } from "@/app/admin/people/submit.ts";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { holdingInWords, seatWords as words } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { SeatFields } from "../../[form]/form-of.tsx";

/** Changes what a seat is good for. */
export default async function SeatPage({ params }: { params: Promise<{ person: string; holding: string }> }) {
  const actor = await requireActor();
  const { person, holding } = await readHolding(actor, params);
  if (!holding.seat) notFound();
  const who = [person.style, person.name].filter(Boolean).join(" ");
  return (
    <AdminFrame actor={actor} title={words.title} part="people">
      <BackLink href={`/admin/people/${person.id}`} />
      <SubmissionForm
        submission={submitSeatChange}
        submissionKey={randomUUID()}
        title={`${words.title} – ${shellWords.titleEnd}`}
        heading={<PageHeader eyebrow={who} title={words.title} subtitle={holdingInWords(holding)} />}
        hidden={{ seatId: holding.id, version: holding.version }}
        button={words.button}
      >
        <SeatFields seat={holding.seat} />
      </SubmissionForm>
    </AdminFrame>
  );
}
