import { subjectOf } from "../../cases/lifecycle.ts";
import { findNamedWords } from "../../cases/queries/find-named-words.ts";
import { command } from "../../command.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { dayOf } from "../../kernel/dates.ts";
import { lockPrepared } from "../held.ts";
import { WatchInput } from "../inputs.ts";
import { changeStepDown } from "../lifecycle.ts";
import { agenciesAtTheTable } from "../queries/agencies.ts";

/** Who keeps watch, for how long, how often it looks in, and what brings the case back. Whoever keeps it no longer reads the record: what brings it back names nobody. */
export const keepWatch = command({
  permission: "case.prepareStepDown",
  input: WatchInput,
  async run(context, { reference, version, leadAgencyId, watchMonths, checks, returnTrigger }) {
    const { held, running } = await lockPrepared(context, "case.prepareStepDown", { reference, version });
    const { tx, actor, now, record } = context;
    if (!(await agenciesAtTheTable(tx, held.forumId, dayOf(now))).some(({ id }) => id === leadAgencyId)) wrongField("leadAgencyId", "Select an agency that sits on the forum");
    const named = await findNamedWords(tx, held.id, returnTrigger);
    if (named.length > 0) wrongField("returnTrigger", `Say what brings the case back without these words, which would show who or where it is: ${named.join(", ")}`);
    await changeStepDown(tx, actor, running, { leadAgencyId, watchMonths, checkMonths: checks === "monthly" ? 1 : watchMonths / 3, returnTrigger });
    record({ event: "stepDown.prepared", subject: subjectOf(held), particulars: { stepDownId: running.id, part: "watch" } });
    return { reference: held.reference };
  },
});
