import type { NavigationItem } from "./app-shell.tsx";

/** The parts of one record, as links. */
export function Subnav({ label, items }: { label: string; items: (NavigationItem & { count?: number })[] }) {
  return (
    <nav className="subnav screen-only" aria-label={label}>
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
