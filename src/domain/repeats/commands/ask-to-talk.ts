import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound, Refusal, refuse } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { referralSubject } from "../../referrals/lifecycle.ts";
import { AskToTalkInput } from "../inputs.ts";

/** Whoever was told that others hold something similar asks to talk. It goes to those who hold it; who they are, and how many, whoever asks isn't told. */
export const askToTalk = command({
  permission: "talk.ask",
  input: AskToTalkInput,
  async run({ tx, actor, now, require, record }, { reference }) {
    const held = orNotFound(await tx.referral.findFirst({ where: { reference, personId: actor.personId }, select: { id: true, reference: true, forumId: true } }));
    require("talk.ask", { isReferrer: true }, referralSubject(held));
    const check = orNotFound(await tx.repeatCheck.findFirst({ where: { referralId: held.id, personId: actor.personId }, orderBy: { askedAt: "desc" }, select: { id: true, similar: true } }));
    if (!check.similar) throw new Refusal({ kind: "notFound" });
    const [on] = await tx.$queryRaw<{ on: boolean }[]>`select app.finds_repeats() as on`;
    if (!on?.on) refuse("repeats.switchedOff");
    if (await tx.talkRequest.findFirst({ where: { referralId: held.id, personId: actor.personId }, select: { id: true } })) refuse("talk.alreadyAsked");
    const talkId = randomUUID();
    const [row] = await tx.$queryRaw<{ told: string[] | null }[]>`select app.ask_to_talk(${check.id}::uuid, ${talkId}::uuid) as told`;
    const told = row?.told;
    // asked at the same moment from another window, or switched off since
    if (!told) refuse("talk.alreadyAsked");
    for (const to of told) await mail(tx, actor, { to, template: "talk.asked", facts: {} }, now);
    record({ event: "talk.asked", subject: { type: "talk", id: talkId }, particulars: { checkId: check.id } });
    return { reference: held.reference };
  },
});
