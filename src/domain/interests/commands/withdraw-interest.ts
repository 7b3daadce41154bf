import { command } from "../../command.ts";
import { orNotFound } from "../../kernel/outcome.ts";
import { WithdrawInterestInput } from "../inputs.ts";

/** A standing interest that has ended is withdrawn, and kept. What was declared at a meeting stands, and so does every recusal: lifting one is the chair's. */
export const withdrawInterest = command({
  permission: "interest.withdraw",
  input: WithdrawInterestInput,
  async run({ tx, actor, now, require, record }, { interestId }) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id from interests where id = ${interestId}::uuid and person_id = ${actor.personId}::uuid and forum_id is null and withdrawn_at is null for update`;
    const { id } = orNotFound(rows[0]);
    const subject = { type: "interest", id } as const;
    require("interest.withdraw", { isSelf: true }, subject);
    await tx.interest.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id } }, data: { withdrawnAt: now }, select: { id: true } });
    record({ event: "interest.withdrawn", subject, particulars: { interestId: id } });
    return { id };
  },
});
