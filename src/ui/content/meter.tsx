import { type ReactNode, useId } from "react";

/** How much of something is used, in words first: "48 minutes used of 2 hours". The bar only repeats it. */
export function Meter({ value, max, over, children }: { value: number; max: number; over?: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <div className="meter">
      <span id={id} className="meter-words">
        {children}
      </span>
      <progress className={over ? "meter-bar meter-over" : "meter-bar"} value={Math.min(value, max)} max={max} aria-labelledby={id} />
    </div>
  );
}
