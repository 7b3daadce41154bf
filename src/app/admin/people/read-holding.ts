import "server-only";
import { notFound, redirect } from "next/navigation";
import { type Holding, type ViewedPerson, viewPerson } from "@/domain/directory/queries/view-person.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { readId } from "../read-id.ts";

/** What a page about something that a person holds is about; what is over, or nobody's to change here, leads back to them. */
export async function readHolding(actor: Actor, params: Promise<{ person: string; holding: string }>): Promise<{ person: ViewedPerson; holding: Holding }> {
  const { person: said, holding: wanted } = await params;
  const person = await viewPerson(actor, readId(said));
  const holding = person?.holdings.find(({ id }) => id === wanted);
  if (!person || !holding) notFound();
  if (person.leftAt || person.isSelf || holding.phase === "over") redirect(`/admin/people/${person.id}`);
  return { person, holding };
}
