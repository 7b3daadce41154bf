import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import type { z } from "zod";
import { command } from "../../command.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeetingToJoin, takesReplies } from "../../meetings/lifecycle.ts";
import { ReplyInput } from "../inputs.ts";
import { recordAttendance, withdrawAbsence } from "../lifecycle.ts";
import { agenciesOf } from "../rules.ts";

/**
 * I will come, I won't, I won't but send word of what I know, or somebody comes for me. The last word counts, and the register follows it:
 * whoever doesn't come is in apologies, whoever comes after all is expected again. Who has signed is present and says nothing else (rule 5).
 */
export const replyToInvitation = command({
  permission: "register.reply",
  input: ReplyInput,
  async run({ tx, actor, standing, now, require, record }, said) {
    const { reference, reply } = said;
    const meeting = await lockMeetingToJoin(tx, reference);
    const { partnershipId, personId } = actor;
    const { id: meetingId, forumId, state } = meeting;
    const subject = { type: "meeting", id: meetingId, reference, forumId } as const;
    require("register.reply", { forumId }, subject);
    if (!takesReplies(meeting)) refuse("meeting.notInThisState", { state });
    const signed = await tx.signIn.findFirst({ where: { partnershipId, meetingId, personId }, select: { id: true } });
    if (signed) refuse("register.inApologies");
    const agencyId = agenciesOf(standing, actor, forumId)[0]?.agencyId ?? actor.agencyId;
    const words = { reply, information: informationOf(said), ...(await deputyOf(tx, said, { personId, agencyId })), repliedAt: now };
    await tx.meetingReply.upsert({
      where: { partnershipId_meetingId_personId: { partnershipId, meetingId, personId } },
      create: { id: randomUUID(), partnershipId, forumId, meetingId, personId, ...words }, update: words, select: { id: true },
    });
    const status = reply === "apologies_with_information" ? reply : "apologies";
    const attending = { partnershipId, meeting, personId, agencyId, recordedById: personId, now };
    if (reply === "coming") await withdrawAbsence(tx, meetingId, personId);
    else if (!(await recordAttendance(tx, attending, status))) refuse("register.inApologies");
    record({ event: "register.replied", subject, particulars: { reply } });
    return { reference };
  },
});

type Said = z.infer<typeof ReplyInput>;

function informationOf({ reply, information }: Said): string | null {
  if (reply !== "apologies_with_information") return null;
  return information ?? wrongField("information", "Enter what the chair's office should know");
}

/** Somebody of the same agency whom the partnership knows, or somebody by name; and whether they may commit it. */
async function deputyOf(tx: Tx, { reply, deputyId, deputyName, deputyCommits }: Said, { personId, agencyId }: { personId: string; agencyId: string }) {
  if (reply !== "deputy") return { deputyId: null, deputyName: null, deputyCommits: null };
  if (!deputyId && !deputyName) wrongField("deputyId", "Select who comes for you, or enter their name");
  if (deputyId && deputyName) wrongField("deputyName", "Select who comes for you or enter their name, not both");
  if (deputyId && (deputyId === personId || !(await tx.person.findFirst({ where: { id: deputyId, agencyId, leftAt: null }, select: { id: true } })))) wrongField("deputyId", "Select somebody of your agency");
  if (!deputyCommits) wrongField("deputyCommits", "Select whether they can commit your agency's resources");
  return { deputyId, deputyName, deputyCommits: deputyCommits === "yes" };
}
