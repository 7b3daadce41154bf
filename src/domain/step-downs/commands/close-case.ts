import { command } from "../../command.ts";
import { lockWatched } from "../held.ts";
import { CloseInput } from "../inputs.ts";
import { endWatch } from "../lifecycle.ts";

/** The chair closes a case that was watched, with a reason: its last stage (rule 20). */
export const closeCase = command({
  permission: "case.close",
  input: CloseInput,
  async run(context, { reason, ...asked }) {
    const { held, running } = await lockWatched(context, "case.close", asked);
    const { tx, actor, now, record } = context;
    record(...(await endWatch(tx, actor, held, running, { end: "closed", reason, now })));
    return { reference: held.reference };
  },
});
