import { Prisma, type Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { EscalationStepKind, MeetingState } from "../../kernel/enums.ts";
import { findRoute, type SentRoute } from "../../one-time-routes/queries/find-route.ts";
import { view } from "../../view.ts";
import { belongsTo, caseBehind, chairShutOut, subjectOf } from "../lifecycle.ts";
import { type Lineage, readEscalations, type TrackedEscalation } from "./list-escalations.ts";

export type StepTaken = { kind: EscalationStepKind; at: Date; by: string | null; listedOn: Day | null; listedAs: string | null; note: string | null };
export type BoardMeeting = { reference: string; startsAt: Date; state: MeetingState };
export type ViewedEscalation = TrackedEscalation & {
  today: Day;
  version: number;
  sentBy: string;
  /** Which side the reader stands on; both, where they serve both. */
  atForum: boolean;
  atBoard: boolean;
  /** Null for whoever follows it by its title alone. */
  content: { tried: string; asked: string; given: string } | null;
  /** What it is of: for the forum's side. */
  origin: Lineage;
  /** The newest first. */
  steps: StepTaken[];
  answer: { words: string; safeWords: string | null; given: boolean } | null;
  telling: { words: string; by: string; at: Date } | null;
  /** Where it can be put on an agenda: the board's meetings to come. */
  meetings: BoardMeeting[];
  /** For the forum's office, of another board: how the link to its secretary stands; null where they sign in. */
  link: SentRoute | null;
  allowed: { withdraw: boolean; close: boolean; receive: boolean; list: boolean; answer: boolean; return: boolean; recordOutside: boolean; askSecretary: boolean; confirm: boolean };
};

/** One escalation, as deep as the reader may see it today; null where there is nothing for them. Reading its words is on the trail. */
export const viewEscalation = view(async ({ tx, actor, standing, now, may, record }, reference: string): Promise<ViewedEscalation | null> => {
  const today = dayOf(now);
  const [found] = await readEscalations(tx, Prisma.sql`e.reference = ${reference}`, today);
  if (!found) return null;
  const [more] = await tx.$queryRaw<{ version: number; holderId: string | null; sentBy: string; content: ViewedEscalation["content"]; origin: Lineage; answer: ViewedEscalation["answer"]; telling: { words: string; by: string; at: string } | null }[]>`
    select e.version, e.holder_id as "holderId", (select concat_ws(' ', p.style, p.name) from people p where p.id = e.sent_by_id) as "sentBy",
      (select jsonb_build_object('tried', k.tried, 'asked', k.asked, 'given', k.given) from escalation_contents k where k.escalation_id = e.id) as content,
      (select jsonb_build_object('kind', case when o.case_id is not null then 'case' when o.action_id is not null then 'action' else 'concern' end, 'reference', coalesce(c.reference, a.reference, n.reference)) from escalation_origins o
        left join cases c on c.id = o.case_id left join actions a on a.id = o.action_id left join concerns n on n.id = o.concern_id where o.escalation_id = e.id and coalesce(c.reference, a.reference, n.reference) is not null) as origin,
      (select jsonb_build_object('words', w.words, 'safeWords', w.safe_words, 'given', w.given_at is not null) from escalation_answers w where w.escalation_id = e.id) as answer,
      (select jsonb_build_object('words', t.words, 'by', concat_ws(' ', p.style, p.name), 'at', t.approved_at) from escalation_tellings t join people p on p.id = t.approved_by_id where t.escalation_id = e.id) as telling
    from escalations e where e.id = ${found.id}::uuid`;
  if (!more) return null;
  const { forumId, boardId, state } = found;
  const { telling, holderId, ...rest } = more;
  const atForum = belongsTo(standing, forumId);
  const atBoard = boardId !== null && belongsTo(standing, boardId);
  const caseId = atForum ? await caseBehind(tx, found.id) : null;
  const recused = await chairShutOut(tx, caseId);
  const board = { forumId: boardId ?? undefined };
  const outside = boardId === null && may("escalation.recordOutside", { forumId });
  const isAny = (...states: (typeof state)[]) => states.includes(state);
  const allowed = {
    withdraw: isAny("sent", "received", "listed", "heard") && may("escalation.withdraw", { forumId, chairRecused: recused }),
    close: isAny("answered") && may("escalation.close", { forumId, chairRecused: recused }),
    receive: boardId !== null && isAny("sent") && may("escalation.receive", { ...board, holdsEscalation: atBoard && holderId === actor.personId }),
    list: boardId !== null && isAny("sent", "received") && may("escalation.list", board),
    answer: boardId !== null && isAny("heard") && may("escalation.answer", board),
    return: boardId !== null && isAny("sent", "received", "listed", "heard") && may("escalation.return", board),
    recordOutside: outside && isAny("listed", "heard"),
    askSecretary: boardId === null && isAny("sent", "received", "listed") && may("escalation.askSecretary", { forumId }),
    confirm: boardId === null && isAny("sent", "received", "listed") && may("escalation.confirm", { holdsEscalation: holderId === actor.personId }),
  };
  // on the trail of the side that reads
  if (more.content) record({ event: "escalation.opened", subject: subjectOf(found, atForum ? { forumId, caseId } : { forumId: boardId ?? forumId }), particulars: {} });
  return {
    ...found, ...rest, today, atForum, atBoard, allowed,
    link: allowed.askSecretary ? await findRoute(tx, { purpose: "escalation_date", subjectId: found.id }, now) : null,
    steps: await listSteps(tx, found.id),
    telling: telling && { ...telling, at: new Date(telling.at) },
    meetings: allowed.list && boardId ? await listMeetings(tx, boardId) : [],
  };
});

const listSteps = (tx: Tx, id: string) => tx.$queryRaw<StepTaken[]>`
  select s.kind, s.taken_at as at, nullif(concat_ws(' ', p.style, p.name), '') as by, s.listed_on::text as "listedOn", s.listed_as as "listedAs", n.words as note
  from escalation_steps s left join people p on p.id = s.person_id left join escalation_notes n on n.step_id = s.id
  where s.escalation_id = ${id}::uuid order by s.taken_at desc, array_position(array['sent', 'received', 'listed', 'unlisted', 'heard', 'answered', 'returned', 'closed', 'withdrawn'], s.kind::text) desc`;

const listMeetings = (tx: Tx, boardId: string) => tx.$queryRaw<BoardMeeting[]>`
  select reference, starts_at as "startsAt", state from meetings where forum_id = ${boardId}::uuid and state in ('scheduled', 'published', 'in_session') order by starts_at limit 6`;
