import type { Tx } from "@/platform/db/client.ts";
import type { AgendaItemKind } from "../../kernel/enums.ts";
import type { Meant } from "../inputs.ts";
import type { Matter } from "../lifecycle.ts";
import { takesInterests } from "../rules.ts";

/** What is meant, as far as the actor sees it on the agenda of a meeting: what is shut to them isn't there, and nor is an item that only keeps the meeting in order. */
export async function findOnAgenda(tx: Tx, meetingId: string, meant: Meant): Promise<Matter | undefined> {
  const rows = await tx.$queryRaw<{ itemId: string; forumId: string; caseId: string | null; caseReference: string | null; meeting: string; kind: AgendaItemKind }[]>`
    select i.id as "itemId", i.forum_id as "forumId", c.id as "caseId", c.reference as "caseReference", m.reference as meeting, i.kind
    from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id left join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
    where i.meeting_id = ${meetingId}::uuid and ${"itemId" in meant ? meant.itemId : null}::uuid is not distinct from case when i.case_id is null then i.id end
      and c.reference is not distinct from ${"itemId" in meant ? null : meant.caseReference}`;
  const found = rows[0];
  if (!found) return undefined;
  const { itemId, forumId, caseId, caseReference, meeting, kind } = found;
  if (caseId !== null && caseReference !== null) return { forumId, reference: caseReference, caseId, itemId: null };
  return takesInterests(kind) ? { forumId, reference: meeting, caseId: null, itemId } : undefined;
}

/** The meeting whose agenda an item without a case is on, once that is out. */
export async function findMeetingOf(tx: Tx, itemId: string): Promise<{ id: string; reference: string } | undefined> {
  const rows = await tx.$queryRaw<{ id: string; reference: string }[]>`
    select m.id, m.reference from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id where i.id = ${itemId}::uuid and m.state not in ('scheduled', 'cancelled')`;
  return rows[0];
}
