import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { AuditEventName } from "../../audit/events.ts";
import type { GatewayAnswer } from "../rules.ts";

/** Somebody in the room for one item, for which agency, from when to when. */
export type InRoom = { caseId: string; case: string; meeting: string; from: Date; to: Date; personId: string; person: string; agencyId: string; agency: string; represents: string | null };
/** Somebody without an account in the room for one item, by the name and the organisation they signed with. */
export type GuestInRoom = { guestId: string; meeting: string; from: Date; to: Date; name: string; organisation: string; represents: string | null };
/** What an agency gave to another, and the four answers by which it did; not a word of it. */
export type Given = { contributionId: string; caseId: string; at: Date; fromAgencyId: string; from: string; toAgencyId: string; to: string; gateway: Pick<GatewayAnswer, "part" | "name" | "checked">[] };
/** One reading, by whom and when: the case, its actions, its people, its meetings' minutes. */
export type Reading = { caseId: string; personId: string; person: string; agency: string; at: Date; event: ReadingEvent };
export type ReadingEvent = (typeof readings)[number];

/** The events by which somebody reads something of a case. */
export const readings = ["case.opened", "case.revealed", "address.revealed", "research.opened", "action.opened", "action.listed", "meeting.minutesOpened"] as const satisfies readonly AuditEventName[];

const person = Prisma.sql`concat_ws(' ', p.style, p.name)`;

/** Who was in the room for the items of a case. The database answers the chair's office and information governance alone. */
export const listRoom = (tx: Tx, found: { id: string; reference: string }): Promise<InRoom[]> => tx.$queryRaw<InRoom[]>`
  select ${found.id}::text as "caseId", ${found.reference} as case, w.meeting, w.from_at as from, w.to_at as to, w.person_id as "personId", ${person} as person, w.agency_id as "agencyId", g.name as agency, w.represents
  from app.who_was_told(${found.id}::uuid) w join people p on p.id = w.person_id join agencies g on g.id = w.agency_id order by w.from_at desc, g.name, p.name`;

/** The guests who were there for the items of a case. The database answers the same people alone. */
export const listGuestsIn = (tx: Tx, caseId: string): Promise<GuestInRoom[]> => tx.$queryRaw<GuestInRoom[]>`
  select g.guest_id as "guestId", g.meeting, g.from_at as from, g.to_at as to, g.name, g.organisation, g.represents from app.guests_told(${caseId}::uuid) g order by g.from_at desc, g.organisation, g.name`;

/** In which rooms one person was told of which case. The database answers information governance alone. */
export const listRoomsOf = (tx: Tx, personId: string): Promise<InRoom[]> => tx.$queryRaw<InRoom[]>`
  select w.case_id as "caseId", w.case_reference as case, w.meeting, w.from_at as from, w.to_at as to, p.id as "personId", ${person} as person, w.agency_id as "agencyId", g.name as agency, w.represents
  from app.what_they_were_told(${personId}::uuid) w join people p on p.id = ${personId}::uuid join agencies g on g.id = w.agency_id order by w.from_at desc, w.case_reference`;

/** What went from agency to agency on these cases. */
export const listGiven = (tx: Tx, caseIds: readonly string[]): Promise<Given[]> => tx.$queryRaw<Given[]>`
  select d.contribution_id as "contributionId", c.id as "caseId", d.at, f.id as "fromAgencyId", f.name as from, t.id as "toAgencyId", t.name as to,
    (select coalesce(jsonb_agg(jsonb_build_object('part', r.part, 'name', r.name, 'checked', r.checked) order by r.part), '[]') from gateway_rows r where r.id in (d.power_id, d.lawful_basis_id, d.condition_id, d.confidentiality_id)) as gateway
  from unnest(${[...caseIds]}::uuid[]) as c(id) cross join lateral app.disclosures_made(c.id) d join agencies f on f.id = d.from_agency_id join agencies t on t.id = d.to_agency_id
  order by d.at desc, f.name, t.name`;

/**
 * Every reading of these cases, newest first: of the case, its people, its actions, the lists in which their words stood, and the minutes
 * of the meetings that took it. Read under the reader's own policies of the audit.
 */
export function listReadings(tx: Tx, cases: readonly { id: string; reference: string }[], rooms: readonly Pick<InRoom, "meeting" | "caseId">[], personId: string | null = null): Promise<Reading[]> {
  if (cases.length === 0) return Promise.resolve([]);
  const ids = cases.map(({ id }) => id);
  const heard = [...new Map(rooms.map(({ caseId, meeting }) => [`${caseId} ${meeting}`, { caseId, meeting }])).values()];
  const theirs = Prisma.sql`(${personId}::uuid is null or e.person_id = ${personId}::uuid)`;
  return tx.$queryRaw<Reading[]>`
    with acted as materialized (select distinct e.case_id, e.subject_id::text as action from audit_events e where e.case_id = any(${ids}::uuid[]) and e.subject_type = 'action'),
      minutes as materialized (select e.* from audit_events e where e.event = 'meeting.minutesOpened' and e.reference = any(${heard.map(({ meeting }) => meeting)}) and ${theirs}),
      listed as materialized (select e.*, a.action from audit_events e cross join lateral jsonb_array_elements_text(e.particulars -> 'actionIds') as a(action) where e.event = 'action.listed' and ${theirs}),
      read as (
        select e.case_id, e.person_id, e.occurred_at, e.event from audit_events e where e.case_id = any(${ids}::uuid[]) and e.event = any(${[...readings]}) and ${theirs}
        union all select h."caseId", e.person_id, e.occurred_at, e.event from minutes e join jsonb_to_recordset(${JSON.stringify(heard)}::jsonb) as h("caseId" uuid, meeting text) on h.meeting = e.reference
        union all select distinct a.case_id, e.person_id, e.occurred_at, e.event from listed e join acted a on a.action = e.action)
    select r.case_id as "caseId", r.person_id as "personId", ${person} as person, g.name as agency, r.occurred_at as at, r.event
    from read r join people p on p.id = r.person_id join agencies g on g.id = p.agency_id order by r.occurred_at desc`;
}
