import { randomUUID } from "node:crypto";
import type pg from "pg";
import { Refusal } from "../../scripts/refusal.mjs";
import { dayOf } from "../../src/domain/kernel/dates.ts";
import { type Insert, insertRows } from "../insert-rows.ts";
import { writeDeclaration } from "../reference/declaration.ts";
import { writeGateways } from "../reference/gateways.ts";
import type { PartnershipInput } from "./inputs.ts";
import { type Invitation, invite, keep } from "./invite.ts";

/**
 * Makes a partnership with what nobody could add on a screen: itself, the agency and the office of its first administrator, the
 * declaration, and the law's rows, none of them checked before its own lawyer has.
 */
export async function beginPartnership(owner: pg.Client, { name, agency, kind, administrator, style, post, email }: PartnershipInput, now: Date): Promise<Invitation> {
  await requireNew(owner, name, email);
  const today = dayOf(now);
  const [partnershipId, agencyId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const insert: Insert = (table, rows) => insertRows(owner, table, rows.map((row) => ({ partnership_id: partnershipId, ...row })));
  await insertRows(owner, "partnerships", [{ id: partnershipId, name, made_at: now }]);
  await insert("agencies", [{ id: agencyId, name: agency, short_name: agency, kind }]);
  await insert("people", [{ id: personId, agency_id: agencyId, name: administrator, style, post, email }]);
  await insert("partnership_offices", [{ id: randomUUID(), person_id: personId, office: "administrator", from_on: today }]);
  await writeDeclaration(insert, today);
  await writeGateways(insert, { checked: false });
  await keep(owner, partnershipId, "partnership.made", { type: "partnership", id: partnershipId }, {});
  const link = await invite(owner, { partnershipId, personId }, now);
  return { partnership: name, administrator: [style, administrator].filter(Boolean).join(" "), email, ...link };
}

async function requireNew(owner: pg.Client, name: string, email: string) {
  const { rows } = await owner.query<{ named: boolean; addressed: boolean }>("select exists (select from partnerships where lower(name) = lower($1)) as named, exists (select from people where email = $2) as addressed", [name, email]);
  if (rows[0]?.named) throw new Refusal(`There is a partnership called ${name} already. A new link for its administrator: npm run partnership:invite`);
  if (rows[0]?.addressed) throw new Refusal(`Somebody has the address ${email} already. An address belongs to one person in one partnership: give the administrator's other one.`);
}
