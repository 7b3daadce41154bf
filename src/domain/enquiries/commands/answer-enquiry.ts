import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { checkKeptGateway } from "../../disclosures/queries/check-gateway.ts";
import { findParty } from "../../disclosures/queries/find-gateways.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { spendRoute } from "../../one-time-routes/lifecycle.ts";
import { AnswerEnquiryInput } from "../inputs.ts";
import { lockEnquiry, subjectOf } from "../lifecycle.ts";
import { listHearers } from "../queries/find-askable.ts";

/** Whoever was asked answers, once, for their agency: the answer stands in the case as what the agency shared, by the gateway it was asked by; or the decision not to share it does. Nothing else of the case is theirs. */
export const answerEnquiry = command({
  permission: "enquiry.answer",
  input: AnswerEnquiryInput,
  async run({ tx, actor, now, require, record }, { reference, share, words, grade, informed, informedReason, routeId }) {
    const held = await lockEnquiry(tx, reference);
    require("enquiry.answer", { isAsked: held.personId === actor.personId }, subjectOf(held));
    if (held.answeredAt || held.withdrawnAt) refuse("enquiry.over");
    if (held.agencyId !== actor.agencyId) refuse("enquiry.agencyLeft");
    const { id, forumId, caseId, askerAgencyId, powerId, lawfulBasisId, conditionId, confidentialityId } = held;
    const of = { partnershipId: actor.partnershipId, forumId, caseId };
    const answerId = randomUUID();
    if (share === "yes") {
      const gateway = { powerId, lawfulBasisId, conditionId, confidentialityId };
      const [own, asker] = [orNotFound(await findParty(tx, held.agencyId)), orNotFound(await findParty(tx, askerAgencyId))];
      await checkKeptGateway(tx, gateway, own, [asker], dayOf(now));
      await tx.contribution.createMany({
        data: [{ ...of, id: answerId, agencyId: own.id, personId: actor.personId, words: `${reference}: ${words}`, purpose: `Answer to ${reference}`, necessity: `Asked for in ${reference}`, leftOut: null, grade: grade ?? "untested", marking: "official_sensitive", informed: informed === "yes", informedReason: informed === "yes" ? null : informedReason, contributedAt: now }],
      });
      await tx.disclosure.createMany({ data: [{ ...of, ...gateway, id: randomUUID(), contributionId: answerId, agencyId: asker.id }] });
    } else {
      await tx.withheldShare.createMany({ data: [{ ...of, id: answerId, agencyId: held.agencyId, personId: actor.personId, fromAgencyId: askerAgencyId, what: `The answer to ${reference}`, reason: words, decidedAt: now }] });
    }
    if (routeId) await spendRoute(tx, { id: routeId, purpose: "enquiry_answer", subjectId: id }, now);
    await tx.enquiry.updateMany({ where: { id }, data: { answeredAt: now, ...(share === "yes" ? { answerContributionId: answerId } : { withheldId: answerId }) } });
    for (const to of await listHearers(tx, held)) await mail(tx, actor, { to, template: "enquiry.answered", facts: { enquiry: reference } }, now);
    record({ event: share === "yes" ? "enquiry.answered" : "enquiry.refused", subject: subjectOf(held), particulars: { answerId, byRoute: routeId !== undefined } });
    return { reference };
  },
});
