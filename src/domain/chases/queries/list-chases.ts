import type { Day } from "../../kernel/dates.ts";
import { view } from "../../view.ts";

export type ShownChase = { number: number; on: Day; by: string; told: string | null };

/** How often an action was chased, the last first, as far as the reader sees the action. */
export const listChases = view(async ({ tx }, reference: string): Promise<ShownChase[]> => tx.$queryRaw<ShownChase[]>`
  select c.number, c.chased_on::text as on, concat_ws(' ', p.style, p.name) as by, nullif(concat_ws(' ', m.style, m.name), '') as told
  from chases c join actions a on a.partnership_id = c.partnership_id and a.id = c.action_id join people p on p.partnership_id = c.partnership_id and p.id = c.chased_by_id
    left join people m on m.partnership_id = c.partnership_id and m.id = c.manager_id
  where a.reference = ${reference} order by c.chased_at desc`);

export type ToldChase = { reference: string; owner: string; due: Day; on: Day; number: number };

/** Late actions of which the person was told because they answer for the agency: whose, since when; never what they say. */
export const listToldChases = view(async ({ tx }, _: Record<never, never>): Promise<ToldChase[]> => tx.$queryRaw<ToldChase[]>`
  select reference, owner, due::text as due, chased_on::text as on, number from app.chases_told()`);
