import type { ReactNode } from "react";
import { Icon } from "../icons/icon.tsx";
import { uiWords } from "../ui-words.ts";

export type AgendaRailItem = {
  number: number;
  title: ReactNode;
  href?: string;
  state: "done" | "now" | "coming";
  /** The one that is open on the page; left out, the one that is taken now. */
  current?: boolean;
  /** "15 min", or what became of it. */
  note?: string;
};

/** The agenda beside the item being taken. */
export function AgendaRail({ label, items, doneText = "Done" }: { label: string; items: AgendaRailItem[]; doneText?: string }) {
  return (
    <nav className="agenda-rail" aria-label={label}>
      <ol>
        {items.map((item) => {
          const current = (item.current ?? item.state === "now") ? "step" : undefined;
          const inner = (
            <>
              <span className="rail-number">{item.number}</span>
              <span className="rail-title">{item.title}</span>
              <span className="rail-note">
                {item.state === "done" ? <Icon name="circle-check" label={item.note ?? doneText} className="text-tag-green" /> : item.state === "now" ? uiWords.now : item.note}
              </span>
            </>
          );
          return (
            <li key={item.number}>
              {item.href === undefined ? (
                <div className="rail-item" aria-current={current}>
                  {inner}
                </div>
              ) : (
                <a href={item.href} className="rail-item" aria-current={current}>
                  {inner}
                </a>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
