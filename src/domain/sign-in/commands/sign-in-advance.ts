import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { dayOf, momentInWords } from "../../kernel/dates.ts";
import { Refusal, refuse } from "../../kernel/outcome.ts";
import { lockMeetingToJoin, takesAdvanceSignatures } from "../../meetings/lifecycle.ts";
import { SignInAdvanceInput } from "../inputs.ts";
import { findDeclaration } from "../queries/find-declaration.ts";
import { findNamedContact } from "../queries/find-named-contact.ts";

/**
 * An agency's named contact signs the same declaration before the meeting, from publication of the agenda to the start (rule 7). It opens
 * the research list and nothing else; whoever comes signs the register as everyone does.
 */
export const signInAdvance = command({
  permission: "register.signInAdvance",
  input: SignInAdvanceInput,
  async run({ tx, actor, now, require, record }, { reference, declarationVersion }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { partnershipId, personId } = actor;
    const { id: meetingId, forumId } = meeting;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    const seat = await findNamedContact(tx, forumId);
    require("register.signInAdvance", { forumId, isNamedContact: seat !== null }, subject);
    if (!seat || !takesAdvanceSignatures(meeting, now)) refuse("register.notInAdvance");
    const declaration = await findDeclaration(tx, dayOf(now));
    if (declaration.version !== declarationVersion) throw new Refusal({ kind: "stale" });
    const signatureId = randomUUID();
    const { count } = await tx.advanceSignature.createMany({
      data: [{ id: signatureId, partnershipId, forumId, meetingId, personId, agencyId: seat.agencyId, declarationId: declaration.id, declarationHash: declaration.hash, signedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const signed = await tx.advanceSignature.findFirst({ where: { meetingId, personId }, select: { signedAt: true } });
      refuse("register.alreadySigned", { at: momentInWords(signed?.signedAt ?? now) });
    }
    record({ event: "register.signedInAdvance", subject, particulars: { signatureId, declarationVersion } });
    return { reference };
  },
});
