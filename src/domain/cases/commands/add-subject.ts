import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { AddSubjectInput } from "../inputs.ts";
import { lockCaseByReference, subjectOf } from "../lifecycle.ts";
import { checkParticulars, readTwin } from "../particulars.ts";
import { refuseUnknownChoices } from "../queries/find-choices.ts";

/** The chair's office adds another person or place to a case, held against its nameless twin as the first was. */
export const addSubject = command({
  permission: "case.amend",
  input: AddSubjectInput,
  async run({ tx, actor, now, require, record }, { reference, version, role, namesNobody, ...typed }) {
    const held = await lockCaseByReference(tx, reference);
    refuseIfStale(held, version);
    require("case.amend", { forumId: held.forumId }, subjectOf(held));
    if (held.stage === "closed") refuse("case.notOpen");
    await refuseUnknownChoices(tx, { wardId: null, addressHeldById: typed.addressHeldById });
    const { marks, named } = await checkParticulars(tx, typed, await readTwin(tx, held.id), namesNobody, dayOf(now), []);

    const of = { partnershipId: actor.partnershipId, forumId: held.forumId, caseId: held.id };
    const subjectId = randomUUID();
    const { subjectLabel: label, name, bornOn, address, addressHeldById, safeContact } = typed;
    await tx.caseSubject.create({ data: { ...of, id: subjectId, role, label }, select: { id: true } });
    // createMany: whoever writes the particulars reads them only by a reveal, as everyone does
    await tx.protectedParticular.createMany({ data: [{ ...of, subjectId, name, bornOn: bornOn && asDate(bornOn), address, addressHeldById, safeContact, marks }] });
    await tx.case.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: held.id } }, data: { version: { increment: 1 } } });
    record({ event: "case.subjectAdded", subject: subjectOf(held), particulars: { subjectId } });
    if (named.length > 0) record({ event: "case.twinConfirmed", subject: subjectOf(held), particulars: { words: named.length } });
    return { reference: held.reference };
  },
});
