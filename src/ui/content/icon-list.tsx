import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon.tsx";

/** Short sentences, each with an icon: "Needs attention". */
export function IconList({ items }: { items: { icon: IconName; danger?: boolean; text: ReactNode }[] }) {
  return (
    <ul className="icon-list">
      {items.map((item, index) => (
        <li key={index}>
          <Icon name={item.icon} className={item.danger ? "text-danger" : undefined} />
          <div>{item.text}</div>
        </li>
      ))}
    </ul>
  );
}
