import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { RemoveGatewayInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { referralSubject, touchReferral } from "../lifecycle.ts";

/** It doesn't go to this agency after all. */
export const removeGateway = command({
  permission: "referral.write",
  input: RemoveGatewayInput,
  async run(context, { reference, version, agencyId }) {
    const { tx, actor, now, record } = context;
    const held = await holdToWrite(context, { reference, version });
    const removed = await tx.referralGateway.updateMany({ where: { partnershipId: actor.partnershipId, referralId: held.id, agencyId, removedAt: null }, data: { removedAt: now } });
    orNotFound(removed.count === 0 ? null : removed);
    await touchReferral(tx, actor.partnershipId, held);
    record({ event: "referral.written", subject: referralSubject(held), particulars: { part: "sharing" } });
    return { reference: held.reference };
  },
});
