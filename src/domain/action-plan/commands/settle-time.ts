import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { SettleTimeInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** The chair in force gives the time that was asked for, or refuses it with a reason; where the chair owns the action, the deputy does (rules 9 and 12). The date changes with the answer, and no other way by its owner. */
export const settleTime = command({
  permission: "action.settleTime",
  input: SettleTimeInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, answer, reason }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.settleTime", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (held.asked !== "more_time" || held.askedDue === null) refuse("action.nothingAsked");
    const granted = answer === "grant";
    const step = { kind: granted ? "time_granted" : "time_refused", note: reason, now, due: held.askedDue, dueWas: held.due } as const;
    record(await takeStep(tx, actor, held, step, granted ? { dueOn: asDate(held.askedDue) } : {}));
    return { reference: held.reference };
  },
});
