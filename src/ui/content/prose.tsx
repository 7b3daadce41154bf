import type { ReactNode } from "react";

/** Running text: headings, paragraphs, lists, at a width one can read. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}

export function QuietText({ children }: { children: ReactNode }) {
  return <p className="quiet">{children}</p>;
}
