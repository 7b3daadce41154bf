import { command } from "../../command.ts";
import { SayWhySharedInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { referralSubject, touchReferral } from "../lifecycle.ts";

/** Rule 18: what it is shared for, why that is necessary and no less would do, what stays out, and whether the person knows. */
export const sayWhyShared = command({
  permission: "referral.write",
  input: SayWhySharedInput,
  async run(context, { reference, version, informed, informedReason, ...said }) {
    const { tx, actor, record } = context;
    const held = await holdToWrite(context, { reference, version });
    const { partnershipId } = actor;
    const answers = { ...said, informed: informed === "yes", informedReason: informed === "yes" ? null : informedReason };
    const changed = await tx.referralSharing.updateMany({ where: { partnershipId, referralId: held.id }, data: answers });
    if (changed.count === 0) await tx.referralSharing.createMany({ data: [{ ...answers, partnershipId, referralId: held.id }] });
    await touchReferral(tx, partnershipId, held);
    record({ event: "referral.written", subject: referralSubject(held), particulars: { part: "sharing" } });
    return { reference: held.reference };
  },
});
