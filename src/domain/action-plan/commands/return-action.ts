import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { ReturnActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The chair gives an action back to its owner with a reason, whether it was called done or incomplete (rule 12); where the chair owns it, the deputy does. */
export const returnAction = command({
  permission: "action.return",
  input: ReturnActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, reason }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.return", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (held.caseId) await refuseUnlessOpen(tx, held.caseId);
    record(await takeStep(tx, actor, held, { kind: "returned", note: reason, now }, { incompleteKind: null, capacityReason: null, endedAt: null }));
    return { reference: held.reference };
  },
});

/** A case that the forum no longer works on takes up no action again: it comes back first. */
async function refuseUnlessOpen(tx: Tx, caseId: string) {
  const found = await tx.case.findFirst({ where: { id: caseId }, select: { stage: true } });
  if (found?.stage !== "open") refuse("case.notOpen");
}
