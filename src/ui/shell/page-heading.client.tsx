"use client";

import { type ReactNode, useEffect, useRef } from "react";

let hasArrived = false;

/**
 * An h1 that takes focus when a link brought one here without a new document, as the browser itself starts at the top of a new one.
 * Something that already took it (an error summary, an outcome) keeps it.
 */
export function PageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const taken = document.activeElement?.closest("[data-ring]") ?? null;
    if (hasArrived && taken === null && location.hash === "") heading.current?.focus({ preventScroll: true });
    hasArrived = true;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
