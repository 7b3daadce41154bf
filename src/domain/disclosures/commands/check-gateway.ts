import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { CheckGatewayInput } from "../inputs.ts";
import { changeGateway, gatewaySubject, lockGateway } from "../lifecycle.ts";

/** A lawyer has looked at it: information governance takes the mark away that it isn't checked. */
export const checkGateway = command({
  permission: "gateway.keep",
  input: CheckGatewayInput,
  async run({ tx, require, record }, row) {
    require("gateway.keep", {}, gatewaySubject(row.rowId));
    const held = await lockGateway(tx, row);
    if (held.checked) refuse("gateway.alreadyChecked");
    await changeGateway(tx, held.id, { checked: true });
    record({ event: "gateway.checked", subject: gatewaySubject(held.id), particulars: { rowId: held.id } });
    return { rowId: held.id };
  },
});
