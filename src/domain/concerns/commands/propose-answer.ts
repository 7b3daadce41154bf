import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { refuse, wrongField } from "../../kernel/outcome.ts";
import { ProposeInput } from "../inputs.ts";
import { lockConcern, subjectOf } from "../lifecycle.ts";

/** One of the chair's office writes down how the concern might be answered, and why. Nothing leaves by it: the chair in force looks at it and decides. */
export const proposeAnswer = command({
  permission: "concern.prepare",
  input: ProposeInput,
  async run({ tx, actor, now, require, record }, said) {
    const held = await lockConcern(tx, said.reference);
    require("concern.prepare", { forumId: held.forumId }, subjectOf(held));
    if (held.state !== "raised") refuse("concern.notInThisState", { state: held.state });
    const caseId = said.decision === "joined" ? await findCase(tx, held.forumId, said.caseReference) : null;
    const agencyId = said.decision === "redirected" ? await findAgency(tx, said.agencyId) : null;
    const proposal = { decision: said.decision, reason: said.reason, agencyId, caseId, proposedAt: now };
    const of = { partnershipId: actor.partnershipId, concernId: held.id, proposedById: actor.personId };
    const { count } = await tx.concernProposal.updateMany({ where: of, data: proposal });
    if (count === 0) await tx.concernProposal.createMany({ data: [{ ...of, forumId: held.forumId, ...proposal }] });
    record({ event: "concern.prepared", subject: subjectOf(held, caseId), particulars: {} });
    return { reference: held.reference, proposedById: actor.personId };
  },
});

/** An open case of the same forum, by its reference. Out of sight and not there read the same. */
async function findCase(tx: Tx, forumId: string, reference: string): Promise<string> {
  const found = await tx.case.findFirst({ where: { reference, forumId, stage: { not: "closed" } }, select: { id: true } });
  const isShut = found ? await tx.$queryRaw<{ shut: boolean }[]>`select ${found.id}::uuid = any(app.shut_cases()) as shut` : [];
  return found && !isShut[0]?.shut ? found.id : wrongField("caseReference", "Enter the reference of an open case of this forum");
}

async function findAgency(tx: Tx, id: string): Promise<string> {
  return (await tx.agency.findFirst({ where: { id }, select: { id: true } }))?.id ?? wrongField("agencyId", "Select the service it is sent to");
}
