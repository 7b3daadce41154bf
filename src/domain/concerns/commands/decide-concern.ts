import { command } from "../../command.ts";
import { orNotFound, Refusal, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { chairRecused } from "../../meetings/queries/chair-absence.ts";
import { unconfirmed } from "../../cases/queries/find-named-words.ts";
import { DecideInput } from "../inputs.ts";
import { decide, lockConcern, subjectOf } from "../lifecycle.ts";
import { namedInReason } from "../queries/find-named-in-reply.ts";
import type { Decision } from "../rules.ts";

/** The chair in force joins it to a case, sends it to a service or declines it, by a proposal as it was shown (rule 15). What the raiser is told is looked through for what the case protects. */
export const decideConcern = command({
  permission: "concern.decide",
  input: DecideInput,
  async run({ tx, actor, now, require, record }, { reference, version, proposedById, proposedAt, namesNobody }) {
    const held = await lockConcern(tx, reference);
    refuseIfStale(held, version);
    const proposal = orNotFound(await tx.concernProposal.findFirst({ where: { concernId: held.id, proposedById }, select: { decision: true, reason: true, agencyId: true, caseId: true, proposedAt: true } }));
    const { caseId, agencyId, reason } = proposal;
    require("concern.decide", { forumId: held.forumId, chairRecused: await chairRecused(tx, { caseId, itemId: null }) }, subjectOf(held));
    if (held.state !== "raised") refuse("concern.notInThisState", { state: held.state });
    if (proposal.proposedAt.toISOString() !== new Date(proposedAt).toISOString()) throw new Refusal({ kind: "stale" });
    const named = await namedInReason(tx, caseId, reason);
    if (unconfirmed(named, namesNobody).length > 0) refuse("concern.namesSomeone", { words: named });
    record(await decide(tx, actor, held, { kind: proposal.decision as Decision, words: reason, agencyId, caseId }, now));
    return { reference };
  },
});
