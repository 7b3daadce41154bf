import { command } from "../../command.ts";
import { ChoosePaceInput } from "../inputs.ts";

/** Somebody says how they want to hear of what may wait. What must not wait goes at once, whatever they say. */
export const choosePace = command({
  permission: "mail.choose",
  input: ChoosePaceInput,
  async run({ tx, actor, now, require, record }, said) {
    const { personId, partnershipId } = actor;
    require("mail.choose", { isSelf: true }, { type: "person", id: personId });
    await tx.mailPreference.upsert({ where: { personId }, create: { personId, partnershipId, ...said, setAt: now }, update: { ...said, setAt: now }, select: { personId: true } });
    record({ event: "mail.paceChosen", subject: { type: "person", id: personId }, particulars: said });
    return {};
  },
});
