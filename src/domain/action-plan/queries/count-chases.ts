import { Prisma } from "@/platform/db/client.ts";

/** How often the owner of an action was asked for it; `a` is the action. */
export const countChases = Prisma.sql`(select count(*)::int from chases c where c.partnership_id = a.partnership_id and c.action_id = a.id and c.owner_id = a.owner_id)`;
