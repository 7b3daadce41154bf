import type { Tx } from "@/platform/db/client.ts";
import type { Risk } from "../../kernel/enums.ts";
import type { RiskScores } from "../../kernel/risk-matrix.ts";

export type Assessment = RiskScores & { id: string; total: number; band: Risk; risk: Risk; judgementReason: string | null; assessedAt: Date; by: string; meeting: string | null };

/** How a case was scored, the newest first: for those who read its record. */
export const listAssessments = (tx: Tx, caseId: string): Promise<Assessment[]> => tx.$queryRaw<Assessment[]>`
  select r.id, r.frequency, r.escalation, r.targeting, r.vulnerability, r.impact, r.support, r.total, r.band, r.risk, r.judgement_reason as "judgementReason", r.assessed_at as "assessedAt",
    concat_ws(' ', p.style, p.name) as by, m.reference as meeting
  from risk_assessments r join people p on p.partnership_id = r.partnership_id and p.id = r.assessed_by_id left join meetings m on m.partnership_id = r.partnership_id and m.id = r.meeting_id
  where r.case_id = ${caseId}::uuid order by r.assessed_at desc, r.id`;
