import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { RemoveReferredInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { referralSubject, touchReferral } from "../lifecycle.ts";

/** Somebody who doesn't belong in it after all: who they are is not kept, only that there was somebody. */
export const removeReferred = command({
  permission: "referral.write",
  input: RemoveReferredInput,
  async run(context, { reference, version, subjectId }) {
    const { tx, actor, now, record } = context;
    const held = await holdToWrite(context, { reference, version });
    const where = { partnershipId: actor.partnershipId, referralId: held.id };
    orNotFound(await tx.referralSubject.findFirst({ where: { ...where, id: subjectId, removedAt: null }, select: { id: true } }));
    await tx.referralParticular.updateMany({ where: { ...where, subjectId }, data: { name: null, bornOn: null, address: null, postcode: null, telephone: null, addressHeldById: null, safeContact: null, unknown: [], marks: [] } });
    await tx.referralSubject.updateMany({ where: { ...where, id: subjectId }, data: { removedAt: now, label: "Removed" } });
    await touchReferral(tx, actor.partnershipId, held);
    record({ event: "referral.written", subject: referralSubject(held), particulars: { part: "people" } });
    return { reference: held.reference };
  },
});
