import type { Tx } from "@/platform/db/client.ts";
import { minuteNumberInWords } from "../../forums/numbering.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { DocumentForm } from "../../kernel/documents.ts";
import type { AgendaItemKind, AttendanceStatus, Capacity, CaseDecision, InterestAbout, InterestKind, ItemOutcome, MeetingState, Office } from "../../kernel/enums.ts";
import { listPutOff, listRecusedItems, type PutOff, type RecusedItem } from "../../meetings/queries/list-agenda.ts";
import { listReceived, type Received } from "../../meetings/queries/list-received.ts";
import { view } from "../../view.ts";
import { type Correction, listCorrections } from "./list-corrections.ts";
import { keepReceipt, listReceipts, type Receipt } from "../receipts.ts";
import { listQuestions, type Question } from "./list-questions.ts";
import { type Deferral, listDeferrals } from "./list-deferrals.ts";
import { listResolutions, type Resolution } from "./list-resolutions.ts";

export type { Correction, Receipt };
export type Attender = { name: string; agency: string; represents: string | null; status: AttendanceStatus; out: OutOfRoom[]; /** Signed without an account, for the organisation they named. */ guest: boolean };
/** When somebody was out of the room, and for which item where it was for one. */
export type OutOfRoom = { from: Date; until: Date | null; number: number | null };
/** What somebody declared in an item that is no case, or in general: it stands in the minutes, but for the nature of what is sensitive. Of an item that closed up for the reader, nothing. */
export type MinutedInterest = { person: string; number: number | null; kind: InterestKind; about: InterestAbout | null; words: string | null; noted: boolean };
export type MinutedAction = { reference: string; owner: string; agency: string; dueOn: Day };
export type MinutedItem = {
  id: string;
  number: number;
  /** "CEN 12/26", since closing. */
  minute: string | null;
  kind: AgendaItemKind;
  case: { reference: string; title: string } | null;
  title: string | null;
  outcome: ItemOutcome | null;
  decision: CaseDecision | null;
  /** What was said and why it was decided so; null for whoever holds the summary only. */
  words: { discussion: string; decisionReason: string | null } | null;
  /** Minutes of other bodies that the board received at it. */
  received: Received[];
  /** Why it was put off, and until what is there; null for whoever holds the summary only. */
  deferral: Deferral | null;
  /** The meetings that put it off before this one, the latest first. */
  putOff: PutOff[];
  /** What it resolved, part by part; none for whoever holds the summary only. */
  resolutions: Resolution[];
  /** What was asked on it, and what came of it. */
  questions: Question[];
  corrections: Correction[];
  actions: MinutedAction[];
};
export type Minutes = {
  reference: string;
  forum: { code: string; name: string };
  state: MeetingState;
  version: number;
  readAt: Date;
  startsAt: Date;
  place: string;
  presided: { name: string; office: Office | null; capacity: Capacity | null } | null;
  closedAt: Date | null;
  circulatedAt: Date | null;
  confirmed: { at: Date; meeting: string } | null;
  present: { agency: string; people: Attender[] }[];
  apologies: Attender[];
  absent: Attender[];
  interests: MinutedInterest[];
  /** None before the meeting closes: there are no minutes yet. */
  items: MinutedItem[];
  /** Items left out because the reader is openly recused from them. */
  leftOut: RecusedItem[];
  summaryOnly: boolean;
  /** Which agency first opened what was sent round, when and by whom: for the chair's office; null for everybody else and before. */
  receipts: Receipt[] | null;
  /** What they were sealed with when they were confirmed: the SHA-256 of their words in order. */
  seal: string | null;
  allowed: { circulate: boolean; correct: boolean; propose: boolean; settle: boolean };
};

/**
 * The minutes as a document, once the meeting is closed: numbered, with what was said for those who may read it, and the
 * summary for other members of the forum (rule 26). The action plan is a document of its own; here stand its references.
 */
export const viewMinutes = view(async ({ tx, actor, standing, now, may, record }, { reference, takenAs }: { reference: string; takenAs?: DocumentForm }): Promise<Minutes | null> => {
  const found = await findMeeting(tx, reference);
  if (!found) return null;
  const { id, forumId, code, forum, presidedBy, presidedOffice, presidedCapacity, confirmedAt, confirmedAtMeeting, ...head } = found;
  const isDrawnUp = head.closedAt !== null;
  const attenders = isDrawnUp ? await listAttenders(tx, id) : [];
  const items = isDrawnUp ? await listMinutes(tx, id, code) : [];
  if (items.some((item) => (item.words && (item.words.discussion || item.words.decisionReason)) || item.resolutions.length + item.questions.length > 0 || item.deferral)) {
    record({ event: "meeting.minutesOpened", subject: { type: "meeting", id, reference: head.reference, forumId }, particulars: {} });
  }
  if (head.state === "circulated") await keepReceipt(tx, actor, { id, forumId, agencyId: standing.memberships.find((seat) => seat.forumId === forumId)?.agencyId ?? actor.agencyId, now });
  if (isDrawnUp && takenAs) record({ event: "meeting.minutesTaken", subject: { type: "meeting", id, reference: head.reference, forumId }, particulars: { form: takenAs } });
  return {
    ...head,
    readAt: now,
    forum: { code, name: forum },
    presided: presidedBy === null ? null : { name: presidedBy, office: presidedOffice, capacity: presidedCapacity },
    confirmed: confirmedAt && confirmedAtMeeting ? { at: confirmedAt, meeting: confirmedAtMeeting } : null,
    present: byAgency(attenders.filter((one) => one.status === "present")),
    apologies: attenders.filter((one) => one.status === "apologies" || one.status === "apologies_with_information"),
    absent: attenders.filter((one) => one.status === "absent"),
    interests: isDrawnUp ? await listInterests(tx, id) : [],
    items,
    leftOut: isDrawnUp ? await listRecusedItems(tx, id) : [],
    summaryOnly: items.some((item) => item.words === null),
    receipts: head.circulatedAt && may("meeting.circulateMinutes", { forumId }) ? await listReceipts(tx, { id, forumId }, dayOf(now)) : null,
    allowed: {
      circulate: head.state === "closed" && may("meeting.circulateMinutes", { forumId }),
      correct: head.state === "closed" && may("minute.write", { forumId }),
      propose: head.state === "circulated" && may("minute.proposeCorrection", { forumId }),
      settle: head.state === "circulated" && may("minute.settleCorrection", { forumId }),
    },
  };
});

type FoundMeeting = Pick<Minutes, "reference" | "state" | "version" | "startsAt" | "place" | "closedAt" | "circulatedAt" | "seal"> & {
  id: string; forumId: string; code: string; forum: string; presidedBy: string | null; presidedOffice: Office | null; presidedCapacity: Capacity | null; confirmedAt: Date | null; confirmedAtMeeting: string | null;
};

async function findMeeting(tx: Tx, reference: string): Promise<FoundMeeting | undefined> {
  const rows = await tx.$queryRaw<FoundMeeting[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.code, f.name as forum, m.state, m.version, m.starts_at as "startsAt", m.place, m.closed_at as "closedAt", m.circulated_at as "circulatedAt", encode(m.minutes_hash, 'hex') as seal,
      m.confirmed_at as "confirmedAt", later.reference as "confirmedAtMeeting", concat_ws(' ', p.style, p.name) as "presidedBy", a.office as "presidedOffice", a.capacity as "presidedCapacity"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id
      left join meetings later on later.partnership_id = m.partnership_id and later.id = m.confirmed_at_meeting_id
      left join people p on p.partnership_id = m.partnership_id and p.id = m.presided_by_id
      left join lateral (select office, capacity from appointments where partnership_id = m.partnership_id and forum_id = m.forum_id and person_id = m.presided_by_id and office in ('chair', 'deputy')
        and (m.starts_at at time zone 'Europe/London')::date between from_on and coalesce(until_on, 'infinity') order by office limit 1) a on true
    where m.reference = ${reference}`;
  const row = rows[0];
  return row && { ...row, presidedBy: row.presidedBy || null };
}

async function listAttenders(tx: Tx, meetingId: string): Promise<Attender[]> {
  const people = await tx.$queryRaw<(Omit<Attender, "out"> & { personId: string | null })[]>`
    select concat_ws(' ', p.style, p.name) as name, g.name as agency, s.represents, t.status, t.person_id as "personId", false as guest
    from attendances t join people p on p.partnership_id = t.partnership_id and p.id = t.person_id join agencies g on g.partnership_id = t.partnership_id and g.id = t.agency_id
      left join sign_ins s on s.partnership_id = t.partnership_id and s.meeting_id = t.meeting_id and s.person_id = t.person_id
    where t.meeting_id = ${meetingId}::uuid
    union all
    select name, organisation, represents, 'present', null, true from guest_sign_ins where meeting_id = ${meetingId}::uuid
    order by guest, agency, name`;
  const out = await listOutOfRoom(tx, meetingId);
  return people.map(({ personId, ...one }) => ({ ...one, out: out.filter((time) => time.personId === personId).map(({ personId: _, ...time }) => time) }));
}

/** As far as the reader may know the item that somebody was out for; of their own time out, always. */
const listOutOfRoom = (tx: Tx, meetingId: string) =>
  tx.$queryRaw<(OutOfRoom & { personId: string })[]>`
    select d.person_id as "personId", d.left_at as from, d.returned_at as until, app.number_of_item(d.meeting_id, coalesce(i.position, r.place)) as number
    from departures d left join agenda_items i on i.partnership_id = d.partnership_id and i.id = d.item_id left join app.recused_items(${meetingId}::uuid) r on r.item_id = d.item_id
    where d.meeting_id = ${meetingId}::uuid order by d.left_at`;

const listInterests = (tx: Tx, meetingId: string) =>
  tx.$queryRaw<MinutedInterest[]>`
    select concat_ws(' ', p.style, p.name) as person, app.number_of_item(${meetingId}::uuid, coalesce(i.position, r.place)) as number, n.kind, n.about, n.words, n.noted
    from app.interests_minuted(${meetingId}::uuid) n join people p on p.id = n.person_id left join agenda_items i on i.id = n.item_id left join app.recused_items(${meetingId}::uuid) r on r.item_id = n.item_id
    where n.item_id is null or i.id is not null or r.item_id is not null order by number nulls first, n.declared_at, p.name`;

function byAgency(people: Attender[]): Minutes["present"] {
  const agencies = [...new Set(people.map((one) => one.agency))];
  return agencies.map((agency) => ({ agency, people: people.filter((one) => one.agency === agency) }));
}

type ItemRow = Omit<MinutedItem, "case" | "words" | "actions" | "minute" | "received" | "deferral" | "putOff"> & { deferredFromId: string | null; id: string; caseReference: string | null; caseTitle: string | null; minuteNumber: number | null; minuteYear: number | null };

async function listMinutes(tx: Tx, meetingId: string, code: string): Promise<MinutedItem[]> {
  const rows = await tx.$queryRaw<ItemRow[]>`
    select i.id, app.number_of_item(i.meeting_id, i.position) as number, i.kind, i.title, i.deferred_from_id as "deferredFromId", i.outcome, i.decision, app.number_of_minute(i.forum_id, i.minute_year, i.minute_number) as "minuteNumber", i.minute_year as "minuteYear", c.reference as "caseReference", t.title as "caseTitle"
    from agenda_items i left join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
      left join case_twins t on t.partnership_id = i.partnership_id and t.case_id = i.case_id
    where i.meeting_id = ${meetingId}::uuid order by i.position`;
  const words = await readWords(tx, rows.map((row) => row.id));
  const resolutions = await listResolutions(tx, rows.map((row) => row.id));
  const deferrals = await listDeferrals(tx, rows.map((row) => row.id));
  const received = await listReceived(tx, rows.filter(({ kind }) => kind === "other_minutes").map((row) => row.id));
  const chains = await listPutOff(tx, rows.flatMap(({ deferredFromId }) => deferredFromId ?? []));
  const questions = await listQuestions(tx, rows.map((row) => row.id));
  const corrections = await listCorrections(tx, meetingId);
  const actions = await listActions(tx, meetingId);
  return rows.map(({ caseReference, caseTitle, minuteNumber, minuteYear, deferredFromId, ...item }) => ({
    ...item,
    minute: minuteNumber === null || minuteYear === null ? null : minuteNumberInWords(code, minuteNumber, minuteYear),
    case: caseReference === null ? null : { reference: caseReference, title: caseTitle ?? "" },
    words: words.get(item.id) ?? null,
    received: received.get(item.id) ?? [],
    deferral: deferrals.get(item.id) ?? null,
    putOff: deferredFromId === null ? [] : (chains.get(deferredFromId) ?? []),
    resolutions: resolutions.get(item.id) ?? [],
    questions: questions.filter(({ itemId }) => itemId === item.id),
    corrections: corrections.filter(({ itemId }) => itemId === item.id).map(({ itemId: _, ...correction }) => correction),
    actions: actions.filter((action) => action.itemId === item.id).map(({ itemId: _, ...action }) => action),
  }));
}

/** The words of these minutes, by item: only of those that the person may read. An item nobody wrote on reads as empty. */
async function readWords(tx: Tx, itemIds: string[]): Promise<Map<string, { discussion: string; decisionReason: string | null }>> {
  const rows = await tx.$queryRaw<{ id: string; discussion: string | null; decisionReason: string | null }[]>`
    select i.id, n.discussion, n.decision_reason as "decisionReason"
    from agenda_items i left join minutes n on n.partnership_id = i.partnership_id and n.item_id = i.id
    where i.id = any(${itemIds}::uuid[]) and app.reads_minute(i.forum_id, i.meeting_id, i.case_id)`;
  return new Map(rows.map(({ id, discussion, decisionReason }) => [id, { discussion: discussion ?? "", decisionReason }]));
}

/** What was tasked on each item; not what the coordinator recorded and the chair did not take up. */
const listActions = (tx: Tx, meetingId: string) =>
  tx.$queryRaw<(MinutedAction & { itemId: string })[]>`
    select a.item_id as "itemId", a.reference, concat_ws(' ', p.style, p.name) as owner, g.name as agency, a.due_on::text as "dueOn"
    from actions a join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where a.meeting_id = ${meetingId}::uuid and a.assigned_at is not null order by a.created_at, a.reference`;
