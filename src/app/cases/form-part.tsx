import type { ReactNode } from "react";

/** A part of a long form, with who will see it. */
export function FormPart({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="mt-8 border-t border-line pt-6">
      <h2>{title}</h2>
      {note !== undefined && <p className="quiet mb-4">{note}</p>}
      {children}
    </section>
  );
}
