import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { KeepOwnerInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The chair in force keeps an action with its owner, who declined it or proposed somebody else, and says why (rule 10). Declined, it is theirs to answer anew. */
export const keepOwner = command({
  permission: "action.keepOwner",
  input: KeepOwnerInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, reason }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.keepOwner", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (held.state !== "declined" && held.asked !== "another_owner") refuse("action.nothingAsked");
    record(await takeStep(tx, actor, held, { kind: "kept", note: reason, now, ownerId: held.ownerId }, held.state === "declined" ? { assignedAt: now } : {}));
    return { reference: held.reference };
  },
});
