import type { drawings } from "./icon-drawings.ts";

export type IconName = keyof typeof drawings;

/** The file of all drawings. Browsers keep it for good, so its address changes with them: tests/ui/icons.test.ts says to what. */
export const sheet = "/icons.svg?2eca40d7";

/**
 * A line drawing beside words, which say the same: it is hidden from assistive technology. Where an icon stands alone, give `label`.
 * `large` is 24 px, otherwise 20 px; `small` is 16 px, inside a tag. It is drawn from the sheet: a table of fifty rows repeats it fifty times.
 */
export function Icon({ name, size = "medium", label, className }: { name: IconName; size?: "small" | "medium" | "large"; label?: string; className?: string }) {
  const classes = `icon icon-${size}${className === undefined ? "" : ` ${className}`}`;
  const drawing = <use href={`${sheet}#${name}`} />;
  return label === undefined ? (
    <svg className={classes} aria-hidden>
      {drawing}
    </svg>
  ) : (
    <svg className={classes} role="img" aria-label={label}>
      {drawing}
    </svg>
  );
}
