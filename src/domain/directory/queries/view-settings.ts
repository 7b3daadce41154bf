import { type Day, dayOf, fromDate } from "../../kernel/dates.ts";
import { view } from "../../view.ts";

export type Settings = {
  name: string;
  idleMinutes: number;
  findsRepeats: boolean;
  version: number;
  today: Day;
  /** The newest first. */
  declarations: { version: number; from: Day; text: string }[];
  /** Those that come once, still to come. */
  bankHolidays: { day: Day; name: string }[];
};

/** What is settled for the whole partnership, for an administrator; null for anybody else. */
export const viewSettings = view(async ({ tx, actor, now, may }, _: Record<never, never>): Promise<Settings | null> => {
  if (!may("directory.settle")) return null;
  const found = await tx.partnership.findFirst({ where: { id: actor.partnershipId }, select: { name: true, idleMinutes: true, findsRepeats: true, version: true } });
  if (!found) return null;
  const declarations = await tx.declaration.findMany({ select: { version: true, adoptedOn: true, text: true }, orderBy: { version: "desc" } });
  const bankHolidays = await tx.$queryRaw<Settings["bankHolidays"]>`select on_day::text as day, name from bank_holidays where withdrawn_at is null and on_day >= ${dayOf(now)}::date order by on_day`;
  return { ...found, bankHolidays, today: dayOf(now), declarations: declarations.map(({ version, adoptedOn, text }) => ({ version, from: fromDate(adoptedOn), text })) };
});
