import type { Tx } from "@/platform/db/client.ts";
import { subjectOf } from "../../cases/lifecycle.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { MeetingState } from "../../kernel/enums.ts";
import { takesAdvanceSignatures } from "../../meetings/lifecycle.ts";
import { view } from "../../view.ts";
import { findDeclaration } from "./find-declaration.ts";
import { findNamedContact } from "./find-named-contact.ts";

/** Somebody who is to be discussed, as far as an agency needs it to search its records. A withheld address is not here: only which agency holds it. */
export type Researched = { id: string; case: string; name: string; bornOn: Day | null; address: string | null; addressHeldBy: string | null };

export type ResearchView = {
  reference: string;
  forum: string;
  startsAt: Date;
  limitMinutes: number;
  place: string;
  agency: string;
  declaration: { version: number; text: string };
  readAt: Date;
  /** In the order of the agenda; null until the person has signed in advance. */
  people: Researched[] | null;
};

type Row = { id: string; forumId: string; reference: string; forum: string; state: MeetingState; startsAt: Date; limitMinutes: number; place: string; signed: boolean };

/**
 * Who is to be discussed at a meeting, for an agency's named contact, from publication of the agenda to the start (rules 7 and 26):
 * D3 of the people on it and nothing else. Each case's people that are read are on its trail. Null for anybody else, and afterwards.
 */
export const viewResearch = view(async ({ tx, now, may, record }, reference: string): Promise<ResearchView | null> => {
  const [meeting] = await tx.$queryRaw<Row[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.name as forum, m.state, m.starts_at as "startsAt", m.limit_minutes as "limitMinutes", m.place,
      exists (select 1 from advance_signatures s where s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.person_id = app.person()) as signed
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  if (!meeting || !takesAdvanceSignatures(meeting, now)) return null;
  const { id: meetingId, forumId, signed, state: _, ...shown } = meeting;
  const seat = await findNamedContact(tx, forumId);
  if (!seat || !may("register.signInAdvance", { forumId, isNamedContact: true })) return null;
  const { version, text } = await findDeclaration(tx, dayOf(now));
  const listed = signed ? await listResearched(tx, meetingId) : null;
  const cases = new Map(listed?.map((one) => [one.caseId, one.case]));
  record(...[...cases].map(([id, caseReference]) => ({ event: "research.opened" as const, subject: subjectOf({ id, reference: caseReference, forumId }), particulars: { meetingId } })));
  return { ...shown, agency: seat.agency, declaration: { version, text }, readAt: now, people: listed && listed.map(({ caseId: __, ...one }) => one) };
});

/** Their particulars by the ids of the cases on the agenda: the policy asks of each whether the person researches it. */
async function listResearched(tx: Tx, meetingId: string): Promise<(Researched & { caseId: string })[]> {
  const items = await tx.$queryRaw<{ caseId: string; case: string; position: number }[]>`
    select c.id as "caseId", c.reference as case, i.position from agenda_items i join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id where i.meeting_id = ${meetingId}::uuid order by i.position`;
  if (items.length === 0) return [];
  const people = await tx.$queryRaw<(Omit<Researched, "case"> & { caseId: string })[]>`
    select p.subject_id as id, p.case_id as "caseId", p.name, p.born_on::text as "bornOn", p.address, g.name as "addressHeldBy"
    from protected_particulars p left join agencies g on g.partnership_id = p.partnership_id and g.id = p.address_held_by_id
    where p.case_id = any(${items.map(({ caseId }) => caseId)}::uuid[]) and p.name is not null order by p.name`;
  return items.flatMap(({ caseId, case: reference }) => people.filter((one) => one.caseId === caseId).map((one) => ({ ...one, case: reference })));
}
