"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { timeInWords } from "@/domain/kernel/dates.ts";
import { FormContext } from "@/ui/forms/form-context.client.ts";
import { NotesKeeper, type Status } from "./notes-keeper.client.ts";

export type AutosaveProps = {
  address: string;
  /** The version of the item as this page was drawn, and what stands in it by the names of the form's fields. */
  version: number;
  saved: Record<string, string>;
  /** What is typed stands apart from what is saved. */
  apart: boolean;
  words: { savedAt: string; undecided: string; notSaved: string; apart: string; lost: string };
  /** What is said as long as nothing was typed here. */
  children?: ReactNode;
};

/**
 * Saves the form around it while somebody writes, and says how far it is. It carries the version that this person has seen: without
 * JavaScript that is all it does, and the button saves.
 */
export function Autosave({ address, version, saved, apart, words, children }: AutosaveProps) {
  const { state } = useContext(FormContext);
  const field = useRef<HTMLInputElement>(null);
  const keeper = useRef<NotesKeeper>(undefined);
  const [status, setStatus] = useState<Status>();
  const [seen, setSeen] = useState(version);
  const router = useRouter();

  useEffect(() => {
    const form = field.current?.form;
    if (!form) return;
    const made = new NotesKeeper(form, address, { tell: setStatus, see: setSeen, redraw: () => router.refresh() });
    keeper.current = made;
    return () => made.end();
  }, [address, router]);
  useEffect(() => keeper.current?.drawn({ version, saved, apart }), [version, saved, apart]);
  // the button was pressed and the form came back
  useEffect(() => keeper.current?.answered(), [state]);

  const isLate = status?.kind === "notSaved" || status?.kind === "lost" || status?.kind === "problem";
  return (
    <>
      <input ref={field} type="hidden" name="version" value={seen} />
      <div className={isLate ? "alert alert-danger" : "quiet -mt-4 mb-4 empty:hidden"} role={isLate ? "alert" : "status"}>
        {status === undefined ? children : status.kind === "problem" ? [status.title, status.text].filter(Boolean).join(". ") : words[status.kind].replace("{time}", timeInWords(status.at))}
      </div>
    </>
  );
}
