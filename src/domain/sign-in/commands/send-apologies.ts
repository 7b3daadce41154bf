import { command } from "../../command.ts";
import { refuse } from "../../kernel/outcome.ts";
import { lockMeetingToJoin, takesApologies } from "../../meetings/lifecycle.ts";
import { SendApologiesInput } from "../inputs.ts";
import { recordAttendance } from "../lifecycle.ts";
import { agenciesOf } from "../rules.ts";

/** I am not coming, and have sent information or not. Who has signed is present and can't be in apologies as well (rule 5). */
export const sendApologies = command({
  permission: "register.sendApologies",
  input: SendApologiesInput,
  async run({ tx, actor, standing, now, require, record }, { reference, withInformation }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { partnershipId, personId } = actor;
    const { id, forumId, state } = meeting;
    const subject = { type: "meeting", id, reference, forumId } as const;
    require("register.sendApologies", { forumId }, subject);
    if (!takesApologies(meeting)) refuse("meeting.notInThisState", { state });
    const agencyId = agenciesOf(standing, actor, forumId)[0]?.agencyId ?? actor.agencyId;
    const status = withInformation === "yes" ? "apologies_with_information" : "apologies";
    if (!(await recordAttendance(tx, { partnershipId, meeting, personId, agencyId, recordedById: personId, now }, status))) refuse("register.inApologies");
    record({ event: "register.apologiesSent", subject, particulars: { personId, withInformation: withInformation === "yes" } });
    return { reference };
  },
});
