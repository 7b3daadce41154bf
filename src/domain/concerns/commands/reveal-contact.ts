import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { RevealContactInput } from "../inputs.ts";
import { lockConcern, subjectOf } from "../lifecycle.ts";

/** Who it came from and how to reach them, shown to one of the chair's office for fifteen minutes and a reason, which is kept (rule 26, D3). */
export const revealContact = command({
  permission: "concern.reveal",
  input: RevealContactInput,
  async run({ tx, actor, now, require, record }, { reference, reason }) {
    const held = await lockConcern(tx, reference);
    require("concern.reveal", { forumId: held.forumId }, subjectOf(held));
    const id = randomUUID();
    await tx.concernReveal.createMany({ data: [{ id, partnershipId: actor.partnershipId, forumId: held.forumId, concernId: held.id, personId: actor.personId, reason, revealedAt: now, endsAt: new Date(now.getTime() + 15 * 60_000) }] });
    record({ event: "concern.revealed", subject: subjectOf(held), particulars: { revealId: id } });
    return { reference };
  },
});
