import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { lockWatched } from "../held.ts";
import { UndoInput } from "../inputs.ts";
import { endWatch } from "../lifecycle.ts";
import { mayUndo } from "../rules.ts";

/** Within fourteen days the chair takes a step-down back: the case is open again, and that is no return. */
export const undoStepDown = command({
  permission: "case.undoStepDown",
  input: UndoInput,
  async run(context, { reason, ...asked }) {
    const { held, running } = await lockWatched(context, "case.undoStepDown", asked);
    const { tx, actor, now, record } = context;
    if (!running.signedAt || !mayUndo(running.signedAt, now)) refuse("case.undoOver");
    record(...(await endWatch(tx, actor, held, running, { end: "undone", reason, now })));
    return { reference: held.reference };
  },
});
