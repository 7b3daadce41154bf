import type { ReactNode } from "react";
import { Icon, type IconName } from "../icons/icon.tsx";

/** A link of the header: search, notifications, the person's name. */
export function HeaderLink({ href, icon, children }: { href: string; icon?: IconName; children: ReactNode }) {
  return (
    <a href={href} className="header-link">
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** A POST form in the header, such as signing out: looks like a link, is a button. `action` is a server action or an address. */
export function HeaderPost({ action, hidden = {}, children }: { action: string | ((form: FormData) => void | Promise<void>); hidden?: Record<string, string>; children: ReactNode }) {
  return (
    <form action={action} method={typeof action === "string" ? "post" : undefined} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="header-link">
        <span>{children}</span>
      </button>
    </form>
  );
}
