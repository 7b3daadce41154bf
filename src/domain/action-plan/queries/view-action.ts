import type { Tx } from "@/platform/db/client.ts";
import { findBankHolidays } from "../../kernel/bank-holidays.ts";
import { type Day, dayOf, daysBetween } from "../../kernel/dates.ts";
import type { ActionAsk, ActionState, ActionStepKind, CapacityReason, IncompleteKind } from "../../kernel/enums.ts";
import { type About, can } from "../../kernel/policy.ts";
import type { Standing } from "../../kernel/actor.ts";
import { listSeats, type Seat } from "../../forums/queries/list-seats.ts";
import { view } from "../../view.ts";
import { isOpen, mayTake, subjectOf } from "../lifecycle.ts";
import { type ActionStatus, holidaysFrom, isOver, isUnanswered, statusOf } from "../rules.ts";
import { aboutAction } from "./about-action.ts";
import { ownerGone } from "./at-the-table.ts";
import { listTaskSubjects, type TaskSubject } from "./list-task-subjects.ts";
import { countMeetingsCarried } from "./count-meetings-carried.ts";
import { readWordings } from "./read-wordings.ts";

export type { ActionStatus };
/** `to`: whom the step gave the action to, proposed or named. `due` and `dueWas`: the day it asked for, set or waits for, and the one before; `on`: the agency it waits for. */
export type ActionStepShown = { id: string; kind: ActionStepKind; by: string; at: Date; to: string | null; due: Day | null; dueWas: Day | null; on: string | null; note: string | null };
/** What the action said until it was changed. */
export type EarlierWords = { until: Date; wording: string; measure: string; namelessWording: string | null };
/** What its owner has asked, for the chair to answer. */
export type Asked = { kind: ActionAsk; due: Day | null; ownerId: string | null; owner: string | null };

/** Somebody who sits on the forum for the agency of the action's owner. */
export type Colleague = { personId: string; name: string; helps: boolean };

export type ViewedAction = {
  reference: string;
  version: number;
  state: ActionState;
  status: ActionStatus;
  /** `summary`: the nameless wording and dates alone, no measure and no history. */
  depth: "full" | "summary";
  wording: string | null;
  namelessWording: string | null;
  measure: string | null;
  forum: { code: string; name: string };
  meeting: string;
  case: string | null;
  owner: string;
  agency: string;
  /** Who does it in the owner's agency, where that is somebody else; like whom it waits for, told with its words alone. */
  officer: string | null;
  asked: Asked | null;
  /** For whom it waits (null: somebody outside), and until when. It is due when it is due. */
  waiting: { on: string | null; until: Day; isOver: boolean } | null;
  isMine: boolean;
  /** The reader helps its owner with it, allowed by the chair. */
  helping: boolean;
  /** Colleagues of the owner on the forum; who helps is shown to all who read the action. */
  colleagues: Colleague[];
  /** The people and places of its case: for the chair's office, which of them the task needs; for its owner while it is open, those. */
  subjects: TaskSubject[];
  revealedUntil: Date | null;
  readAt: Date;
  due: Day;
  today: Day;
  assignedOn: Day | null;
  endedOn: Day | null;
  ageInDays: number;
  meetingsCarried: number;
  unanswered: boolean;
  /** Its owner has left the partnership or the table. */
  ownerGone: boolean;
  /** For the chair: whom at the table it can be given to. */
  others: Pick<Seat, "personId" | "name" | "agency">[];
  capacityReason: CapacityReason | null;
  /** Newest first. */
  steps: ActionStepShown[];
  /** Newest first. */
  earlier: EarlierWords[];
  /** To the reader, or for the chair's office to whoever did it. */
  thanks: { to: string; by: string; at: Date; words: string }[];
  /** What the page of one act offers to choose from: who does it, and for whom it waits. */
  officers: { personId: string; name: string; post: string }[];
  agencies: { id: string; name: string }[];
  allowed: Record<
    "confirm" | "accept" | "decline" | "proposeOwner" | "keepOwner" | "report" | "askTime" | "settleTime" | "endWaiting" | "change" | "verify" | "return" | "cancel" | "reassign" | "allowColleague" | "allowParticulars" | "reveal" | "history",
    boolean
  >;
};

type Row = {
  id: string;
  forumId: string;
  caseId: string | null;
  ownerId: string;
  ownerAgencyId: string;
  reference: string;
  version: number;
  state: ActionState;
  incompleteKind: IncompleteKind | null;
  capacityReason: CapacityReason | null;
  namelessWording: string | null;
  forumCode: string;
  forumName: string;
  meeting: string;
  case: string | null;
  owner: string;
  agency: string;
  due: Day;
  createdAt: Date;
  assignedAt: Date | null;
  endedAt: Date | null;
  meetingsCarried: number;
  ownerGone: boolean;
  officer: string | null;
  askedKind: ActionAsk | null;
  askedDue: Day | null;
  askedOwnerId: string | null;
  askedOwner: string | null;
  waitingUntil: Day | null;
  waitingOn: string | null;
};

/** One action, as deep as the reader may see it; reading its words is on its trail. Null where there is nothing for this person. */
export const viewAction = view(async ({ tx, actor, standing, now, record }, wanted: string | { reference: string; act: string }): Promise<ViewedAction | null> => {
  const { reference, act } = typeof wanted === "string" ? { reference: wanted, act: null } : wanted;
  const today = dayOf(now);
  const row = await findAction(tx, reference, today);
  if (!row) return null;
  const { id, forumId, ownerId, ownerAgencyId: _, incompleteKind, forumCode, forumName, createdAt, assignedAt, endedAt, askedKind, askedDue, askedOwnerId, askedOwner, waitingUntil, waitingOn, officer, ...shown } = row;
  const words = (await readWordings(tx, [id])).get(id);
  const steps = words ? await readSteps(tx, id) : [];
  const about = await aboutAction(tx, actor, standing, row, today);
  const isMine = ownerId === actor.personId;
  const inOffice = standing.appointments.some((held) => held.forumId === forumId);
  const task = words && (inOffice || (isMine && isOpen(row.state))) ? await listTaskSubjects(tx, row) : { subjects: [], revealedUntil: null };
  const needed = task.subjects.filter((subject) => subject.needed);
  if (words) record({ event: "action.opened", subject: subjectOf(row), particulars: {} });
  const assignedOn = assignedAt && dayOf(assignedAt);
  const allowed = allowedWith(standing, row, about);
  const holidays = row.state === "assigned" ? await findBankHolidays(tx, holidaysFrom(today), today) : new Map<Day, string>();
  const endedOn = endedAt && dayOf(endedAt);
  return {
    ...shown,
    officer: words ? officer : null,
    status: statusOf({ ...row, incompleteKind }, today),
    depth: words ? "full" : "summary",
    wording: words?.wording ?? null,
    measure: words?.measure ?? null,
    forum: { code: forumCode, name: forumName },
    isMine,
    helping: about.helps === true,
    colleagues: words ? await listColleagues(tx, row) : [],
    subjects: inOffice ? task.subjects : needed,
    revealedUntil: task.revealedUntil,
    readAt: now,
    today, assignedOn, endedOn,
    ageInDays: daysBetween(dayOf(assignedAt ?? createdAt), endedOn ?? today),
    unanswered: !row.ownerGone && isUnanswered(row.state, assignedOn, today, holidays),
    asked: askedKind && { kind: askedKind, due: askedDue, ownerId: askedOwnerId, owner: words ? askedOwner : null },
    waiting: !words || waitingUntil === null ? null : { on: waitingOn, until: waitingUntil, isOver: waitingUntil < today },
    earlier: words && steps.some(({ kind }) => kind === "changed") ? await readEarlier(tx, id) : [],
    thanks: row.state === "verified" ? await readThanks(tx, id) : [],
    officers: act === "accept" && allowed.accept ? await listOfficers(tx, row, actor.personId) : [],
    agencies: act === "waiting" && allowed.report ? await tx.$queryRaw<{ id: string; name: string }[]>`select id, name from agencies order by name` : [],
    others: allowed.reassign || (allowed.proposeOwner && act !== null) ? (await listSeats(tx, forumId, today)).filter(({ personId }) => personId !== ownerId).map(({ personId, name, agency }) => ({ personId, name, agency })) : [],
    steps,
    allowed: {
      ...allowed,
      allowParticulars: task.subjects.length > 0 && !isOver(row.state) && can(standing, "action.allowParticulars", about),
      reveal: isMine && isOpen(row.state) && can(standing, "case.reveal", { taskNeeds: needed.length > 0 }),
    },
  };
});

function allowedWith(standing: Standing, { state, askedKind, waitingUntil }: Row, about: About): Omit<ViewedAction["allowed"], "allowParticulars" | "reveal"> {
  return {
    decline: mayTake("declined", state) && can(standing, "action.decline", about),
    proposeOwner: askedKind === null && mayTake("proposed_owner", state) && can(standing, "action.proposeOwner", about),
    keepOwner: (state === "declined" || askedKind === "another_owner") && mayTake("kept", state) && can(standing, "action.keepOwner", about),
    askTime: askedKind === null && mayTake("asked_more_time", state) && can(standing, "action.report", about),
    settleTime: askedKind === "more_time" && mayTake("time_granted", state) && can(standing, "action.settleTime", about),
    endWaiting: waitingUntil !== null && mayTake("waiting_over", state) && can(standing, "action.report", about),
    change: mayTake("changed", state) && can(standing, "action.change", about),
    confirm: mayTake("assigned", state) && can(standing, "action.assign", about),
    accept: mayTake("accepted", state) && can(standing, "action.accept", about),
    report: mayTake("progress", state) && can(standing, "action.report", about),
    verify: mayTake("verified", state) && can(standing, "action.verify", about),
    return: mayTake("returned", state) && can(standing, "action.return", about),
    history: can(standing, "history.read", about),
    cancel: mayTake("cancelled", state) && can(standing, "action.cancel", about),
    reassign: mayTake("reassigned", state) && can(standing, "action.reassign", about),
    allowColleague: isOpen(state) && can(standing, "action.allowColleague", about),
  };
}

async function findAction(tx: Tx, reference: string, today: Day): Promise<Row | undefined> {
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.forum_id as "forumId", a.case_id as "caseId", a.owner_id as "ownerId", a.owner_agency_id as "ownerAgencyId", a.reference, a.version, a.state, a.incomplete_kind as "incompleteKind", a.capacity_reason as "capacityReason",
      a.nameless_wording as "namelessWording", f.code as "forumCode", f.name as "forumName", m.reference as meeting, c.reference as "case",
      concat_ws(' ', p.style, p.name) as owner, g.short_name as agency, a.due_on::text as due, a.created_at as "createdAt", a.assigned_at as "assignedAt", a.ended_at as "endedAt",
      ${countMeetingsCarried} as "meetingsCarried", ${ownerGone(today)} as "ownerGone",
      (select concat_ws(' ', o.style, o.name) from people o where o.partnership_id = a.partnership_id and o.id = a.officer_id) as officer,
      a.asked as "askedKind", a.asked_due_on::text as "askedDue", a.asked_owner_id as "askedOwnerId", (select concat_ws(' ', o.style, o.name) from people o where o.partnership_id = a.partnership_id and o.id = a.asked_owner_id) as "askedOwner",
      a.waiting_until::text as "waitingUntil", (select w.name from agencies w where w.partnership_id = a.partnership_id and w.id = a.waiting_agency_id) as "waitingOn"
    from actions a join forums f on f.partnership_id = a.partnership_id and f.id = a.forum_id
      join meetings m on m.partnership_id = a.partnership_id and m.id = a.meeting_id
      left join cases c on c.partnership_id = a.partnership_id and c.id = a.case_id
      join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id
      join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where a.reference = ${reference}`;
  return rows[0];
}

const readSteps = (tx: Tx, actionId: string): Promise<ActionStepShown[]> => tx.$queryRaw<ActionStepShown[]>`
    select s.id, s.kind, concat_ws(' ', p.style, p.name) as by, s.taken_at as at, nullif(concat_ws(' ', o.style, o.name), '') as to, s.due_on::text as due, s.due_was::text as "dueWas", g.name as on, s.note
    from action_steps s join people p on p.partnership_id = s.partnership_id and p.id = s.person_id left join people o on o.partnership_id = s.partnership_id and o.id = s.owner_id
      left join agencies g on g.partnership_id = s.partnership_id and g.id = s.agency_id
    where s.action_id = ${actionId}::uuid order by s.taken_at desc, s.kind desc`;

const readEarlier = (tx: Tx, actionId: string): Promise<EarlierWords[]> => tx.$queryRaw<EarlierWords[]>`
    select replaced_at as until, wording, measure, nameless_wording as "namelessWording" from action_versions where action_id = ${actionId}::uuid order by replaced_at desc`;

const readThanks = (tx: Tx, actionId: string): Promise<ViewedAction["thanks"]> => tx.$queryRaw<ViewedAction["thanks"]>`
    select concat_ws(' ', o.style, o.name) as to, concat_ws(' ', p.style, p.name) as by, t.given_at as at, t.words
    from thanks t join people p on p.partnership_id = t.partnership_id and p.id = t.given_by_id join people o on o.partnership_id = t.partnership_id and o.id = t.to_id
    where t.action_id = ${actionId}::uuid order by t.given_at, o.name`;

/** Colleagues who can do it for the owner: of the agency, or on the forum for it. */
const listOfficers = (tx: Tx, { forumId, ownerAgencyId }: Row, ownerId: string): Promise<ViewedAction["officers"]> => tx.$queryRaw<ViewedAction["officers"]>`
    select p.id as "personId", concat_ws(' ', p.style, p.name) as name, p.post from people p
    where p.id <> ${ownerId}::uuid and p.left_at is null and (p.agency_id = ${ownerAgencyId}::uuid or exists (select 1 from memberships m
      where m.partnership_id = p.partnership_id and m.forum_id = ${forumId}::uuid and m.person_id = p.id and m.agency_id = ${ownerAgencyId}::uuid and app.today() between m.from_on and coalesce(m.until_on, 'infinity')))
    order by p.name limit 200`;

const listColleagues = (tx: Tx, { id, forumId, ownerId, ownerAgencyId }: Row): Promise<Colleague[]> => tx.$queryRaw<Colleague[]>`
    select distinct m.person_id as "personId", concat_ws(' ', p.style, p.name) as name, h.action_id is not null as helps
    from memberships m join people p on p.partnership_id = m.partnership_id and p.id = m.person_id and p.left_at is null
      left join action_colleagues h on h.partnership_id = m.partnership_id and h.action_id = ${id}::uuid and h.person_id = m.person_id and h.ended_at is null
    where m.forum_id = ${forumId}::uuid and m.agency_id = ${ownerAgencyId}::uuid and m.person_id <> ${ownerId}::uuid
      and app.today() between m.from_on and coalesce(m.until_on, 'infinity') order by name`;
