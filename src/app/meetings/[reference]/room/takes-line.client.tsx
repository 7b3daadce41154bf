"use client";

import { useEffect } from "react";

/** Ctrl+Enter on a line of the notes that begins with "@" makes an action of it at once: the line goes over into the form for one, and is read. */
export function TakesLine({ notes, line }: { notes: string; line: string }) {
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      const from = event.target;
      const to = document.getElementById(line);
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !(from instanceof HTMLTextAreaElement) || from.id !== notes || !(to instanceof HTMLInputElement)) return;
      const start = from.value.lastIndexOf("\n", from.selectionStart - 1) + 1;
      const end = (from.value.indexOf("\n", from.selectionStart) + 1 || from.value.length + 1) - 1;
      const said = from.value.slice(start, end);
      if (!/^\s*[-–•*]?\s*@\s*[\p{L}\p{N}]/u.test(said)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      from.setRangeText("", start === 0 ? 0 : start - 1, end, "end");
      from.dispatchEvent(new Event("input", { bubbles: true }));
      to.value = said.trim();
      to.form?.requestSubmit();
    };
    document.addEventListener("keydown", take, true);
    return () => document.removeEventListener("keydown", take, true);
  }, [notes, line]);
  return null;
}
