import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { checkChosenGateway } from "../../disclosures/queries/check-gateway.ts";
import { findParty } from "../../disclosures/queries/find-gateways.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, wrongField } from "../../kernel/outcome.ts";
import { AddGatewaysInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { referralSubject, touchReferral } from "../lifecycle.ts";
import { listRecipients } from "../queries/list-recipients.ts";

/** By which law it goes to these agencies, held against each of them. One that has a gateway already gets this one instead. */
export const addGateways = command({
  permission: "referral.write",
  input: AddGatewaysInput,
  async run(context, { reference, version, recipients, ...chosen }) {
    const { tx, actor, now, record } = context;
    const held = await holdToWrite(context, { reference, version });
    const { partnershipId } = actor;
    const receivers = (await listRecipients(tx, held.forumId, held.agencyId)).filter(({ id }) => recipients.includes(id));
    if (receivers.length !== recipients.length) wrongField("recipients", "Select the agencies it goes to");
    await checkChosenGateway(tx, chosen, orNotFound(await findParty(tx, held.agencyId)), receivers, dayOf(now));
    for (const { id: agencyId } of receivers) {
      const changed = await tx.referralGateway.updateMany({ where: { partnershipId, referralId: held.id, agencyId }, data: { ...chosen, removedAt: null } });
      if (changed.count === 0) await tx.referralGateway.createMany({ data: [{ id: randomUUID(), partnershipId, referralId: held.id, agencyId, ...chosen }] });
    }
    await touchReferral(tx, partnershipId, held);
    record({ event: "referral.written", subject: referralSubject(held), particulars: { part: "sharing" } });
    return { reference: held.reference };
  },
});
