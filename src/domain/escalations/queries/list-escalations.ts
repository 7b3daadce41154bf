import { Prisma, type Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import { type EscalationState, openEscalationStates } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { daysTo, isNotListed } from "../rules.ts";

/** One line of the tracker: what was handed up, to which board, and how far it has come there. Nothing in it names anybody. */
export type TrackedEscalation = {
  id: string;
  reference: string;
  title: string;
  state: EscalationState;
  forum: string;
  forumId: string;
  board: string;
  boardId: string | null;
  holder: string | null;
  sentOn: Day;
  listBy: Day;
  cycleDays: number;
  receivedOn: Day | null;
  listedOn: Day | null;
  listedAs: string | null;
  heardOn: Day | null;
  heardAs: string | null;
  answeredOn: Day | null;
  endedOn: Day | null;
  /** The next day that board meets; null where nobody knows. */
  nextMeeting: Day | null;
  notListed: boolean;
  /** Days from the sending: to the listing that stands, to the answer, and so far in all. */
  daysToListed: number;
  daysToAnswer: number;
  days: number;
};
export type Lineage = { kind: "case" | "action" | "concern"; reference: string } | null;

const london = (column: string) => Prisma.raw(`(${column} at time zone 'Europe/London')::date::text`);
type Row = Omit<TrackedEscalation, "notListed" | "daysToListed" | "daysToAnswer" | "days">;

export const readEscalations = async (tx: Tx, where: Prisma.Sql, today: Day, limit = 200): Promise<TrackedEscalation[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    select e.id, e.reference, e.title, e.state, f.name as forum, e.forum_id as "forumId", coalesce(b.name, x.name) as board, e.board_id as "boardId", nullif(concat_ws(' ', p.style, p.name), '') as holder,
      ${london("e.sent_at")} as "sentOn", e.list_by::text as "listBy", e.cycle_days as "cycleDays", ${london("e.received_at")} as "receivedOn", e.listed_on::text as "listedOn", e.listed_as as "listedAs",
      ${london("e.heard_at")} as "heardOn", e.heard_as as "heardAs", ${london("e.answered_at")} as "answeredOn", ${london("e.ended_at")} as "endedOn",
      case when e.board_id is not null and e.state in ('sent', 'received', 'listed') then (select ${london("min(m.starts_at)")} from app.board_meetings(e.board_id) m where m.state in ('scheduled', 'published', 'in_session') and m.starts_at > app.moment() - interval '12 hours') end as "nextMeeting",
      ${london("e.listed_at")} as "listedAtDay"
    from escalations e join forums f on f.partnership_id = e.partnership_id and f.id = e.forum_id
      left join forums b on b.partnership_id = e.partnership_id and b.id = e.board_id left join external_boards x on x.partnership_id = e.partnership_id and x.id = e.external_board_id
      left join people p on p.partnership_id = e.partnership_id and p.id = e.holder_id
    where ${where} order by e.ended_at is not null, e.sent_at, e.reference limit ${limit}`;
  return (rows as (Row & { listedAtDay: Day | null })[]).map(({ listedAtDay, ...row }) => ({
    ...row,
    notListed: isNotListed(row, today),
    daysToListed: daysTo(row.sentOn, listedAtDay, today),
    daysToAnswer: daysTo(row.sentOn, row.answeredOn, today),
    days: daysTo(row.sentOn, row.endedOn, today),
  }));
};

export const openStates = Prisma.sql`(${Prisma.join(openEscalationStates.map((state) => Prisma.sql`${state}::escalation_state`))})`;
export type DraftWaiting = { id: string; title: string; forum: string; board: string; reference: string; savedOn: Day };
export type Tracker = {
  today: Day;
  /** What the reader's forums handed up, what came to their boards, and what is over of both. */
  sent: TrackedEscalation[];
  inbound: TrackedEscalation[];
  over: TrackedEscalation[];
  /** Written, and not sent yet: for the chair's office. */
  drafts: DraftWaiting[];
  sits: boolean;
};

/** The tracker: "is it on their agenda?" For everybody of the forum and of the board, by the nameless titles. */
export const listEscalations = view(async ({ tx, standing, now }, _: Record<never, never>): Promise<Tracker> => {
  const today = dayOf(now);
  const all = await readEscalations(tx, Prisma.sql`true`, today);
  const boards = new Set([...standing.appointments, ...standing.memberships].map(({ forumId }) => forumId));
  const isOpen = ({ state }: TrackedEscalation) => (openEscalationStates as readonly EscalationState[]).includes(state);
  const drafts = await tx.$queryRaw<DraftWaiting[]>`
    select d.id, d.title, f.name as forum, coalesce(b.name, x.name) as board, coalesce(c.reference, a.reference, n.reference) as reference, ${london("d.saved_at")} as "savedOn"
    from escalation_drafts d join forums f on f.id = d.forum_id left join forums b on b.id = d.board_id left join external_boards x on x.id = d.external_board_id
      left join cases c on c.id = d.case_id left join actions a on a.id = d.action_id left join concerns n on n.id = d.concern_id where d.sent_as_id is null and coalesce(c.reference, a.reference, n.reference) is not null order by d.saved_at`;
  return {
    today,
    sent: all.filter((one) => isOpen(one) && boards.has(one.forumId)),
    inbound: all.filter((one) => isOpen(one) && one.boardId !== null && boards.has(one.boardId)),
    over: all.filter((one) => !isOpen(one)).toReversed(),
    drafts,
    sits: boards.size > 0,
  };
});

type Of = { caseReference?: string; actionReference?: string; concernReference?: string };
type FoundOrigin = { forumId: string; id: string; over: boolean };

/** Those of one case, action or concern that the reader follows, the newest first. */
export const listEscalationsOf = view(async ({ tx, now, may }, of: Of): Promise<{ escalations: TrackedEscalation[]; mayEscalate: boolean }> => {
  const found = await findOf(tx, of);
  if (!found) return { escalations: [], mayEscalate: false };
  const { id } = found;
  const where = of.caseReference !== undefined ? Prisma.sql`o.case_id = ${id}::uuid or o.action_id in (select id from actions where case_id = ${id}::uuid)` : of.concernReference !== undefined ? Prisma.sql`o.concern_id = ${id}::uuid` : Prisma.sql`o.action_id = ${id}::uuid`;
  const escalations = await readEscalations(tx, Prisma.sql`e.id in (select o.escalation_id from escalation_origins o where ${where})`, dayOf(now));
  return { escalations: escalations.toReversed(), mayEscalate: !found.over && may("escalation.compose", { forumId: found.forumId }) };
});

async function findOf(tx: Tx, { caseReference, actionReference, concernReference }: Of): Promise<FoundOrigin | undefined> {
  const rows = caseReference !== undefined
    ? await tx.$queryRaw<FoundOrigin[]>`select forum_id as "forumId", id, stage = 'closed' as over from cases where reference = ${caseReference} and id <> all((select app.shut_cases())::uuid[])`
    : concernReference !== undefined
      ? await tx.$queryRaw<FoundOrigin[]>`select forum_id as "forumId", id, state <> 'raised' as over from concerns where reference = ${concernReference} and raised_at is not null`
      : await tx.$queryRaw<FoundOrigin[]>`select forum_id as "forumId", id, state in ('verified', 'cancelled', 'recorded') as over from actions where reference = ${actionReference ?? ""}`;
  return rows[0];
}
