import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { findSeenForum } from "../../forums/queries/find-seen-forum.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { PlanReportInput } from "../inputs.ts";
import { dueAt } from "../lifecycle.ts";
import { monthsOf } from "../rules.ts";

/** A forum expects a report or a presentation, at a meeting or in a month, once or in a rhythm. It comes onto that agenda by itself (rule 31). */
export const planReport = command({
  permission: "plan.keep",
  input: PlanReportInput,
  async run({ tx, actor, standing, now, require, record }, { forum: code, due, every, minutes, ...report }) {
    const forum = orNotFound(await findSeenForum(tx, standing, code));
    const subject = { type: "forum", id: forum.id, reference: forum.code, forumId: forum.id } as const;
    require("plan.keep", { forumId: forum.id }, subject);
    const id = randomUUID();
    const planned = { ...report, ...(await dueAt(tx, forum.id, due)), plannedMinutes: minutes, everyMonths: monthsOf(every) };
    await tx.plannedReport.create({ data: { id, partnershipId: actor.partnershipId, forumId: forum.id, ...planned, plannedById: actor.personId, plannedAt: now }, select: { id: true } });
    record({ event: "planned.added", subject, particulars: { plannedId: id, everyMonths: planned.everyMonths } });
    return { forum: forum.code };
  },
});
