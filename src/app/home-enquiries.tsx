import { listOwnEnquiries } from "@/domain/enquiries/queries/view-enquiries.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { enquiryWords as words } from "@/wording/enquiries.ts";

/** Questions that the person is asked for their agency. Nothing where there are none. */
export async function EnquiriesCard({ actor }: { actor: Actor }) {
  const enquiries = await listOwnEnquiries(actor, {});
  if (enquiries.length === 0) return null;
  return (
    <div className="mb-6">
      <Card title={words.home}>
        <SummaryList compact rows={enquiries.map(({ reference, forum, answerBy }) => ({ key: <a href={`/enquiries/${reference}`}>{reference}</a>, value: words.homeLine(forum, answerBy) }))} />
      </Card>
    </div>
  );
}
