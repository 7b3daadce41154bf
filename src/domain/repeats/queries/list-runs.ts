import { view } from "../../view.ts";
import { isSuspicious } from "../rules.ts";

export type Run = { personId: string; name: string; agency: string; checks: number; toldYes: number; referrals: number; neverSent: number; talks: number; lastAt: Date; suspicious: boolean };
export type AskedFor = { id: string; askedAt: Date; name: string; agency: string; purpose: string; similar: boolean };

const days = 28;

/** Who asked in the last 28 days whether others hold something similar, how often and what came of it, for information governance; null for anybody else. The reading is on the trail. */
export const listRuns = view(async ({ tx, now, may, record }, _: Record<never, never>): Promise<{ days: number; runs: Run[]; checks: AskedFor[] } | null> => {
  if (!may("audit.read")) return null;
  const since = new Date(now.getTime() - days * 86_400_000);
  const runs = await tx.$queryRaw<Omit<Run, "suspicious">[]>`
    select person_id as "personId", name, agency, checks, told_yes as "toldYes", referrals, never_sent as "neverSent", talks, last_at as "lastAt" from app.runs_of_checks(${since}::timestamptz)`;
  const checks = await tx.$queryRaw<AskedFor[]>`
    select c.id, c.asked_at as "askedAt", concat_ws(' ', p.style, p.name) as name, g.short_name as agency, c.purpose, c.told_yes as "similar"
    from repeat_checks c join people p on p.partnership_id = c.partnership_id and p.id = c.person_id join agencies g on g.partnership_id = c.partnership_id and g.id = c.agency_id where c.asked_at >= ${since}::timestamptz order by c.asked_at desc limit 200`;
  record({ event: "audit.checksRead", subject: { type: "audit" }, particulars: {} });
  return { days, runs: runs.map((run) => ({ ...run, suspicious: isSuspicious(run) })), checks };
});
