import type { Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { ActionState, IncompleteKind } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { type PlanSection, sectionOf } from "../plan-changes.ts";
import { type ActionStatus, statusOf } from "../rules.ts";
import { readingsOf } from "./list-actions.ts";
import { readWordings } from "./read-wordings.ts";

export type ListedVersion = { number: number; meeting: string; startsAt: Date; publishedAt: Date; actions: number };
export type PlanVersions = { forum: { code: string; name: string }; versions: ListedVersion[] };

/** The versions of a forum's plan, newest first. How many actions each holds counts those that the reader may know of. Null for a forum that they don't see. */
export const listPlanVersions = view(async ({ tx, standing }, code: string): Promise<PlanVersions | null> => {
  const forums = [...standing.appointments, ...standing.memberships].map(({ forumId }) => forumId);
  const [forum] = await tx.$queryRaw<{ id: string; code: string; name: string }[]>`select id, code, name from forums where code = ${code} and id = any(${forums}::uuid[])`;
  return forum ? { forum: { code: forum.code, name: forum.name }, versions: await readVersions(tx, forum.id) } : null;
});

const readVersions = (tx: Tx, forumId: string): Promise<ListedVersion[]> => tx.$queryRaw<ListedVersion[]>`
  select v.number, m.reference as meeting, m.starts_at as "startsAt", v.published_at as "publishedAt", (select count(*)::int from plan_lines l where l.partnership_id = v.partnership_id and l.version_id = v.id) as actions
  from plan_versions v join meetings m on m.partnership_id = v.partnership_id and m.id = v.meeting_id where v.forum_id = ${forumId}::uuid order by v.number desc limit 60`;

export type PlanLine = {
  reference: string;
  /** In the words that the reader may read today: its own, else the nameless ones; null where those were left empty. */
  text: string | null;
  owner: string;
  agency: string;
  due: Day;
  endedOn: Day | null;
  status: ActionStatus;
  /** As it stood in the version before, where that was otherwise. */
  wasDue: Day | null;
  wasWith: string | null;
};
export type PlanVersionShown = {
  forum: { code: string; name: string };
  version: ListedVersion;
  before: ListedVersion | null;
  /** The versions it can be compared with. */
  earlier: ListedVersion[];
  sections: Record<PlanSection, PlanLine[]>;
  /** The day on which it was published: lateness is told as it was then. */
  day: Day;
  readAt: Date;
};

type Row = {
  id: string; forumId: string; forum: string; reference: string; namelessWording: string | null; ownerId: string; owner: string; agency: string; due: Day; state: ActionState; incompleteKind: IncompleteKind | null; endedAt: Date | null;
  wasState: ActionState | null; wasDue: Day | null; wasOwnerId: string | null; wasOwner: string | null;
};

/**
 * The plan as it stood when a meeting closed, at the reader's depth of today, compared with the version before or an earlier one. Null
 * where there is none for this person.
 */
export const viewPlanVersion = view(async ({ tx, now, record }, { meeting, against }: { meeting: string; against: string | null }): Promise<PlanVersionShown | null> => {
  const [found] = await tx.$queryRaw<{ id: string; forumId: string; code: string; name: string; number: number; publishedAt: Date }[]>`
    select v.id, v.forum_id as "forumId", f.code, f.name, v.number, v.published_at as "publishedAt"
    from plan_versions v join forums f on f.partnership_id = v.partnership_id and f.id = v.forum_id join meetings m on m.partnership_id = v.partnership_id and m.id = v.meeting_id where m.reference = ${meeting}`;
  if (!found) return null;
  const versions = await readVersions(tx, found.forumId);
  const version = versions.find(({ number }) => number === found.number);
  if (!version) return null;
  const earlier = versions.filter(({ number }) => number < found.number);
  const before = earlier.find((one) => one.meeting === against) ?? earlier[0] ?? null;
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.forum_id as "forumId", ${found.code} as forum, a.reference, a.nameless_wording as "namelessWording", l.owner_id as "ownerId", concat_ws(' ', p.style, p.name) as owner, g.short_name as agency,
      l.due_on::text as due, l.state, l.incomplete_kind as "incompleteKind", l.ended_at as "endedAt", b.state as "wasState", b.due_on::text as "wasDue", b.owner_id as "wasOwnerId", nullif(concat_ws(' ', w.style, w.name), '') as "wasOwner"
    from plan_lines l join actions a on a.partnership_id = l.partnership_id and a.id = l.action_id
      join people p on p.partnership_id = l.partnership_id and p.id = l.owner_id join agencies g on g.partnership_id = l.partnership_id and g.id = l.owner_agency_id
      left join plan_lines b on b.partnership_id = l.partnership_id and b.action_id = l.action_id
        and b.version_id = (select v.id from plan_versions v where v.forum_id = ${found.forumId}::uuid and v.number = ${before?.number ?? 0})
      left join people w on w.partnership_id = b.partnership_id and w.id = b.owner_id
    where l.version_id = ${found.id}::uuid order by l.due_on, length(a.reference), a.reference`;
  const words = await readWordings(tx, rows.map(({ id }) => id));
  record(...readingsOf(rows.filter(({ id }) => words.has(id))));
  const day = dayOf(found.publishedAt);
  const sections: Record<PlanSection, PlanLine[]> = { done: [], ended: [], fresh: [], changed: [], late: [], open: [] };
  for (const row of rows) {
    const was = row.wasState && row.wasDue && row.wasOwnerId ? { state: row.wasState, due: row.wasDue, ownerId: row.wasOwnerId } : null;
    // what there is nothing to compare with is not called new
    sections[sectionOf(row, was ?? (before ? null : row), day)].push({
      reference: row.reference, text: words.get(row.id)?.wording ?? row.namelessWording, owner: row.owner, agency: row.agency, due: row.due, endedOn: row.endedAt && dayOf(row.endedAt), status: statusOf(row, day),
      wasDue: was && was.due !== row.due ? was.due : null,
      wasWith: was && was.ownerId !== row.ownerId ? row.wasOwner : null,
    });
  }
  return { forum: { code: found.code, name: found.name }, version, before, earlier, sections, day, readAt: now };
});
