"use client";

import { useContext } from "react";
import { FormContext } from "@/ui/forms/form-context.client.ts";

/** What somebody else saved on this item since the form was drawn: beside what was typed, until it is saved again. */
export function SavedMeanwhile({ version, title, note, text, settled }: { version: number; title: string; note: string; text: string; settled: string }) {
  const { state } = useContext(FormContext);
  const seen = Number(state.values.version);
  if (!seen || seen === version) return null;
  return (
    <section className="mb-4 rounded-(--radius-control) border border-line-strong bg-sunken p-4" aria-label={title}>
      <h2 className="font-bold">{title}</h2>
      <p className="quiet">{note}</p>
      <p className="mt-2 whitespace-pre-line">{text}</p>
      <p className="mt-2 font-semibold">{settled}</p>
    </section>
  );
}
