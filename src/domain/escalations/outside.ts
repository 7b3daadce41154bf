import type { Tx } from "@/platform/db/client.ts";
import { findGivenAway } from "../cases/queries/find-named-words.ts";
import type { Recorded } from "../audit/record.ts";
import type { Actor } from "../kernel/actor.ts";
import { addDays, asDate, type Day, dayOf, instantOf } from "../kernel/dates.ts";
import { refuse, wrongField } from "../kernel/outcome.ts";
import { mail } from "../mail/send.ts";
import { makeRoute, withdrawRoutes } from "../one-time-routes/lifecycle.ts";
import { addStep, type HeldEscalation, type Side, subjectOf, takeStep, tell, tellRaisers } from "./lifecycle.ts";

/** So many days a secretary's link works; after that the sending office sends another. */
const linkDays = 28;

/** What another board does is done on its side, and stands on the trail of the forum that sent it. */
export const outsideSide = ({ forumId }: Pick<HeldEscalation, "forumId">, caseId: string | null = null): Side => ({ forumId, caseId, isOutside: true });

type Asked = Pick<HeldEscalation, "id" | "reference" | "forumId" | "externalBoardId">;

/**
 * Writes to whoever is that board's secretary today: with an account they sign in, without one they get a one-time link by mail and the code by telephone.
 * A link that went before opens nothing any more. In the mail stand a reference and a day.
 */
export async function askSecretary(tx: Tx, actor: Actor, { id, reference, forumId, externalBoardId }: Asked, { caseId, listBy }: { caseId: string | null; listBy: Day }, now: Date): Promise<{ personId: string; byRoute: boolean }> {
  const rows = await tx.$queryRaw<{ personId: string; signsIn: boolean; recused: boolean }[]>`
    select p.id as "personId", app.has_account(p.id) as "signsIn", coalesce(app.shut_to(p.id, ${caseId}::uuid), false) as recused
    from external_boards b join people p on p.partnership_id = b.partnership_id and p.id = b.secretary_id and p.left_at is null where b.id = ${externalBoardId}::uuid`;
  const { personId, signsIn, recused } = rows[0] ?? refuse("escalation.noSecretary");
  if (recused) refuse("escalation.secretaryRecused");
  if (signsIn) {
    await withdrawRoutes(tx, { purpose: "escalation_date", subjectId: id }, now);
    await mail(tx, actor, { to: personId, template: "escalation.moved", facts: { escalation: reference } }, now);
  } else {
    const linkId = await makeRoute(tx, actor, { purpose: "escalation_date", subjectId: id, forumId, caseId, personId, needsCode: true, endsAt: instantOf(addDays(dayOf(now), linkDays + 1), 0, 0) }, now);
    await mail(tx, actor, { to: personId, template: "escalation.askedOnce", facts: { linkId, escalation: reference, by: listBy } }, now);
  }
  return { personId, byRoute: !signsIn };
}

/** The forum took it back: its secretary's link opens nothing any more, and they are told that nothing is asked of their board. */
export async function takeBack(tx: Tx, actor: Actor, { id, reference }: Asked, now: Date): Promise<void> {
  await withdrawRoutes(tx, { purpose: "escalation_date", subjectId: id }, now);
  const told = await tx.$queryRaw<{ personId: string }[]>`select person_id as "personId" from app.told_of_escalation(${id}::uuid, true)`;
  for (const { personId: to } of told) if (to !== actor.personId) await mail(tx, actor, { to, template: "escalation.takenBack", facts: { escalation: reference } }, now);
}

/** The day and item that another board's secretary says, in words that whoever follows it may read. */
export async function readListing(tx: Tx, { on, listedAs }: { on: Day | null; listedAs: string | null }, { sentOn, today }: { sentOn: Day; today: Day }): Promise<{ on: Day; listedAs: string }> {
  if (on === null) wrongField("on", "Enter the date of the meeting");
  if (listedAs === null) wrongField("listedAs", "Enter the meeting and the item, as your board calls them");
  if (on < sentOn) wrongField("on", "Date of the meeting must be the same as or after the day it was sent");
  if (on > addDays(today, 400)) wrongField("on", "Date of the meeting must be within the next 400 days");
  if ((await findGivenAway(tx, listedAs)).length > 0) wrongField("listedAs", "Where it stands must not name a person, an address or an age");
  return { on, listedAs };
}

/** It stands on an agenda of another board, as its secretary says; said again, on another one. Whoever lists it has received it, if nobody had. */
export async function listOutside(tx: Tx, actor: Actor, held: HeldEscalation, { on, listedAs }: { on: Day; listedAs: string }, now: Date): Promise<Recorded[]> {
  const side = outsideSide(held);
  if (held.state === "listed") {
    const stepId = await addStep(tx, actor, held.id, { kind: "listed", now, listedOn: on, listedAs });
    await tx.escalation.updateMany({ where: { partnershipId: actor.partnershipId, id: held.id }, data: { listedOn: asDate(on), listedAs, version: { increment: 1 } } });
    await tell(tx, actor, held, side, now);
    await tellRaisers(tx, held);
    return [{ event: "escalation.dateChanged", subject: subjectOf(held, side), particulars: { stepId, on } }];
  }
  const events: Recorded[] = held.state === "sent" ? [await takeStep(tx, actor, held, side, { kind: "received", now }, { receivedAt: now })] : [];
  const received: HeldEscalation = held.state === "sent" ? { ...held, state: "received" } : held;
  return [...events, await takeStep(tx, actor, received, side, { kind: "listed", now, listedOn: on, listedAs }, { listedAt: now, listedOn: asDate(on), listedAs })];
}
