import { type Day, fromDate } from "../../kernel/dates.ts";
import { view } from "../../view.ts";

export type Known = { name: string; post: string; agency: string; email: string; at: Date };
export type Check = {
  reference: string;
  /** Null where it hasn't been asked. Whether other services hold something similar: nothing of who, what or how many. */
  answer: { similar: boolean; askedAt: Date } | null;
  /** Null where nobody was asked to talk. `known`: who made themselves known. Whoever kept still and whoever hasn't answered aren't told apart. */
  talk: { askedAt: Date; endsOn: Day; known: Known[] } | null;
  /** The partnership looks for what may be the same. */
  finds: boolean;
};

/** What whoever writes a referral has asked and was told. Null for anybody else. */
export const viewCheck = view(async ({ tx, actor, may }, reference: string): Promise<Check | null> => {
  const referral = await tx.referral.findFirst({ where: { reference, personId: actor.personId }, select: { id: true, reference: true } });
  if (!referral || !may("repeats.check", { isReferrer: true })) return null;
  const check = await tx.repeatCheck.findFirst({ where: { referralId: referral.id, personId: actor.personId }, orderBy: { askedAt: "desc" }, select: { similar: true, askedAt: true } });
  const talk = await tx.talkRequest.findFirst({ where: { referralId: referral.id, personId: actor.personId }, select: { id: true, askedAt: true, endsOn: true } });
  const [on] = await tx.$queryRaw<{ on: boolean }[]>`select app.finds_repeats() as on`;
  const known = talk ? await tx.$queryRaw<Known[]>`select name, post, agency, email, at from app.made_known() where request_id = ${talk.id}::uuid order by at` : [];
  return { reference: referral.reference, answer: check, talk: talk && { askedAt: talk.askedAt, endsOn: fromDate(talk.endsOn), known }, finds: on?.on ?? false };
});
