import { Prisma, type Tx } from "@/platform/db/client.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { AgencyKind, GatewayPart } from "../../kernel/enums.ts";
import { view } from "../../view.ts";

export type Recipient = { id: string; kind: AgencyKind; from: Day; until: Day | null };
export type GatewayRow = {
  id: string;
  part: GatewayPart;
  name: string;
  plain: string;
  from: Day;
  until: Day | null;
  checked: boolean;
  lawEnforcementOnly: boolean;
  anyRecipient: boolean;
  version: number;
  recipients: Recipient[];
};

/** All rows of the gateways with their dates, those that have ended last, for information governance; null for anybody else. */
export const viewGateways = view(async ({ tx, now, may }, _: Record<never, never>): Promise<{ rows: GatewayRow[]; today: Day } | null> =>
  may("gateway.keep") ? { rows: await listRows(tx, Prisma.sql`true`), today: dayOf(now) } : null,
);

/** One row with its recipients; null for whoever doesn't keep the gateways. */
export const viewGateway = view(async ({ tx, now, may }, id: string): Promise<{ row: GatewayRow; today: Day } | null> => {
  if (!may("gateway.keep") || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
  const [row] = await listRows(tx, Prisma.sql`r.id = ${id}::uuid`);
  return row ? { row, today: dayOf(now) } : null;
});

const listRows = (tx: Tx, which: Prisma.Sql): Promise<GatewayRow[]> => tx.$queryRaw<GatewayRow[]>`
  select r.id, r.part::text as part, r.name, r.plain, r.from_on::text as from, r.until_on::text as until, r.checked, r.law_enforcement_only as "lawEnforcementOnly", r.any_recipient as "anyRecipient", r.version,
    (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.agency_kind, 'from', x.from_on, 'until', x.until_on) order by x.agency_kind, x.from_on), '[]')
      from gateway_recipients x where x.partnership_id = r.partnership_id and x.row_id = r.id) as recipients
  from gateway_rows r where ${which} order by r.part, r.until_on desc nulls first, r.from_on, r.name`;
