import { command } from "../../command.ts";
import { refuseIfStale } from "../../kernel/outcome.ts";
import { ChangePlannedInput } from "../inputs.ts";
import { dueAt, lockPlanned, takeOffDrafts } from "../lifecycle.ts";
import { monthsOf } from "../rules.ts";

/** What is expected is called otherwise, comes at another time or from somebody else. A draft that has it takes it up anew, or lets go of it. */
export const changePlanned = command({
  permission: "plan.keep",
  input: ChangePlannedInput,
  async run(context, { plannedId, version, due, every, minutes, ...report }) {
    const { tx, actor, record } = context;
    const held = await lockPlanned(context, plannedId);
    refuseIfStale(held, version);
    await takeOffDrafts(tx, held.id);
    const planned = { ...report, ...(await dueAt(tx, held.forumId, due)), plannedMinutes: minutes, everyMonths: monthsOf(every) };
    await tx.plannedReport.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: held.id } }, data: { ...planned, version: { increment: 1 } }, select: { id: true } });
    record({ event: "planned.changed", subject: { type: "forum", id: held.forumId, reference: held.forum, forumId: held.forumId }, particulars: { plannedId: held.id } });
    return { forum: held.forum };
  },
});
