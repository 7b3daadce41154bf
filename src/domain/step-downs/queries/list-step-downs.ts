import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { StepDownEnd, WatchFinding } from "../../kernel/enums.ts";

export type WatchLine = {
  id: string;
  version: number;
  signedAt: Date | null;
  signedOn: Day | null;
  signedBy: string | null;
  meeting: string | null;
  leadAgencyId: string | null;
  leadAgency: string | null;
  watchMonths: number;
  checkMonths: number;
  lastDay: Day | null;
  returnTrigger: string | null;
  end: StepDownEnd | null;
  endedAt: Date | null;
  endedBy: string | null;
  isRepeat: boolean;
  lastCheck: Day | null;
  /** Its words, for those who read the record. */
  words: { changed: string | null; evidence: string | null; voice: string | null; voiceMissing: string | null; tellable: string | null; raiserNotTold: string | null; victimNotTold: string | null; betweenReason: string | null; endReason: string | null } | null;
  raiserToldBy: string | null;
  victimToldBy: string | null;
};

/** The step-downs of a case that were signed, the newest first, as far as the reader may see them. */
export const listSigned = (tx: Tx, caseId: string): Promise<WatchLine[]> => tx.$queryRaw<WatchLine[]>`
  select s.id, s.version, s.signed_at as "signedAt", (s.signed_at at time zone 'Europe/London')::date::text as "signedOn", concat_ws(' ', p.style, p.name) as "signedBy", m.reference as meeting,
    s.lead_agency_id as "leadAgencyId", g.name as "leadAgency", s.watch_months::int as "watchMonths", s.check_months::int as "checkMonths", s.watch_until::text as "lastDay", s.return_trigger as "returnTrigger",
    s."end", s.ended_at as "endedAt", concat_ws(' ', e.style, e.name) as "endedBy", s.is_repeat as "isRepeat",
    (select (max(k.checked_at) at time zone 'Europe/London')::date::text from watch_checks k where k.partnership_id = s.partnership_id and k.step_down_id = s.id) as "lastCheck",
    case when w.step_down_id is null then null else jsonb_build_object('changed', w.changed, 'evidence', w.evidence, 'voice', w.voice, 'voiceMissing', w.voice_missing, 'tellable', w.tellable,
      'raiserNotTold', w.raiser_not_told, 'victimNotTold', w.victim_not_told, 'betweenReason', w.between_reason, 'endReason', w.end_reason) end as words,
    r.name as "raiserToldBy", v.name as "victimToldBy"
  from step_downs s left join people p on p.partnership_id = s.partnership_id and p.id = s.signed_by_id left join people e on e.partnership_id = s.partnership_id and e.id = s.ended_by_id
    left join meetings m on m.partnership_id = s.partnership_id and m.id = s.meeting_id left join agencies g on g.partnership_id = s.partnership_id and g.id = s.lead_agency_id
    left join agencies r on r.partnership_id = s.partnership_id and r.id = s.raiser_told_by_id left join agencies v on v.partnership_id = s.partnership_id and v.id = s.victim_told_by_id
    left join step_down_words w on w.partnership_id = s.partnership_id and w.step_down_id = s.id
  where s.case_id = ${caseId}::uuid and s.signed_at is not null order by s.signed_at desc`;

export type CheckLine = { id: string; stepDownId: string; checkedAt: Date; by: string; agency: string; finding: WatchFinding; note: string };

/** What the watches of a case found, the newest first: for the office, those who read the record, and the agency that keeps it. */
export const listChecks = (tx: Tx, caseId: string): Promise<CheckLine[]> => tx.$queryRaw<CheckLine[]>`
  select k.id, k.step_down_id as "stepDownId", k.checked_at as "checkedAt", concat_ws(' ', p.style, p.name) as by, g.short_name as agency, k.finding, k.note
  from watch_checks k join people p on p.partnership_id = k.partnership_id and p.id = k.person_id join agencies g on g.partnership_id = k.partnership_id and g.id = k.agency_id
  where k.case_id = ${caseId}::uuid order by k.checked_at desc, k.id`;

export type HeardStepDown = { reference: string; title: string; kind: "proposed" | "between" | "over" | "returned" | "undone" | "closed"; on: Day; leadAgency: string | null; until: Day | null; isRepeat: boolean };

/** What a meeting hears on its item for step-downs and returns (rule 3): what is prepared, what the chair did between meetings, watches that are over, and cases that came back; as far as the reader sees them. */
export const listToHear = (tx: Tx, forumId: string, onDay: Day, meetingId: string): Promise<HeardStepDown[]> => tx.$queryRaw<HeardStepDown[]>`
  with heard as (
    select max(m.closed_at) as at from meetings m join agenda_items i on i.partnership_id = m.partnership_id and i.meeting_id = m.id and i.kind = 'step_downs' where m.forum_id = ${forumId}::uuid and m.id <> ${meetingId}::uuid)
  select * from (
    select c.reference, t.title, g.name as "leadAgency", s.watch_until::text as until, s.is_repeat as "isRepeat",
      (coalesce(s.ended_at, s.signed_at, s.begun_at) at time zone 'Europe/London')::date::text as on,
      case when s.ended_at is null and s.signed_at is null then 'proposed'
        when s.ended_at is null and s.watch_until < ${onDay}::date then 'over'
        when s.ended_at is null and s.meeting_id is null and s.signed_at > coalesce(heard.at, '-infinity') then 'between'
        when s."end" in ('returned', 'undone', 'closed') and s.ended_at > coalesce(heard.at, '-infinity') then s."end"::text end as kind
    from step_downs s cross join heard join cases c on c.partnership_id = s.partnership_id and c.id = s.case_id join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id
      left join agencies g on g.partnership_id = s.partnership_id and g.id = s.lead_agency_id
    where s.forum_id = ${forumId}::uuid) found
  where found.kind is not null order by found.kind, found.on, found.reference`;
