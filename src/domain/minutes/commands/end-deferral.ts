import { command } from "../../command.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { EndDeferralInput } from "../deferral-inputs.ts";

type Seen = { forumId: string; forum: string; reference: string; closedAt: Date | null };

/** What a deferred item waited for is there: it comes back to the next agenda by itself. Said once, by the office, after the meeting that put it off. */
export const endDeferral = command({
  permission: "agenda.keep",
  input: EndDeferralInput,
  async run({ tx, actor, now, require, record }, { itemId }) {
    const seen = orNotFound((await tx.$queryRaw<Seen[]>`
      select i.forum_id as "forumId", f.code as forum, m.reference, m.closed_at as "closedAt"
      from agenda_items i join meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id join forums f on f.partnership_id = i.partnership_id and f.id = i.forum_id where i.id = ${itemId}::uuid`)[0]);
    const { forumId, reference } = seen;
    const subject = { type: "item", id: itemId, reference, forumId } as const;
    require("agenda.keep", { forumId }, subject);
    const held = orNotFound((await tx.$queryRaw<{ metAt: Date | null; waits: boolean }[]>`select met_at as "metAt", until_what is not null or until_on is not null as waits from deferrals where item_id = ${itemId}::uuid for update`)[0]);
    if (seen.closedAt === null || held.metAt !== null || !held.waits) refuse("deferral.over");
    await tx.deferral.update({ where: { partnershipId_itemId: { partnershipId: actor.partnershipId, itemId } }, data: { metAt: now, metById: actor.personId }, select: { itemId: true } });
    record({ event: "item.deferralMet", subject, particulars: {} });
    return { forum: seen.forum };
  },
});
