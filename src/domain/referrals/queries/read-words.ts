import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { ForumKind, HarmClass, Marking, ReferralState, Risk, SourceGrade, SubjectType } from "../../kernel/enums.ts";
import type { RiskScores } from "../../kernel/risk-matrix.ts";
import type { Unknown } from "../inputs.ts";
import { type StageOfLife, thresholdOf } from "../rules.ts";

export type Matter = { subjectType: SubjectType; title: string | null; summary: string | null; wardId: string | null; ward: string | null; involvesChildren: boolean; happening: string | null; wanted: string | null };
export type Threshold = { triedLocally: boolean; tried: string | null; occurrences: number; otherAgencyIds: string[]; otherAgencies: string[]; vulnerable: boolean; vulnerability: string | null; hotspot: boolean; harms: HarmClass[]; meets: ReturnType<typeof thresholdOf> };
export type Sharing = { purpose: string; necessity: string; proportionality: string; leftOut: string | null; grade: SourceGrade; marking: Marking; informed: boolean; informedReason: string | null; notShared: string | null };
export type ScoredRisk = RiskScores & { total: number; band: Risk; risk: Risk; judgementReason: string | null };
export type GatewayTo = { agencyId: string; agency: string; powerId: string; lawfulBasisId: string; conditionId: string; confidentialityId: string; power: string };
export type Referred = {
  id: string;
  role: SubjectType;
  label: string;
  stage: StageOfLife | null;
  /** Who it is; null while that is hidden. */
  particulars: { name: string | null; bornOn: Day | null; address: string | null; postcode: string | null; telephone: string | null; addressHeldById: string | null; addressHeldBy: string | null; safeContact: string | null; unknown: Unknown[] } | null;
};
export type Answered = { id: string; kind: ReferralState; reason: string; toAgency: string | null; by: string; at: Date };
export type Sent = { id: string; at: Date; answer: string | null };
export type Head = { id: string; reference: string; version: number; state: ReferralState; forumId: string; forum: string; forumKind: ForumKind; agencyId: string; agency: string; by: string; startedAt: Date; sentAt: Date | null; answerBy: Day | null; isWriter: boolean; triages: boolean };

export const findHead = async (tx: Tx, reference: string): Promise<Head | undefined> =>
  (await tx.$queryRaw<Head[]>`
    select r.id, r.reference, r.version, r.state, r.forum_id as "forumId", f.name as forum, f.kind as "forumKind", r.agency_id as "agencyId", g.name as agency, concat_ws(' ', p.style, p.name) as by,
      r.started_at as "startedAt", r.sent_at as "sentAt", r.answer_by::text as "answerBy", r.person_id = app.person() as "isWriter", app.triages_referral(r.id) as triages
    from referrals r join forums f on f.partnership_id = r.partnership_id and f.id = r.forum_id join agencies g on g.partnership_id = r.partnership_id and g.id = r.agency_id
      join people p on p.partnership_id = r.partnership_id and p.id = r.person_id
    where r.reference = ${reference}`)[0];

export type Words = { matter: Matter; threshold: Threshold | null; sharing: Sharing | null; risk: ScoredRisk | null; gateways: GatewayTo[]; people: Referred[]; answers: Answered[]; sendings: Sent[] };

/** What stands in a referral, as far as its reader may see it: who it is about only to whoever wrote it, and for fifteen minutes after a reveal. */
export async function readWords(tx: Tx, referralId: string): Promise<Words | null> {
  const [matter] = await tx.$queryRaw<Matter[]>`
    select m.subject_type as "subjectType", m.title, m.summary, m.ward_id as "wardId", w.name as ward, m.involves_children as "involvesChildren", m.happening, m.wanted
    from referral_matters m left join wards w on w.partnership_id = m.partnership_id and w.id = m.ward_id where m.referral_id = ${referralId}::uuid`;
  if (!matter) return null;
  const [threshold] = await tx.$queryRaw<Omit<Threshold, "meets">[]>`
    select tried_locally as "triedLocally", tried, occurrences, other_agency_ids as "otherAgencyIds", array(select g.name from agencies g where g.id = any(other_agency_ids) order by g.name) as "otherAgencies", vulnerable, vulnerability, hotspot, harms::text[] as harms
    from referral_thresholds where referral_id = ${referralId}::uuid`;
  const [sharing] = await tx.$queryRaw<Sharing[]>`
    select purpose, necessity, proportionality, left_out as "leftOut", grade, marking, informed, informed_reason as "informedReason", not_shared as "notShared" from referral_sharings where referral_id = ${referralId}::uuid`;
  const [risk] = await tx.$queryRaw<ScoredRisk[]>`
    select frequency, escalation, targeting, vulnerability, impact, support, total, band, risk, judgement_reason as "judgementReason" from referral_risks where referral_id = ${referralId}::uuid`;
  const gateways = await tx.$queryRaw<GatewayTo[]>`
    select x.agency_id as "agencyId", g.name as agency, x.power_id as "powerId", x.lawful_basis_id as "lawfulBasisId", x.condition_id as "conditionId", x.confidentiality_id as "confidentialityId", r.name as power
    from referral_gateways x join agencies g on g.partnership_id = x.partnership_id and g.id = x.agency_id join gateway_rows r on r.partnership_id = x.partnership_id and r.id = x.power_id
    where x.referral_id = ${referralId}::uuid and x.removed_at is null order by g.name`;
  const people = await tx.$queryRaw<Referred[]>`
    select s.id, s.role, s.label, a.stage, case when p.subject_id is not null then jsonb_build_object('name', p.name, 'bornOn', p.born_on, 'address', p.address, 'postcode', p.postcode, 'telephone', p.telephone,
      'addressHeldById', p.address_held_by_id, 'addressHeldBy', g.name, 'safeContact', p.safe_contact, 'unknown', p.unknown) end as particulars
    from referral_subjects s left join referral_particulars p on p.partnership_id = s.partnership_id and p.subject_id = s.id left join agencies g on g.partnership_id = p.partnership_id and g.id = p.address_held_by_id
      left join app.ages_in_referral(${referralId}::uuid) a on a.subject_id = s.id
    where s.referral_id = ${referralId}::uuid and s.removed_at is null order by s.added_at, s.id`;
  const answers = await tx.$queryRaw<Answered[]>`
    select d.id, d.kind, d.reason, g.name as "toAgency", concat_ws(' ', p.style, p.name) as by, d.decided_at as at
    from referral_decisions d join people p on p.partnership_id = d.partnership_id and p.id = d.decided_by_id left join agencies g on g.partnership_id = d.partnership_id and g.id = d.to_agency_id
    where d.referral_id = ${referralId}::uuid order by d.decided_at desc`;
  const sendings = await tx.$queryRaw<Sent[]>`select id, sent_at as at, answer from referral_sendings where referral_id = ${referralId}::uuid order by sent_at desc`;
  return { matter, threshold: threshold ? { ...threshold, meets: thresholdOf({ ...threshold, otherAgencies: threshold.otherAgencyIds.length }) } : null, sharing: sharing ?? null, risk: risk ?? null, gateways, people, answers, sendings };
}
