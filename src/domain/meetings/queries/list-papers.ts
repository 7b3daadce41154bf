import type { Tx } from "@/platform/db/client.ts";
import { type PaperType, paperTypes } from "../paper-rules.ts";

/** A paper as it is listed; what stands in it is read by opening it, one at a time. */
export type ListedPaper = { id: string; itemId: string; position: number; title: string; restricted: boolean; /** For some agencies alone. */ named: boolean; /** Which, for the chair's office. */ readers: string[]; supplement: number; type: PaperType; bytes: number; addedAt: Date; withdrawn: { at: Date; reason: string } | null };

type Row = Omit<ListedPaper, "type" | "withdrawn"> & { mediaType: string; withdrawnAt: Date | null; withdrawnReason: string };

/** The papers of a meeting that the reader may open, numbered as they count them; the office is shown those that were withdrawn too. */
export async function listPapers(tx: Tx, meetingId: string): Promise<ListedPaper[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.item_id as "itemId", app.number_of_paper(p.item_id, p.position) as position, p.title, p.restricted, p.named,
      array(select g.name from paper_readers r join agencies g on g.partnership_id = r.partnership_id and g.id = r.agency_id where r.partnership_id = p.partnership_id and r.paper_id = p.id order by g.name) as readers, p.supplement, p.media_type as "mediaType", octet_length(p.content) as bytes, p.added_at as "addedAt", p.withdrawn_at as "withdrawnAt", p.withdrawn_reason as "withdrawnReason"
    from papers p where p.meeting_id = ${meetingId}::uuid order by p.item_id, p.position`;
  return rows.map(({ mediaType, withdrawnAt, withdrawnReason, ...paper }) => ({ ...paper, type: typeOfMedia(mediaType), withdrawn: withdrawnAt && { at: withdrawnAt, reason: withdrawnReason } }));
}

const typeOfMedia = (mediaType: string): PaperType => (Object.keys(paperTypes) as PaperType[]).find((type) => paperTypes[type] === mediaType) ?? "txt";
