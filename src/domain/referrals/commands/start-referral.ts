import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, wrongField } from "../../kernel/outcome.ts";
import { StartReferralInput } from "../inputs.ts";
import { referralSubject } from "../lifecycle.ts";
import { findSpeaksForAgency } from "../queries/find-referrer.ts";

/**
 * Somebody of an agency begins to ask a forum for help with something. A risk panel takes no disputes between professionals and reviews nobody's
 * practice (rule 16): then nothing is begun, and no reference is answered.
 */
export const startReferral = command({
  permission: "referral.start",
  input: StartReferralInput,
  async run({ tx, actor, now, require, record }, { forumId, subjectType, aim }): Promise<{ reference: string | null }> {
    const { partnershipId } = actor;
    const forum = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId, id: forumId } }, select: { kind: true } }));
    require("referral.start", { speaksForAgency: await findSpeaksForAgency(tx) }, { type: "forum", id: forumId, forumId });
    if (forum.kind === "board") wrongField("forumId", "Boards take no referrals: select another meeting");
    if (forum.kind === "marp" && aim === "dispute") return { reference: null };

    const year = Number(dayOf(now).slice(0, 4));
    const rows = await tx.$queryRaw<{ number: number }[]>`select app.next_referral_number(${year}::integer) as number`;
    const reference = `REF-${year}-${String(orNotFound(rows[0]).number).padStart(4, "0")}`;
    const id = randomUUID();
    // createMany: whether it may be read is asked of rows that stand already
    const agencies = await tx.$queryRaw<{ agencyId: string }[]>`select app.own_agency() as "agencyId"`;
    await tx.referral.createMany({ data: [{ id, partnershipId, forumId, agencyId: orNotFound(agencies[0]).agencyId, personId: actor.personId, reference, startedAt: now }] });
    await tx.referralMatter.createMany({ data: [{ referralId: id, partnershipId, subjectType }] });
    record({ event: "referral.started", subject: referralSubject({ id, reference, forumId }), particulars: {} });
    return { reference };
  },
});
