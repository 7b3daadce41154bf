import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { SendInput } from "../inputs.ts";
import { tellRaisers } from "../lifecycle.ts";
import { sendDraft } from "../send.ts";

/** The chair in force hands a case or an action to the board, as it was composed and checked. A concern goes by a decision on it. */
export const sendEscalation = command({
  permission: "escalation.send",
  input: SendInput,
  async run(context, seen) {
    const { escalation, concernId } = await sendDraft(context, seen);
    orNotFound(concernId === null || null);
    await tellRaisers(context.tx, escalation);
    return { reference: escalation.reference };
  },
});
