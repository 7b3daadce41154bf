import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { RevealInput } from "../inputs.ts";
import { subjectOf } from "../lifecycle.ts";

const minutes = 15;

/**
 * Shows the protected particulars of a case to this person for fifteen minutes, for a reason that is kept (rule 26): the chair's
 * office, and members while the register opens the case to them; to the owner of an open action only those that the task needs.
 */
export const revealParticulars = command({
  permission: "case.reveal",
  input: RevealInput,
  async run({ tx, actor, now, require, record }, { reference, reason }) {
    const rows = await tx.$queryRaw<{ id: string; forumId: string; reference: string; onRegister: boolean; taskNeeds: boolean }[]>`
      select id, forum_id as "forumId", reference, app.may_reveal(id) as "onRegister", cardinality(app.subjects_needed(id)) > 0 as "taskNeeds" from cases where reference = ${reference} and id <> all((select app.shut_cases())::uuid[])`;
    const { onRegister, taskNeeds, ...found } = orNotFound(rows[0]);
    require("case.reveal", { forumId: found.forumId, onRegister, taskNeeds }, subjectOf(found));
    const revealId = randomUUID();
    const endsAt = new Date(now.getTime() + minutes * 60_000);
    await tx.reveal.create({
      data: { id: revealId, partnershipId: actor.partnershipId, forumId: found.forumId, caseId: found.id, personId: actor.personId, reason, revealedAt: now, endsAt },
      select: { id: true },
    });
    record({ event: "case.revealed", subject: subjectOf(found), particulars: { revealId } });
    return { reference: found.reference };
  },
});
