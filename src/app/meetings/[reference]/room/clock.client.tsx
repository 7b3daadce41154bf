"use client";

import { useEffect, useState } from "react";
import { minutesInWords } from "@/domain/kernel/dates.ts";
import { Meter } from "@/ui/content/meter.tsx";
import { Tag } from "@/ui/content/tag.tsx";

/** In milliseconds by the server's clock: since when, and now as the page is drawn. `words` hold "{used}", "{of}" and "{over}". */
type ClockProps = { since: number; now: number; minutes: number; words: { used: string; over: string } };
const often = 15_000;

/** Whole minutes gone by. Drawn by the server as it stands; then the page counts on. */
function useMinutes({ since, now }: ClockProps): number {
  const [gone, setGone] = useState(now - since);
  useEffect(() => {
    const ahead = Date.now() - now;
    const tick = () => setGone(Date.now() - ahead - since);
    tick();
    const ticking = setInterval(tick, often);
    return () => clearInterval(ticking);
  }, [since, now]);
  return Math.max(0, Math.floor(gone / 60_000));
}

const inWords = (used: number, { minutes, words }: ClockProps) =>
  (used > minutes ? words.over : words.used).replace("{used}", minutesInWords(used)).replace("{of}", minutesInWords(minutes)).replace("{over}", minutesInWords(used - minutes));

/** How long the item has taken of what was planned for it. */
export function ItemClock(props: ClockProps) {
  const used = useMinutes(props);
  return <Tag tone={used > props.minutes ? "amber" : "grey"}>{inWords(used, props)}</Tag>;
}

/** How long the meeting has sat, of the limit it has. */
export function MeetingClock(props: ClockProps) {
  const used = useMinutes(props);
  return (
    <Meter value={used} max={props.minutes} over={used > props.minutes}>
      {inWords(used, props)}
    </Meter>
  );
}
