import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { History } from "@/app/history.tsx";
import { readReference } from "@/app/read-reference.ts";
import { viewRecordHistory } from "@/domain/audit/queries/view-record-history.ts";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { auditWords as words } from "@/wording/audit.ts";

export default async function MeetingHistoryPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const reference = await readReference(params);
  const events = await viewRecordHistory(actor, { record: "meeting", reference });
  if (!events) notFound();
  return (
    <Frame actor={actor} title={words.historyOf(reference)} current="meetings" marked>
      <BackLink href={`/meetings/${reference}`}>{reference}</BackLink>
      <PageHeader eyebrow={reference} title={words.history} />
      <History events={events} />
    </Frame>
  );
}
