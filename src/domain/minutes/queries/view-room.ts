import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { type ItemAction, listItemActions } from "../../action-plan/queries/list-item-actions.ts";
import { listSinceLast, type SinceLast } from "../../action-plan/queries/list-since-last.ts";
import { listProposals, type Proposal } from "../../action-plan/queries/list-proposals.ts";
import { didSince } from "../../audit/queries/did-since.ts";
import type { Recorded } from "../../audit/record.ts";
import { type GoingRound, readGoingRound } from "../../cases/queries/going-round.ts";
import { type LabelledSubject, listSubjects } from "../../cases/queries/list-subjects.ts";
import { findHandedUp, type HandedUp, listReceipts } from "../../escalations/queries/find-handed-up.ts";
import { isUnworded } from "../../escalations/queries/is-unworded.ts";
import type { TrackedEscalation } from "../../escalations/queries/list-escalations.ts";
import { listSeats, type Seat } from "../../forums/queries/list-seats.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { AgendaItemKind, CaseDecision, ItemOutcome, MeetingState, SubjectType } from "../../kernel/enums.ts";
import { chairAbsent, chairRecused } from "../../meetings/queries/chair-absence.ts";
import { type HeardStepDown, listToHear } from "../../step-downs/queries/list-step-downs.ts";
import { listMattersArising, type MattersArising } from "./list-matters-arising.ts";
import { listQuestions, type Question } from "./list-questions.ts";
import { type Deferral, listDeferrals } from "./list-deferrals.ts";
import { listResolutions, type Resolution } from "./list-resolutions.ts";
import { listPutOff, listRecusedItems, type RecusedItem } from "../../meetings/queries/list-agenda.ts";
import { listReceived, type Received } from "../../meetings/queries/list-received.ts";
import { type PutOffBecause, readReasons } from "../../meetings/queries/read-reasons.ts";
import { view } from "../../view.ts";

const oneReading = 5 * 60_000;
const stillWriting = 2 * 60_000;

/** How far the person gets: in, still to sign the register, too early, or after the room was left. */
export type Entry = "open" | "unsigned" | "notYet" | "over";

export type RoomItem = {
  id: string;
  number: number;
  kind: AgendaItemKind;
  case: { id: string; reference: string; title: string; subjectType: SubjectType; involvesChildren: boolean; summary: string } | null;
  /** What another forum handed to this board. */
  escalationId: string | null;
  /** The item of an earlier meeting that was put off to this one. */
  deferredFromId: string | null;
  /** What somebody brings is called. */
  title: string | null;
  plannedMinutes: number;
  outcome: ItemOutcome | null;
  decision: CaseDecision | null;
  version: number;
  /** When the room took it up, and when it left it again. */
  openedAt: Date | null;
  endedAt: Date | null;
  /** Put aside, and not taken up again. */
  parked: boolean;
};
/** What was written on an item so far, by whom and when. */
export type Written = { discussion: string; decisionReason: string | null; by: string; at: Date };
/** What the reader typed on an item that somebody else saved meanwhile: kept apart, for them alone. */
export type Draft = { discussion: string; at: Date };
/** What the case record says, for whoever holds it (D2). */
export type KnownOfCase = { background: string; wanted: string };
/** An earlier meeting whose minutes this one confirms, or just confirmed. */
export type EarlierMinutes = { reference: string; state: MeetingState; version: number; startsAt: Date };

export type ItemInHand = RoomItem & {
  /** False for whoever holds the summary only. */
  readable: boolean;
  written: Written | null;
  draft: Draft | null;
  known: KnownOfCase | null;
  /** How often its case has come back, and whether that asks for a reason to carry on with it (rule 21). */
  goingRound: GoingRound | null;
  /** For the item on the forum's actions: what was done since last time, and what was agreed and is not. */
  sinceLast: SinceLast | null;
  /** What it resolved, part by part, for whoever reads its words. */
  resolutions: Resolution[];
  /** Minutes of other bodies that the board receives at it. */
  received: Received[];
  /** Where and why it was put off before, the latest first. */
  putOff: PutOffBecause[];
  /** Why it is put off here, and until what is there. */
  deferral: Deferral | null;
  questions: Question[];
  /** On its item alone. */
  matters: MattersArising | null;
  /** On its item: what is put forward to be stepped down, and what came back. */
  stepDowns: HeardStepDown[] | null;
  actions: ItemAction[];
  /** On an item that was handed up: what it gives, and the answer so far. */
  handedUp: HandedUp | null;
  /** On the item for what the forum itself handed up. */
  receipts: TrackedEscalation[];
  /** Its case is to be escalated, and is not yet put into words. */
  toEscalate: boolean;
  earlier: EarlierMinutes[];
};

export type Room = {
  reference: string;
  forum: { code: string; name: string };
  state: MeetingState;
  today: Day;
  /** When this was read: the clocks count from here. */
  readAt: Date;
  startsAt: Date;
  /** When it began to sit. */
  openedAt: Date | null;
  limitMinutes: number;
  plannedMinutes: number;
  signed: number;
  /** Everybody who belongs round the table, by a seat or an office. */
  members: number;
  hasSigned: boolean;
  /** Opened below its quorum: it decides nothing (rule 4). */
  discussionOnly: boolean;
  entry: Entry;
  items: RoomItem[];
  /** Items from which the reader is openly recused: their place, and nothing of them. */
  recused: RecusedItem[];
  /** Null where there is no item of that number. */
  item: ItemInHand | null;
  /** Who else is taking minutes, for whoever could too. */
  writing: string | null;
  /** What the notes of the item in hand propose, for whoever may make actions of it. */
  proposals: Proposal[];
  /** Who can be tasked: everybody round the table, agency by agency. */
  owners: Seat[];
  /** The people and places of the case in hand, of whom a task may need some; none for whoever tasks nobody. */
  subjects: LabelledSubject[];
  allowed: { write: boolean; take: boolean; decide: boolean; addAction: boolean; confirmActions: boolean; prepareClosing: boolean; confirmMinutes: boolean };
};

/**
 * The room in which a meeting is minuted: its agenda, one item of it at the reader's depth, and the actions from that item.
 * Without a number it opens on the first item that has no outcome. Members enter once they have signed the register (rule 7);
 * after closing, the office still corrects the draft here until it is circulated.
 */
export const viewRoom = view(async ({ tx, standing, now, may, record }, { reference, number }: { reference: string; number: number | null }): Promise<Room | null> => {
  const meeting = await findMeeting(tx, reference);
  if (!meeting) return null;
  const { id, forumId, code, forum, ...head } = meeting;
  const isOffice = may("minute.write", { forumId });
  const entry = entryOf(head.state, isOffice, head.hasSigned);
  const closed = { write: false, take: false, decide: false, addAction: false, confirmActions: false, prepareClosing: false, confirmMinutes: false };
  const today = dayOf(now);
  const empty = { ...head, today, readAt: now, forum: { code, name: forum }, entry, plannedMinutes: 0, items: [], recused: [], item: null, writing: null, proposals: [], owners: [], subjects: [], allowed: closed };
  if (entry !== "open") return empty;

  const [items, recused] = await together(tx, (at) => [listItems(at, id), listRecusedItems(at, id)]);
  const isSitting = head.state === "in_session";
  const chosen = number === null ? (items.find((item) => item.openedAt && !item.endedAt && item.outcome === null) ?? items.find((item) => item.outcome === null && !item.parked) ?? items.find((item) => item.outcome === null) ?? items[0]) : items.find((item) => item.number === number);
  // only a deputy's rights hang on it
  const isDeputy = standing.appointments.some((held) => held.forumId === forumId && held.office === "deputy");
  const chairs = { forumId, chairAbsent: isSitting && isDeputy && (await chairAbsent(tx, meeting, today)) };
  const onItem = { ...chairs, chairRecused: isSitting && isDeputy && (await chairRecused(tx, { caseId: chosen?.case?.id ?? null, itemId: chosen?.id ?? null })) };
  const allowed = {
    write: isOffice,
    take: isSitting && may("item.open", { forumId }),
    decide: isOffice && isSitting,
    addAction: isSitting && may("action.record", chairs),
    confirmActions: isSitting && may("action.assign", onItem),
    prepareClosing: isOffice && isSitting,
    confirmMinutes: isSitting && may("meeting.confirmMinutes", chairs),
  };
  const item = chosen ? await takeInHand(tx, meeting, chosen, today) : null;
  if (item) record(...(await opened(tx, meeting, item, now)));
  const writing = isOffice ? await findOtherWriter(tx, id, new Date(now.getTime() - stillWriting)) : null;
  const proposals = item?.written && allowed.addAction ? await listProposals(tx, meeting, item.written.discussion, today) : [];
  const [owners, subjects] = item && allowed.addAction ? await together(tx, (at) => [listSeats(at, forumId, today), item.case ? listSubjects(at, item.case.id) : []]) : [[], []];
  return { ...empty, plannedMinutes: items.reduce((sum, one) => sum + one.plannedMinutes, 0), items, recused, item, writing, proposals, owners, subjects, allowed };
});

function entryOf(state: MeetingState, isOffice: boolean, hasSigned: boolean): Entry {
  if (state === "scheduled" || state === "published") return "notYet";
  if (state === "in_session") return isOffice || hasSigned ? "open" : "unsigned";
  return state === "closed" && isOffice ? "open" : "over";
}

export type FoundMeeting = Pick<Room, "reference" | "state" | "startsAt" | "openedAt" | "limitMinutes" | "signed" | "members" | "hasSigned" | "discussionOnly"> & { id: string; forumId: string; code: string; forum: string };

export async function findMeeting(tx: Tx, reference: string): Promise<FoundMeeting | undefined> {
  const rows = await tx.$queryRaw<FoundMeeting[]>`
    select m.id, m.forum_id as "forumId", m.reference, f.code, f.name as forum, m.state, m.starts_at as "startsAt", m.opened_at as "openedAt", m.limit_minutes as "limitMinutes", m.discussion_only as "discussionOnly",
      exists (select 1 from sign_ins s where s.meeting_id = m.id and s.person_id = app.person()) as "hasSigned",
      (select count(*)::int from sign_ins s where s.meeting_id = m.id) as signed,
      (select count(*)::int from (
        select person_id from memberships where forum_id = m.forum_id and app.today() between from_on and coalesce(until_on, 'infinity')
        union select person_id from appointments where forum_id = m.forum_id and app.today() between from_on and coalesce(until_on, 'infinity')
        union select person_id from sign_ins where meeting_id = m.id) round_the_table) as members
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  return rows[0];
}

/** The agenda as the nameless twins say it. */
export async function listItems(tx: Tx, meetingId: string): Promise<RoomItem[]> {
  const rows = await tx.$queryRaw<(Omit<RoomItem, "case"> & { caseId: string | null; caseReference: string; caseTitle: string; subjectType: SubjectType; involvesChildren: boolean; summary: string })[]>`
    select i.id, app.number_of_item(i.meeting_id, i.position) as number, i.kind, i.case_id as "caseId", i.planned_minutes as "plannedMinutes", i.outcome, i.decision, i.version, i.opened_at as "openedAt", i.ended_at as "endedAt", i.parked_at is not null and i.outcome is null as parked,
      i.title, i.escalation_id as "escalationId", i.deferred_from_id as "deferredFromId", c.reference as "caseReference", t.title as "caseTitle", t.subject_type as "subjectType", t.involves_children as "involvesChildren", t.summary
    from agenda_items i left join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
      left join case_twins t on t.partnership_id = i.partnership_id and t.case_id = i.case_id
    where i.meeting_id = ${meetingId}::uuid order by i.position`;
  return rows.map(({ caseId, caseReference, caseTitle, subjectType, involvesChildren, summary, ...item }) => ({
    ...item,
    case: caseId === null ? null : { id: caseId, reference: caseReference, title: caseTitle, subjectType, involvesChildren, summary },
  }));
}

async function takeInHand(tx: Tx, meeting: FoundMeeting, item: RoomItem, today: Day): Promise<ItemInHand> {
  const rows = await tx.$queryRaw<{ readable: boolean; discussion: string | null; decisionReason: string | null; by: string; at: Date; background: string | null; wanted: string; draft: string | null; draftAt: Date }[]>`
    select app.reads_minute(i.forum_id, i.meeting_id, i.case_id) as readable, n.discussion, n.decision_reason as "decisionReason", concat_ws(' ', p.style, p.name) as by, n.written_at as at,
      k.background, k.wanted, d.discussion as draft, d.saved_at as "draftAt"
    from agenda_items i left join minutes n on n.partnership_id = i.partnership_id and n.item_id = i.id
      left join people p on p.partnership_id = n.partnership_id and p.id = n.written_by_id
      left join case_contents k on k.partnership_id = i.partnership_id and k.case_id = i.case_id
      left join minute_drafts d on d.partnership_id = i.partnership_id and d.item_id = i.id and d.person_id = app.person() and d.settled_at is null
    where i.id = ${item.id}::uuid`;
  const row = rows[0];
  return {
    ...item,
    readable: row?.readable ?? false,
    written: row && row.discussion !== null ? { discussion: row.discussion, decisionReason: row.decisionReason, by: row.by, at: row.at } : null,
    draft: row && row.draft !== null ? { discussion: row.draft, at: row.draftAt } : null,
    known: row && row.background !== null ? { background: row.background, wanted: row.wanted } : null,
    goingRound: item.case ? ((await readGoingRound(tx, [item.case.id])).get(item.case.id) ?? null) : null,
    sinceLast: item.kind === "actions" ? await listSinceLast(tx, meeting, today) : null,
    questions: await listQuestions(tx, [item.id]),
    matters: item.kind === "matters_arising" ? await listMattersArising(tx, meeting, today) : null,
    stepDowns: item.kind === "step_downs" ? await listToHear(tx, meeting.forumId, dayOf(meeting.startsAt), meeting.id) : null,
    received: item.kind === "other_minutes" ? ((await listReceived(tx, [item.id])).get(item.id) ?? []) : [],
    putOff: item.deferredFromId === null ? [] : await chainOf(tx, meeting.forumId, item.deferredFromId),
    deferral: item.outcome === "deferred" ? ((await listDeferrals(tx, [item.id])).get(item.id) ?? null) : null,
    resolutions: (await listResolutions(tx, [item.id])).get(item.id) ?? [],
    actions: await listItemActions(tx, [item.id], today),
    handedUp: item.escalationId === null ? null : await findHandedUp(tx, item.escalationId),
    receipts: item.kind === "escalations" && item.escalationId === null ? await listReceipts(tx, meeting.forumId, today) : [],
    toEscalate: item.decision === "escalate" && (await isUnworded(tx, item.id)),
    earlier: item.kind === "last_minutes" ? await listEarlier(tx, meeting) : [],
  };
}

async function chainOf(tx: Tx, forumId: string, deferredFromId: string): Promise<PutOffBecause[]> {
  const chain = (await listPutOff(tx, [deferredFromId])).get(deferredFromId) ?? [];
  return (await readReasons(tx, forumId, [chain])).because(chain);
}

const listEarlier = (tx: Tx, { id, forumId, startsAt }: FoundMeeting) =>
  tx.$queryRaw<EarlierMinutes[]>`
    select reference, state, version, starts_at as "startsAt" from meetings
    where forum_id = ${forumId}::uuid and starts_at < ${startsAt}::timestamptz and (state in ('closed', 'circulated') or confirmed_at_meeting_id = ${id}::uuid) order by starts_at`;

/** Who was the last to write at this meeting besides the reader, if that was just now. */
async function findOtherWriter(tx: Tx, meetingId: string, since: Date): Promise<string | null> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select concat_ws(' ', p.style, p.name) as name from minutes n join people p on p.partnership_id = n.partnership_id and p.id = n.written_by_id
    where n.meeting_id = ${meetingId}::uuid and n.written_at >= ${since}::timestamptz and n.written_by_id <> app.person() order by n.written_at desc limit 1`;
  return rows[0]?.name ?? null;
}

/** Showing what is said of a case, what was minuted on another item, or actions in their own words, is an opening (rule 26); following it live goes on being the same one. */
async function opened(tx: Tx, { id, forumId, reference }: FoundMeeting, item: ItemInHand, now: Date): Promise<Recorded[]> {
  const meeting = { type: "meeting", id, reference, forumId } as const;
  const openings: Recorded[] = [];
  if (item.readable && item.case) openings.push({ event: "case.opened", subject: { type: "case", id: item.case.id, reference: item.case.reference, forumId, caseId: item.case.id }, particulars: {} });
  else if (item.readable && item.written?.discussion) openings.push({ event: "meeting.minutesOpened", subject: meeting, particulars: {} });
  if (item.sinceLast && item.sinceLast.readIds.length > 0) openings.push({ event: "action.listed", subject: meeting, particulars: { actionIds: item.sinceLast.readIds } });
  const since = new Date(now.getTime() - oneReading);
  const fresh: Recorded[] = [];
  for (const each of openings) if (!(await didSince(tx, each.event, each.subject.id ?? id, since))) fresh.push(each);
  return fresh;
}
