import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { dayOf, momentInWords } from "../../kernel/dates.ts";
import { Refusal, refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeetingToJoin, takesSignatures } from "../../meetings/lifecycle.ts";
import { SignRegisterInput } from "../inputs.ts";
import { recordAttendance } from "../lifecycle.ts";
import { findDeclaration } from "../queries/find-declaration.ts";
import { agenciesOf } from "../rules.ts";

/**
 * Two facts in one signature: I attend, and I accept the confidentiality declaration (rule 7). It keeps the version that was read and
 * its hash, and opens the papers. Made once; the meeting can't close in the same moment. Somebody in apologies who comes after all is present.
 */
export const signRegister = command({
  permission: "register.sign",
  input: SignRegisterInput,
  async run({ tx, actor, standing, now, require, record }, { reference, declarationVersion, agencyId, represents, commits }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { partnershipId, personId } = actor;
    const { id: meetingId, forumId } = meeting;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    require("register.sign", { forumId }, subject);
    await refuseSecondSignature(tx, meetingId, personId);
    if (!takesSignatures(meeting)) refuse("meeting.doorsShut");
    const declaration = await findDeclaration(tx, dayOf(now));
    if (declaration.version !== declarationVersion) throw new Refusal({ kind: "stale" });
    if (!agenciesOf(standing, actor, forumId).some((seat) => seat.agencyId === agencyId)) wrongField("agencyId", "Select the agency you represent");

    const signInId = randomUUID();
    const { count } = await tx.signIn.createMany({
      data: [{ id: signInId, partnershipId, forumId, meetingId, personId, agencyId, represents, commits: commits === "yes", declarationId: declaration.id, declarationHash: declaration.hash, signedAt: now }],
      skipDuplicates: true,
    });
    // the same person on two devices at once: the second finds the first one's signature
    if (count === 0) await refuseSecondSignature(tx, meetingId, personId);
    await recordAttendance(tx, { partnershipId, meeting, personId, agencyId, recordedById: personId, now }, "present");
    // whoever sent apologies or a deputy and is here after all takes that back by signing; what they sent word of stays
    await tx.meetingReply.updateMany({ where: { partnershipId, meetingId, personId, reply: { not: "coming" } }, data: { reply: "coming", deputyId: null, deputyName: null, deputyCommits: null, repliedAt: now } });
    record({ event: "register.signed", subject, particulars: { signInId, declarationVersion } });
    return { reference };
  },
});

async function refuseSecondSignature(tx: Tx, meetingId: string, personId: string) {
  const signed = await tx.signIn.findFirst({ where: { meetingId, personId }, select: { signedAt: true } });
  if (signed) refuse("register.alreadySigned", { at: momentInWords(signed.signedAt) });
}
