"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Draws the page again when a reveal ends, so that nothing stays on an unwatched screen. Without JavaScript the browser loads it again. */
export function RevealEnds({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), (seconds + 1) * 1000);
    return () => clearTimeout(timer);
  }, [seconds, router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds + 1)} />
    </noscript>
  );
}
