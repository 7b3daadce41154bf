import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { InterestAbout, InterestKind, MeetingState } from "../../kernel/enums.ts";
import { listAgenda } from "../../meetings/queries/list-agenda.ts";
import { proposeAgenda } from "../../meetings/queries/propose-agenda.ts";
import { view } from "../../view.ts";
import { aboutForum } from "./about-recusal.ts";

export type AgendaCaseLine = { number: number; id: string; reference: string; title: string };
export type OwnDeclaration = { reference: string; kind: InterestKind; about: InterestAbout; words: string | null; recused: boolean };
export type Declared = { person: string; agency: string; reference: string; kind: InterestKind; about: InterestAbout; words: string | null; declaredAt: Date };
export type StandingRecusal = { id: string; person: string; agency: string; reference: string; silent: boolean; reason: string | null; decidedBy: string | null; decidedAt: Date; mayLift: boolean };
export type MatchKind = "particulars" | "ward" | "agency" | "name";
export type Match = { personId: string; person: string; agency: string; reference: string; matched: MatchKind[] };

/** For the chair's office alone, never read aloud. */
export type OfficeInterests = {
  declared: Declared[];
  recusals: StandingRecusal[];
  matches: Match[];
  /** Who may be recused: everybody round the table but the reader; those of the chair's office openly only. */
  people: { personId: string; name: string; agency: string; openlyOnly: boolean }[];
  allowed: { recuse: boolean };
};

export type MeetingInterests = {
  reference: string;
  forum: string;
  state: MeetingState;
  startsAt: Date;
  hasSigned: boolean;
  /** The cases on the agenda by their nameless titles, as far as the reader may know them. */
  cases: AgendaCaseLine[];
  own: OwnDeclaration[];
  office: OfficeInterests | null;
  allowed: { declare: boolean };
};

/**
 * The interests of a meeting: the question that rule 8 asks at sign-in, with what the person declared; and for the chair's office what
 * everybody declared, to whom cases are shut, and privately where there might be an interest. Null for a meeting that isn't theirs.
 */
export const viewMeetingInterests = view(async ({ tx, actor, now, may }, { reference }: { reference: string }): Promise<MeetingInterests | null> => {
  const rows = await tx.$queryRaw<(Omit<MeetingInterests, "cases" | "own" | "office" | "allowed"> & { id: string; forumId: string })[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, m.state, m.starts_at as "startsAt",
      exists (select 1 from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.person_id = app.person()) as "hasSigned"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  const meeting = rows[0];
  if (!meeting) return null;
  const { id, forumId, ...shown } = meeting;
  const [lines, own] = await together(tx, (at) => [meeting.state === "scheduled" ? proposeAgenda(at, meeting) : listAgenda(at, meeting), listOwn(at, id, actor.personId)]);
  const cases = lines.flatMap((line) => (line.case ? [{ number: line.position, id: line.case.id, reference: line.case.reference, title: line.case.title }] : []));
  const isUnderWay = meeting.state === "published" || meeting.state === "in_session";
  const today = dayOf(now);
  return {
    ...shown, cases, own,
    office: may("interest.seeMatches", { forumId }) ? await readOffice(tx, forumId, actor.personId, cases, today, may) : null,
    allowed: { declare: isUnderWay && cases.length > 0 && may("interest.declare", { forumId }) },
  };
});

const listOwn = (tx: Tx, meetingId: string, personId: string) =>
  tx.$queryRaw<OwnDeclaration[]>`
    select c.reference, i.kind, i.about, i.words, c.id = any((select app.shut_cases())::uuid[]) as recused
    from interests i join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
    where i.person_id = ${personId}::uuid and i.meeting_id = ${meetingId}::uuid order by i.declared_at`;

type May = (permission: "recusal.decide" | "recusal.lift", about: Awaited<ReturnType<typeof aboutForum>>) => boolean;

async function readOffice(tx: Tx, forumId: string, readerId: string, cases: readonly AgendaCaseLine[], today: Day, may: May): Promise<OfficeInterests> {
  const ids = cases.map((one) => one.id);
  const [declared, recusals, matches, handedOver, seats, about] = await together(tx, (at) => [
    listDeclared(at, ids),
    listRecusals(at, ids, readerId),
    listMatches(at, ids, forumId),
    listHandedOver(at, ids),
    listSeats(at, forumId, today),
    aboutForum(at, forumId, today),
  ]);
  const chairId = seats.find((seat) => seat.offices.includes("chair"))?.personId;
  const decides = (permission: "recusal.decide" | "recusal.lift", personId: string, isHandedOver: boolean) => may(permission, { ...about, chairRecused: personId === chairId || isHandedOver });
  const people = seats.filter(({ personId }) => personId !== readerId && decides("recusal.decide", personId, handedOver.length > 0));
  return {
    declared, matches,
    recusals: recusals.map(({ personId, caseId, ...one }) => ({ ...one, mayLift: decides("recusal.lift", personId, handedOver.some(({ id }) => id === caseId)) })),
    people: people.map(({ personId, name, agency, offices }) => ({ personId, name, agency, openlyOnly: offices.length > 0 })),
    allowed: { recuse: people.length > 0 && cases.length > 0 },
  };
}

const listDeclared = (tx: Tx, ids: string[]) => tx.$queryRaw<Declared[]>`
    select concat_ws(' ', p.style, p.name) as person, g.short_name as agency, c.reference, i.kind, i.about, i.words, i.declared_at as "declaredAt"
    from interests i join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id join people p on p.partnership_id = i.partnership_id and p.id = i.person_id
      join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where i.case_id = any(${ids}::uuid[]) order by i.declared_at desc`;

const listRecusals = (tx: Tx, ids: string[], readerId: string) => tx.$queryRaw<(Omit<StandingRecusal, "mayLift"> & { personId: string; caseId: string })[]>`
    select r.id, r.person_id as "personId", r.case_id as "caseId", concat_ws(' ', p.style, p.name) as person, g.short_name as agency, c.reference, r.silent, coalesce(r.reason, i.words) as reason,
      nullif(concat_ws(' ', by.style, by.name), '') as "decidedBy", r.decided_at as "decidedAt"
    from recusals r join cases c on c.partnership_id = r.partnership_id and c.id = r.case_id join people p on p.partnership_id = r.partnership_id and p.id = r.person_id
      join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id left join people by on by.partnership_id = r.partnership_id and by.id = r.decided_by_id
      left join interests i on i.partnership_id = r.partnership_id and i.id = r.interest_id
    where r.case_id = any(${ids}::uuid[]) and r.person_id <> ${readerId}::uuid
      and not exists (select 1 from recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id) order by r.decided_at desc`;

const listMatches = (tx: Tx, ids: string[], forumId: string) => tx.$queryRaw<Match[]>`
    select m.person_id as "personId", concat_ws(' ', p.style, p.name) as person, g.short_name as agency, c.reference, array_agg(m.matched order by m.matched) as matched
    from app.interest_matches(${forumId}::uuid) m join cases c on c.id = m.case_id join people p on p.id = m.person_id join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where m.case_id = any(${ids}::uuid[])
      and not exists (select 1 from recusals r where r.case_id = m.case_id and r.person_id = m.person_id and not exists (select 1 from recusal_lifts l where l.recusal_id = r.id))
    group by m.person_id, p.style, p.name, g.short_name, c.reference order by c.reference, p.name`;

const listHandedOver = (tx: Tx, ids: string[]) => tx.$queryRaw<{ id: string }[]>`select id from unnest(${ids}::uuid[]) as c(id) where app.chair_recused_from(id)`;
