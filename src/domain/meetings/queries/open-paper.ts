import { view } from "../../view.ts";
import { paperName } from "../paper-rules.ts";

export type OpenedPaper = { name: string; mediaType: string; content: Uint8Array };

/** A paper, to whoever may read it, also to whoever was asked in for its item; the opening is kept. It bears a name of ours. */
export const openPaper = view(async ({ tx, record }, { reference, paperId }: { reference: string; paperId: string }): Promise<OpenedPaper | null> => {
  const rows = await tx.$queryRaw<{ itemId: string; forumId: string; caseId: string | null; meeting: string; number: number; position: number; mediaType: string; content: Uint8Array }[]>`
    select a.item_id as "itemId", p.forum_id as "forumId", p.case_id as "caseId", a.meeting, a.number, app.number_of_paper(p.item_id, p.position) as position, p.media_type as "mediaType", p.content
    from papers p cross join lateral app.place_of_paper(p.id) a where a.meeting = ${reference} and p.id = ${paperId}::uuid`;
  const paper = rows[0];
  if (!paper) return null;
  const { itemId, forumId, caseId, meeting, number, position, mediaType, content } = paper;
  record({ event: "paper.opened", subject: { type: "item", id: itemId, reference: meeting, forumId, caseId }, particulars: { paperId } });
  return { name: paperName(meeting, number, position, mediaType), mediaType, content };
});
