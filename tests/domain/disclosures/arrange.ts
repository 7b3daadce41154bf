import { randomUUID } from "node:crypto";
import { contribute } from "@/domain/disclosures/commands/contribute.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { insert, type World } from "../../support/world.ts";
import { now } from "../cases/arranged.ts";

/** What an officer types to share what their agency knows, with probation, by section 115. */
export const shareForm = (world: World, row: (name: string) => string, reference: string, over: Record<string, unknown> = {}) => ({
  reference, words: "Three calls to the flat in October.", purpose: "To plan visits", necessity: "Probation visits alone otherwise", leftOut: "", grade: "reliable", marking: "official_sensitive",
  informed: "no", informedReason: "It would put the caller at risk", recipients: world.agencies.probation,
  powerId: row("Crime and Disorder Act 1998, section 115"), lawfulBasisId: row("UK GDPR, article 6(1)(e)"), conditionId: row("Article 10"), confidentialityId: row("Overriding public interest"),
  ...over,
});

export const share = (world: World, row: (name: string) => string, reference: string, by: Actor, over: Record<string, unknown> = {}, at = now) => contribute(by, shareForm(world, row, reference, over), at);

/** Somebody else of an agency, with a seat on the forum where one is given. */
export async function somebodyOf(world: World, agencyId: string, forumId?: string): Promise<Actor> {
  const personId = randomUUID();
  await insert("people", { id: personId, partnership_id: world.partnershipId, agency_id: agencyId, name: "Another Officer", post: "Officer", email: `${personId}@testham.example` });
  if (forumId) await insert("memberships", { id: randomUUID(), partnership_id: world.partnershipId, forum_id: forumId, person_id: personId, agency_id: agencyId, from_on: "2025-01-01" });
  return { ...world.people.bystander, personId, agencyId };
}
