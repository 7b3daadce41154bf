import { randomUUID } from "node:crypto";
import { insert, type World } from "../support/world.ts";

export type StagedConcerns = Record<"raised" | "joined" | "logged", { id: string; reference: string; answer: string }>;

export async function someConcerns({ partnershipId, wardId, forums, people, cases }: Pick<World, "partnershipId" | "wardId" | "forums" | "people"> & { cases: Record<"CEN" | "NOR", { id: string }> }): Promise<StagedConcerns> {
  const at = new Date(Date.now() - 86_400_000);
  const of = { partnership_id: partnershipId, forum_id: forums.CEN };
  const made: Partial<StagedConcerns> = {};
  for (const state of ["raised", "joined", "logged"] as const) {
    const [id, answer] = [randomUUID(), randomUUID()];
    const reference = `CON-2026-${String(1000 + Math.floor(Math.random() * 900_000)).slice(0, 6)}`;
    const raised = state === "logged" ? {} : { raised_at: at, hear_by: at };
    await insert("concerns", { id, ...of, reference, ward_id: wardId, raised_by_id: people.councillor.personId, recorded_by_id: people.councillor.personId, state, frequency: "weekly", tried: "surgery", may_tell: "yes", written_at: at, ...raised, ...(state === "joined" ? { decided_at: at } : {}) });
    await insert("concern_contents", { concern_id: id, ...of, what: "Noise at night", place: "The parade" });
    if (state === "joined") {
      await insert("concern_cases", { concern_id: id, ...of, case_id: cases.CEN.id, linked_by_id: people.chair.personId, linked_at: at });
      await insert("concern_answers", { id: answer, ...of, concern_id: id, kind: "replied", words: "It is in hand.", given_by_id: people.chair.personId, given_at: at });
      await insert("concern_preparations", { concern_id: id, ...of, record_words: "Police to patrol", resident_words: "It is in hand", prepared_by_id: people.coordinator.personId, prepared_at: at });
    }
    if (state === "raised") await insert("concern_proposals", { concern_id: id, ...of, proposed_by_id: people.coordinator.personId, decision: "declined", reason: "One service can do it", proposed_at: at });
    made[state] = { id, reference, answer };
  }
  return made as StagedConcerns;
}
