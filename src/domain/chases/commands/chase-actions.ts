import { randomUUID } from "node:crypto";
import { lockAction, subjectOf } from "../../action-plan/lifecycle.ts";
import { aboutAction } from "../../action-plan/queries/about-action.ts";
import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { ChaseActionsInput } from "../inputs.ts";
import { findLate } from "../queries/find-late.ts";
import { tellsManagerFrom } from "../rules.ts";

/**
 * The chair in force, who is the deputy for a case from which the chair is recused, or the coordinator, asks how actions stand that are late: each owner by mail, at most once in seven days for an action; from the third time on
 * whoever answers for the agency is told as well. All of them or, where one can't be chased, none: what was shown beforehand is what goes.
 */
export const chaseActions = command({
  permission: "action.chase",
  input: ChaseActionsInput,
  async run({ tx, actor, standing, now, require, record }, { forum: code, references }) {
    const { id: forumId } = orNotFound(await tx.forum.findFirst({ where: { code, id: { in: [...standing.appointments, ...standing.memberships].map((held) => held.forumId) } }, select: { id: true } }));
    const today = dayOf(now);
    for (const reference of references.toSorted()) {
      const held = await lockAction(tx, reference);
      require("action.chase", await aboutAction(tx, actor, standing, held, today), subjectOf(held));
      const [late] = held.forumId === forumId ? await findLate(tx, { forumId, today, personId: actor.personId, references: [reference] }) : [];
      if (!late || (late.obstacle && late.obstacle !== "tooSoon")) refuse("chase.notNow", { reference });
      if (late.obstacle === "tooSoon") refuse("chase.tooSoon", { reference, again: late.againOn ?? "" });
      const number = late.chases + 1;
      const managerId = number >= tellsManagerFrom ? (late.manager?.personId ?? null) : null;
      const chaseId = randomUUID();
      await tx.chase.createMany({
        data: [{ id: chaseId, partnershipId: actor.partnershipId, forumId, caseId: held.caseId, actionId: held.id, ownerId: late.ownerId, dueOn: asDate(late.due), number, managerId, chasedById: actor.personId, chasedAt: now, chasedOn: asDate(today) }],
      });
      const facts = { action: reference, due: late.due, times: number };
      await mail(tx, actor, { to: late.ownerId, template: "action.chased", facts }, now);
      if (managerId) await mail(tx, actor, { to: managerId, template: "action.chasedManager", facts }, now);
      record({ event: "action.chased", subject: subjectOf(held), particulars: { chaseId, number, managerId } });
    }
    return { forum: code, chased: references.length };
  },
});
