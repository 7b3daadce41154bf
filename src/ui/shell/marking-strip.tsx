import type { ReactNode } from "react";
import { Icon } from "../icons/icon.tsx";
import { uiWords } from "../ui-words.ts";

/** The marking of what is on the page, in capitals as it is printed. `handling` says what follows from it. */
export function MarkingStrip({ marking = "OFFICIAL-SENSITIVE", handling }: { marking?: string; handling?: ReactNode }) {
  return (
    <section className="marking-strip" aria-label={uiWords.marking}>
      <div className="page-width">
        <Icon name="lock" size="small" />
        <strong>{marking}</strong>
        {handling !== undefined && <span>{handling}</span>}
      </div>
    </section>
  );
}
