import type { ReactNode } from "react";

/** Seen on paper only: what this is, and its marking. */
export function PrintHeader({ parts, marking }: { parts: string[]; marking?: string }) {
  return (
    <div className="print-header print-only">
      <p>{[...parts, ...(marking === undefined ? [] : [marking])].join(" · ")}</p>
    </div>
  );
}

/** Seen on paper only: whose copy, printed when. */
export function PrintFooter({ children }: { children: ReactNode }) {
  return (
    <div className="print-footer print-only">
      <p>{children}</p>
    </div>
  );
}
