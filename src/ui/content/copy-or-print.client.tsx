"use client";

import { useState, useSyncExternalStore } from "react";
import { ButtonGroup } from "./button.tsx";

const never = () => () => {};

/** Copies a text or prints the page. Without JavaScript the text is marked and the browser's own menu prints. */
export function CopyOrPrint({ text, copy, copied, print }: { text: string; copy: string; copied: string; print: string }) {
  const isReady = useSyncExternalStore(never, () => true, () => false);
  const [isCopied, setCopied] = useState(false);
  if (!isReady) return null;
  return (
    <div className="screen-only mb-4">
      <ButtonGroup>
        <button type="button" className="button button-secondary" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copy}
        </button>
        <button type="button" className="button button-secondary" onClick={() => window.print()}>
          {print}
        </button>
      </ButtonGroup>
      <p className="quiet" role="status">
        {isCopied ? copied : ""}
      </p>
    </div>
  );
}
