import { randomUUID } from "node:crypto";
import { hashOf, secretOf } from "@/platform/auth/one-time-secret.ts";
import { command } from "../../command.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { PersonInput } from "../inputs.ts";
import { lockOther, withdrawLinks } from "../lifecycle.ts";
import { hasAccount } from "../queries/has-account.ts";
import { invitationDays } from "../rules.ts";

/** Sends somebody the link that makes their account, once, for seven days. Inviting again ends the link before. */
export const invite = command({
  permission: "account.invite",
  input: PersonInput,
  async run({ tx, actor, now, require, record }, { personId, version }) {
    const subject = { type: "person", id: personId } as const;
    require("account.invite", {}, subject);
    const held = await lockOther(tx, actor, personId);
    refuseIfStale(held, version);
    if (await hasAccount(tx, personId)) refuse("account.alreadyThere");
    await withdrawLinks(tx, actor, personId, now);
    const linkId = randomUUID();
    const { partnershipId, personId: madeById } = actor;
    const endsAt = new Date(now.getTime() + invitationDays * 86_400_000);
    await tx.oneTimeLink.createMany({ data: [{ id: linkId, partnershipId, personId, purpose: "account_invitation", secretHash: new Uint8Array(hashOf(secretOf(linkId, "account_invitation"))), madeAt: now, madeById, endsAt }] });
    await mail(tx, actor, { to: personId, template: "account.invited", facts: { linkId } }, now);
    record({ event: "account.invited", subject, particulars: { personId, linkId } });
    return { personId };
  },
});

export const withdrawInvitation = command({
  permission: "account.invite",
  input: PersonInput,
  async run({ tx, actor, now, require, record }, { personId, version }) {
    const subject = { type: "person", id: personId } as const;
    require("account.invite", {}, subject);
    const held = await lockOther(tx, actor, personId);
    refuseIfStale(held, version);
    const open = await tx.oneTimeLink.count({ where: { personId, purpose: "account_invitation", usedAt: null, withdrawnAt: null, endsAt: { gt: now } } });
    if (open === 0) refuse("account.notInvited");
    await withdrawLinks(tx, actor, personId, now);
    record({ event: "account.invitationWithdrawn", subject, particulars: { personId } });
    return { personId };
  },
});
