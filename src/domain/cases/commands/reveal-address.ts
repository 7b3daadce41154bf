import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { RevealAddressInput } from "../inputs.ts";
import { subjectOf } from "../lifecycle.ts";

const minutes = 15;

/**
 * Shows a withheld address to somebody named on it, for fifteen minutes and a reason that is kept (rule 26, D4). Whoever isn't named is
 * refused alike whether an address is stored or not.
 */
export const revealAddress = command({
  permission: "address.reveal",
  input: RevealAddressInput,
  async run({ tx, actor, now, require, record }, { reference, subjectId, reason }) {
    const rows = await tx.$queryRaw<{ id: string; forumId: string; reference: string; namedOnAddress: boolean }[]>`
      select c.id, c.forum_id as "forumId", c.reference, app.named_on_address(s.id) as "namedOnAddress"
      from case_subjects s join cases c on c.partnership_id = s.partnership_id and c.id = s.case_id where c.reference = ${reference} and s.id = ${subjectId}::uuid`;
    const { namedOnAddress, ...found } = orNotFound(rows[0]);
    require("address.reveal", { forumId: found.forumId, namedOnAddress }, subjectOf(found));
    const revealId = randomUUID();
    const endsAt = new Date(now.getTime() + minutes * 60_000);
    await tx.addressReveal.createMany({
      data: [{ id: revealId, partnershipId: actor.partnershipId, forumId: found.forumId, caseId: found.id, subjectId, personId: actor.personId, reason, revealedAt: now, endsAt }],
    });
    record({ event: "address.revealed", subject: subjectOf(found), particulars: { revealId } });
    return { reference: found.reference };
  },
});
