import type { Tx } from "@/platform/db/client.ts";
import type { Recorded } from "../audit/record.ts";
import type { CommandContext } from "../command.ts";
import { orNotFound, refuse, wrongField } from "../kernel/outcome.ts";
import { dayOf, monthOf } from "../kernel/dates.ts";

export type HeldPlanned = { id: string; forumId: string; forum: string; version: number; receivedAt: Date | null; withdrawnAt: Date | null };

/** Takes what is planned for this transaction. Out of sight reads as not found; for whoever may not keep the plan it can't be held. */
export async function lockPlanned({ tx, require }: Pick<CommandContext, "tx" | "require">, id: string): Promise<HeldPlanned> {
  const seen = orNotFound(await tx.plannedReport.findFirst({ where: { id }, select: { forumId: true, forum: { select: { code: true } } } }));
  const forumId = seen.forumId;
  require("plan.keep", { forumId }, { type: "forum", id: forumId, reference: seen.forum.code, forumId });
  const rows = await tx.$queryRaw<Omit<HeldPlanned, "forum">[]>`
    select id, forum_id as "forumId", version, received_at as "receivedAt", withdrawn_at as "withdrawnAt" from planned_reports where id = ${id}::uuid for update`;
  // what was received or withdrawn stands, and can't be held any more
  return { ...(rows[0] ?? refuse("planned.over")), forum: seen.forum.code };
}

/**
 * Takes it off the drafts on which it stands, so that it comes back to where it is due from now on. What an agenda that is out has is changed no more, and
 * what has papers is first freed of them.
 */
export async function takeOffDrafts(tx: Tx, plannedId: string): Promise<void> {
  const items = await tx.$queryRaw<{ id: string; state: string }[]>`
    select i.id, m.state from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where i.planned_id = ${plannedId}::uuid and m.state in ('scheduled', 'published', 'in_session')`;
  if (items.some(({ state }) => state !== "scheduled")) refuse("planned.onAgenda");
  for (const { id } of items) {
    const rows = await tx.$queryRaw<{ gone: boolean }[]>`select app.leave_off_item(${id}::uuid) as gone`;
    if (!rows[0]?.gone) refuse("planned.hasPapers");
  }
}

/** Where a report is due, as it is kept: in a month, or at a meeting of the forum that is still being prepared. */
export async function dueAt(tx: Tx, forumId: string, due: { month: string } | { meeting: string }): Promise<{ dueMonth: Date; meetingId: string | null }> {
  if ("month" in due) return { dueMonth: new Date(`${due.month}-01T00:00:00Z`), meetingId: null };
  const meeting = await tx.meeting.findFirst({ where: { forumId, reference: due.meeting, state: "scheduled" }, select: { id: true, startsAt: true } });
  if (!meeting) return wrongField("due", "Select a month, or a meeting whose agenda is not out yet");
  return { dueMonth: new Date(`${monthOf(dayOf(meeting.startsAt))}-01T00:00:00Z`), meetingId: meeting.id };
}

/** With the closing of a meeting: what it took of the plan is received, and what recurs is due again. Only for a meeting this transaction holds. */
export async function receivePlanned(tx: Tx, { id, reference, forumId }: { id: string; reference: string; forumId: string }): Promise<Recorded[]> {
  const rows = await tx.$queryRaw<{ itemId: string }[]>`select item_id as "itemId" from app.receive_planned(${id}::uuid)`;
  return rows.map(({ itemId }) => ({ event: "item.plannedReceived", subject: { type: "item", id: itemId, reference, forumId }, particulars: {} }));
}
