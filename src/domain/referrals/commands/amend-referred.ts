import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { AmendReferredInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { referralSubject, touchReferral } from "../lifecycle.ts";
import { keptAs } from "../referred.ts";

export const amendReferred = command({
  permission: "referral.write",
  input: AmendReferredInput,
  async run(context, { reference, version, subjectId, ...typed }) {
    const { tx, actor, now, record } = context;
    const held = await holdToWrite(context, { reference, version });
    const where = { partnershipId: actor.partnershipId, referralId: held.id };
    orNotFound(await tx.referralSubject.findFirst({ where: { ...where, id: subjectId, removedAt: null }, select: { id: true } }));
    const particulars = await keptAs(tx, typed, dayOf(now));
    await tx.referralSubject.updateMany({ where: { ...where, id: subjectId }, data: { role: typed.role, label: typed.label } });
    await tx.referralParticular.updateMany({ where: { ...where, subjectId }, data: particulars });
    await touchReferral(tx, actor.partnershipId, held);
    record({ event: "referral.written", subject: referralSubject(held), particulars: { part: "people" } });
    return { reference: held.reference };
  },
});
