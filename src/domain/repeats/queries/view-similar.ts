import type { CaseStage, ConcernState, ReferralState } from "../../kernel/enums.ts";
import type { Day } from "../../kernel/dates.ts";
import { view } from "../../view.ts";
import { type Likeness, type Sureness, surenessOf } from "../rules.ts";

export type { Sureness } from "../rules.ts";

export type SimilarRecord = {
  reference: string;
  forum: string;
  /** The agency that sent it, of a referral. */
  agency: string | null;
} & (
  | { source: "case"; state: CaseStage | null }
  | { source: "referral"; state: ReferralState | null }
  | { source: "concern"; state: ConcernState | null }
) &
  /** `recused`: the reader is openly recused from it, and is told that it exists (D0). */
  ({ recused: true } | { recused: false; notedOn: Day; why: Likeness[]; sure: Sureness });

type About = { source: "concern" | "referral"; reference: string };
type Row = { source: SimilarRecord["source"]; reference: string; forum: string; agency: string | null; state: string | null; notedOn: Day; person: number; spot: number; why: Likeness[]; recused: boolean };

/**
 * What may be the same as a concern or a referral, side by side, for whoever triages it (rule 19): across agencies, and below threshold. Null for anybody else, and
 * where the partnership does without; empty where nothing is similar.
 */
export const viewSimilar = view(async ({ tx, may, record }, { source, reference }: About): Promise<SimilarRecord[] | null> => {
  const found =
    source === "referral"
      ? await tx.referral.findFirst({ where: { reference }, select: { id: true, forumId: true, state: true } })
      : await tx.concern.findFirst({ where: { reference }, select: { id: true, forumId: true, state: true } });
  if (!found || !may("repeats.find", { forumId: found.forumId })) return null;
  const [on] = await tx.$queryRaw<{ on: boolean }[]>`select app.finds_repeats() as on`;
  if (!on?.on) return null;
  const rows = await tx.$queryRaw<Row[]>`
    select source::text, reference, forum, agency, state, noted_on::text as "notedOn", person, spot, why, recused from app.find_similar(${source}::repeat_source, ${found.id}::uuid)`;
  // how many there were isn't kept: whoever is shut out of one reads this trail too
  record({ event: source === "referral" ? "referral.similarShown" : "concern.similarShown", subject: { type: source, id: found.id, reference, forumId: found.forumId }, particulars: {} });
  return rows.map(({ notedOn, person, spot, why, recused, ...row }) => ({ ...row, ...(recused ? { recused } : { recused, notedOn, why, sure: surenessOf({ person, spot }) }) }) as SimilarRecord);
});
