import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { type GoingRound, readGoingRound } from "../../cases/queries/going-round.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { findChair } from "../../forums/queries/find-chair.ts";
import { dayOf, daysBetween } from "../../kernel/dates.ts";
import type { AttendanceStatus, ForumKind, MeetingKind, MeetingState } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { takesAdvanceSignatures, takesReplies, takesSignatures } from "../lifecycle.ts";
import { doorsFrom, type NextStep, nextStepOf, totalMinutes } from "../rules.ts";
import { chairAbsent } from "./chair-absence.ts";
import { findPreviousMeeting } from "./find-previous-meeting.ts";
import { absentRunning, findQuorum } from "./find-quorum.ts";
import { listAgenda, listCasesToAdd } from "./list-agenda.ts";
import { proposeAgenda } from "./propose-agenda.ts";

export type { NextStep };

type MeetingRow = {
  id: string;
  forumId: string;
  forum: string;
  forumCode: string;
  forumKind: ForumKind;
  reference: string;
  kind: MeetingKind;
  state: MeetingState;
  startsAt: Date;
  place: string;
  limitMinutes: number;
  overLimitReason: string | null;
  doorsOpenedAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  version: number;
  presidedBy: string | null;
  signed: number;
  attendances: number;
  apologies: number;
  discussionOnly: boolean;
  chairSigned: boolean;
  mySignedAt: Date | null;
  myStatus: AttendanceStatus | null;
  onRegister: boolean;
  isNamedContact: boolean;
};

/**
 * A meeting as its forum's members see it: when and where, its agenda with nameless titles (D1), how far it is, and what comes next for
 * this person. Case detail isn't here: its papers open on the case pages, to those on the register and the chair's office.
 */
export const viewMeeting = view(async ({ tx, now, may }, { reference }: { reference: string }) => {
  const rows = await tx.$queryRaw<MeetingRow[]>`
    select m.id, m.forum_id as "forumId", f.name as forum, f.code as "forumCode", f.kind as "forumKind", m.reference, m.kind, m.state, m.starts_at as "startsAt", m.place,
      m.limit_minutes as "limitMinutes", m.over_limit_reason as "overLimitReason", m.doors_opened_at as "doorsOpenedAt", m.opened_at as "openedAt", m.closed_at as "closedAt", m.version,
      (select concat_ws(' ', p.style, p.name) from people p where p.partnership_id = m.partnership_id and p.id = m.presided_by_id) as "presidedBy",
      (select count(*)::int from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id) as signed,
      (select count(*)::int from attendances a where a.partnership_id = m.partnership_id and a.meeting_id = m.id) as attendances,
      (select count(*)::int from attendances a where a.partnership_id = m.partnership_id and a.meeting_id = m.id and a.status in ('apologies', 'apologies_with_information')) as apologies,
      m.discussion_only as "discussionOnly",
      exists (select 1 from sign_ins s join appointments o on o.partnership_id = s.partnership_id and o.person_id = s.person_id and o.forum_id = s.forum_id and o.office = 'chair' and app.today() between o.from_on and coalesce(o.until_on, 'infinity')
        where s.partnership_id = m.partnership_id and s.meeting_id = m.id) as "chairSigned",
      (select s.signed_at from sign_ins s where s.partnership_id = m.partnership_id and s.meeting_id = m.id and s.person_id = (select app.person())) as "mySignedAt",
      (select a.status from attendances a where a.partnership_id = m.partnership_id and a.meeting_id = m.id and a.person_id = (select app.person())) as "myStatus",
      app.on_register(m.id) as "onRegister", app.is_named_contact(m.forum_id) and app.seat_opens_papers(m.forum_id) as "isNamedContact"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference}`;
  const meeting = rows[0];
  if (!meeting) return null;
  const { id: _, forumId, onRegister, isNamedContact, attendances, apologies, chairSigned, ...shown } = meeting;
  const { state, mySignedAt } = meeting;
  const today = dayOf(now);
  const isDraft = state === "scheduled";
  const ended = state === "closed" || state === "circulated" || state === "confirmed";
  const takesCases = state === "published" || state === "in_session";
  const [lines, previous, seats, chair, isChairAbsent, casesToAdd, quorum, absent, paperSupplements] = await together(tx, (at) => [
    isDraft ? proposeAgenda(at, meeting) : listAgenda(at, meeting),
    findPreviousMeeting(at, meeting),
    listSeats(at, forumId, today),
    findChair(at, forumId, today),
    ended ? false : chairAbsent(at, meeting, today),
    takesCases && may("case.addToAgenda", { forumId }) ? listCasesToAdd(at, meeting) : [],
    takesCases && may("minute.write", { forumId }) ? findQuorum(at, meeting.id) : null,
    !ended && may("minute.write", { forumId }) ? absentRunning(at, [forumId]) : [],
    isDraft ? [] : listPaperSupplements(at, meeting.id),
  ]);
  const items = renumbered(lines, paperSupplements);

  const goingRound = ended ? new Map<string, GoingRound>() : await readGoingRound(tx, items.flatMap(({ case: found }) => found?.id ?? []));
  const about = { forumId, chairAbsent: isChairAbsent };
  const isOffice = may("minute.write", about);
  const doorsOpen = takesSignatures(meeting);
  const beforeDoorTime = now < doorsFrom(meeting.startsAt);
  const awaitsDoors = state === "published" && !doorsOpen;
  const allowed = {
    publish: isDraft && may("meeting.publishAgenda", about),
    openDoors: awaitsDoors && !beforeDoorTime && may("meeting.openDoors", about),
    sign: doorsOpen && !mySignedAt && may("register.sign", about),
    research: takesAdvanceSignatures(meeting, now) && may("register.signInAdvance", { ...about, isNamedContact }),
    register: !isDraft,
    recordAbsence: takesReplies(meeting) && may("register.recordAbsence", about),
    open: state === "published" && chair !== null && mySignedAt !== null && may("meeting.open", about),
    room: state === "in_session" && (isOffice || onRegister),
    minutes: ended && (isOffice || onRegister || state !== "closed"),
    invite: (state === "published" || state === "in_session") && may("item.invite", about),
    history: may("history.read", about),
    makeFull: state === "in_session" && meeting.discussionOnly && quorum?.reached === true && chair !== null && may("meeting.open", about),
    keepAgenda: (isDraft || takesCases) && may("agenda.keep", about),
    pack: !isDraft && state !== "cancelled",
    addCase: takesCases && may("case.addToAgenda", about),
  };
  return {
    ...shown,
    chair,
    /** Rule 1: the chair's office is warned of an appointment that ends within 30 days. */
    chairEndsOn: isOffice && chair?.untilOn && daysBetween(today, chair.untilOn) <= 30 ? chair.untilOn : null,
    /** Where a chair's own next move waits for the clock. */
    doorsFrom: doorsFrom(meeting.startsAt),
    isDraft,
    /** For the chair's office, until the meeting closes: who is there, and whether that is enough to decide anything (rule 4). */
    figures: quorum && { ...quorum, signed: meeting.signed, expected: seats.length, apologies },
    /** Kinds of agency that have to be there and were at none of the last three meetings. */
    absentRunning: absent.map(({ agencyKind }) => agencyKind),
    /** For the deputy, at the start: the chair has not come, and nobody has said so yet. */
    chairMissing: state === "published" && now >= meeting.startsAt && chair !== null && !isChairAbsent && !chairSigned && allowed.recordAbsence && !may("meeting.open", about) && may("meeting.open", { forumId, chairAbsent: true }) ? { personId: chair.personId, name: chair.name } : null,
    items,
    /** By the case: how often each of those on the agenda has come back (rule 21). */
    goingRound,
    // the reason speaks of a length that a reader from whom an item is kept does not see
    overLimitReason: totalMinutes(items) > meeting.limitMinutes ? meeting.overLimitReason : null,
    totalMinutes: totalMinutes(items),
    previous: previous && { reference: previous.reference, startsAt: previous.startsAt, state: previous.state },
    expected: ended ? attendances : seats.length,
    papersOpen: isOffice || onRegister,
    casesToAdd: allowed.addCase ? casesToAdd : [],
    nextStep: nextStepOf({ state, doorsOpen, hasChair: chair !== null, beforeDoorTime, allowed }),
    mayOpenDoorsLater: awaitsDoors && beforeDoorTime && may("meeting.openDoors", about),
    allowed,
  };
});

/** A supplement that holds nothing for this reader isn't there for them, nor is its number. */
function renumbered<L extends { supplement: number }>(lines: readonly L[], paperSupplements: readonly number[]): L[] {
  const held = [...new Set([...lines.map(({ supplement }) => supplement), ...paperSupplements])].filter((number) => number > 0).toSorted((a, b) => a - b);
  return lines.map((line) => ({ ...line, supplement: held.indexOf(line.supplement) + 1 }));
}

async function listPaperSupplements(tx: Tx, meetingId: string): Promise<number[]> {
  return (await tx.$queryRaw<{ supplement: number }[]>`select distinct supplement from papers where meeting_id = ${meetingId}::uuid`).map(({ supplement }) => supplement);
}

export type MeetingView = NonNullable<Awaited<ReturnType<typeof viewMeeting>>>;
