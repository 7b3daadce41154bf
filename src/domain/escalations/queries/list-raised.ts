import type { Tx } from "@/platform/db/client.ts";
import type { Day } from "../../kernel/dates.ts";
import type { EscalationState } from "../../kernel/enums.ts";
import { isNotListed } from "../rules.ts";

/** What was handed up of something that somebody raised, as they may follow it (rule 24): the steps with their days, and the words that the chair approved for them. */
export type RaisedEscalation = {
  /** For the people of its forum: the reference and the board by name. Null for anybody else, to whom it is a board. */
  reference: string | null;
  board: string | null;
  outside: boolean;
  state: EscalationState;
  sentOn: Day;
  listBy: Day;
  cycleDays: number;
  listedOn: Day | null;
  heardOn: Day | null;
  answeredOn: Day | null;
  endedOn: Day | null;
  words: string | null;
  notListed: boolean;
};

/** Of a concern or a referral by its id; the newest first, and nothing for whoever didn't raise it or is recused from what it went to. */
export async function listRaisedEscalations(tx: Tx, id: string, today: Day): Promise<RaisedEscalation[]> {
  const rows = await tx.$queryRaw<Omit<RaisedEscalation, "notListed">[]>`
    select reference, board, outside, state, sent_on::text as "sentOn", list_by::text as "listBy", cycle_days as "cycleDays", listed_on::text as "listedOn", heard_on::text as "heardOn", answered_on::text as "answeredOn", ended_on::text as "endedOn", words
    from app.escalations_of_raised(${id}::uuid)`;
  return rows.map((row) => ({ ...row, notListed: isNotListed(row, today) }));
}
