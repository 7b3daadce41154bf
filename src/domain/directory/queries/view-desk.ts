import { type Day, dayOf } from "../../kernel/dates.ts";
import type { Capacity, Office } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { endingAppointments } from "../../forums/queries/ending-appointments.ts";
import { accountState } from "./account-state.ts";

/** What waits for an administrator, one thing to do each, the most pressing first. */
export type DeskTask =
  | { kind: "vacantChair"; forum: string; name: string }
  | { kind: "appointmentEnds"; forum: string; office: Office; capacity: Capacity; until: Day }
  | { kind: "accessRequests"; many: number }
  | { kind: "deadMails"; many: number }
  | { kind: "invitationsExpired"; many: number }
  | { kind: "notInvited"; many: number }
  | { kind: "notAccepted"; many: number }
  | { kind: "noMembers"; forum: string; name: string };

export type Desk = { tasks: DeskTask[]; people: number; forums: number; agencies: number };

type Facts = {
  vacant: { forum: string; name: string }[];
  empty: { forum: string; name: string }[];
  people: number; agencies: number; requests: number; dead: number; expired: number; uninvited: number; invited: number;
};

/** The administrator's first page: what is to be done next; null for anybody else. */
export const viewDesk = view(async ({ tx, now, may }, _: Record<never, never>): Promise<Desk | null> => {
  if (!may("directory.keepPeople")) return null;
  const today = dayOf(now);
  const rows = await tx.$queryRaw<(Facts & { forums: number })[]>`
    with account as (select ${accountState(now)} as state from people p)
    select (select count(*)::int from forums) as forums, (select count(*)::int from people p where p.left_at is null) as people, (select count(*)::int from agencies) as agencies,
      (select coalesce(json_agg(json_build_object('forum', f.code, 'name', f.name) order by f.name), '[]') from forums f where not exists (select 1 from appointments a
        where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.office = 'chair' and ${today}::date between a.from_on and coalesce(a.until_on, 'infinity'))) as vacant,
      (select coalesce(json_agg(json_build_object('forum', f.code, 'name', f.name) order by f.name), '[]') from forums f where not exists (select 1 from memberships m
        where m.partnership_id = f.partnership_id and m.forum_id = f.id and ${today}::date between m.from_on and coalesce(m.until_on, 'infinity'))) as empty,
      (select count(*)::int from access_requests r where r.decided_at is null) as requests,
      (select count(*)::int from mails m where m.state = 'dead') as dead,
      (select count(*)::int from account where state = 'expired') as expired,
      (select count(*)::int from account where state = 'none') as uninvited,
      (select count(*)::int from account where state = 'invited') as invited`;
  const facts = rows[0];
  if (!facts) throw new Error("a page's facts answered nothing");
  const ending = await tx.$queryRaw<{ forum: string; office: Office; capacity: Capacity; until: Day }[]>`${endingAppointments(today)}`;
  const some = <K extends DeskTask["kind"]>(kind: K, many: number) => (many > 0 ? [{ kind, many }] : []);
  return {
    people: facts.people, forums: facts.forums, agencies: facts.agencies,
    tasks: [
      ...facts.vacant.map((one) => ({ kind: "vacantChair" as const, ...one })),
      ...ending.map((one) => ({ kind: "appointmentEnds" as const, ...one })),
      ...some("accessRequests" as const, facts.requests),
      ...some("deadMails" as const, facts.dead),
      ...some("invitationsExpired" as const, facts.expired),
      ...some("notInvited" as const, facts.uninvited),
      ...some("notAccepted" as const, facts.invited),
      ...facts.empty.map((one) => ({ kind: "noMembers" as const, ...one })),
    ],
  };
});
