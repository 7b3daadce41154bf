import { randomUUID } from "node:crypto";
import type { Prisma } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { checkChosenGateway } from "../../disclosures/queries/check-gateway.ts";
import { findParty } from "../../disclosures/queries/find-gateways.ts";
import { workingDaysFrom } from "../../kernel/bank-holidays.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { SendReferralInput } from "../inputs.ts";
import { holdToWrite } from "../held.ts";
import { moveReferral, referralSubject } from "../lifecycle.ts";
import { findProgress } from "../queries/find-progress.ts";
import { listRecipients } from "../queries/list-recipients.ts";
import { answeredWithin, missingParts } from "../rules.ts";
import { checkTwin } from "../twin.ts";

/**
 * It leaves its writer's hands: every part is written, its twin names nobody, and its gateways still reach everybody it goes to, the chair's office among
 * them. The words as they are now are kept. Sent for the first time, its clock begins; sent again with what was asked for, the clock has run on.
 */
export const sendReferral = command({
  permission: "referral.send",
  input: SendReferralInput,
  async run(context, { reference, version, answer, namesNobody }) {
    const { tx, actor, now, require, record } = context;
    const held = await holdToWrite(context, { reference, version });
    require("referral.send", { isReferrer: held.isWriter }, referralSubject(held));
    const { partnershipId } = actor;
    const missing = missingParts(await findProgress(tx, held.id));
    if (missing.length > 0) refuse("referral.notComplete", { parts: missing });
    if (held.state === "more_asked" && answer === null) refuse("referral.answerFirst");
    const where = { partnershipId, referralId: held.id };
    const [matter, threshold, sharing, risk, gateways] = [
      orNotFound(await tx.referralMatter.findFirst({ where })), orNotFound(await tx.referralThreshold.findFirst({ where })),
      orNotFound(await tx.referralSharing.findFirst({ where })), orNotFound(await tx.referralRisk.findFirst({ where })), await tx.referralGateway.findMany({ where: { ...where, removedAt: null } }),
    ];
    await checkTwin(tx, held.id, { title: matter.title ?? "", summary: matter.summary ?? "" }, namesNobody);
    const recipients = await listRecipients(tx, held.forumId, held.agencyId);
    const unreached = recipients.filter(({ id, isOffice }) => isOffice && !gateways.some(({ agencyId }) => agencyId === id));
    if (unreached.length > 0) refuse("referral.officeNotReached", { agencies: unreached.map(({ name }) => name) });
    // the law may have changed since a gateway was chosen
    const giver = orNotFound(await findParty(tx, held.agencyId));
    for (const gateway of gateways) await checkChosenGateway(tx, gateway, giver, [orNotFound(await findParty(tx, gateway.agencyId))], dayOf(now));

    const sendingId = randomUUID();
    const words = JSON.parse(JSON.stringify({ matter, threshold, sharing, risk })) as Prisma.InputJsonObject;
    await tx.referralSending.createMany({ data: [{ id: sendingId, ...where, personId: actor.personId, sentAt: now, answer: held.state === "more_asked" ? answer : null, words }] });
    const first = held.sentAt === null ? { sentAt: now, answerBy: asDate(await workingDaysFrom(tx, dayOf(now), answeredWithin)) } : {};
    await moveReferral(tx, partnershipId, held, "sent", first);
    const office = await tx.$queryRaw<{ personId: string }[]>`select person_id as "personId" from app.triagers_of_referral(${held.id}::uuid)`;
    for (const { personId: to } of office) await mail(tx, actor, { to, template: "referral.waiting", facts: { referral: held.reference } }, now);
    record({ event: "referral.sent", subject: referralSubject(held), particulars: { sendingId } });
    return { reference: held.reference };
  },
});
