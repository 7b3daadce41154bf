import { randomUUID } from "node:crypto";
import { subjectOf } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { ContributeInput } from "../inputs.ts";
import { checkChosenGateway } from "../queries/check-gateway.ts";
import { findWorkedCase, listTable } from "../queries/find-gateways.ts";

/**
 * An agency gives what it knows to agencies at the table, with its purpose, grade and marking, by a gateway in its four parts that
 * is held against each of them (rule 18). Its words reach its own agency, those it goes to and the chair's office, and nobody else.
 */
export const contribute = command({
  permission: "case.contribute",
  input: ContributeInput,
  async run({ tx, actor, now, require, record }, input) {
    const found = orNotFound(await findWorkedCase(tx, input.reference));
    require("case.contribute", { forumId: found.forumId, worksOnCase: found.worksOnCase }, subjectOf(found));
    if (found.stage === "closed") refuse("case.notOpen");
    const table = (await listTable(tx, found.forumId, dayOf(now))).filter(({ id }) => id !== found.agency.id);
    const receivers = table.filter(({ id }) => input.recipients.includes(id));
    if (receivers.length !== input.recipients.length) wrongField("recipients", "Select the agencies it goes to");
    await checkChosenGateway(tx, input, found.agency, receivers, dayOf(now));

    const of = { partnershipId: actor.partnershipId, forumId: found.forumId, caseId: found.id };
    const contributionId = randomUUID();
    const { words, purpose, necessity, leftOut, grade, marking, informed, informedReason } = input;
    const { powerId, lawfulBasisId, conditionId, confidentialityId } = input;
    // createMany: whether it may be read is asked of rows that stand already
    await tx.contribution.createMany({
      data: [{
        ...of, id: contributionId, agencyId: found.agency.id, personId: actor.personId, words, purpose, necessity, leftOut, grade, marking,
        informed: informed === "yes", informedReason: informed === "yes" ? null : informedReason, contributedAt: now,
      }],
    });
    await tx.disclosure.createMany({ data: receivers.map(({ id: agencyId }) => ({ ...of, id: randomUUID(), contributionId, agencyId, powerId, lawfulBasisId, conditionId, confidentialityId })) });
    record({ event: "case.contributed", subject: subjectOf(found), particulars: { contributionId, agencyId: found.agency.id, toAgencyIds: receivers.map(({ id }) => id) } });
    return { reference: found.reference };
  },
});
