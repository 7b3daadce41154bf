import { momentInWords, slotInWords } from "@/domain/kernel/dates.ts";
import type { Changes } from "@/domain/meetings/queries/view-changes.ts";
import { Card } from "@/ui/content/card.tsx";
import { Timeline, type TimelineEvent } from "@/ui/content/timeline.client.tsx";
import { changeWords, planWords as words } from "@/wording/planning.ts";

/** How a meeting came to its date, or to none: kept with it for good. */
export function DateHistory({ meeting }: { meeting: Changes }) {
  const { changes, limitMinutes, allowed, reference } = meeting;
  const mayChange = allowed.reschedule || allowed.cancel;
  if (changes.length === 0 && !mayChange) return null;
  const slot = (at: Date, place: string) => `${slotInWords(at, limitMinutes)}, ${place}`;
  const events = changes.map(({ kind, fromStartsAt, toStartsAt, fromPlace, toPlace, reason, by, changedAt }): TimelineEvent => {
    const from = slot(fromStartsAt, fromPlace);
    const was = kind === "moved" && toStartsAt ? words.fromTo(from, slot(toStartsAt, toPlace ?? fromPlace)) : kind === "cancelled" ? words.was(from) : "";
    return { id: changedAt.toISOString(), title: changeWords[kind], when: momentInWords(changedAt), dateTime: changedAt.toISOString(), by, lines: [...(was ? [{ text: was, quiet: true }] : []), ...(reason ? [{ text: words.because(reason) }] : [])] };
  });
  return (
    <Card title={events.length > 0 ? words.history : words.date}>
      {events.length > 0 && <Timeline events={events} level={3} />}
      {mayChange && (
        <p className={events.length > 0 ? "mt-4" : undefined}>
          <a href={`/meetings/${reference}/change`}>{words.change}</a>
        </p>
      )}
    </Card>
  );
}
