"use client";

import { useEffect, useState } from "react";
import { uiWords } from "../ui-words";

/** Without JavaScript the button stays hidden and the box is an ordinary password box. */
export function ShowPassword({ inputId }: { inputId: string }) {
  const [ready, setReady] = useState(false);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    const input = document.getElementById(inputId);
    if (!(input instanceof HTMLInputElement)) return;
    setReady(true);
    input.type = shown ? "text" : "password";
    // Hidden again before it is sent, so that the browser doesn't keep it among remembered texts.
    const hide = () => {
      input.type = "password";
      setShown(false);
    };
    input.form?.addEventListener("submit", hide);
    return () => input.form?.removeEventListener("submit", hide);
  }, [inputId, shown]);

  return (
    <button
      type="button"
      className="button button-secondary"
      aria-controls={inputId}
      aria-label={shown ? uiWords.hidePassword : uiWords.showPassword}
      hidden={!ready}
      onClick={() => setShown(!shown)}
    >
      {shown ? uiWords.hide : uiWords.show}
    </button>
  );
}
