import { moveCase, subjectOf } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { lockPrepared } from "../held.ts";
import { SignInput } from "../inputs.ts";
import { changeStepDown, refuseUnlessWhole } from "../lifecycle.ts";
import { findDecision } from "../queries/find-decision.ts";
import { watchUntil } from "../rules.ts";

/**
 * The chair in force steps a case down: as a meeting decided, or between meetings with a reason, which is reported to the next. From now on it is watched.
 * Nothing is signed over an open action, without an assessment, a risk scored again, a watch, and who tells whom (rules 22 and 23).
 */
export const signStepDown = command({
  permission: "case.stepDown",
  input: SignInput,
  async run(context, { reference, version, betweenReason }) {
    const { held, running } = await lockPrepared(context, "case.stepDown", { reference, version });
    const { tx, actor, now, record } = context;
    refuseUnlessWhole(running);
    const decision = await findDecision(tx, held.id);
    if (!decision && !betweenReason) wrongField("betweenReason", "Enter why it is decided between meetings");
    const today = dayOf(now);
    await tx.stepDownWords.updateMany({ where: { partnershipId: actor.partnershipId, stepDownId: running.id }, data: { betweenReason: decision ? null : betweenReason } });
    await changeStepDown(tx, actor, running, {
      itemId: decision?.itemId ?? null, meetingId: decision?.meetingId ?? null, signedById: actor.personId, signedAt: now, watchUntil: asDate(watchUntil(today, running.watchMonths ?? 0)),
    });
    await moveCase(tx, actor.partnershipId, held, "stepped_down", asDate(today));
    // whoever raised it hears of it, where the step-down says that they are told (rule 22)
    await tx.$queryRaw`select app.tell_raisers_of_step_down(${running.id}::uuid)::text`;
    record({ event: "case.steppedDown", subject: subjectOf(held), particulars: { stepDownId: running.id, months: running.watchMonths ?? 0, agencyId: running.leadAgencyId ?? "", meetingId: decision?.meetingId ?? null } });
    return { reference: held.reference };
  },
});
