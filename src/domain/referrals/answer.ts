import { randomUUID } from "node:crypto";
import type { CommandContext } from "../command.ts";
import type { ReferralState } from "../kernel/enums.ts";
import { mail } from "../mail/send.ts";
import { type HeldReferral, moveReferral, referralSubject } from "./lifecycle.ts";

type Answer = { kind: Extract<ReferralState, "more_asked" | "taken" | "joined" | "redirected" | "declined">; reason: string; toAgencyId?: string; caseId?: string };

/** Keeps what was decided on a referral this transaction holds, and tells its referrer, who reads the reason here; the mail says only that there is an answer. */
export async function answerReferral({ tx, actor, now, record }: CommandContext, held: HeldReferral, { kind, reason, toAgencyId, caseId }: Answer): Promise<void> {
  const { partnershipId } = actor;
  const decisionId = randomUUID();
  await tx.referralDecision.createMany({ data: [{ id: decisionId, partnershipId, referralId: held.id, kind, reason, toAgencyId: toAgencyId ?? null, decidedById: actor.personId, decidedAt: now }] });
  await moveReferral(tx, partnershipId, held, kind);
  await mail(tx, actor, { to: held.personId, template: kind === "more_asked" ? "referral.moreAsked" : "referral.answered", facts: { referral: held.reference } }, now);
  record({ event: "referral.decided", subject: referralSubject(held, caseId), particulars: { decisionId, kind } });
}
