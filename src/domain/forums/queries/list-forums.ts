import type { ForumKind, Office } from "../../kernel/enums.ts";
import { view } from "../../view.ts";

export type ListedForum = {
  id: string;
  code: string;
  name: string;
  kind: ForumKind;
  /** What the person is to this forum today. */
  offices: Office[];
  seated: boolean;
};

/** The forums a person sits on or serves today, by code; none for anybody else. */
export const listForums = view(async ({ tx, standing }, _: Record<never, never>): Promise<ListedForum[]> => {
  const rows = await tx.$queryRaw<Pick<ListedForum, "id" | "code" | "name" | "kind">[]>`
    select id, code, name, kind from forums where id = any((select app.forums_seen())::uuid[]) order by code`;
  return rows.map((forum) => ({
    ...forum,
    offices: standing.appointments.filter((a) => a.forumId === forum.id).map((a) => a.office),
    seated: standing.memberships.some((m) => m.forumId === forum.id),
  }));
});
