import type { Tx } from "@/platform/db/client.ts";
import { listSeats } from "../../forums/queries/list-seats.ts";
import type { Day } from "../../kernel/dates.ts";

export type AgencyChoice = { id: string; name: string };

/** The agencies with a seat on a forum. */
export async function agenciesAtTheTable(tx: Tx, forumId: string, today: Day): Promise<AgencyChoice[]> {
  const seats = (await listSeats(tx, forumId, today)).filter(({ seated }) => seated);
  return [...new Map(seats.map(({ agencyId, agency }) => [agencyId, { id: agencyId, name: agency }])).values()];
}
