import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { outside, WaitInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/** Whoever reports on an action says for whom it waits, and until when (rule 11). That is shown beside it; it is due when it is due. */
export const waitFor = command({
  permission: "action.report",
  input: WaitInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, on, until, note }) {
    const held = await lockAction(tx, reference);
    refuseIfStale(held, version);
    require("action.report", await aboutAction(tx, actor, standing, held, dayOf(now)), subjectOf(held));
    if (until < dayOf(now)) wrongField("until", "Date it waits until must be today or in the future");
    const agencyId = on === outside ? null : on;
    if (agencyId !== null) orNotFound(await tx.agency.findFirst({ where: { partnershipId: actor.partnershipId, id: agencyId }, select: { id: true } }));
    record(await takeStep(tx, actor, held, { kind: "waiting", note, now, due: until, agencyId }, { waitingUntil: asDate(until), waitingAgencyId: agencyId }));
    return { reference: held.reference };
  },
});
