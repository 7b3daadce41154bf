import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { LiftRecusalInput } from "../inputs.ts";
import { findRecusal, holdRecusals, lift, listStanding, subjectOf } from "../lifecycle.ts";
import { aboutRecusal } from "../queries/about-recusal.ts";

/** The chair opens the case or the item to somebody again, and says why; to the chair, only the deputy does (rule 8). Nobody lifts their own. */
export const liftRecusal = command({
  permission: "recusal.lift",
  input: LiftRecusalInput,
  async run({ tx, actor, now, require, record }, { recusalId, reason }) {
    const seen = orNotFound(await findRecusal(tx, recusalId));
    const { personId, reference } = seen;
    require("recusal.lift", await aboutRecusal(tx, seen, personId, dayOf(now)), subjectOf(seen));
    if (personId === actor.personId) refuse("recusal.oneself");
    await holdRecusals(tx, seen, personId);
    const standing = await listStanding(tx, recusalId);
    if (standing.length === 0) refuse("recusal.lifted");
    record(...(await lift(tx, actor, standing, reason, now)));
    return { reference };
  },
});
