import type { ReactNode } from "react";

export type SummaryRow = {
  key: ReactNode;
  /** Left out: "Not provided". */
  value?: ReactNode;
  actions?: { href: string; text: string; about: string }[];
};

/** What is known, as questions and answers. `about` is read out after the link: "Change <name>". */
export function SummaryList({ rows, notProvided = "Not provided", compact }: { rows: SummaryRow[]; notProvided?: string; compact?: boolean }) {
  return (
    <dl className={compact ? "summary-list summary-list-compact" : "summary-list"}>
      {rows.map((row, index) => (
        <div key={index}>
          <dt>{row.key}</dt>
          <dd>{row.value ?? <span className="quiet">{notProvided}</span>}</dd>
          {row.actions !== undefined && row.actions.length > 0 && (
            <dd className="summary-actions screen-only">
              {row.actions.map((action) => (
                <a key={action.href} href={action.href}>
                  {action.text}
                  <span className="sr-only"> {action.about}</span>
                </a>
              ))}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
