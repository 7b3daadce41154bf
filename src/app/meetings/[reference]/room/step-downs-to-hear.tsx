import type { HeardStepDown } from "@/domain/step-downs/queries/list-step-downs.ts";
import { Card } from "@/ui/content/card.tsx";
import { heardWords as words } from "@/wording/step-downs.ts";

/** On its item: what is put forward to be stepped down, what the chair did between meetings, and what came back. */
export function StepDownsToHear({ found }: { found: readonly HeardStepDown[] }) {
  return (
    <Card title={words.heading} id="step-downs">
      {found.length === 0 ? (
        <p className="quiet">{words.nothing}</p>
      ) : (
        <ul className="stack">
          {found.map((one) => (
            <li key={`${one.reference} ${one.kind}`}>
              <a href={`/cases/${one.reference}${one.kind === "proposed" ? "" : "/watch"}`}>{one.reference}</a> {one.title}
              <span className="quiet block">{words.kinds[one.kind](one)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
