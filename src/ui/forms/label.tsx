import type { ReactNode } from "react";

/** `pageHeading` makes the label the page's h1, for a page that asks one question. */
export function Label({ htmlFor, pageHeading, hidden, children }: { htmlFor: string; pageHeading?: boolean; hidden?: boolean; children: ReactNode }) {
  const label = (
    <label className={hidden ? "sr-only" : pageHeading ? "label-heading" : "label"} htmlFor={htmlFor}>
      {children}
    </label>
  );
  return pageHeading ? <h1>{label}</h1> : label;
}
