import { view } from "../../view.ts";
import type { Problem } from "../rules.ts";

/** Somebody whose email comes back. */
export type Undelivered = { personId: string; name: string; agency: string; problem: Problem; at: Date };

/** The people of the forums one serves, and for an administrator all, whose last email was refused for good: they are to be asked another way. */
export const listUndelivered = view(async ({ tx }, _: Record<never, never>): Promise<Undelivered[]> => tx.$queryRaw<Undelivered[]>`
  select u.person_id as "personId", concat_ws(' ', p.style, p.name) as name, g.short_name as agency, u.problem, u.at
  from app.undelivered_people() u join people p on p.id = u.person_id join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id order by p.name`);
