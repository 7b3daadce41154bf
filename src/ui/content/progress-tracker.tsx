import { Icon } from "../icons/icon.tsx";
import { uiWords } from "../ui-words.ts";

/** Steps that somebody waits through and can't hurry: which are behind, which is now, which are to come. Said by words before icons. */
export function ProgressTracker({ steps, current }: { steps: { key: string; text: string }[]; current: string }) {
  const at = steps.findIndex(({ key }) => key === current);
  const isLast = at === steps.length - 1;
  return (
    <ol className="tracker">
      {steps.map(({ key, text }, index) => {
        const state = index < at || (index === at && isLast) ? "done" : index === at ? "now" : "ahead";
        return (
          <li key={key} className={`tracker-${state}`} aria-current={index === at ? "step" : undefined}>
            <Icon name={state === "done" ? "circle-check" : state === "now" ? "circle-dashed" : "circle"} />
            <span>
              {text}
              <span className="sr-only">, {state === "done" ? uiWords.trackerDone : state === "now" ? uiWords.trackerNow : uiWords.trackerAhead}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
