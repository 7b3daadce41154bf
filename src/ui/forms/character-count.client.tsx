"use client";

import { useEffect, useState } from "react";
import { charactersLeft } from "../ui-words.ts";

/**
 * Counts as one types. Without JavaScript nothing of it is there and the line "You can enter up to …" stays.
 * What is seen changes at once; what is read out waits until typing has stopped for a second, so as not to talk over it.
 */
export function CharacterCount({ textareaId, limit }: { textareaId: string; limit: number }) {
  const [seen, setSeen] = useState<string>();
  const [spoken, setSpoken] = useState("");
  const [over, setOver] = useState(false);

  useEffect(() => {
    const textarea = document.getElementById(textareaId);
    if (!(textarea instanceof HTMLTextAreaElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      const words = charactersLeft(limit, textarea.value.length);
      setSeen(words);
      setOver(textarea.value.length > limit);
      clearTimeout(timer);
      timer = setTimeout(() => setSpoken(words), 1000);
    };
    count();
    textarea.addEventListener("input", count);
    return () => {
      clearTimeout(timer);
      textarea.removeEventListener("input", count);
    };
  }, [textareaId, limit]);

  if (seen === undefined) return null;
  return (
    <>
      <div className={over ? "character-count character-count-over" : "character-count"} aria-hidden="true">
        {seen}
      </div>
      <div className="sr-only" aria-live="polite">
        {spoken}
      </div>
    </>
  );
}
