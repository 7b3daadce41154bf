import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { dayOf, fromDate } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { nameReader } from "../address-readers.ts";
import { StoreAddressInput } from "../inputs.ts";
import { lockCaseByReference, subjectOf } from "../lifecycle.ts";
import { refuseAddressInTwin } from "../particulars.ts";
import { marksOf } from "../rules.ts";

/**
 * The chair's office stores an address that is withheld (rule 26, D4), only where it must be: by default none is stored, only which agency
 * holds it. It leaves the particulars, so that everybody else goes on seeing that it is withheld. One person is named on it from the first.
 */
export const storeWithheldAddress = command({
  permission: "address.store",
  input: StoreAddressInput,
  async run({ tx, actor, now, require, record }, { reference, subjectId, address, heldById, readerId }) {
    const held = await lockCaseByReference(tx, reference);
    require("address.store", { forumId: held.forumId }, subjectOf(held));
    orNotFound(await tx.caseSubject.findFirst({ where: { id: subjectId, caseId: held.id }, select: { id: true } }));
    if (!(await tx.agency.findFirst({ where: { partnershipId: actor.partnershipId, id: heldById }, select: { id: true } }))) wrongField("heldById", "Select the agency that answers for the address");
    await refuseAddressInTwin(tx, held.id, address);
    const of = { partnershipId: actor.partnershipId, forumId: held.forumId, caseId: held.id, subjectId };
    const { count } = await tx.withheldAddress.createMany({ data: [{ ...of, address }], skipDuplicates: true });
    if (count === 0) refuse("address.alreadyStored");
    await takeFromParticulars(tx, subjectId, heldById);
    // a form for the particulars that was open meanwhile is told that they changed
    await tx.case.update({ where: { partnershipId_id: { partnershipId: of.partnershipId, id: held.id } }, data: { version: { increment: 1 } } });
    await nameReader(tx, of, { personId: readerId, namedById: actor.personId, now, today: dayOf(now) });
    record(
      { event: "address.stored", subject: subjectOf(held), particulars: { subjectId } },
      { event: "address.readerNamed", subject: subjectOf(held), particulars: { subjectId, personId: readerId } },
    );
    return { reference: held.reference };
  },
});

/** What D3 says of it from now on: withheld, and which agency holds it. Only somebody to whom the particulars are shown may change them. */
async function takeFromParticulars(tx: Tx, subjectId: string, addressHeldById: string) {
  const shown = await tx.protectedParticular.findUnique({ where: { subjectId }, select: { name: true, bornOn: true, safeContact: true } });
  if (!shown) refuse("address.showIdentitiesFirst");
  const marks = marksOf({ name: shown.name, bornOn: shown.bornOn && fromDate(shown.bornOn), address: null, safeContact: shown.safeContact });
  const { count } = await tx.protectedParticular.updateMany({ where: { subjectId }, data: { address: null, addressHeldById, marks } });
  if (count !== 1) refuse("address.showIdentitiesFirst");
}
