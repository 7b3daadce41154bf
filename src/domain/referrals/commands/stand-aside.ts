import { command } from "../../command.ts";
import { referralSubject } from "../lifecycle.ts";
import { StandAsideInput } from "../inputs.ts";
import { holdToAnswer } from "../held.ts";

/** Somebody of the chair's office has to do with whom it is about: it is shut to them at once, and where that is the chair, the deputy answers it. */
export const standAside = command({
  permission: "referral.standAside",
  input: StandAsideInput,
  async run(context, seen) {
    const { tx, actor, now, record } = context;
    const held = await holdToAnswer(context, seen, { permission: "referral.standAside" });
    await tx.referralInterest.createMany({ data: [{ partnershipId: actor.partnershipId, referralId: held.id, personId: actor.personId, declaredAt: now }] });
    record({ event: "referral.stoodAside", subject: referralSubject(held), particulars: {} });
    return { reference: held.reference };
  },
});
