import type { ReactNode } from "react";

export type ButtonTone = "primary" | "secondary" | "warning" | "quiet";

/** `icon`: an <Icon/>. It comes in by a prop because buttons also run in the browser, where the drawings needn't be. */
type Look = { tone?: ButtonTone; small?: boolean; icon?: ReactNode; children: ReactNode };

function look({ tone = "primary", small }: Pick<Look, "tone" | "small">): string {
  return `button button-${tone}${small ? " button-small" : ""}`;
}

/** One primary button a page. A warning button stands on a page that asks to confirm. Buttons aren't disabled. */
export function Button({ type = "submit", name, value, ...props }: Look & { type?: "submit" | "button"; name?: string; value?: string }) {
  return (
    <button type={type} name={name} value={value} className={look(props)}>
      {props.icon}
      {props.children}
    </button>
  );
}

/** A link that looks like a button because it is the next thing to do. `about` is read out after it: "for CEN-118". */
export function ButtonLink({ href, about, download, ...props }: Look & { href: string; about?: ReactNode; download?: boolean }) {
  const inner = (
    <>
      {props.icon}
      {props.children}
      {about !== undefined && <span className="sr-only"> {about}</span>}
    </>
  );
  // A file isn't a page: the router must not fetch it.
  if (download) {
    return (
      <a href={href} className={look(props)} download>
        {inner}
      </a>
    );
  }
  return (
    <a href={href} className={look(props)}>
      {inner}
    </a>
  );
}

export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="button-group">{children}</div>;
}
