import type { ReactNode } from "react";

/** One question: its label, hint, error and control. */
export function FormGroup({ error, children }: { error?: boolean; children: ReactNode }) {
  return <div className={error ? "form-group form-group-error" : "form-group"}>{children}</div>;
}
