import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { nextNumber } from "../../forums/numbering.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, wrongField } from "../../kernel/outcome.ts";
import { TakeCaseInput } from "../inputs.ts";
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

    const of = { partnershipId: actor.partnershipId, forumId };
    const caseId = randomUUID();
    const reference = `${forum.code}-${await nextNumber(tx, of, "case")}`;
    await tx.case.create({ data: { ...of, id: caseId, reference, openedOn: asDate(dayOf(now)) }, select: { id: true } });
    const { subjectType, title, summary, wardId, involvesChildren, background, wanted, risk } = input;
    await tx.caseTwin.create({ data: { ...of, caseId, subjectType, title, summary, wardId, involvesChildren }, select: { caseId: true } });
    await tx.caseContent.create({ data: { ...of, caseId, background, wanted, risk }, select: { caseId: true } });
    const subjectId = randomUUID();
    await tx.caseSubject.create({ data: { ...of, id: subjectId, caseId, role: subjectType, label: input.subjectLabel }, select: { id: true } });
    // createMany: whoever writes the particulars reads them only by a reveal, as everyone does
    await tx.protectedParticular.createMany({ data: [{ ...of, caseId, subjectId, name, bornOn: bornOn && asDate(bornOn), address, addressHeldById, safeContact, marks }] });
    const subject = { type: "case", id: caseId, reference, forumId, caseId } as const;
    record({ event: "case.taken", subject, particulars: {} });
    if (named.length > 0) record({ event: "case.twinConfirmed", subject, particulars: { words: named.length } });
    return { reference };
  },
});
