import type { ReactNode } from "react";

/** A figure that leads to what it counts. */
export function Count({ number, href, current, children }: { number: ReactNode; href?: string; current?: boolean; children: ReactNode }) {
  const inner = (
    <>
      <span className="count-number">{number}</span>
      <span className="count-words">{children}</span>
    </>
  );
  return (
    <li>
      {href === undefined ? (
        <div className="count">{inner}</div>
      ) : (
        <a href={href} className="count" aria-current={current ? "true" : undefined}>
          {inner}
        </a>
      )}
    </li>
  );
}

export function Counts({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="counts" aria-label={label}>
      {children}
    </ul>
  );
}
