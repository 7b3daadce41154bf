import { listChases } from "@/domain/chases/queries/list-chases.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { chaseWords as words } from "@/wording/chases.ts";

/** When the chair's office asked how an action stands, the last first. Nothing where it never did. */
export async function ActionChases({ actor, reference }: { actor: Actor; reference: string }) {
  const chases = await listChases(actor, reference);
  if (chases.length === 0) return null;
  return (
    <Card title={words.onAction}>
      <SummaryList compact rows={chases.map(({ number, on, by, told }) => ({ key: inWords(on), value: words.byWhom(number, by, told) }))} />
    </Card>
  );
}
