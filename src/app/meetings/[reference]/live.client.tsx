"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { hasUnsavedWords } from "@/ui/forms/unsaved-words.client.ts";

export type LiveWords = { changed: string; show: string };

/** Drawn again at most so often, however thick the changes come; not by everybody in the same moment. */
const rest = 2_000;
const spread = 600;
/** What one is typing is given so long to be saved before one is told. */
const patience = 4_000;
/** Without a stream the page is looked at anew so often. */
const without = 30_000;
/** Whoever touched nothing for so long isn't there: what is drawn for them keeps no session open. */
const away = 60_000;

/**
 * Draws the page anew when something was written at its meeting. It never touches a form with words in it that aren't saved: then it says
 * that something changed, with a link. Where no stream comes through, it looks from time to time.
 */
export function Live({ address, words }: { address: string; words: LiveWords }) {
  const router = useRouter();
  const [isTold, setTold] = useState(false);
  const [isDrawing, startDrawing] = useTransition();
  const touched = useRef(0);

  useEffect(() => {
    if (!isDrawing) document.cookie = "casemoot.away=; path=/; max-age=0; samesite=lax";
  }, [isDrawing]);

  useEffect(() => {
    let timer = 0;
    let waitsSince: number | undefined;
    let drawnAt = Date.now();
    let isOpen = false;
    const touch = () => {
      touched.current = Date.now();
      if (document.cookie.includes("casemoot.away")) document.cookie = "casemoot.away=; path=/; max-age=0; samesite=lax";
    };
    touch();

    const look = () => {
      clearTimeout(timer);
      if (waitsSince === undefined || document.visibilityState === "hidden") return;
      if (hasUnsavedWords(document)) {
        if (Date.now() - waitsSince > patience) setTold(true);
        timer = window.setTimeout(look, 1_000);
        return;
      }
      waitsSince = undefined;
      drawnAt = Date.now();
      setTold(false);
      if (Date.now() - touched.current > away) document.cookie = "casemoot.away=1; path=/; max-age=3; samesite=lax";
      startDrawing(() => router.refresh());
    };
    const changed = () => {
      if (waitsSince !== undefined) return;
      waitsSince = Date.now();
      timer = window.setTimeout(look, Math.max(0, drawnAt + rest - Date.now()) + Math.random() * spread);
    };

    const stream = new EventSource(address);
    // what was written between the drawing of the page and now
    stream.onopen = () => {
      if (isOpen || performance.now() > 5_000) changed();
      isOpen = true;
    };
    stream.onmessage = ({ data }) => {
      // one's own words stand on this page already; of another page of one's own one hears when one rests
      if (data !== "own" || Date.now() - touched.current > rest) changed();
    };
    const looking = setInterval(() => stream.readyState !== EventSource.OPEN && changed(), without);
    document.addEventListener("visibilitychange", look);
    for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, touch, true);
    return () => {
      stream.close();
      clearTimeout(timer);
      clearInterval(looking);
      document.removeEventListener("visibilitychange", look);
      for (const kind of ["keydown", "pointerdown"]) removeEventListener(kind, touch, true);
    };
  }, [address, router]);

  return (
    <div role="status" className="live-notice">
      {isTold && (
        <p className="alert alert-info">
          <span>
            {words.changed} <a href={`${location.pathname}${location.search}`}>{words.show}</a>
          </span>
        </p>
      )}
    </div>
  );
}
