import type { Tx } from "@/platform/db/client.ts";
import type { AgendaItemKind, CaseDecision, ItemOutcome } from "../kernel/enums.ts";
import { orNotFound } from "../kernel/outcome.ts";
import { lockMeeting } from "../meetings/lifecycle.ts";

export type HeldItem = { id: string; position: number; number: number; kind: AgendaItemKind; caseId: string | null; outcome: ItemOutcome | null; decision: CaseDecision | null; version: number };

/** Takes the meeting, then the item, in that order, as whoever closes it does. */
export async function lockItem(tx: Tx, itemId: string) {
  const found = await tx.$queryRaw<{ reference: string }[]>`
    select m.reference from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id where i.id = ${itemId}::uuid`;
  const meeting = await lockMeeting(tx, orNotFound(found[0]).reference);
  const rows = await tx.$queryRaw<HeldItem[]>`select id, position, app.number_of_item(meeting_id, position) as number, kind, case_id as "caseId", outcome, decision, version from agenda_items where id = ${itemId}::uuid for update`;
  return { meeting, item: orNotFound(rows[0]) };
}
