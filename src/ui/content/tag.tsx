import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon.tsx";

export type Tone = "red" | "amber" | "green" | "blue" | "purple" | "grey" | "teal";

export type TagLook = { tone?: Tone; icon?: IconName; outline?: boolean };

/** A state, as an adjective in sentence case. The words carry it, then the icon, the colour last. Never a link or a button. */
export function Tag({ tone = "grey", icon, outline, children }: TagLook & { children: ReactNode }) {
  return (
    <strong className={`tag tag-${tone}${outline ? " tag-outline" : ""}`}>
      {icon !== undefined && <Icon name={icon} size="small" />}
      {children}
    </strong>
  );
}
