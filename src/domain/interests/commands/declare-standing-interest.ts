import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { DeclareStandingInput } from "../inputs.ts";
import { wordsMissing } from "../rules.ts";

/** What stands whatever is on an agenda: an employer, a contract, a street one lives in, family and friends. It recuses from nothing by itself; the chair's office sees where it may matter. */
export const declareStandingInterest = command({
  permission: "interest.declareStanding",
  input: DeclareStandingInput,
  async run({ tx, actor, now, require, record }, { kind, about, words }) {
    const id = randomUUID();
    const subject = { type: "interest", id } as const;
    require("interest.declareStanding", { isSelf: true }, subject);
    const missing = wordsMissing(kind, words);
    if (missing) wrongField("words", missing);
    await tx.interest.create({ data: { id, partnershipId: actor.partnershipId, personId: actor.personId, kind, about, words, declaredAt: now }, select: { id: true } });
    record({ event: "interest.declared", subject, particulars: { interestId: id, kind } });
    return { id };
  },
});
