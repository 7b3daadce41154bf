import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, wrongField } from "../../kernel/outcome.ts";
import { TakeCaseInput } from "../inputs.ts";
import { openCase, subjectOf } from "../lifecycle.ts";
import { checkParticulars } from "../particulars.ts";
import { refuseUnknownChoices } from "../queries/find-choices.ts";

/**
 * The forum takes a case: its nameless twin, what is known and wanted, and who it is, each at its own depth (rule 26).
 * The twin can't be kept with a protected word in it, unless a person shown the word says that it names nobody, which is logged. A withheld address is not stored, only which agency holds it.
 */
export const takeCase = command({
  permission: "case.take",
  input: TakeCaseInput,
  async run({ tx, actor, now, require, record }, input) {
    const { forumId } = input;
    const forum = orNotFound(await tx.forum.findUnique({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: forumId } }, select: { code: true, kind: true } }));
    require("case.take", { forumId }, { type: "case", forumId });
    if (forum.kind === "board") wrongField("forumId", "Boards take no cases: select another forum");
    const { name, bornOn, address, addressHeldById, safeContact } = input;
    await refuseUnknownChoices(tx, input);
    const { marks, named } = await checkParticulars(tx, input, input, input.namesNobody, dayOf(now));

    const held = await openCase(tx, actor.partnershipId, { id: forumId, code: forum.code }, input, now);
    const of = { partnershipId: actor.partnershipId, forumId, caseId: held.id };
    const subjectId = randomUUID();
    await tx.caseSubject.create({ data: { ...of, id: subjectId, role: input.subjectType, label: input.subjectLabel }, select: { id: true } });
    // createMany: whoever writes the particulars reads them only by a reveal, as everyone does
    await tx.protectedParticular.createMany({ data: [{ ...of, subjectId, name, bornOn: bornOn && asDate(bornOn), address, addressHeldById, safeContact, marks }] });
    const subject = subjectOf(held);
    record({ event: "case.taken", subject, particulars: {} });
    if (named.length > 0) record({ event: "case.twinConfirmed", subject, particulars: { words: named.length } });
    return { reference: held.reference };
  },
});
