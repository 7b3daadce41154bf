import type { ReactNode } from "react";

/** One short sentence, no full stop, no links. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="hint">
      {children}
    </div>
  );
}
