import type { InterestAbout, InterestKind } from "../../kernel/enums.ts";
import { view } from "../../view.ts";

export type StandingInterest = { id: string; kind: InterestKind; about: InterestAbout; words: string | null; declaredAt: Date; withdrawnAt: Date | null };

/** What a person declared of themselves that stands whatever is on an agenda: those in force first. */
export const viewOwnInterests = view(async ({ tx, actor, may }, _: Record<never, never>) => {
  const interests = await tx.$queryRaw<StandingInterest[]>`
    select id, kind, about, words, declared_at as "declaredAt", withdrawn_at as "withdrawnAt" from interests
    where person_id = ${actor.personId}::uuid and forum_id is null order by (withdrawn_at is not null), declared_at desc`;
  return { interests, allowed: { declare: may("interest.declareStanding", { isSelf: true }) } };
});

export type OwnInterests = Awaited<ReturnType<typeof viewOwnInterests>>;
