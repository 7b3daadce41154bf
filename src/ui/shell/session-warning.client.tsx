"use client";

import { useEffect, useRef, useState } from "react";

/** By the server's clock, in milliseconds; `person` marks whose session it is. */
export type SessionEnds = { idle: number; end: number; now: number; person: string };
export type SessionWarningWords = {
  title: string; idle: string; absolute: string; left: { minutes: string; seconds: string };
  stay: string; understood: string; overTitle: string; over: string; signIn: string;
};

const warned = 120_000;

/**
 * Warns two minutes before a session ends, and tells when it has ended. The page stays as it is, with what was typed on it; once over
 * it is covered until the same person is signed in again. `address` answers when the session ends to GET, and keeps it open by POST.
 */
export function SessionWarning({ ends, words, address, signInHref }: { ends: SessionEnds; words: SessionWarningWords; address: string; signInHref: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const act = useRef<() => void>(() => {});
  const [shown, setShown] = useState<{ seconds: number; isLast: boolean; said: string } | "over">();

  useEffect(() => {
    let known = { ...ends, ahead: Date.now() - ends.now };
    let timer = 0;
    let isClosed = false;
    let isUnderstood = false;
    const left = () => Math.min(known.idle, known.end) + known.ahead - Date.now();
    const hide = () => {
      dialog.current?.close();
      setShown(undefined);
    };

    /** Asks the server, since another tab may have kept the session open, or ended it. */
    async function ask(method: "GET" | "POST") {
      try {
        const answer = await fetch(address, { method, cache: "no-store" });
        const found = answer.ok ? ((await answer.json()) as SessionEnds) : null;
        if (isClosed) return;
        if (found?.person === ends.person) known = { ...found, ahead: Date.now() - found.now };
        else if (found || answer.status === 401) known = { ...known, idle: 0 };
      } catch {
        // no network: the clock goes on
      }
      if (!isClosed) tick();
    }

    let said = "";
    function tick() {
      clearTimeout(timer);
      const rest = left();
      if (rest > warned) {
        hide();
        // a sleeping machine wakes late: asked again within the quarter of an hour
        timer = window.setTimeout(() => (left() > warned ? tick() : void ask("GET")), Math.min(rest - warned, 900_000));
        return;
      }
      if (dialog.current && !dialog.current.open && !(isUnderstood && rest > 0)) dialog.current.showModal();
      if (rest <= 0) return setShown("over");
      const seconds = Math.ceil(rest / 1000);
      if (said === "" || seconds % 15 === 0 || seconds <= 20) said = inWords(seconds, words);
      setShown({ seconds, isLast: known.end <= known.idle, said });
      timer = window.setTimeout(() => (left() > 0 ? tick() : void ask("GET")), 1000);
    }

    act.current = () => {
      isUnderstood = known.end <= known.idle;
      if (isUnderstood) dialog.current?.close();
      else void ask("POST");
    };
    const seen = () => void (document.visibilityState === "visible" && left() <= warned && ask("GET"));
    document.addEventListener("visibilitychange", seen);
    tick();
    return () => {
      isClosed = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [ends, address, words]);

  const isOver = shown === "over";
  return (
    <dialog
      ref={dialog}
      className={isOver ? "session-warning session-over" : "session-warning"}
      aria-labelledby="session-warning"
      onCancel={(event) => {
        event.preventDefault();
        if (!isOver) act.current();
      }}
    >
      <h2 id="session-warning">{isOver ? words.overTitle : words.title}</h2>
      {isOver ? (
        <>
          <p>{words.over}</p>
          <a href={signInHref} target="_blank" className="button button-primary" autoFocus>
            {words.signIn}
          </a>
        </>
      ) : (
        shown && (
          <>
            <p aria-hidden="true">{inWords(shown.seconds, words)}</p>
            <p className="sr-only" aria-live="assertive">
              {shown.said}
            </p>
            <p>{shown.isLast ? words.absolute : words.idle}</p>
            <button type="button" className="button button-primary" autoFocus onClick={() => act.current()}>
              {shown.isLast ? words.understood : words.stay}
            </button>
          </>
        )
      )}
    </dialog>
  );
}

function inWords(seconds: number, { left }: SessionWarningWords): string {
  const minutes = Math.ceil(seconds / 60);
  const words = seconds <= 60 ? left.seconds : left.minutes;
  return words.replace("{n}", String(seconds <= 60 ? seconds : minutes));
}
