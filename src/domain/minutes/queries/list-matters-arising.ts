import type { Tx } from "@/platform/db/client.ts";
import { type ItemAction, listItemActions } from "../../action-plan/queries/list-item-actions.ts";
import { minuteNumberInWords } from "../../forums/numbering.ts";
import type { Day } from "../../kernel/dates.ts";
import { type AgendaItemKind, openActionStates } from "../../kernel/enums.ts";
import { findPreviousMeeting } from "../../meetings/queries/find-previous-meeting.ts";
import { type Question, questionColumns, questionTables } from "./list-questions.ts";

type Matter = { minute: string | null };
export type OpenQuestion = Question & Matter & { meetingsAgo: number };
export type MattersArising = {
  /** Of the meeting before: what it put off, and what was tasked there and is still open. */
  deferred: (Matter & { kind: AgendaItemKind; title: string | null; case: { reference: string; title: string } | null })[];
  actions: (Matter & ItemAction)[];
  /** Asked at any meeting before, and still open. */
  questions: OpenQuestion[];
};
type Sitting = { id: string; forumId: string; code: string; startsAt: Date };
type Row = { id: string; kind: AgendaItemKind; title: string | null; isDeferred: boolean; number: number | null; year: number | null; reference: string | null; twin: string | null };

/** What nothing may fall between two meetings: by minute number, at the depth at which the reader reads each. */
export async function listMattersArising(tx: Tx, sitting: Sitting, today: Day): Promise<MattersArising> {
  const previous = await findPreviousMeeting(tx, sitting);
  const items = previous ? await tx.$queryRaw<Row[]>`
    select i.id, i.kind, i.title, i.outcome = 'deferred' as "isDeferred", app.number_of_minute(i.forum_id, i.minute_year, i.minute_number) as number, i.minute_year as year, c.reference, t.title as twin
    from agenda_items i left join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id left join case_twins t on t.partnership_id = i.partnership_id and t.case_id = i.case_id
    where i.meeting_id = ${previous.id}::uuid order by i.position` : [];
  const inWords = ({ number, year }: Pick<Row, "number" | "year">) => (number === null || year === null ? null : minuteNumberInWords(sitting.code, number, year));
  const minuteOf = (itemId: string) => items.filter(({ id }) => id === itemId).map(inWords)[0] ?? null;
  const actions = await listItemActions(tx, items.map(({ id }) => id), today);
  return {
    deferred: items.filter(({ isDeferred }) => isDeferred).map(({ kind, title, reference, twin, ...row }) => ({ minute: inWords(row), kind, title, case: reference === null ? null : { reference, title: twin ?? "" } })),
    actions: actions.filter(({ state }) => openActionStates.some((open) => open === state)).map((action) => ({ ...action, minute: minuteOf(action.itemId) })),
    questions: (await listOpenQuestions(tx, sitting)).map(({ number, year, ...question }) => ({ ...question, minute: inWords({ number, year }) })),
  };
}

const listOpenQuestions = (tx: Tx, { id, forumId, startsAt }: Sitting) =>
  tx.$queryRaw<(Omit<OpenQuestion, "minute"> & Pick<Row, "number" | "year">)[]>`
    select ${questionColumns}, app.number_of_minute(i.forum_id, i.minute_year, i.minute_number) as number, i.minute_year as year,
      (select count(*)::int from meetings later where later.forum_id = q.forum_id and later.starts_at > asked.starts_at and later.starts_at <= ${startsAt}::timestamptz and later.opened_at is not null) as "meetingsAgo"
    from ${questionTables} join meetings asked on asked.partnership_id = q.partnership_id and asked.id = q.meeting_id join agenda_items i on i.partnership_id = q.partnership_id and i.id = q.item_id
    where q.forum_id = ${forumId}::uuid and q.meeting_id <> ${id}::uuid and asked.starts_at < ${startsAt}::timestamptz and q.answered_at is null and q.action_id is null order by q.asked_at, q.id`;
