import { command } from "../../command.ts";
import { workingDaysFrom } from "../../kernel/bank-holidays.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { answerWithin } from "../../kernel/working-days.ts";
import { RaiseLoggedInput } from "../inputs.ts";
import { lockConcern, moveConcern, subjectOf, tellOffice } from "../lifecycle.ts";

/** Surgery work that keeps coming back is raised with the meeting (rule 15), with everything that was written of it. */
export const raiseLogged = command({
  permission: "concern.follow",
  input: RaiseLoggedInput,
  async run({ tx, actor, now, require, record }, { reference, version }) {
    const held = await lockConcern(tx, reference);
    refuseIfStale(held, version);
    require("concern.follow", { isRaiser: held.raisedById === actor.personId }, subjectOf(held));
    await moveConcern(tx, actor, held, "raised", now, { hearBy: asDate(await workingDaysFrom(tx, dayOf(now), answerWithin)) });
    await tellOffice(tx, actor, held, "concern.waits", now);
    record({ event: "concern.raised", subject: subjectOf({ ...held, state: "raised" }), particulars: { meetingId: null } });
    return { reference };
  },
});
