import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { VerifyActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";
import { thank } from "../thank.ts";

/** Done is what the chair verifies; where the chair owns the action, the deputy (rule 12). With it the chair may thank whoever did it. */
export const verifyAction = command({
  permission: "action.verify",
  input: VerifyActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, thanks, namesNobody }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.verify", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    record(await takeStep(tx, actor, held, { kind: "verified", note: null, now }, { endedAt: now }));
    if (thanks !== null) record(...(await thank(tx, actor, held, { words: thanks, namesNobody, now })));
    return { reference: held.reference };
  },
});
