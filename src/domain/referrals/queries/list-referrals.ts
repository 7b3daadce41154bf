import type { Tx } from "@/platform/db/client.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { ReferralState, Risk, SubjectType } from "../../kernel/enums.ts";
import { workingDaysBetween } from "../../kernel/working-days.ts";
import { view } from "../../view.ts";
import { thresholdOf } from "../rules.ts";
import { findSpeaksForAgency } from "./find-referrer.ts";

export type WaitingReferral = {
  reference: string;
  forum: string;
  agency: string;
  state: ReferralState;
  sentAt: Date;
  answerBy: Day;
  /** Working days since it was sent, and whether the day that was promised has passed. */
  waited: number;
  late: boolean;
  title: string;
  subjectType: SubjectType;
  ward: string | null;
  children: boolean;
  /** Somebody in it is eighteen within six months. */
  turning: boolean;
  risk: Risk;
  threshold: ReturnType<typeof thresholdOf>;
};
export type AnsweredReferral = { reference: string; forum: string; agency: string; title: string; state: ReferralState; answeredAt: Date };
export type OwnReferral = { reference: string; forum: string; state: ReferralState; startedAt: Date; sentAt: Date | null; answerBy: Day | null; title: string | null };
export type ColleaguesReferral = { reference: string; forum: string; state: ReferralState; by: string; sentAt: Date };
export type ReferralsView = { triage: { waiting: WaitingReferral[]; answered: AnsweredReferral[] } | null; own: OwnReferral[]; colleagues: ColleaguesReferral[]; mayStart: boolean; today: Day };

/**
 * Referrals as they concern this person: those that wait for an answer of a forum they serve, children first and then the oldest; their own; and, by reference
 * and progress alone, those of colleagues who sit on the forum for the same agency.
 */
export const viewReferrals = view(async ({ tx, standing, now }, _: Record<never, never>): Promise<ReferralsView> => {
  const today = dayOf(now);
  const own = await tx.$queryRaw<OwnReferral[]>`
    select r.reference, f.name as forum, r.state, r.started_at as "startedAt", r.sent_at as "sentAt", r.answer_by::text as "answerBy", m.title
    from referrals r join forums f on f.partnership_id = r.partnership_id and f.id = r.forum_id join referral_matters m on m.partnership_id = r.partnership_id and m.referral_id = r.id
    where r.person_id = app.person() order by (r.state in ('draft', 'more_asked')) desc, r.started_at desc limit 200`;
  const colleagues = await tx.$queryRaw<ColleaguesReferral[]>`
    select r.reference, f.name as forum, r.state, concat_ws(' ', p.style, p.name) as by, r.sent_at as "sentAt"
    from referrals r join forums f on f.partnership_id = r.partnership_id and f.id = r.forum_id join people p on p.partnership_id = r.partnership_id and p.id = r.person_id
    where r.person_id <> app.person() and r.agency_id = app.own_agency() and r.forum_id = any((select app.seats_held())::uuid[]) and r.forum_id <> all((select app.offices_held())::uuid[]) and r.state <> 'draft'
    order by r.sent_at desc limit 100`;
  const forums = standing.appointments.map(({ forumId }) => forumId);
  const triage = forums.length === 0 ? null : { waiting: await listWaiting(tx, forums, today), answered: await listAnswered(tx, forums) };
  return { triage, own, colleagues, mayStart: await findSpeaksForAgency(tx), today };
});

type Row = Omit<WaitingReferral, "waited" | "late" | "threshold"> & { triedLocally: boolean; occurrences: number; otherAgencies: number; vulnerable: boolean; hotspot: boolean };

async function listWaiting(tx: Tx, forums: string[], today: Day): Promise<WaitingReferral[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select r.reference, f.name as forum, g.name as agency, r.state, r.sent_at as "sentAt", r.answer_by::text as "answerBy", m.title, m.subject_type as "subjectType", w.name as ward, k.risk,
      m.involves_children or ages.stages && array['child', 'turning'] as children, 'turning' = any(ages.stages) as turning,
      t.tried_locally as "triedLocally", t.occurrences, cardinality(t.other_agency_ids) as "otherAgencies", t.vulnerable, t.hotspot
    from referrals r join forums f on f.partnership_id = r.partnership_id and f.id = r.forum_id join agencies g on g.partnership_id = r.partnership_id and g.id = r.agency_id
      join referral_matters m on m.partnership_id = r.partnership_id and m.referral_id = r.id join referral_thresholds t on t.partnership_id = r.partnership_id and t.referral_id = r.id
      join referral_risks k on k.partnership_id = r.partnership_id and k.referral_id = r.id left join wards w on w.partnership_id = m.partnership_id and w.id = m.ward_id
      cross join lateral (select coalesce(array_agg(a.stage), '{}') as stages from app.ages_in_referral(r.id) a) ages
    where r.state in ('sent', 'more_asked') and r.forum_id = any(${forums}::uuid[])
    order by children desc, r.sent_at, r.reference`;
  const first = rows.map(({ sentAt }) => dayOf(sentAt)).toSorted()[0];
  const holidays = first === undefined ? new Map<Day, string>() : await findBankHolidays(tx, first, today);
  return rows.map(({ triedLocally, occurrences, otherAgencies, vulnerable, hotspot, ...row }) => ({
    ...row, waited: workingDaysBetween(dayOf(row.sentAt), today, holidays), late: row.answerBy < today, threshold: thresholdOf({ triedLocally, occurrences, otherAgencies, vulnerable, hotspot }),
  }));
}

const listAnswered = (tx: Tx, forums: string[]): Promise<AnsweredReferral[]> => tx.$queryRaw<AnsweredReferral[]>`
  select r.reference, f.name as forum, g.name as agency, m.title, r.state, max(d.decided_at) as "answeredAt"
  from referrals r join forums f on f.partnership_id = r.partnership_id and f.id = r.forum_id join agencies g on g.partnership_id = r.partnership_id and g.id = r.agency_id
    join referral_matters m on m.partnership_id = r.partnership_id and m.referral_id = r.id join referral_decisions d on d.partnership_id = r.partnership_id and d.referral_id = r.id
  where r.state in ('taken', 'joined', 'redirected', 'declined') and r.forum_id = any(${forums}::uuid[])
  group by r.reference, f.name, g.name, m.title, r.state order by "answeredAt" desc limit 25`;
