import { listWaitingTalks } from "@/domain/repeats/queries/list-talks.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { repeatWords as words } from "@/wording/repeats.ts";

/** Who asks the person to talk about something that they hold, while it waits for them. Nothing where nobody does. */
export async function TalksCard({ actor }: { actor: Actor }) {
  const waiting = await listWaitingTalks(actor, {});
  if (waiting.length === 0) return null;
  return (
    <div className="mb-6">
      <Card title={words.homeTalks}>
        <SummaryList compact rows={waiting.map(({ asker, agency, endsOn }) => ({ key: `${asker}, ${agency}`, value: <a href="/talks">{words.homeTalk(inWords(endsOn))}</a> }))} />
      </Card>
    </div>
  );
}
