import { listTerms, type Terms } from "../../directory/queries/view-forum.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import { view } from "../../view.ts";
import { findSeenForum } from "../../forums/queries/find-seen-forum.ts";
import { type InOffice, listOffices } from "../../forums/queries/list-offices.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";

export type ViewedTerms = {
  forum: { code: string; name: string };
  /** The newest first; the first of them is the one to read, in force today or to come. */
  terms: Terms[];
  /** Who runs it, in force and to come. */
  offices: InOffice[];
  /** When the reader said that they had read the newest. */
  acknowledgedAt: Date | null;
  /** For the chair's office: who of the table has read the newest version, and who hasn't yet. */
  office: { read: number; notYet: { name: string; agency: string }[] } | null;
  today: Day;
};

/** The terms of reference of a forum, for whoever sits on it or serves it; null for anybody else. */
export const viewTerms = view(async ({ tx, actor, standing, now }, code: string): Promise<ViewedTerms | null> => {
  const forum = await findSeenForum(tx, standing, code);
  if (!forum) return null;
  const today = dayOf(now);
  const terms = await listTerms(tx, forum.id);
  const read = await tx.$queryRaw<{ personId: string; at: Date }[]>`
    select k.person_id as "personId", k.acknowledged_at as at from terms_acknowledgements k join terms_of_reference t on t.id = k.terms_id
    where k.forum_id = ${forum.id}::uuid and t.version = ${terms[0]?.version ?? 0}`;
  const serves = standing.appointments.some(({ forumId }) => forumId === forum.id);
  const table = serves ? await listSeats(tx, forum.id, today) : [];
  const notYet = table.filter(({ personId }) => !read.some((one) => one.personId === personId));
  return {
    forum: { code: forum.code, name: forum.name }, terms, today,
    offices: await listOffices(tx, forum.id, today),
    acknowledgedAt: read.find(({ personId }) => personId === actor.personId)?.at ?? null,
    office: serves ? { read: table.length - notYet.length, notYet: notYet.map(({ name, agency }) => ({ name, agency })) } : null,
  };
});

export type UnreadTerms = { code: string; name: string; version: number };
/** Of the forums that the reader sits on or serves, those whose newest terms of reference they have not read: for their home. */
export const listUnreadTerms = view(async ({ tx }, _: Record<never, never>): Promise<UnreadTerms[]> => tx.$queryRaw<UnreadTerms[]>`
  select f.code, f.name, t.version from forums f
    join lateral (select n.id, n.version from terms_of_reference n where n.partnership_id = f.partnership_id and n.forum_id = f.id order by n.version desc limit 1) t on true
  where f.id = any((select app.forums_seen())::uuid[])
    and not exists (select 1 from terms_acknowledgements k where k.partnership_id = f.partnership_id and k.terms_id = t.id and k.person_id = (select app.person()))
  order by f.name`);
