"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Takes focus when it arrives: by the browser where it came with the document, by the effect where a link or a form brought it. */
export function TakesFocus({ className, role, labelledBy, children }: { className: string; role: "alert" | "status" | "region"; labelledBy?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- It says the outcome of what the person just did; nothing else says it first.
    <div ref={box} className={className} role={role} aria-labelledby={labelledBy} tabIndex={-1} data-ring="" autoFocus>
      {children}
    </div>
  );
}
