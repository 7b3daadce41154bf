import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { asDate } from "../../kernel/dates.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { AddRecipientInput } from "../inputs.ts";
import { changeGateway, gatewaySubject, lockGateway } from "../lifecycle.ts";

/** A kind of agency to which the row reaches from a day on, not before it begins itself. */
export const addRecipient = command({
  permission: "gateway.keep",
  input: AddRecipientInput,
  async run({ tx, actor, require, record }, { kind, from, ...row }) {
    require("gateway.keep", {}, gatewaySubject(row.rowId));
    const held = await lockGateway(tx, row);
    if (held.anyRecipient) refuse("gateway.reachesAnybody");
    if (from < held.fromOn) wrongField("from", "Day it begins must be on or after the day the gateway begins");
    const standing = await tx.gatewayRecipient.count({ where: { rowId: held.id, agencyKind: kind, OR: [{ untilOn: null }, { untilOn: { gte: asDate(from) } }] } });
    if (standing > 0) refuse("gateway.alreadyRecipient");
    await tx.gatewayRecipient.createMany({ data: [{ id: randomUUID(), partnershipId: actor.partnershipId, rowId: held.id, agencyKind: kind, fromOn: asDate(from) }] });
    await changeGateway(tx, held.id);
    record({ event: "gateway.recipientAdded", subject: gatewaySubject(held.id), particulars: { rowId: held.id, agencyKind: kind } });
    return { rowId: held.id };
  },
});
