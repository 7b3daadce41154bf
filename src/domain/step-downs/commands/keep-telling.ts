import { subjectOf } from "../../cases/lifecycle.ts";
import { findNamedWords } from "../../cases/queries/find-named-words.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { lockPrepared } from "../held.ts";
import { TellingInput } from "../inputs.ts";
import { changeStepDown } from "../lifecycle.ts";
import { agenciesAtTheTable } from "../queries/agencies.ts";

/** Who tells whoever raised it, and the victim where fit, or why nobody does; and what may be told, which names nobody (rules 17 and 22). */
export const keepTelling = command({
  permission: "case.prepareStepDown",
  input: TellingInput,
  async run(context, { reference, version, raiserToldById, victimToldById, ...said }) {
    const { held, running } = await lockPrepared(context, "case.prepareStepDown", { reference, version });
    const { tx, actor, now, record } = context;
    const agencies = await agenciesAtTheTable(tx, held.forumId, dayOf(now));
    for (const [field, chosen] of [["raiserToldById", raiserToldById], ["victimToldById", victimToldById]] as const) {
      if (chosen !== null && !agencies.some(({ id }) => id === chosen)) wrongField(field, "Select an agency that sits on the forum");
    }
    const named = said.tellable === null ? [] : await findNamedWords(tx, held.id, said.tellable);
    if (named.length > 0) wrongField("tellable", `Say what they may be told without these words, which would show who or where it is: ${named.join(", ")}`);
    await tx.stepDownWords.updateMany({ where: { partnershipId: actor.partnershipId, stepDownId: running.id }, data: said });
    await changeStepDown(tx, actor, running, { raiserToldById, victimToldById });
    record({ event: "stepDown.prepared", subject: subjectOf(held), particulars: { stepDownId: running.id, part: "telling" } });
    return { reference: held.reference };
  },
});
