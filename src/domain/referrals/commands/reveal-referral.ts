import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { RevealReferralInput } from "../inputs.ts";
import { referralSubject } from "../lifecycle.ts";

const minutes = 15;

/** Shows the chair's office who a referral is about, for fifteen minutes and a reason that is kept (rule 26). */
export const revealReferral = command({
  permission: "referral.reveal",
  input: RevealReferralInput,
  async run({ tx, actor, now, require, record }, { reference, reason }) {
    const rows = await tx.$queryRaw<{ id: string; forumId: string; reference: string; caseId: string | null }[]>`
      select r.id, r.forum_id as "forumId", r.reference, c.case_id as "caseId" from referrals r join referral_matters m on m.partnership_id = r.partnership_id and m.referral_id = r.id
        left join referral_cases c on c.partnership_id = r.partnership_id and c.referral_id = r.id where r.reference = ${reference} and r.state <> 'draft'`;
    const { caseId, ...found } = orNotFound(rows[0]);
    require("referral.reveal", { forumId: found.forumId }, referralSubject(found));
    const revealId = randomUUID();
    await tx.referralReveal.createMany({ data: [{ id: revealId, partnershipId: actor.partnershipId, referralId: found.id, personId: actor.personId, reason, revealedAt: now, endsAt: new Date(now.getTime() + minutes * 60_000) }] });
    record({ event: "referral.revealed", subject: referralSubject(found, caseId ?? undefined), particulars: { revealId } });
    return { reference: found.reference };
  },
});
