import { codeStood, readShown } from "@/platform/auth/rotating-code.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import type { SignInWay } from "../../kernel/enums.ts";
import { Refusal, refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeetingToJoin, takesSignatures } from "../../meetings/lifecycle.ts";
import { SignRegisterInput } from "../inputs.ts";
import { findSignature, refuseSecond, writeSignature } from "../lifecycle.ts";
import { findDeclaration } from "../queries/find-declaration.ts";
import { agenciesOf } from "../rules.ts";

/**
 * Two facts in one signature: I attend, and I accept the confidentiality declaration (rule 7). It keeps the version that was read and
 * its hash, and opens the papers. Made once; the meeting can't close in the same moment. Somebody in apologies who comes after all is present.
 */
export const signRegister = command({
  permission: "register.sign",
  input: SignRegisterInput,
  async run({ tx, actor, standing, now, require, record }, { reference, declarationVersion, agencyId, represents, commits, joins, shown }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { personId } = actor;
    const { id: meetingId, forumId } = meeting;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    require("register.sign", { forumId }, subject);
    refuseSecond("register.alreadySigned", await findSignature(tx, meetingId, personId));
    if (!takesSignatures(meeting)) refuse("meeting.doorsShut");
    const declaration = await findDeclaration(tx, dayOf(now));
    if (declaration.version !== declarationVersion) throw new Refusal({ kind: "stale" });
    if (!agenciesOf(standing, actor, forumId).some((seat) => seat.agencyId === agencyId)) wrongField("agencyId", "Select the agency you represent");
    const way = joins === "remote" ? "remote" : wayBy(shown, meetingId, now);
    const signInId = await writeSignature(tx, actor, { meeting, personId, agencyId, represents, commits: commits === "yes", declaration, way, signedAt: now, now });
    // the same person on two devices at once: the second finds the first one's signature
    if (!signInId) refuseSecond("register.alreadySigned", await findSignature(tx, meetingId, personId));
    else record({ event: "register.signed", subject, particulars: { signInId, declarationVersion, way } });
    return { reference };
  },
});

/** By the code of this room, where they were shown it; else by the link alone. */
function wayBy(note: string | null, meetingId: string, now: Date): SignInWay {
  const shown = note === null ? null : readShown(note, now);
  return shown && codeStood(meetingId, shown.code, shown.at) ? "room_code" : "own_device";
}
