import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { AddReferredInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { referralSubject, touchReferral } from "../lifecycle.ts";
import { keptAs } from "../referred.ts";

/** Whoever refers says whom or what place it is about, as far as they know. */
export const addReferred = command({
  permission: "referral.write",
  input: AddReferredInput,
  async run(context, { reference, version, ...typed }) {
    const { tx, actor, now, record } = context;
    const held = await holdToWrite(context, { reference, version });
    const { partnershipId } = actor;
    const particulars = await keptAs(tx, typed, dayOf(now));
    const subjectId = randomUUID();
    await tx.referralSubject.createMany({ data: [{ id: subjectId, partnershipId, referralId: held.id, role: typed.role, label: typed.label, addedAt: now }] });
    await tx.referralParticular.createMany({ data: [{ ...particulars, subjectId, partnershipId, referralId: held.id }] });
    await touchReferral(tx, partnershipId, held);
    record({ event: "referral.written", subject: referralSubject(held), particulars: { part: "people" } });
    return { reference: held.reference };
  },
});
