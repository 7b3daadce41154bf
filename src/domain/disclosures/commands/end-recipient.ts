import { command } from "../../command.ts";
import { asDate, fromDate } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { EndRecipientInput } from "../inputs.ts";
import { changeGateway, gatewaySubject, lockGateway } from "../lifecycle.ts";

/** A kind of agency to which the row reaches no more after a day. */
export const endRecipient = command({
  permission: "gateway.keep",
  input: EndRecipientInput,
  async run({ tx, require, record }, { recipientId, until, ...row }) {
    require("gateway.keep", {}, gatewaySubject(row.rowId));
    const held = await lockGateway(tx, row);
    const recipient = orNotFound(await tx.gatewayRecipient.findFirst({ where: { id: recipientId, rowId: held.id } }));
    if (recipient.untilOn !== null) refuse("gateway.ended");
    if (until < fromDate(recipient.fromOn)) wrongField("until", "Last day must be on or after the day it begins");
    await tx.gatewayRecipient.updateMany({ where: { id: recipientId }, data: { untilOn: asDate(until) } });
    await changeGateway(tx, held.id);
    record({ event: "gateway.recipientEnded", subject: gatewaySubject(held.id), particulars: { rowId: held.id, agencyKind: recipient.agencyKind, untilOn: until } });
    return { rowId: held.id };
  },
});
