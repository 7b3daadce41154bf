import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon.tsx";

export type CardProps = {
  title?: ReactNode;
  /** h2 by default. */
  level?: 2 | 3;
  /** A quiet line under the title. */
  note?: ReactNode;
  icon?: IconName;
  /** Links or buttons on the right of the title. */
  actions?: ReactNode;
  /** No padding, for a table that fills the card. */
  flush?: boolean;
  id?: string;
  children?: ReactNode;
};

export function Card({ title, level = 2, note, icon, actions, flush, id, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <section className={flush ? "card card-flush" : "card"} id={id}>
      {title !== undefined && (
        <div className="card-header">
          {icon !== undefined && <Icon name={icon} size="large" className="card-icon" />}
          <div className="card-words">
            <Heading className="card-title">{title}</Heading>
            {note !== undefined && <p className="quiet">{note}</p>}
          </div>
          {actions !== undefined && <div className="card-actions screen-only">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
