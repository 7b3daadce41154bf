import { Prisma, type Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import type { CaseStage, SubjectType } from "../../kernel/enums.ts";
import { view } from "../../view.ts";

export type ListedCase = {
  reference: string;
  forum: string;
  subjectType: SubjectType;
  title: string;
  ward: string | null;
  involvesChildren: boolean;
  openedOn: string;
  /** Meetings that discussed it; those that put it off don't count. */
  meetings: number;
  openActions: number;
};
export type CasePage = {
  cases: ListedCase[];
  page: number;
  pages: number;
  counts: Record<CaseStage, number>;
  /** The forums the person sits on or serves; boards have no cases of their own. */
  forums: { code: string; name: string }[];
  mayTake: boolean;
};

const size = 25;

type Asked = { stage: CaseStage; forum: string | null; page: number };

/** The nameless twins of the forums a person sits on or serves (D1), children first, then the oldest. A page that isn't there reads as the first. */
export const listCases = view(async ({ tx, standing }, asked: Asked): Promise<CasePage> => {
  const [forums, counted, found] = await together(tx, (at) => [listForums(at), countStages(at, asked.forum), listPage(at, asked)]);
  const counts: CasePage["counts"] = { open: 0, stepped_down: 0, closed: 0 };
  for (const { stage, n } of counted) counts[stage] = n;
  const pages = Math.max(1, Math.ceil(counts[asked.stage] / size));
  const page = asked.page <= pages ? asked.page : 1;
  const cases = page === asked.page ? found : await listPage(tx, { ...asked, page });
  return { cases, page, pages, counts, forums, mayTake: standing.appointments.length > 0 };
});

const listForums = (tx: Tx) => tx.$queryRaw<CasePage["forums"]>`select code, name from forums where id = any((select app.forums_seen())::uuid[]) and kind <> 'board' order by name`;

const countStages = (tx: Tx, forum: string | null) => tx.$queryRaw<{ stage: CaseStage; n: number }[]>`
    select c.stage, count(*)::int as n from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id
    where c.forum_id = any((select app.forums_seen())::uuid[]) and (${forum}::text is null or f.code = ${forum}) group by c.stage`;

// Under the policies the planner knows how many rows have no such day, but not how many are in a stage: without this a page of open cases read all that were ever closed.
const inHand = Prisma.sql`and c.closed_on is null`;

const listPage = (tx: Tx, { stage, forum, page }: Asked) => tx.$queryRaw<ListedCase[]>`
    select c.reference, f.name as forum, t.subject_type as "subjectType", t.title, w.name as ward, t.involves_children as "involvesChildren", c.opened_on::text as "openedOn",
      (select count(*)::int from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
        where i.partnership_id = c.partnership_id and i.case_id = c.id and m.closed_at is not null and i.decision is distinct from 'defer') as meetings,
      (select count(*)::int from actions a where a.partnership_id = c.partnership_id and a.case_id = c.id and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')) as "openActions"
    from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id
      join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id
      left join wards w on w.partnership_id = t.partnership_id and w.id = t.ward_id
    where c.forum_id = any((select app.forums_seen())::uuid[]) and c.stage = ${stage}::case_stage ${stage === "closed" ? Prisma.empty : inHand} and (${forum}::text is null or f.code = ${forum})
    order by t.involves_children desc, c.opened_on, length(c.reference), c.reference limit ${size} offset ${(page - 1) * size}`;
