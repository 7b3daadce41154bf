import { command } from "../../command.ts";
import { sendDraft } from "../../escalations/send.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { EscalateInput } from "../inputs.ts";
import { decide, lockConcernById } from "../lifecycle.ts";

/** The chair in force hands a concern that one meeting cannot settle to a board, as it was composed and checked (rule 24). It is decided by it: whoever raised it reads what is asked of the board, and follows it there. */
export const escalateConcern = command({
  permission: "escalation.send",
  input: EscalateInput,
  async run(context, seen) {
    const { tx, actor, now, record } = context;
    const { escalation, concernId, asked } = await sendDraft(context, seen);
    const held = await lockConcernById(tx, orNotFound(concernId));
    record(await decide(tx, actor, held, { kind: "escalated", words: asked }, now));
    return { reference: escalation.reference };
  },
});
