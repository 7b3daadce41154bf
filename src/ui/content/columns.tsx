import type { ReactNode } from "react";

/** A wide main part and a narrower one beside it (under it on a phone). */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className="columns">
      <div className="stack">{main}</div>
      <div className="stack">{side}</div>
    </div>
  );
}

/** Things under one another, evenly apart. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="stack">{children}</div>;
}
