import type { Tx } from "@/platform/db/client.ts";
import type { AuditSubject } from "../audit/subjects.ts";
import type { Day } from "../kernel/dates.ts";
import type { GatewayPart } from "../kernel/enums.ts";
import { orNotFound, refuseIfStale } from "../kernel/outcome.ts";

export type HeldGateway = { id: string; part: GatewayPart; fromOn: Day; untilOn: Day | null; checked: boolean; anyRecipient: boolean; version: number };

/** What an event about a row of the gateways points to. */
export const gatewaySubject = (id: string): AuditSubject => ({ type: "gateway", id });

/** Takes a row of the gateways for this transaction, as it was seen. Whoever doesn't keep them finds none. */
export async function lockGateway(tx: Tx, { rowId, version }: { rowId: string; version: number }): Promise<HeldGateway> {
  const rows = await tx.$queryRaw<HeldGateway[]>`
    select id, part::text as part, from_on::text as "fromOn", until_on::text as "untilOn", checked, any_recipient as "anyRecipient", version from gateway_rows where id = ${rowId}::uuid for update`;
  const held = orNotFound(rows[0]);
  refuseIfStale(held, version);
  return held;
}

/** Only for a row that this transaction holds: its recipients count as part of it. */
export const changeGateway = (tx: Tx, id: string, data: { untilOn?: Date; checked?: boolean } = {}) => tx.gatewayRow.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } });
