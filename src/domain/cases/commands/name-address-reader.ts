import { nameReader } from "../address-readers.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { AddressReaderInput } from "../inputs.ts";
import { lockCaseByReference, subjectOf } from "../lifecycle.ts";

/** The chair's office names one more person on a stored address. Being named shows nothing yet: each showing asks a reason. */
export const nameAddressReader = command({
  permission: "address.nameReader",
  input: AddressReaderInput,
  async run({ tx, actor, now, require, record }, { reference, subjectId, personId }) {
    const held = await lockCaseByReference(tx, reference);
    require("address.nameReader", { forumId: held.forumId }, subjectOf(held));
    // an address is stored with its first reader: where nobody was ever named there is none
    orNotFound(await tx.withheldAddressReader.findFirst({ where: { subjectId, caseId: held.id }, select: { personId: true } }));
    await nameReader(tx, { partnershipId: actor.partnershipId, forumId: held.forumId, caseId: held.id, subjectId }, { personId, namedById: actor.personId, now, today: dayOf(now) });
    record({ event: "address.readerNamed", subject: subjectOf(held), particulars: { subjectId, personId } });
    return { reference: held.reference };
  },
});
