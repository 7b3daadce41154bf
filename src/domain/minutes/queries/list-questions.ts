import { Prisma, type Tx } from "@/platform/db/client.ts";

export type Question = {
  id: string;
  itemId: string;
  wording: string;
  askedBy: string;
  /** The agency that was asked; null where it was the room. */
  ofAgency: string | null;
  answer: string | null;
  answeredIn: string | null;
  /** The action that it became. */
  action: string | null;
};

export const questionColumns = Prisma.sql`q.id, q.item_id as "itemId", q.wording, concat_ws(' ', p.style, p.name) as "askedBy", g.short_name as "ofAgency", q.answer, heard.reference as "answeredIn", a.reference as action`;
export const questionTables = Prisma.sql`questions q join people p on p.partnership_id = q.partnership_id and p.id = q.asked_by_id
  left join agencies g on g.partnership_id = q.partnership_id and g.id = q.of_agency_id
  left join meetings heard on heard.partnership_id = q.partnership_id and heard.id = q.answered_in_id
  left join actions a on a.partnership_id = q.partnership_id and a.id = q.action_id`;

/** What was asked on these items, as far as the reader may read them. */
export const listQuestions = (tx: Tx, itemIds: readonly string[]): Promise<Question[]> =>
  tx.$queryRaw<Question[]>`select ${questionColumns} from ${questionTables} where q.item_id = any(${[...itemIds]}::uuid[]) order by q.asked_at, q.id`;
