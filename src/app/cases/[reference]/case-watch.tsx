import type { CaseWatch } from "@/domain/cases/queries/view-case.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { stepDownEndWords, watchWords as words } from "@/wording/step-downs.ts";

/** Who keeps watch on a case that was stepped down, or how the last watch ended. */
export function CaseWatchCard({ reference, watch: { leadAgency, until, end, isRepeat, endedOn } }: { reference: string; watch: CaseWatch }) {
  return (
    <Card title={words.card}>
      <SummaryList
        compact
        rows={[
          { key: words.keptBy, value: leadAgency },
          { key: words.until, value: inWords(until) },
          ...(end && endedOn ? [{ key: words.ended, value: <>{stepDownEndWords[end]}, {inWords(endedOn)} {isRepeat && <Tag tone="amber">{words.repeat}</Tag>}</> }] : []),
        ]}
      />
      <p className="screen-only mt-2">
        <a href={`/cases/${reference}/watch`}>{words.link}</a>
      </p>
    </Card>
  );
}
