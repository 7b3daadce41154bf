import { command } from "../../command.ts";
import { lockWatched } from "../held.ts";
import { ReturnInput } from "../inputs.ts";
import { endWatch } from "../lifecycle.ts";

/** The office brings a case back that is under watch: open again with its history, and on the next agenda by itself. Within twelve months it counts as a repeat (rule 20). */
export const returnCase = command({
  permission: "case.returnFromWatch",
  input: ReturnInput,
  async run(context, { reason, ...asked }) {
    const { held, running } = await lockWatched(context, "case.returnFromWatch", asked);
    const { tx, actor, now, record } = context;
    record(...(await endWatch(tx, actor, held, running, { end: "returned", reason, now })));
    return { reference: held.reference };
  },
});
