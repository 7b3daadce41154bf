import { createElement } from "react";
import { drawings, type Drawing } from "./icon-drawings.ts";

export type IconName = keyof typeof drawings;

/**
 * A line drawing beside words, which say the same: it is hidden from assistive technology. Where an icon stands alone, give `label`.
 * `large` is 24 px, otherwise 20 px; `small` is 16 px, inside a tag.
 */
export function Icon({ name, size = "medium", label, className }: { name: IconName; size?: "small" | "medium" | "large"; label?: string; className?: string }) {
  const drawing: Drawing = drawings[name];
  const side = size === "small" ? 16 : size === "large" ? 24 : 20;
  return (
    <svg
      className={className === undefined ? "icon" : `icon ${className}`}
      width={side}
      height={side}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {drawing.map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  );
}
