import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { LiftRecusalInput } from "../inputs.ts";
import { findRecusal, holdRecusals, lift, listStanding } from "../lifecycle.ts";
import { aboutRecusal } from "../queries/about-recusal.ts";

/** The chair opens the case to somebody again, and says why; to the chair, only the deputy does (rule 8). Nobody lifts their own. */
export const liftRecusal = command({
  permission: "recusal.lift",
  input: LiftRecusalInput,
  async run({ tx, actor, now, require, record }, { recusalId, reason }) {
    const seen = orNotFound(await findRecusal(tx, recusalId));
    const { forumId, caseId, personId, reference } = seen;
    require("recusal.lift", await aboutRecusal(tx, { forumId, caseId, personId }, dayOf(now)), { type: "case", id: caseId, reference, forumId, caseId });
    if (personId === actor.personId) refuse("recusal.oneself");
    await holdRecusals(tx, caseId, personId);
    const standing = await listStanding(tx, recusalId);
    if (standing.length === 0) refuse("recusal.lifted");
    record(...(await lift(tx, actor, standing, reason, now)));
    return { reference };
  },
});
