import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeeting } from "../../meetings/lifecycle.ts";
import { InviteToItemInput } from "../inputs.ts";

/**
 * The chair's office asks somebody without a seat in for one item, the allocated social worker, say. They see that case alone, from
 * the item's opening to the meeting's close (rule 26). Who sits on the forum signs its register instead.
 */
export const inviteToItem = command({
  permission: "item.invite",
  input: InviteToItemInput,
  async run({ tx, actor, now, require, record }, { reference, itemId, personId }) {
    const { id: meetingId, forumId, state } = await lockMeeting(tx, reference);
    const item = orNotFound(await tx.agendaItem.findFirst({ where: { id: itemId, meetingId }, select: { caseId: true } }));
    const subject = { type: "item", id: itemId, reference, forumId, caseId: item.caseId } as const;
    require("item.invite", { forumId }, subject);
    if (state !== "published" && state !== "in_session") refuse("meeting.notInThisState", { state });
    const { caseId } = item;
    if (!caseId) wrongField("itemId", "Select an item that is a case");
    const person = await tx.person.findFirst({ where: { partnershipId: actor.partnershipId, id: personId, leftAt: null }, select: { id: true } });
    if (!person) wrongField("personId", "Select who is asked in");
    if ((await listSeats(tx, forumId, dayOf(now))).some((seat) => seat.personId === personId)) refuse("invitation.hasSeat");

    const invitationId = (await renew(tx, { itemId, personId, byId: actor.personId, now })) ?? randomUUID();
    await tx.caseInvitation.createMany({
      data: [{ id: invitationId, partnershipId: actor.partnershipId, forumId, meetingId, itemId, caseId, personId, invitedById: actor.personId, invitedAt: now }],
      skipDuplicates: true,
    });
    record({ event: "item.invited", subject, particulars: { personId, invitationId } });
    return { reference };
  },
});

/** One invitation a person and item: one that was withdrawn is given again. */
async function renew(tx: Tx, { itemId, personId, byId, now }: { itemId: string; personId: string; byId: string; now: Date }): Promise<string | undefined> {
  const earlier = await tx.caseInvitation.findFirst({ where: { itemId, personId }, select: { id: true, withdrawnAt: true } });
  if (!earlier) return undefined;
  if (!earlier.withdrawnAt) refuse("invitation.alreadyInvited");
  await tx.caseInvitation.updateMany({ where: { id: earlier.id }, data: { withdrawnAt: null, invitedById: byId, invitedAt: now } });
  return earlier.id;
}
