import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { AddressReaderInput } from "../inputs.ts";
import { lockCaseByReference, subjectOf } from "../lifecycle.ts";

/** The chair's office takes somebody off a withheld address: one that is shown to them is hidden at their next click. */
export const endAddressReader = command({
  permission: "address.nameReader",
  input: AddressReaderInput,
  async run({ tx, now, require, record }, { reference, subjectId, personId }) {
    const held = await lockCaseByReference(tx, reference);
    require("address.nameReader", { forumId: held.forumId }, subjectOf(held));
    const named = orNotFound(await tx.withheldAddressReader.findFirst({ where: { subjectId, caseId: held.id, personId }, select: { endedAt: true } }));
    // pressed twice: it has ended already
    if (named.endedAt) return { reference: held.reference };
    await tx.withheldAddressReader.updateMany({ where: { subjectId, caseId: held.id, personId }, data: { endedAt: now } });
    record({ event: "address.readerEnded", subject: subjectOf(held), particulars: { subjectId, personId } });
    return { reference: held.reference };
  },
});
