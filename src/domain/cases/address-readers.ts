import type { Tx } from "@/platform/db/client.ts";
import { listSeats } from "../forums/queries/list-seats.ts";
import type { Day } from "../kernel/dates.ts";
import { refuse } from "../kernel/outcome.ts";

type OfSubject = { partnershipId: string; forumId: string; caseId: string; subjectId: string };

/** Names somebody on a withheld address: whoever sits on the forum or serves it. They are shown it only while the case is open to them. */
export async function nameReader(tx: Tx, of: OfSubject, { personId, namedById, now, today }: { personId: string; namedById: string; now: Date; today: Day }): Promise<void> {
  if (!(await listSeats(tx, of.forumId, today)).some((seat) => seat.personId === personId)) refuse("address.readerHasNoSeat");
  const { partnershipId, subjectId } = of;
  await tx.withheldAddressReader.upsert({
    where: { partnershipId_subjectId_personId: { partnershipId, subjectId, personId } },
    create: { ...of, personId, namedById, namedAt: now },
    update: { namedById, namedAt: now, endedAt: null },
  });
}
