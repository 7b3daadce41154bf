import { view } from "../../view.ts";

/** When a forum meets next, for whoever sees its meetings: what was said to its chair is read there. */
export const readsNext = view(async ({ tx, now }, code: string): Promise<Date | null> => {
  const [next] = await tx.$queryRaw<{ startsAt: Date }[]>`
    select m.starts_at as "startsAt" from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id
    where f.code = ${code} and m.starts_at > ${now} and m.state in ('scheduled', 'published') order by m.starts_at limit 1`;
  return next?.startsAt ?? null;
});
