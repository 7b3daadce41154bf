import type { ReactNode } from "react";
import { uiWords } from "../ui-words.ts";
import { Button } from "./button.tsx";

export type FilterBarProps = {
  /** The address of the list. What is chosen becomes its query, so that a view can be shared. */
  action: string;
  /** Names the form for those who move by landmarks: "Filter actions". */
  label: string;
  /** What the query keeps beside the filters, such as the sorting. */
  hidden?: Record<string, string>;
  clearHref?: string;
  applyText?: string;
  /** Select, TextInput and so on, in their pure form with `value`. */
  children: ReactNode;
};

export function FilterBar({ action, label, hidden = {}, clearHref, applyText = uiWords.applyFilters, children }: FilterBarProps) {
  return (
    <form className="filter-bar screen-only" method="get" action={action} aria-label={label} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="filter-bar-act">
        <Button tone="secondary">{applyText}</Button>
        {clearHref !== undefined && (
          <a href={clearHref}>
            {uiWords.clearFilters}
          </a>
        )}
      </div>
    </form>
  );
}
