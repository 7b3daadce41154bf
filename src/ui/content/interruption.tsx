import type { ReactNode } from "react";

/** A short page before the unusual or irreversible. No form inside: buttons lead on and back. */
export function Interruption({ title, actions, children }: { title: ReactNode; actions: ReactNode; children: ReactNode }) {
  return (
    <div className="interruption">
      <h1>{title}</h1>
      <div className="prose">{children}</div>
      <div className="button-group">{actions}</div>
    </div>
  );
}
