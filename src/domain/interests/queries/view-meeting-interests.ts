import { Prisma, type Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { InterestAbout, InterestKind, MeetingState } from "../../kernel/enums.ts";
import { type AgendaLine, listAgenda, type RecusedFrom } from "../../meetings/queries/list-agenda.ts";
import { proposeAgenda } from "../../meetings/queries/propose-agenda.ts";
import { view } from "../../view.ts";
import { takesInterests } from "../rules.ts";
import { aboutForum } from "./about-recusal.ts";

/** Something on the agenda that one may have an interest in: a case by its nameless title, or what is taken without one. `on`: what a form says of it. */
export type MatterLine = RecusedFrom & { number: number; on: string; caseId: string | null; itemId: string | null };
/** `from`: null where it is of the meeting as a whole. */
export type OwnDeclaration = { id: string; from: RecusedFrom | null; kind: InterestKind; about: InterestAbout; words: string | null; recused: boolean; noted: boolean };
export type Declared = { id: string; person: string; agency: string; from: RecusedFrom | null; kind: InterestKind; about: InterestAbout; words: string | null; declaredAt: Date };
export type StandingRecusal = { id: string; person: string; agency: string; from: RecusedFrom; silent: boolean; reason: string | null; decidedBy: string | null; decidedAt: Date; mayLift: boolean };
export type MatchKind = "particulars" | "ward" | "agency" | "name";
export type Match = { personId: string; person: string; agency: string; reference: string; matched: MatchKind[] };

/** For the chair's office alone, never read aloud. */
export type OfficeInterests = {
  declared: Declared[];
  recusals: StandingRecusal[];
  matches: Match[];
  /** Who may be recused: everybody round the table but the reader; those of the chair's office openly only. */
  people: { personId: string; name: string; agency: string; openlyOnly: boolean }[];
  /** Of whom an interest may be noted that several have at once. */
  others: { personId: string; name: string; agency: string }[];
  allowed: { recuse: boolean; note: boolean };
};

export type MeetingInterests = {
  reference: string;
  forum: string;
  state: MeetingState;
  startsAt: Date;
  hasSigned: boolean;
  /** As far as the reader may know the agenda. */
  matters: MatterLine[];
  own: OwnDeclaration[];
  office: OfficeInterests | null;
  allowed: { declare: boolean };
};

/**
 * The interests of a meeting: the question that rule 8 asks at sign-in, with what the person declared; and for the chair's office what
 * everybody declared, to whom items are shut, and privately where there might be an interest. Null for a meeting that isn't theirs.
 */
export const viewMeetingInterests = view(async ({ tx, actor, now, may }, { reference }: { reference: string }): Promise<MeetingInterests | null> => {
  const rows = await tx.$queryRaw<(Omit<MeetingInterests, "matters" | "own" | "office" | "allowed"> & { id: string; forumId: string })[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, m.state, m.starts_at as "startsAt",
      exists (select 1 from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.person_id = app.person()) as "hasSigned"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  const meeting = rows[0];
  if (!meeting) return null;
  const { id, forumId, ...shown } = meeting;
  const [lines, own] = await together(tx, (at) => [meeting.state === "scheduled" ? proposeAgenda(at, meeting) : listAgenda(at, meeting), listOwn(at, id, actor.personId)]);
  const matters = lines.flatMap((line) => matterOf(line, meeting.state));
  const isUnderWay = meeting.state === "published" || meeting.state === "in_session";
  const today = dayOf(now);
  return {
    ...shown, matters, own,
    office: may("interest.seeMatches", { forumId }) ? await readOffice(tx, { id, forumId, isUnderWay }, actor.personId, matters, today, may) : null,
    allowed: { declare: isUnderWay && may("interest.declare", { forumId }) },
  };
});

/** Of a draft, its cases alone: what else it takes has no place of its own yet. */
function matterOf({ id, position: number, kind, title, case: found, recusedFrom }: AgendaLine, state: MeetingState): MatterLine[] {
  if (recusedFrom) return [];
  if (found) return [{ number, on: found.reference, caseId: found.id, itemId: null, reference: found.reference, kind, title: found.title }];
  return state !== "scheduled" && takesInterests(kind) ? [{ number, on: id, caseId: null, itemId: id, reference: null, kind, title }] : [];
}

/** What an interest or a recusal is from: `c` its case, `i` its item. */
const from = Prisma.sql`case when c.id is not null then json_build_object('reference', c.reference, 'kind', 'case', 'title', null) when i.id is not null then json_build_object('reference', null, 'kind', i.kind, 'title', i.title) end`;
const fromColumn = Prisma.sql`${from} as "from"`;

/** One's own stay known to oneself, by what one knows the item by. */
const listOwn = (tx: Tx, meetingId: string, personId: string) =>
  tx.$queryRaw<OwnDeclaration[]>`
    select n.id, case when n.item_id is null or i.id is not null then ${from} else json_build_object('reference', null, 'kind', r.kind, 'title', r.title) end as "from", n.kind, n.about, n.words, n.noted_by_id is not null as noted,
      coalesce(n.case_id = any((select app.shut_cases())::uuid[]), false) or coalesce(n.item_id = any((select app.shut_items())::uuid[]), false) as recused
    from interests n left join cases c on c.partnership_id = n.partnership_id and c.id = n.case_id left join agenda_items i on i.partnership_id = n.partnership_id and i.id = n.item_id
      left join app.recused_items(${meetingId}::uuid) r on r.item_id = n.item_id
    where n.person_id = ${personId}::uuid and n.meeting_id = ${meetingId}::uuid
      -- what was silently shut to them since isn't told of by what they said of it before
      and (n.case_id is null or c.id is not null) and (n.item_id is null or i.id is not null or r.item_id is not null) order by n.declared_at`;

type May = (permission: "recusal.decide" | "recusal.lift" | "interest.note", about: Awaited<ReturnType<typeof aboutForum>>) => boolean;
type Of = { id: string; forumId: string; isUnderWay: boolean };

async function readOffice(tx: Tx, { id, forumId, isUnderWay }: Of, readerId: string, matters: readonly MatterLine[], today: Day, may: May): Promise<OfficeInterests> {
  const cases = matters.flatMap(({ caseId }) => caseId ?? []);
  const items = matters.flatMap(({ itemId }) => itemId ?? []);
  const [declared, recusals, matches, handedOver, seats, about] = await together(tx, (at) => [
    listDeclared(at, id, cases, items),
    listRecusals(at, cases, items, readerId),
    listMatches(at, cases, forumId),
    listHandedOver(at, cases, items),
    listSeats(at, forumId, today),
    aboutForum(at, forumId, today),
  ]);
  const chairId = seats.find((seat) => seat.offices.includes("chair"))?.personId;
  const decides = (permission: "recusal.decide" | "recusal.lift", personId: string, isHandedOver: boolean) => may(permission, { ...about, chairRecused: personId === chairId || isHandedOver });
  const people = seats.filter(({ personId }) => personId !== readerId && decides("recusal.decide", personId, handedOver.length > 0));
  return {
    declared, matches,
    recusals: recusals.map(({ personId, of, ...one }) => ({ ...one, mayLift: decides("recusal.lift", personId, handedOver.some(({ id: held }) => of.includes(held))) })),
    people: people.map(({ personId, name, agency, offices }) => ({ personId, name, agency, openlyOnly: offices.length > 0 })),
    others: seats.filter(({ personId }) => personId !== readerId).map(({ personId, name, agency }) => ({ personId, name, agency })),
    allowed: { recuse: people.length > 0 && matters.length > 0, note: isUnderWay && may("interest.note", { forumId }) },
  };
}

/** Items with all they were put off to and from. */
const wherever = (items: string[]) => Prisma.sql`array(select distinct m.id from unnest(${items}::uuid[]) as asked(item) cross join lateral unnest(app.matter_of(asked.item)) as m(id))`;

const listDeclared = (tx: Tx, meetingId: string, cases: string[], items: string[]) => tx.$queryRaw<Declared[]>`
    select n.id, concat_ws(' ', p.style, p.name) as person, g.short_name as agency, ${fromColumn}, n.kind, n.about, n.words, n.declared_at as "declaredAt"
    from interests n left join cases c on c.partnership_id = n.partnership_id and c.id = n.case_id left join agenda_items i on i.partnership_id = n.partnership_id and i.id = n.item_id
      join people p on p.partnership_id = n.partnership_id and p.id = n.person_id join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where n.case_id = any(${cases}::uuid[]) or n.item_id = any(${wherever(items)}) or (n.meeting_id = ${meetingId}::uuid and n.case_id is null and n.item_id is null) order by n.declared_at desc, p.name`;

const listRecusals = (tx: Tx, cases: string[], items: string[], readerId: string) => tx.$queryRaw<(Omit<StandingRecusal, "mayLift"> & { personId: string; of: string[] })[]>`
    select r.id, r.person_id as "personId", case when r.item_id is null then array[r.case_id] else app.matter_of(r.item_id) end as of, concat_ws(' ', p.style, p.name) as person, g.short_name as agency, ${fromColumn}, r.silent,
      coalesce(r.reason, n.words) as reason, nullif(concat_ws(' ', by.style, by.name), '') as "decidedBy", r.decided_at as "decidedAt"
    from recusals r left join cases c on c.partnership_id = r.partnership_id and c.id = r.case_id left join agenda_items i on i.partnership_id = r.partnership_id and i.id = r.item_id
      join people p on p.partnership_id = r.partnership_id and p.id = r.person_id
      join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id left join people by on by.partnership_id = r.partnership_id and by.id = r.decided_by_id
      left join interests n on n.partnership_id = r.partnership_id and n.id = r.interest_id
    where (r.case_id = any(${cases}::uuid[]) or r.item_id = any(${wherever(items)})) and r.person_id <> ${readerId}::uuid
      and not exists (select 1 from recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id) order by r.decided_at desc`;

const listMatches = (tx: Tx, ids: string[], forumId: string) => tx.$queryRaw<Match[]>`
    select m.person_id as "personId", concat_ws(' ', p.style, p.name) as person, g.short_name as agency, c.reference, array_agg(m.matched order by m.matched) as matched
    from app.interest_matches(${forumId}::uuid) m join cases c on c.id = m.case_id join people p on p.id = m.person_id join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where m.case_id = any(${ids}::uuid[])
      and not exists (select 1 from recusals r where r.case_id = m.case_id and r.person_id = m.person_id and not exists (select 1 from recusal_lifts l where l.recusal_id = r.id))
    group by m.person_id, p.style, p.name, g.short_name, c.reference order by c.reference, p.name`;

/** What the chair is recused from: deciding on it is the deputy's. */
const listHandedOver = (tx: Tx, cases: string[], items: string[]) => tx.$queryRaw<{ id: string }[]>`
    select id from unnest(${cases}::uuid[]) as c(id) where app.chair_recused_from(id) union all select id from unnest(${items}::uuid[]) as i(id) where app.chair_recused_from_item(id)`;
