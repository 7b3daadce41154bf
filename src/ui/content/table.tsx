import type { ReactNode } from "react";
import { Icon } from "../icons/icon.tsx";

export type TableProps = {
  /** What the table holds and how it is sorted. */
  caption: ReactNode;
  captionHidden?: boolean;
  /** `stack`: under 640 px each row becomes a card of label and value. `scroll`: the table keeps its shape and scrolls in a region of its own. */
  narrow?: "stack" | "scroll";
  compact?: boolean;
  /** Needed for `scroll`: names the region. */
  label?: string;
  head: ReactNode;
  children: ReactNode;
};

export function Table({ caption, captionHidden, narrow = "stack", compact, label, head, children }: TableProps) {
  const table = (
    <table className={`table table-${narrow}${compact ? " table-compact" : ""}`}>
      <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
  if (narrow === "stack") return table;
  return (
    <div role="region" className="table-region" tabIndex={0} aria-label={label ?? (typeof caption === "string" ? caption : undefined)}>
      {table}
    </div>
  );
}

export type SortDirection = "ascending" | "descending";

/** A column's head. With `sortHref` it is a link that sorts on the server; `sorted` says that it is sorted by now. */
export function ColumnHead({ children, numeric, sortHref, sorted }: { children: ReactNode; numeric?: boolean; sortHref?: string; sorted?: SortDirection }) {
  return (
    <th scope="col" className={numeric ? "numeric" : undefined} aria-sort={sorted ?? (sortHref === undefined ? undefined : "none")}>
      {sortHref === undefined ? (
        children
      ) : (
        <a href={sortHref} className="sort-link">
          <span>{children}</span>
          <Icon name={sorted === undefined ? "chevrons-up-down" : sorted === "ascending" ? "chevron-up" : "chevron-down"} size="small" />
        </a>
      )}
    </th>
  );
}

/** The row's name, usually a link to the thing. */
export function RowHead({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <th scope="row" data-label={label}>
      {children}
    </th>
  );
}

/** `label` repeats the column's head for the stacked form. Never empty: say "None" or "Not chased", quietly. */
export function Cell({ label, numeric, quiet, note, children }: { label?: string; numeric?: boolean; quiet?: boolean; note?: ReactNode; children: ReactNode }) {
  const classes = `${numeric ? "numeric " : ""}${quiet ? "quiet" : ""}`.trim();
  return (
    <td data-label={label} className={classes === "" ? undefined : classes}>
      <div>
        {children}
        {note !== undefined && <div className="quiet">{note}</div>}
      </div>
    </td>
  );
}

/** The head of the column of checkboxes: its words are only read out. */
export function SelectHead({ children }: { children: string }) {
  return (
    <th scope="col" className="select-cell screen-only">
      <span className="sr-only">{children}</span>
    </th>
  );
}

/** A checkbox of a table, named for the row: "Select CEN-118-2". */
export function SelectCell({ name, value, label, defaultChecked }: { name: string; value: string; label: string; defaultChecked?: boolean }) {
  return (
    <td className="select-cell screen-only">
      <input type="checkbox" name={name} value={value} aria-label={label} defaultChecked={defaultChecked} />
    </td>
  );
}
