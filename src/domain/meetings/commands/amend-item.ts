import type { AgendaItemField } from "../../audit/events.ts";
import { command } from "../../command.ts";
import { wrongField } from "../../kernel/outcome.ts";
import { broughtKinds } from "../draft-rules.ts";
import { lineOf, lockDraft, touchMeeting } from "../draft.ts";
import { AmendItemInput } from "../agenda-inputs.ts";

/** How long an item of a draft takes, who presents it, and, where somebody brings it, what it is called and for whom it is. */
export const amendItem = command({
  permission: "agenda.keep",
  input: AmendItemInput,
  async run(context, { itemId, minutes, presenter, title, restricted, ...seen }) {
    const { tx, actor, record } = context;
    const { held, lines } = await lockDraft(context, seen);
    const line = lineOf(lines, itemId);
    const isBrought = (broughtKinds as readonly string[]).includes(line.kind);
    if (isBrought && line.title !== null && title === null) wrongField("title", "Enter a title that names nobody");
    const wanted = { plannedMinutes: minutes, presenter, title: isBrought ? title : line.title, restricted: isBrought && restricted };
    const fields = (["plannedMinutes", "presenter", "title", "restricted"] as const).filter((field: AgendaItemField) => wanted[field] !== line[field]);
    if (fields.length > 0) {
      await tx.agendaItem.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: line.id } }, data: { ...wanted, version: { increment: 1 } }, select: { id: true } });
      await touchMeeting(tx, actor.partnershipId, held);
      record({ event: "item.changed", subject: { type: "item", id: line.id, reference: held.reference, forumId: held.forumId, caseId: line.case?.id ?? null }, particulars: { fields } });
    }
    return { reference: held.reference };
  },
});
