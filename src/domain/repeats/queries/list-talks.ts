import type { Tx } from "@/platform/db/client.ts";
import { type Day, fromDate } from "../../kernel/dates.ts";
import type { RepeatSource } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import type { Likeness } from "../rules.ts";
import type { Known } from "./view-check.ts";

export type TalkToAnswer = {
  id: string;
  askedAt: Date;
  endsOn: Day;
  over: boolean;
  asker: string;
  post: string;
  agency: string;
  /** Those that the reader holds. */
  records: { source: RepeatSource; reference: string; why: Likeness[] }[];
  /** Null while nobody has answered for them. */
  answer: { known: boolean; by: string; at: Date } | null;
};
export type OwnTalk = { id: string; referral: string; askedAt: Date; endsOn: Day; known: Known[] };
export type Talks = { toAnswer: TalkToAnswer[]; asked: OwnTalk[] };

type Row = { id: string; askedAt: Date; endsOn: Day; over: boolean; asker: string; post: string; agency: string; source: RepeatSource; reference: string; why: Likeness[]; known: boolean | null; by: string; at: Date | null };

/** Who asks the reader to talk about what they hold, and whom the reader asked. */
export const listTalks = view(async ({ tx, actor }, _: Record<never, never>): Promise<Talks> => {
  const toAnswer = await listToAnswer(tx);
  const own = await tx.talkRequest.findMany({ where: { personId: actor.personId }, orderBy: { askedAt: "desc" }, select: { id: true, referralId: true, askedAt: true, endsOn: true } });
  const referrals = await tx.referral.findMany({ where: { id: { in: own.map(({ referralId }) => referralId) } }, select: { id: true, reference: true } });
  const known = own.length > 0 ? await tx.$queryRaw<(Known & { id: string })[]>`select request_id as id, name, post, agency, email, at from app.made_known() order by at` : [];
  return {
    toAnswer,
    asked: own.map(({ id, referralId, askedAt, endsOn }) => ({ id, askedAt, endsOn: fromDate(endsOn), referral: referrals.find((one) => one.id === referralId)?.reference ?? "", known: known.filter((one) => one.id === id).map(({ id: _id, ...one }) => one) })),
  };
});

/** Who waits for the reader to make themselves known, or not: for their home. */
export const listWaitingTalks = view(async ({ tx }, _: Record<never, never>): Promise<TalkToAnswer[]> => (await listToAnswer(tx)).filter(({ answer, over }) => answer === null && !over));

async function listToAnswer(tx: Tx): Promise<TalkToAnswer[]> {
  const toAnswer = new Map<string, TalkToAnswer>();
  for (const { source, reference, why, known, by, at, ...talk } of await readToAnswer(tx)) {
    const one = toAnswer.get(talk.id) ?? { ...talk, records: [], answer: null };
    one.records.push({ source, reference, why });
    if (known !== null && at) one.answer = { known, by, at };
    toAnswer.set(talk.id, one);
  }
  return [...toAnswer.values()];
}

const readToAnswer = (tx: Tx) => tx.$queryRaw<Row[]>`
  select request_id as id, asked_at as "askedAt", ends_on::text as "endsOn", ends_on < app.today() as over, asker, post, agency, source::text, reference, why, made_known as known, answered_by as by, answered_at as at
  from app.talks_to_answer() order by made_known is not null, asked_at desc, reference`;
