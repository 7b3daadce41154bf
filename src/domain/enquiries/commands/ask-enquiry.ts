import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { checkChosenGateway } from "../../disclosures/queries/check-gateway.ts";
import { findWorkedCase } from "../../disclosures/queries/find-gateways.ts";
import { subjectOf as caseSubject } from "../../cases/lifecycle.ts";
import { nextNumber } from "../../forums/numbering.ts";
import { addDays, asDate, dayOf, instantOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { mail } from "../../mail/send.ts";
import { makeRoute } from "../../one-time-routes/lifecycle.ts";
import { AskEnquiryInput } from "../inputs.ts";
import { subjectOf } from "../lifecycle.ts";
import { findAskable } from "../queries/find-askable.ts";

/**
 * The chair's office asks one question about a case of somebody who isn't at the table. What they are told with it is disclosed to their agency, by a gateway in its
 * four parts, and stands in the ledger; by mail goes the reference alone. Whoever can't sign in gets a one-time link, and the code to it by telephone.
 */
export const askEnquiry = command({
  permission: "enquiry.ask",
  input: AskEnquiryInput,
  async run({ tx, actor, now, require, record }, input) {
    const found = orNotFound(await findWorkedCase(tx, input.reference));
    require("enquiry.ask", { forumId: found.forumId }, caseSubject(found));
    if (found.stage === "closed") refuse("case.notOpen");
    const today = dayOf(now);
    if (input.answerBy < today || input.answerBy > addDays(today, 28)) wrongField("answerBy", "Date you need the answer by must be within the next 28 days");
    const person = (await findAskable(tx, { forumId: found.forumId, caseId: found.id })).find(({ id }) => id === input.personId);
    if (!person) wrongField("personId", "Select somebody who is not at the table");
    if (person.recused) refuse("enquiry.recused");
    const asked = { id: person.agencyId, name: person.agency, kind: person.agencyKind };
    // there and back: the answer comes by the same law
    await checkChosenGateway(tx, input, found.agency, [asked], today);
    await checkChosenGateway(tx, input, asked, [found.agency], today);

    const of = { partnershipId: actor.partnershipId, forumId: found.forumId, caseId: found.id };
    const { powerId, lawfulBasisId, conditionId, confidentialityId, question, told, purpose } = input;
    const gateway = { powerId, lawfulBasisId, conditionId, confidentialityId };
    const [code] = found.reference.split("-");
    const [id, contributionId] = [randomUUID(), randomUUID()];
    const reference = `${code}-Q${await nextNumber(tx, { partnershipId: actor.partnershipId, forumId: found.forumId }, "enquiry")}`;
    await tx.contribution.createMany({
      data: [{ ...of, id: contributionId, agencyId: found.agency.id, personId: actor.personId, words: [`${reference}: ${question}`, told].filter(Boolean).join("\n\n"), purpose, necessity: purpose, leftOut: null, grade: "reliable", marking: "official_sensitive", informed: input.informed === "yes", informedReason: input.informed === "yes" ? null : input.informedReason, contributedAt: now }],
    });
    await tx.disclosure.createMany({ data: [{ ...of, ...gateway, id: randomUUID(), contributionId, agencyId: asked.id }] });
    await tx.enquiry.createMany({ data: [{ ...of, ...gateway, id, reference, personId: person.id, agencyId: asked.id, askedById: actor.personId, askerAgencyId: found.agency.id, askedAt: now, answerBy: asDate(input.answerBy), toldContributionId: contributionId }] });
    await tx.enquiryWords.createMany({ data: [{ ...of, enquiryId: id, question, told, purpose }] });
    if (person.signsIn) await mail(tx, actor, { to: person.id, template: "enquiry.asked", facts: { enquiry: reference, by: input.answerBy } }, now);
    else {
      const linkId = await makeRoute(tx, actor, { purpose: "enquiry_answer", subjectId: id, forumId: found.forumId, caseId: found.id, personId: person.id, needsCode: true, endsAt: instantOf(addDays(input.answerBy, 1), 0, 0) }, now);
      await mail(tx, actor, { to: person.id, template: "enquiry.askedOnce", facts: { linkId, enquiry: reference, by: input.answerBy } }, now);
    }
    record({ event: "enquiry.asked", subject: subjectOf({ ...of, id, reference }), particulars: { personId: person.id, agencyId: asked.id, contributionId, byRoute: !person.signsIn } });
    return { reference };
  },
});
