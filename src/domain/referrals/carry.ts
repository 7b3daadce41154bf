import type { Tx } from "@/platform/db/client.ts";
import type { HeldCase } from "../cases/lifecycle.ts";
import { subjectOf } from "../cases/lifecycle.ts";
import { findNamedInCase, unconfirmed } from "../cases/queries/find-named-words.ts";
import type { CommandContext } from "../command.ts";
import { orNotFound, refuse } from "../kernel/outcome.ts";
import type { HeldReferral } from "./lifecycle.ts";

type Against = { twin: { title: string; summary: string }; confirmed: readonly string[]; known: readonly string[] };
type Carried = { subjectIds: string[]; contributionId: string | null; agencyId: string; toAgencyIds: string[] };

/**
 * Carries a referral into a case that this transaction holds: who it is about, unseen, and what its agency gave into the ledger. The case's nameless twin is then
 * held against everybody in it; `known` are the words that stood in it, and were asked about, before.
 */
export async function carryInto({ tx, actor, now, record }: CommandContext, held: HeldReferral, into: HeldCase, { twin, confirmed, known }: Against): Promise<void> {
  const unreached = await findNoLongerReached(tx, held.id);
  if (unreached.length > 0) refuse("referral.gatewayEnded", { agencies: unreached });
  const rows = await tx.$queryRaw<{ carried: Carried | null }[]>`select app.carry_referral(${held.id}::uuid, ${into.id}::uuid) as carried`;
  const carried = orNotFound(rows[0]?.carried);
  const named = (await findNamedInCase(tx, into.id, twin)).filter((word) => !known.includes(word));
  if (unconfirmed(named, confirmed).length > 0) refuse("case.twinNamesSomeone", { words: named });
  await tx.referralCase.createMany({ data: [{ partnershipId: actor.partnershipId, referralId: held.id, forumId: held.forumId, caseId: into.id, linkedAt: now }] });
  const subject = subjectOf(into);
  for (const subjectId of carried.subjectIds) record({ event: "case.subjectAdded", subject, particulars: { subjectId } });
  if (named.length > 0) record({ event: "case.twinConfirmed", subject, particulars: { words: named.length } });
  if (carried.contributionId !== null) record({ event: "case.contributed", subject, particulars: { contributionId: carried.contributionId, agencyId: carried.agencyId, toAgencyIds: carried.toAgencyIds } });
}

/** The agencies that a gateway reached when the referral was sent, and today doesn't: a law, or whom it reaches, has ended since. */
async function findNoLongerReached(tx: Tx, referralId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select g.name from referral_gateways x join agencies g on g.partnership_id = x.partnership_id and g.id = x.agency_id
    where x.referral_id = ${referralId}::uuid and x.removed_at is null and exists (
      select from gateway_rows r where r.partnership_id = x.partnership_id and r.id in (x.power_id, x.lawful_basis_id, x.condition_id, x.confidentiality_id) and not (
        app.today() between r.from_on and coalesce(r.until_on, 'infinity') and (r.any_recipient or exists (select from gateway_recipients k
          where k.partnership_id = r.partnership_id and k.row_id = r.id and k.agency_kind = g.kind and app.today() between k.from_on and coalesce(k.until_on, 'infinity')))))
    order by g.name`;
  return rows.map(({ name }) => name);
}
