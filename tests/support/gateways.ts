import { writeGateways } from "../../prisma/reference/gateways.ts";
import { owner } from "./database.ts";
import { insert, type World } from "./world.ts";

/** The gateways with which a partnership begins, and the id of each row by its name. */
export async function theGateways(world: World): Promise<(name: string) => string> {
  await writeGateways(async (table, rows) => {
    for (const row of rows) await insert(table, { partnership_id: world.partnershipId, ...row });
  }, { checked: true });
  const { rows } = await owner.query<{ id: string; name: string }>("select id, name from gateway_rows where partnership_id = $1", [world.partnershipId]);
  return (name) => {
    const found = rows.find((row) => row.name.startsWith(name));
    if (!found) throw new Error(`no gateway row begins with ${name}`);
    return found.id;
  };
}
