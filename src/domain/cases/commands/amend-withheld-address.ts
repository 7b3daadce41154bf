import { command } from "../../command.ts";
import { orNotFound, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { AmendAddressInput } from "../inputs.ts";
import { lockCaseByReference, subjectOf } from "../lifecycle.ts";
import { refuseAddressInTwin } from "../particulars.ts";

/**
 * Corrects a stored withheld address: whoever of the chair's office is named on it, while it is shown to them. What it said before is not kept,
 * and it is held against the nameless twin anew.
 */
export const amendWithheldAddress = command({
  permission: "address.store",
  input: AmendAddressInput,
  async run({ tx, actor, require, record }, { reference, version, subjectId, address }) {
    const held = await lockCaseByReference(tx, reference);
    refuseIfStale(held, version);
    require("address.store", { forumId: held.forumId }, subjectOf(held));
    orNotFound(await tx.caseSubject.findFirst({ where: { id: subjectId, caseId: held.id }, select: { id: true } }));
    await refuseAddressInTwin(tx, held.id, address);
    // none is stored, or it is not shown to them: refused alike
    const { count } = await tx.withheldAddress.updateMany({ where: { subjectId, caseId: held.id }, data: { address } });
    if (count !== 1) refuse("address.showFirst");
    await tx.case.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: held.id } }, data: { version: { increment: 1 } } });
    record({ event: "address.amended", subject: subjectOf(held), particulars: { subjectId } });
    return { reference: held.reference };
  },
});
