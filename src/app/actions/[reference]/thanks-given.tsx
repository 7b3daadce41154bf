import type { ViewedAction } from "@/domain/action-plan/queries/view-action.ts";
import { inWords, dayOf } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { actionWords as words } from "@/wording/action.ts";

/** The chair's thanks: to whoever did it, and as the chair's office gave them. */
export function ThanksGiven({ thanks }: { thanks: ViewedAction["thanks"] }) {
  if (thanks.length === 0) return null;
  return (
    <Card title={words.thanks}>
      <ul className="stack">
        {thanks.map(({ to, by, at, words: said }) => (
          <li key={to}>
            <q>{said}</q>
            <p className="quiet">{words.thanksBy(by, to, inWords(dayOf(at)))}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
