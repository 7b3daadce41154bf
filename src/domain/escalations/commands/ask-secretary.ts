import { command } from "../../command.ts";
import { fromDate } from "../../kernel/dates.ts";
import { orNotFound, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { AskSecretaryInput } from "../inputs.ts";
import { caseBehind, lockEscalation, subjectOf } from "../lifecycle.ts";
import { askSecretary } from "../outside.ts";

/** The chair's office writes to another board's secretary again: to whoever is that today, who holds it there from now on. The link before opens nothing any more. */
export const askSecretaryAgain = command({
  permission: "escalation.askSecretary",
  input: AskSecretaryInput,
  async run({ tx, actor, now, require, record }, { reference, version }) {
    const { partnershipId } = actor;
    const held = await lockEscalation(tx, reference);
    const { id, forumId, boardId, state } = held;
    const caseId = await caseBehind(tx, id);
    const subject = subjectOf(held, { forumId, caseId });
    require("escalation.askSecretary", { forumId }, subject);
    refuseIfStale(held, version);
    if (boardId !== null) refuse("escalation.notYourBoard");
    if (state !== "sent" && state !== "received" && state !== "listed") refuse("escalation.illegalMove", { from: state, to: "listed" });
    const { listBy } = orNotFound(await tx.escalation.findFirst({ where: { partnershipId, id }, select: { listBy: true } }));
    const asked = await askSecretary(tx, actor, held, { caseId, listBy: fromDate(listBy) }, now);
    await tx.escalation.updateMany({ where: { partnershipId, id }, data: { holderId: asked.personId, version: { increment: 1 } } });
    record({ event: "escalation.secretaryAsked", subject, particulars: asked });
    return { reference };
  },
});
