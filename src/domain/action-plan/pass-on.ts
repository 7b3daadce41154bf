import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import type { Actor } from "../kernel/actor.ts";
import { dayOf } from "../kernel/dates.ts";
import { refuse } from "../kernel/outcome.ts";
import { endWhatWasTheOwners, type HeldAction, subjectOf, takeStep } from "./lifecycle.ts";
import { agencyAtTheTable } from "./queries/at-the-table.ts";

/** Only for an action that this transaction holds: gives it to somebody at the table who is not recused from its case. It is assigned anew; who helped the owner before, and what they could be shown, ends. */
export async function passOn(tx: Tx, actor: Actor, held: HeldAction, { ownerId, reason, now }: { ownerId: string; reason: string; now: Date }): Promise<Recorded[]> {
  const ownerAgencyId = await agencyAtTheTable(tx, held.forumId, ownerId, dayOf(now));
  if (!ownerAgencyId) refuse("action.ownerHasNoSeat");
  if (held.caseId && (await isRecused(tx, ownerId, held.caseId))) refuse("action.ownerRecused");
  await takeStep(tx, actor, held, { kind: "reassigned", note: reason, now, ownerId }, { ownerId, ownerAgencyId, assignedAt: now });
  await endWhatWasTheOwners(tx, actor, held, now);
  return [{ event: "action.reassigned", subject: subjectOf(held), particulars: { fromOwnerId: held.ownerId, ownerId, agencyId: ownerAgencyId } }];
}

async function isRecused(tx: Tx, personId: string, caseId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ recused: boolean }[]>`select app.shut_to(${personId}::uuid, ${caseId}::uuid) as recused`;
  return rows[0]?.recused === true;
}
