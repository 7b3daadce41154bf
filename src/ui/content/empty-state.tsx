import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon.tsx";

/** What would be here, and what to do. */
export function EmptyState({ title, icon, actions, children }: { title: ReactNode; icon?: IconName; actions?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty-state">
      {icon !== undefined && <Icon name={icon} size="large" />}
      <p className="empty-title">{title}</p>
      {children !== undefined && <div className="quiet">{children}</div>}
      {actions !== undefined && <div className="button-group">{actions}</div>}
    </div>
  );
}
