import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { ActionState, IncompleteKind } from "../../kernel/enums.ts";
import { type ActionStatus, statusOf } from "../rules.ts";
import { readWordings } from "./read-wordings.ts";

export type ItemAction = {
  itemId: string;
  reference: string;
  state: ActionState;
  status: ActionStatus;
  version: number;
  /** Null where the reader holds only the nameless wording, which may be empty too. */
  wording: string | null;
  namelessWording: string | null;
  measure: string | null;
  owner: string;
  agency: string;
  due: Day;
  /** Written down by the reader. */
  mine: boolean;
};

type Row = Omit<ItemAction, "status" | "wording" | "measure"> & { id: string; incompleteKind: IncompleteKind | null };

/** The actions that came from these items, in the order in which they were given, in the words that the reader may read. */
export async function listItemActions(tx: Tx, itemIds: readonly string[], today: Day): Promise<ItemAction[]> {
  if (itemIds.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.item_id as "itemId", a.reference, a.state, a.incomplete_kind as "incompleteKind", a.version, a.nameless_wording as "namelessWording",
      concat_ws(' ', p.style, p.name) as owner, g.short_name as agency, a.due_on::text as due,
      exists (select from action_steps s where s.partnership_id = a.partnership_id and s.action_id = a.id and s.kind in ('recorded', 'assigned') and s.person_id = app.person()) as mine
    from actions a join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id
      join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where a.item_id = any(${[...itemIds]}::uuid[]) order by a.created_at, a.reference`;
  const words = await readWordings(tx, rows.map(({ id }) => id));
  return rows.map(({ id, incompleteKind, ...row }) => ({ ...row, status: statusOf({ ...row, incompleteKind }, today), wording: words.get(id)?.wording ?? null, measure: words.get(id)?.measure ?? null }));
}
