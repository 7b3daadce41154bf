import { command } from "../../command.ts";
import { asDate } from "../../kernel/dates.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { EndGatewayInput } from "../inputs.ts";
import { changeGateway, gatewaySubject, lockGateway } from "../lifecycle.ts";

/** A row ends on a day, and can be chosen no more after it. What was shared by it stands as it was. */
export const endGateway = command({
  permission: "gateway.keep",
  input: EndGatewayInput,
  async run({ tx, require, record }, { until, ...row }) {
    require("gateway.keep", {}, gatewaySubject(row.rowId));
    const held = await lockGateway(tx, row);
    if (held.untilOn !== null) refuse("gateway.ended");
    if (until < held.fromOn) wrongField("until", "Last day must be on or after the day it begins");
    await changeGateway(tx, held.id, { untilOn: asDate(until) });
    record({ event: "gateway.ended", subject: gatewaySubject(held.id), particulars: { rowId: held.id, untilOn: until } });
    return { rowId: held.id };
  },
});
