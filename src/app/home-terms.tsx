import { listUnreadTerms } from "@/domain/terms/queries/view-terms.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { termsWords as words } from "@/wording/terms.ts";

/** Terms of reference that the person has not yet said they have read. Nothing where there are none. */
export async function TermsCard({ actor }: { actor: Actor }) {
  const unread = await listUnreadTerms(actor, {});
  if (unread.length === 0) return null;
  return (
    <Card title={words.home}>
      <SummaryList compact rows={unread.map(({ code, name, version }) => ({ key: <a href={`/forums/${code}/terms`}>{name}</a>, value: words.homeLine(version) }))} />
    </Card>
  );
}
