import type { Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { ActionState, IncompleteKind } from "../../kernel/enums.ts";
import { type ActionStatus, statusOf } from "../rules.ts";
import { readWordings } from "./read-wordings.ts";

export type SinceLastAction = { reference: string; text: string | null; owner: string; agency: string; due: Day; endedOn: Day | null; status: ActionStatus };
/** What became of what was agreed before: heard at each opening of the forum's actions. `since`: when the meeting before closed; `readIds`: those whose own words the reader was shown. */
export type SinceLast = { since: Date; readIds: string[]; done: SinceLastAction[]; ended: SinceLastAction[]; notDone: SinceLastAction[] };

type Row = Omit<SinceLastAction, "text" | "endedOn" | "status"> & { id: string; namelessWording: string | null; state: ActionState; incompleteKind: IncompleteKind | null; endedAt: Date | null };

/** What was verified or ended since the forum's last meeting closed, and what was agreed until then and is still not done, the longest overdue first; at the reader's depth. Null before the second meeting. */
export async function listSinceLast(tx: Tx, meeting: { forumId: string; startsAt: Date }, today: Day): Promise<SinceLast | null> {
  const [last] = await tx.$queryRaw<{ since: Date | null }[]>`select max(closed_at) as since from meetings where forum_id = ${meeting.forumId}::uuid and starts_at < ${meeting.startsAt}::timestamptz`;
  if (!last?.since) return null;
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.reference, a.nameless_wording as "namelessWording", a.state, a.incomplete_kind as "incompleteKind", concat_ws(' ', p.style, p.name) as owner, g.short_name as agency, a.due_on::text as due, a.ended_at as "endedAt"
    from actions a join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where a.forum_id = ${meeting.forumId}::uuid and a.assigned_at <= ${last.since}::timestamptz and (a.ended_at is null or a.ended_at > ${last.since}::timestamptz)
    order by a.due_on, length(a.reference), a.reference limit 300`;
  const words = await readWordings(tx, rows.map(({ id }) => id));
  const shown = rows.map(({ id, namelessWording, incompleteKind, endedAt, state, ...row }) => ({ ...row, state, text: words.get(id)?.wording ?? namelessWording, endedOn: endedAt && dayOf(endedAt), status: statusOf({ state, due: row.due, incompleteKind }, today) }));
  const plain = ({ state: _, ...action }: (typeof shown)[number]): SinceLastAction => action;
  return {
    since: last.since,
    readIds: [...words.keys()],
    done: shown.filter(({ state }) => state === "verified").map(plain),
    ended: shown.filter(({ state }) => state === "incomplete" || state === "cancelled").map(plain),
    notDone: shown.filter(({ endedOn }) => endedOn === null).map(plain),
  };
}
