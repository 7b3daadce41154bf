import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { asDate } from "../../kernel/dates.ts";
import { AddGatewayInput } from "../inputs.ts";
import { gatewaySubject } from "../lifecycle.ts";

/** Law changes: information governance adds a row that can be chosen from the day it begins, marked as not yet checked. */
export const addGateway = command({
  permission: "gateway.keep",
  input: AddGatewayInput,
  async run({ tx, actor, require, record }, { part, name, plain, from, reach, kinds, lawEnforcementOnly }) {
    const rowId = randomUUID();
    require("gateway.keep", {}, gatewaySubject(rowId));
    const { partnershipId } = actor;
    await tx.gatewayRow.createMany({ data: [{ id: rowId, partnershipId, part, name, plain, fromOn: asDate(from), lawEnforcementOnly, anyRecipient: reach === "anybody" }] });
    if (reach === "listed") await tx.gatewayRecipient.createMany({ data: kinds.map((agencyKind) => ({ id: randomUUID(), partnershipId, rowId, agencyKind, fromOn: asDate(from) })) });
    record({ event: "gateway.added", subject: gatewaySubject(rowId), particulars: { rowId, part } });
    return { rowId };
  },
});
