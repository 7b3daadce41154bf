import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { addItem as putOn, lockAgenda, placeForMore } from "../draft.ts";
import { AddItemInput } from "../agenda-inputs.ts";

/** Something that somebody brings: a report, a presentation, a matter to discuss. On a draft, or in a supplement to what is published. */
export const addItem = command({
  permission: "agenda.keep",
  input: AddItemInput,
  async run(context, { reference, minutes, ...item }) {
    const { tx, actor, record } = context;
    const { held, supplement } = await lockAgenda(context, reference);
    const id = randomUUID();
    await putOn(tx, actor.partnershipId, held, { ...item, id, plannedMinutes: minutes, caseId: null, escalationId: null, deferredFromId: null, plannedId: null, supplement }, await placeForMore(tx, held.id));
    record({ event: "item.added", subject: { type: "item", id, reference: held.reference, forumId: held.forumId }, particulars: { kind: item.kind, supplement } });
    return { reference: held.reference, item: id };
  },
});
