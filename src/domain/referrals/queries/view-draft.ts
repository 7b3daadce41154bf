import { type Choice, listChoices, type WardChoice } from "../../cases/queries/find-choices.ts";
import { listAnswers } from "../../disclosures/queries/find-gateways.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { ForumKind } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { missingParts, type Part, type Progress } from "../rules.ts";
import { findProgress } from "./find-progress.ts";
import { findSpeaksForAgency } from "./find-referrer.ts";
import { listRecipients, type RecipientAgency } from "./list-recipients.ts";
import { findHead, type Head, readWords, type Words } from "./read-words.ts";

export type ReferralForm = Head & Words & { progress: Progress; missing: Part[]; wards: WardChoice[]; agencies: Choice[]; recipients: RecipientAgency[]; gatewayAnswers: Awaited<ReturnType<typeof listAnswers>>; today: Day };

/** A referral as whoever writes it goes on with it: what stands so far, and what its forms offer. Null for anybody else, and while it is not theirs to change. */
export const viewReferralForm = view(async ({ tx, now, may }, reference: string): Promise<ReferralForm | null> => {
  const head = await findHead(tx, reference);
  if (!head || (head.state !== "draft" && head.state !== "more_asked") || !may("referral.write", { isReferrer: head.isWriter })) return null;
  const words = await readWords(tx, head.id);
  if (!words) return null;
  const choices = await listChoices(tx);
  const progress = await findProgress(tx, head.id);
  return {
    ...head, ...words, progress, missing: missingParts(progress), ...choices, recipients: await listRecipients(tx, head.forumId, head.agencyId), gatewayAnswers: await listAnswers(tx, dayOf(now)), today: dayOf(now),
  };
});

export type StartForm = { forums: { id: string; name: string; kind: ForumKind }[] };
/** To which meetings one may refer: every one but a board. Null for elected members, who bring a concern. */
export const viewStartForm = view(async ({ tx, may }, _: Record<never, never>): Promise<StartForm | null> => {
  if (!may("referral.start", { speaksForAgency: await findSpeaksForAgency(tx) })) return null;
  return { forums: await tx.$queryRaw<StartForm["forums"]>`select id, name, kind::text as kind from forums where kind <> 'board' order by name` };
});
