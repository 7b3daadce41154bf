import type { DueCheck } from "@/domain/step-downs/queries/view-due.ts";
import { Card } from "@/ui/content/card.tsx";
import { IconList } from "@/ui/content/icon-list.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { dueWords as words } from "@/wording/step-downs.ts";

/** For the agency that keeps watch on a case: when it is to look in, each a link to saying what it found. */
export function WatchesCard({ checks }: { checks: readonly DueCheck[] }) {
  return (
    <Card title={words.card}>
      <IconList
        items={checks.map(({ reference, title, due, daysLate }) => ({
          icon: daysLate > 0 ? "circle-alert" : "hourglass",
          danger: daysLate > 0,
          text: (
            <>
              <Reference href={`/cases/${reference}/watch/check-in`}>{reference}</Reference> {title}: {words.line(due, daysLate)}
            </>
          ),
        }))}
      />
    </Card>
  );
}
