import type { Tx } from "@/platform/db/client.ts";
import { wrongField } from "../../kernel/outcome.ts";

export type Choice = { id: string; name: string };
export type WardChoice = Choice & { area: string };

/** The wards and agencies that a form about a case offers. */
export async function listChoices(tx: Tx): Promise<{ wards: WardChoice[]; agencies: Choice[] }> {
  const wards = await tx.$queryRaw<WardChoice[]>`
    select w.id, w.name, a.name as area from wards w join areas a on a.partnership_id = w.partnership_id and a.id = w.area_id order by a.name, w.name`;
  const agencies = await tx.$queryRaw<Choice[]>`select id, name from agencies order by name`;
  return { wards, agencies };
}

/** A ward or an agency that this partnership doesn't have was never offered by a form of ours. */
export async function refuseUnknownChoices(tx: Tx, { wardId, addressHeldById }: { wardId: string | null; addressHeldById?: string | null }): Promise<void> {
  const rows = await tx.$queryRaw<{ ward: boolean; agency: boolean }[]>`
    select exists (select 1 from wards where id = ${wardId}::uuid) as ward, exists (select 1 from agencies where id = ${addressHeldById ?? null}::uuid) as agency`;
  if (wardId && !rows[0]?.ward) wrongField("wardId", "Select the ward");
  if (addressHeldById && !rows[0]?.agency) wrongField("addressHeldById", "Select the agency that holds the address");
}
