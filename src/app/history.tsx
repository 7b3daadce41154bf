import type { HistoryLine } from "@/domain/audit/queries/list-history.ts";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Timeline } from "@/ui/content/timeline.client.tsx";
import { eventSentence } from "@/wording/audit-sentences.ts";
import { auditWords as words } from "@/wording/audit.ts";

/** What was done with one record and who read it, newest first, in sentences: for the chair's office of its forum. */
export function History({ events, id = "history" }: { events: readonly HistoryLine[]; id?: string }) {
  return (
    <Card title={words.history} id={id} note={events.length >= 20 ? words.newestOnly(events.length) : undefined}>
      {events.length === 0 ? (
        <p className="quiet">{words.noHistory}</p>
      ) : (
        <Timeline
          level={3}
          events={events.map((event) => ({
            id: String(event.seq),
            title: event.times > 1 ? words.thatDay(eventSentence(event), event.times) : eventSentence(event),
            when: momentInWords(event.at),
            dateTime: event.at.toISOString(),
            lines: event.reason ? [{ text: `${words.reason}: ${event.reason}` }] : [],
          }))}
        />
      )}
    </Card>
  );
}
