import { command } from "../../command.ts";
import { orNotFound, Refusal, refuse } from "../../kernel/outcome.ts";
import { SendAgainInput } from "../inputs.ts";
import { isOver, type Problem } from "../rules.ts";

/** A mail that was tried for the last time waits anew; the database gives it a job. */
export const sendAgain = command({
  permission: "mail.sendAgain",
  input: SendAgainInput,
  async run({ tx, actor, require, record }, { mailId: id }) {
    require("mail.sendAgain", {}, { type: "person", id: actor.personId });
    const { personId } = orNotFound(await tx.mail.findFirst({ where: { id }, select: { personId: true } }));
    // the policy leaves nothing to lock but what is dead: anything else has changed since it was shown
    const [dead] = await tx.$queryRaw<{ problem: Problem }[]>`select problem from mails where id = ${id}::uuid and state = 'dead' for update`;
    if (!dead) throw new Refusal({ kind: "stale" });
    if (isOver(dead.problem)) refuse("mail.over");
    await tx.mail.updateMany({ where: { id }, data: { state: "waiting", tries: 0, problem: null } });
    record({ event: "mail.sentAgain", subject: { type: "person", id: personId }, particulars: { personId, mailId: id } });
    return {};
  },
});
