import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { AmendParticularsInput } from "../inputs.ts";
import { lockCaseByReference, subjectOf } from "../lifecycle.ts";
import { checkParticulars, isAddressStored, readTwin } from "../particulars.ts";
import { refuseUnknownChoices } from "../queries/find-choices.ts";

/**
 * The chair's office corrects who somebody is and how the room speaks of them, while it is shown to them. What it said before is not kept:
 * the trail says whose particulars were changed, by whom and when.
 */
export const amendParticulars = command({
  permission: "case.amend",
  input: AmendParticularsInput,
  async run({ tx, actor, now, require, record }, { reference, version, subjectId, namesNobody, ...typed }) {
    const held = await lockCaseByReference(tx, reference);
    refuseIfStale(held, version);
    require("case.amend", { forumId: held.forumId }, subjectOf(held));
    if (held.stage === "closed") refuse("case.notOpen");
    orNotFound(await tx.caseSubject.findFirst({ where: { id: subjectId, caseId: held.id }, select: { id: true } }));
    await refuseUnknownChoices(tx, { wardId: null, addressHeldById: typed.addressHeldById });
    if (await isAddressStored(tx, subjectId)) {
      if (typed.address) wrongField("address", "Address must be empty: a withheld address is stored, and corrected on its own page");
      if (!typed.addressHeldById) wrongField("addressHeldById", "Select the agency that answers for the withheld address");
    }
    const stood = await tx.protectedParticular.findUnique({ where: { subjectId }, select: { marks: true } });
    if (!stood) refuse("address.showIdentitiesFirst");
    const { marks, named } = await checkParticulars(tx, typed, await readTwin(tx, held.id), namesNobody, dayOf(now), stood.marks);

    const { subjectLabel: label, name, bornOn, address, addressHeldById, safeContact } = typed;
    const { count } = await tx.protectedParticular.updateMany({ where: { subjectId, caseId: held.id }, data: { name, bornOn: bornOn && asDate(bornOn), address, addressHeldById, safeContact, marks } });
    if (count !== 1) refuse("address.showIdentitiesFirst");
    await tx.caseSubject.updateMany({ where: { id: subjectId }, data: { label } });
    await tx.case.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: held.id } }, data: { version: { increment: 1 } } });
    record({ event: "case.particularsAmended", subject: subjectOf(held), particulars: { subjectId } });
    if (named.length > 0) record({ event: "case.twinConfirmed", subject: subjectOf(held), particulars: { words: named.length } });
    return { reference: held.reference };
  },
});
