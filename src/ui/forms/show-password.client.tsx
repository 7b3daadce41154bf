"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { uiWords } from "../ui-words.ts";

const never = () => () => {};

/** Without JavaScript the button stays hidden and the box is an ordinary password box. */
export function ShowPassword({ inputId }: { inputId: string }) {
  const isReady = useSyncExternalStore(never, () => true, () => false);
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    const input = document.getElementById(inputId);
    if (!(input instanceof HTMLInputElement)) return;
    input.type = isShown ? "text" : "password";
    // Hidden again before it is sent, so that the browser doesn't keep it among remembered texts.
    const hide = () => {
      input.type = "password";
      setShown(false);
    };
    input.form?.addEventListener("submit", hide);
    return () => input.form?.removeEventListener("submit", hide);
  }, [inputId, isShown]);

  return (
    <button
      type="button"
      className="button button-secondary"
      aria-controls={inputId}
      aria-label={isShown ? uiWords.hidePassword : uiWords.showPassword}
      hidden={!isReady}
      onClick={() => setShown(!isShown)}
    >
      {isShown ? uiWords.hide : uiWords.show}
    </button>
  );
}
