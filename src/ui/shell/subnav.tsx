import type { NavigationItem } from "./app-shell.tsx";

/** The parts of one record, as links. On a phone they stand one under another; `flow` is for many, which would push the page away. */
export function Subnav({ label, items, flow }: { label: string; items: (NavigationItem & { count?: number })[]; flow?: boolean }) {
  return (
    <nav className={flow ? "subnav subnav-flow screen-only" : "subnav screen-only"} aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? "page" : undefined}>
              {item.text}
              {item.count !== undefined && <span className="subnav-count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
