import type { ReactNode } from "react";
import type { Actor } from "@/domain/kernel/actor.ts";
import { Subnav } from "@/ui/shell/subnav.tsx";
import { type AdminPart, adminParts, deskWords } from "@/wording/admin.ts";
import { Frame } from "../frame.tsx";

const hrefs: Record<AdminPart, string> = {
  desk: "/admin", people: "/admin/people", forums: "/admin/forums", agencies: "/admin/agencies", areas: "/admin/areas",
  providers: "/admin/providers", requests: "/admin/requests", mail: "/admin/mail", settings: "/admin/settings",
};

/** The frame of every administrator's page: its parts beside one another. The title holds no name. */
export function AdminFrame({ actor, title, part, children }: { actor: Actor; title: string; part: AdminPart; children: ReactNode }) {
  const parts = Object.keys(adminParts) as AdminPart[];
  return (
    <Frame actor={actor} title={title} current="admin">
      <Subnav flow label={deskWords.title} items={parts.map((each) => ({ href: hrefs[each], text: adminParts[each], current: each === part }))} />
      {children}
    </Frame>
  );
}
