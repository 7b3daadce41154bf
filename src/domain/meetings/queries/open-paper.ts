import { view } from "../../view.ts";
import { paperName } from "../paper-rules.ts";

export type OpenedPaper = { name: string; mediaType: string; content: Uint8Array };

/** A paper, to whoever may read it; the opening is kept. It bears a name of ours. */
export const openPaper = view(async ({ tx, record }, { reference, paperId }: { reference: string; paperId: string }): Promise<OpenedPaper | null> => {
  const rows = await tx.$queryRaw<{ itemId: string; forumId: string; caseId: string | null; meeting: string; number: number; position: number; mediaType: string; content: Uint8Array }[]>`
    select i.id as "itemId", p.forum_id as "forumId", p.case_id as "caseId", m.reference as meeting, app.number_of_item(i.meeting_id, i.position) as number, p.position, p.media_type as "mediaType", p.content
    from papers p join meetings m on m.partnership_id = p.partnership_id and m.id = p.meeting_id join agenda_items i on i.partnership_id = p.partnership_id and i.id = p.item_id
    where m.reference = ${reference} and p.id = ${paperId}::uuid`;
  const paper = rows[0];
  if (!paper) return null;
  const { itemId, forumId, caseId, meeting, number, position, mediaType, content } = paper;
  record({ event: "paper.opened", subject: { type: "item", id: itemId, reference: meeting, forumId, caseId }, particulars: { paperId } });
  return { name: paperName(meeting, number, position, mediaType), mediaType, content };
});
