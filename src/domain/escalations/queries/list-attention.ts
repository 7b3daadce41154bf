import { Prisma, type Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import { daysTo } from "../rules.ts";
import { openStates, readEscalations } from "./list-escalations.ts";

/** What waits at a forum or a board because of what was handed up. */
export type EscalationAttention =
  | { kind: "notListed"; reference: string; board: string; days: number }
  | { kind: "receiveEscalation"; reference: string; forum: string }
  | { kind: "listEscalation"; reference: string; forum: string }
  | { kind: "answerEscalation"; reference: string; forum: string }
  | { kind: "closeEscalation"; reference: string; board: string }
  | { kind: "sendEscalation"; draftId: string; reference: string; board: string }
  | { kind: "putIntoWords"; reference: string; itemId: string };

/** For the offices of these forums; sending, answering and closing for those who are in the chair of one. */
export async function listEscalationAttention(tx: Tx, { offices, chaired, today }: { offices: readonly string[]; chaired: readonly string[]; today: Day }): Promise<EscalationAttention[]> {
  if (offices.length === 0) return [];
  const all = await readEscalations(tx, Prisma.sql`e.state in ${openStates} and (e.forum_id = any(${[...offices]}::uuid[]) or e.board_id = any(${[...offices]}::uuid[]))`, today, 60);
  const attention = all.flatMap(({ reference, state, forum, forumId, board, boardId, sentOn, notListed }): EscalationAttention[] => {
    const ofForum = offices.includes(forumId);
    const ofBoard = boardId !== null && offices.includes(boardId);
    return [
      ...(ofForum && notListed ? [{ kind: "notListed" as const, reference, board, days: daysTo(sentOn, null, today) }] : []),
      ...(ofBoard && state === "sent" ? [{ kind: "receiveEscalation" as const, reference, forum }] : []),
      ...(ofBoard && state === "received" ? [{ kind: "listEscalation" as const, reference, forum }] : []),
      ...(boardId !== null && chaired.includes(boardId) && state === "heard" ? [{ kind: "answerEscalation" as const, reference, forum }] : []),
      ...(chaired.includes(forumId) && state === "answered" ? [{ kind: "closeEscalation" as const, reference, board }] : []),
    ];
  });
  const drafts = await tx.$queryRaw<{ draftId: string; reference: string; board: string }[]>`
    select d.id as "draftId", coalesce(c.reference, a.reference) as reference, coalesce(b.name, x.name) as board from escalation_drafts d left join forums b on b.id = d.board_id left join external_boards x on x.id = d.external_board_id
      left join cases c on c.id = d.case_id left join actions a on a.id = d.action_id where d.forum_id = any(${[...chaired]}::uuid[]) and d.sent_as_id is null and coalesce(c.reference, a.reference) is not null order by d.saved_at limit 10`;
  // a meeting decided to escalate a case, and nobody has put it into words
  const decided = await tx.$queryRaw<{ reference: string; itemId: string }[]>`
    select c.reference, i.id as "itemId" from agenda_items i join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where i.forum_id = any(${[...offices]}::uuid[]) and i.decision = 'escalate' and m.state <> 'confirmed' and c.stage = 'open'
      and not exists (select 1 from escalation_drafts d where d.item_id = i.id) and not exists (select 1 from escalation_origins o where o.item_id = i.id) order by m.starts_at limit 10`;
  return [...attention, ...drafts.map((one) => ({ kind: "sendEscalation" as const, ...one })), ...decided.map((one) => ({ kind: "putIntoWords" as const, ...one }))];
}
