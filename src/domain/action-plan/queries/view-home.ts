import { Prisma, type Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import type { Standing } from "../../kernel/actor.ts";
import { addDays, type Day, dayOf, daysBetween } from "../../kernel/dates.ts";
import { casesGoingRound } from "../../cases/queries/going-round.ts";
import { endingAppointments } from "../../forums/queries/ending-appointments.ts";
import type { AgencyKind, Capacity, Office } from "../../kernel/enums.ts";
import { type EscalationAttention, listEscalationAttention } from "../../escalations/queries/list-attention.ts";
import { takesSignatures } from "../../meetings/lifecycle.ts";
import { absentRunning } from "../../meetings/queries/find-quorum.ts";
import { findNextMeetings, type NextMeeting } from "../../meetings/queries/next-meeting.ts";
import { type ForumCycle, listCycle } from "../../meetings/queries/list-cycle.ts";
import { listUnplanned } from "../../meetings/queries/list-unplanned.ts";
import { listOwnInvitations, type OwnInvitation } from "../../invitations/queries/list-own-invitations.ts";
import { view } from "../../view.ts";
import type { ActionStatus } from "../rules.ts";
import { ownerGone } from "./at-the-table.ts";
import { listOwnActions, type ListedAction, whereStatus } from "./list-actions.ts";

/** What waits for this person, one thing to do each. */
export type Attention =
  | { kind: "overdue"; reference: string; agency: string; days: number }
  | { kind: "allOverdue"; forum: string; many: number }
  | { kind: "allWaiting"; forum: string; many: number }
  | { kind: "verify"; reference: string; agency: string }
  | { kind: "confirm"; reference: string; agency: string }
  | { kind: "ownerGone"; reference: string; agency: string }
  | { kind: "allOwnerGone"; forum: string; many: number }
  | { kind: "withChair"; forum: string; many: number }
  | { kind: "goingRound"; forum: string; many: number }
  | { kind: "appointmentEnds"; forum: string; office: Office; capacity: Capacity; until: Day }
  | { kind: "agencyAbsent"; forum: string; agencyKind: AgencyKind }
  | EscalationAttention
  | { kind: "planYear"; forums: string[] }
  | { kind: "circulateMinutes"; reference: string }
  | { kind: "confirmMinutes"; reference: string };

export type HomeStep = "prepareAgenda" | "openDoors" | "signRegister" | "openMeeting" | "enterRoom" | "readAgenda" | "seeMeeting";
export type HomeMeeting = NextMeeting & { step: HomeStep };

export type Home = {
  today: Day;
  readAt: Date;
  /** What the person is here for, which decides what the page leads with. */
  part: "office" | "member" | "governance" | "administrator" | "evaluator" | "none";
  meetings: HomeMeeting[];
  attention: Attention[];
  own: { actions: ListedAction[]; total: number };
  /** What the chair thanked the person for in the last four weeks, newest first. */
  thanks: { reference: string; by: string; words: string; at: Date }[];
  /** The last meeting held of each forum of the person's offices: how many signed, of how many who were expected. */
  registers: { forumId: string; forum: string; reference: string; signed: number; expected: number }[];
  /** For the coordinator: where each of their forums is between its meetings. */
  cycle: ForumCycle[];
  /** Meetings that the person was asked in to for one item. */
  invitations: OwnInvitation[];
  /** For a councillor: how many cases their forums work on. */
  cases: { code: string; forum: string; open: number }[];
};

/** Of each kind this many are named; the rest are behind a link that says how many there are. */
const named = 5;

/** The person's home: the next meeting, what needs them, and what they own; by what they hold today. */
export const viewHome = view(async ({ tx, actor, standing, now, record }, _: Record<never, never>): Promise<Home> => {
  const today = dayOf(now);
  const coordinated = standing.appointments.flatMap(({ forumId, office }) => (office === "coordinator" ? [forumId] : []));
  const sits = standing.appointments.length + standing.memberships.length > 0;
  const [facts, own, thanks, meetings, invitations, absent, unplanned, cycle, escalations] = await together(tx, (at) => [
    sits ? readFacts(at, actor.personId, standing, today) : { appointments: [], ownerGone: [], ownerGoneByForum: [], answersByForum: [], goingRound: [], overdue: [], overdueByForum: [], verify: [], waitingByForum: [], confirm: [], minutes: [], registers: [], cases: [] },
    sits ? listOwnActions(at, actor.personId, today) : { actions: [], total: 0, readings: [] },
    sits ? listOwnThanks(at, actor.personId, addDays(today, -28)) : [],
    sits ? findNextMeetings(at, now) : [],
    listOwnInvitations(at),
    absentRunning(at, inTheChair(standing)),
    listUnplanned(at, coordinated),
    listCycle(at, coordinated, today),
    listEscalationAttention(at, { offices: standing.appointments.map(({ forumId }) => forumId), chaired: inTheChair(standing), today }),
  ]);
  record(...own.readings);
  return {
    today, readAt: now,
    part: partOf(standing),
    meetings: meetings.map((meeting) => ({ ...meeting, step: stepOf(meeting, standing) })),
    attention: [...absent.map(({ forum, agencyKind }) => ({ kind: "agencyAbsent" as const, forum, agencyKind })), ...escalations, ...attentionOf(facts, today), ...(unplanned.length > 0 ? [{ kind: "planYear" as const, forums: unplanned.map(({ forum }) => forum) }] : [])],
    own: { actions: own.actions, total: own.total },
    thanks,
    registers: facts.registers,
    cycle,
    cases: facts.cases,
    invitations,
  };
});

function partOf({ appointments, memberships, partnershipOffices }: Standing): Home["part"] {
  if (appointments.length > 0) return "office";
  if (memberships.length > 0) return "member";
  if (partnershipOffices.includes("information_governance")) return "governance";
  if (partnershipOffices.includes("administrator")) return "administrator";
  return partnershipOffices.includes("evaluator") ? "evaluator" : "none";
}

const listOwnThanks = (tx: Tx, personId: string, since: Day): Promise<Home["thanks"]> => tx.$queryRaw<Home["thanks"]>`
  select a.reference, concat_ws(' ', p.style, p.name) as by, t.words, t.given_at as at
  from thanks t join actions a on a.partnership_id = t.partnership_id and a.id = t.action_id join people p on p.partnership_id = t.partnership_id and p.id = t.given_by_id
  where t.to_id = ${personId}::uuid and t.given_at >= ${since}::date order by t.given_at desc limit 5`;

/** The forums in which the person is chair in force outside a meeting: as chair, or as deputy of a vacant one (rule 9). */
const inTheChair = ({ appointments, vacantChairs }: Standing) =>
  appointments.filter(({ forumId, office }) => office === "chair" || (office === "deputy" && vacantChairs.includes(forumId))).map(({ forumId }) => forumId);

function stepOf(meeting: NextMeeting, standing: Standing): HomeStep {
  const { forumId, state, mySignedAt, minutesUntil } = meeting;
  const serves = standing.appointments.some((a) => a.forumId === forumId);
  const chairs = inTheChair(standing).includes(forumId);
  if (takesSignatures(meeting) && !mySignedAt) return "signRegister";
  if (state === "in_session") return "enterRoom";
  if (state === "scheduled") return serves ? "prepareAgenda" : "seeMeeting";
  if (chairs && !meeting.doorsOpenedAt && minutesUntil <= 60) return "openDoors";
  return chairs && mySignedAt ? "openMeeting" : "readAgenda";
}

type Facts = {
  appointments: { forum: string; office: Office; capacity: Capacity; until: Day }[];
  ownerGone: { reference: string; agency: string; forum: string }[];
  ownerGoneByForum: { forum: string; many: number }[];
  answersByForum: { forum: string; many: number }[];
  goingRound: { forum: string; many: number }[];
  overdue: { reference: string; agency: string; due: Day; forum: string }[];
  overdueByForum: { forum: string; many: number }[];
  verify: { reference: string; agency: string; forum: string }[];
  waitingByForum: { forum: string; many: number }[];
  confirm: { reference: string; agency: string }[];
  minutes: { reference: string; state: "closed" | "circulated" }[];
  registers: Home["registers"];
  cases: Home["cases"];
};

function attentionOf({ appointments, ownerGone, ownerGoneByForum, answersByForum, goingRound, overdue, overdueByForum, verify, waitingByForum, confirm, minutes }: Facts, today: Day): Attention[] {
  const beyond = (all: { forum: string; many: number }[], shown: { forum: string }[]) => all.filter(({ forum, many }) => many > shown.filter((one) => one.forum === forum).length);
  return [
    ...appointments.map((one) => ({ kind: "appointmentEnds" as const, ...one })),
    ...ownerGone.map(({ reference, agency }) => ({ kind: "ownerGone" as const, reference, agency })),
    ...(ownerGone.length === named ? beyond(ownerGoneByForum, ownerGone).map((one) => ({ kind: "allOwnerGone" as const, ...one })) : []),
    ...answersByForum.map((one) => ({ kind: "withChair" as const, ...one })),
    ...confirm.map((one) => ({ kind: "confirm" as const, ...one })),
    ...verify.map(({ reference, agency }) => ({ kind: "verify" as const, reference, agency })),
    ...(verify.length === named ? beyond(waitingByForum, verify).map((one) => ({ kind: "allWaiting" as const, ...one })) : []),
    ...goingRound.map((one) => ({ kind: "goingRound" as const, ...one })),
    ...minutes.map(({ reference, state }) => ({ kind: state === "closed" ? ("circulateMinutes" as const) : ("confirmMinutes" as const), reference })),
    ...overdue.map(({ reference, agency, due }) => ({ kind: "overdue" as const, reference, agency, days: daysBetween(due, today) })),
    ...(overdue.length === named ? beyond(overdueByForum, overdue).map((one) => ({ kind: "allOverdue" as const, ...one })) : []),
  ];
}

/** All that the page needs besides meetings and words, nameless, in one round trip. One's own late actions stand among what one owns. */
async function readFacts(tx: Tx, personId: string, standing: Standing, today: Day): Promise<Facts> {
  const offices = [...new Set(standing.appointments.map(({ forumId }) => forumId))];
  const deputised = standing.appointments.filter(({ office }) => office === "deputy").map(({ forumId }) => forumId);
  const chaired = inTheChair(standing);
  const served = standing.appointments.filter(({ office }) => office !== "deputy").map(({ forumId }) => forumId);
  const seats = offices.length > 0 ? [] : standing.memberships.map(({ forumId }) => forumId);
  const asList = (rows: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(found), '[]') from (${rows}) found)`;
  const byAgency = Prisma.sql`from actions a join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id join forums f on f.partnership_id = a.partnership_id and f.id = a.forum_id`;
  const ownedByChair = Prisma.sql`exists (select 1 from appointments o where o.partnership_id = a.partnership_id and o.forum_id = a.forum_id and o.person_id = a.owner_id and o.office = 'chair'
    and ${today}::date between o.from_on and coalesce(o.until_on, 'infinity'))`;
  // where the chair is recused from the case or the item, its actions are the deputy's (rule 8)
  const keptFromChair = Prisma.sql`case when a.case_id is null then app.chair_recused_from_item(a.item_id) else app.chair_recused_from(a.case_id) end`;
  const byForum = (status: ActionStatus, forums: string[]) =>
    Prisma.sql`select f.code as forum, count(*)::int as many ${byAgency} where a.forum_id = any(${forums}::uuid[]) and ${whereStatus(status, today)} group by f.code order by f.code`;
  const rows = await tx.$queryRaw<Facts[]>`
    select ${asList(endingAppointments(today, served))} as appointments,
      ${asList(Prisma.sql`
        select a.reference, g.short_name as agency, f.code as forum ${byAgency}
        where (a.forum_id = any(${chaired}::uuid[]) or (a.forum_id = any(${deputised}::uuid[]) and ${keptFromChair})) and ${ownerGone(today)} order by a.due_on, a.reference limit ${named}`)} as "ownerGone",
      ${asList(Prisma.sql`select f.code as forum, count(*)::int as many ${byAgency} where a.forum_id = any(${chaired}::uuid[]) and ${ownerGone(today)} group by f.code order by f.code`)} as "ownerGoneByForum",
      ${asList(Prisma.sql`select f.code as forum, count(*)::int as many ${byAgency} where (a.forum_id = any(${chaired}::uuid[]) or (a.forum_id = any(${deputised}::uuid[]) and ${keptFromChair})) and a.ended_at is null and (a.state = 'declined' or a.asked is not null) group by f.code order by f.code`)} as "answersByForum",
      ${asList(Prisma.sql`select f.code as forum, count(*)::int as many from cases g join forums f on f.partnership_id = g.partnership_id and f.id = g.forum_id
        where g.forum_id = any(${chaired}::uuid[]) and g.id in (${casesGoingRound(today)}) group by f.code order by f.code`)} as "goingRound",
      ${asList(Prisma.sql`
        select a.reference, g.short_name as agency, a.due_on::text as due, f.code as forum ${byAgency}
        where a.forum_id = any(${offices}::uuid[]) and ${whereStatus("overdue", today)} and a.owner_id <> ${personId}::uuid order by a.due_on, a.reference limit ${named}`)} as overdue,
      ${asList(byForum("overdue", offices))} as "overdueByForum",
      ${asList(Prisma.sql`
        select a.reference, g.short_name as agency, f.code as forum ${byAgency}
        where a.forum_id = any(${offices}::uuid[]) and ${whereStatus("waiting_for_chair", today)} and a.owner_id <> ${personId}::uuid
          and (a.forum_id = any(${chaired}::uuid[]) or (a.forum_id = any(${deputised}::uuid[]) and (${ownedByChair} or ${keptFromChair}))) order by a.due_on, a.reference limit ${named}`)} as verify,
      ${asList(byForum("waiting_for_chair", chaired))} as "waitingByForum",
      ${asList(Prisma.sql`
        select a.reference, g.short_name as agency ${byAgency} where (a.forum_id = any(${chaired}::uuid[]) or (a.forum_id = any(${deputised}::uuid[]) and ${keptFromChair})) and ${whereStatus("recorded", today)} order by a.created_at, a.reference limit 10`)} as confirm,
      ${asList(Prisma.sql`
        select m.reference, m.state from meetings m
        where (m.state = 'closed' and m.forum_id = any(${offices}::uuid[])) or (m.state = 'circulated' and m.forum_id = any(${chaired}::uuid[])) order by m.starts_at, m.reference limit 10`)} as minutes,
      ${asList(Prisma.sql`
        select f.id as "forumId", f.name as forum, last.reference,
          (select count(*)::int from sign_ins s where s.partnership_id = last.partnership_id and s.meeting_id = last.id) as signed,
          (select count(*)::int from attendances t where t.partnership_id = last.partnership_id and t.meeting_id = last.id) as expected
        from forums f join lateral (select m.partnership_id, m.id, m.reference from meetings m where m.partnership_id = f.partnership_id and m.forum_id = f.id and m.closed_at is not null order by m.starts_at desc limit 1) last on true
        where f.id = any(${offices}::uuid[]) order by f.name`)} as registers,
      ${asList(Prisma.sql`
        select f.code, f.name as forum, (select count(*)::int from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id where c.partnership_id = f.partnership_id and c.forum_id = f.id and c.stage = 'open') as open
        from forums f where f.id = any(${seats}::uuid[])
          and exists (select 1 from elected_members e where e.partnership_id = f.partnership_id and e.person_id = ${personId}::uuid and ${today}::date between e.from_on and coalesce(e.until_on, 'infinity'))
        order by f.name`)} as cases`;
  const facts = rows[0];
  if (!facts) throw new Error("a page's facts answered nothing");
  return facts;
}
