import { refuseUnknownChoices } from "../../cases/queries/find-choices.ts";
import { command } from "../../command.ts";
import { saysDanger } from "../../kernel/danger.ts";
import { DescribeMatterInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { referralSubject, touchReferral } from "../lifecycle.ts";
import { checkTwin } from "../twin.ts";

/** What it is about, and how it is told to those who may not know who it is. Words of immediate danger are kept, and answered so that the way to help is shown first (rule 16). */
export const describeMatter = command({
  permission: "referral.write",
  input: DescribeMatterInput,
  async run(context, { reference, version, namesNobody, ...told }) {
    const { tx, actor, record } = context;
    const held = await holdToWrite(context, { reference, version });
    await refuseUnknownChoices(tx, told);
    await checkTwin(tx, held.id, told, namesNobody);
    await tx.referralMatter.updateMany({ where: { partnershipId: actor.partnershipId, referralId: held.id }, data: told });
    await touchReferral(tx, actor.partnershipId, held);
    record({ event: "referral.written", subject: referralSubject(held), particulars: { part: "matter" } });
    return { reference: held.reference, danger: saysDanger(`${told.happening}\n${told.wanted}`) };
  },
});
