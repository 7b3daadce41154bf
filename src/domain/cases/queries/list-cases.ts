import { type CaseStage, type Risk, type SubjectType } from "../../kernel/enums.ts";
import { view } from "../../view.ts";

export type ListedCase = {
  reference: string;
  forum: string;
  stage: CaseStage;
  subjectType: SubjectType;
  title: string;
  ward: string | null;
  involvesChildren: boolean;
  openedOn: string;
  meetings: number;
  openActions: number;
};
export type { Risk };

/** The nameless twins of the forums a person sits on or serves (D1), children first, then the oldest. */
export const listCases = view(async ({ tx, standing }, { stage, forum, page }: { stage: CaseStage; forum: string | null; page: number }) => {
  const size = 25;
  const rows = await tx.$queryRaw<(ListedCase & { total: number })[]>`
    select c.reference, f.name as forum, c.stage, t.subject_type as "subjectType", t.title, w.name as ward, t.involves_children as "involvesChildren", c.opened_on::text as "openedOn",
      (select count(*)::int from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
        where i.partnership_id = c.partnership_id and i.case_id = c.id and m.closed_at is not null) as meetings,
      (select count(*)::int from actions a where a.partnership_id = c.partnership_id and a.case_id = c.id and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')) as "openActions",
      count(*) over ()::int as total
    from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id
      join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id
      left join wards w on w.partnership_id = t.partnership_id and w.id = t.ward_id
    where c.stage = ${stage}::case_stage and (${forum}::text is null or f.code = ${forum})
    order by t.involves_children desc, c.opened_on, c.reference limit ${size} offset ${(page - 1) * size}`;
  const total = rows[0]?.total ?? 0;
  return { cases: rows.map(({ total: _, ...row }) => row satisfies ListedCase), total, pages: Math.max(1, Math.ceil(total / size)), mayTake: standing.appointments.length > 0 };
});
