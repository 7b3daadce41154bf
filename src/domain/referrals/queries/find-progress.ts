import type { Tx } from "@/platform/db/client.ts";
import type { Progress } from "../rules.ts";

/** Which parts of a referral are written, for whoever writes it. A theme has nobody in it. */
export async function findProgress(tx: Tx, referralId: string): Promise<Progress> {
  const rows = await tx.$queryRaw<Progress[]>`
    select m.happening is not null as matter,
      exists (select 1 from referral_thresholds t where t.referral_id = m.referral_id) as threshold,
      m.subject_type = 'theme' or exists (select 1 from referral_subjects s where s.referral_id = m.referral_id and s.removed_at is null) as people,
      exists (select 1 from referral_sharings h where h.referral_id = m.referral_id) and exists (select 1 from referral_gateways g where g.referral_id = m.referral_id and g.removed_at is null) as sharing,
      exists (select 1 from referral_risks k where k.referral_id = m.referral_id) as risk
    from referral_matters m where m.referral_id = ${referralId}::uuid`;
  return rows[0] ?? { matter: false, threshold: false, people: false, sharing: false, risk: false };
}
