import { randomUUID } from "node:crypto";
import { subjectOf } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { WithholdShareInput } from "../inputs.ts";
import { findWorkedCase, listTable } from "../queries/find-gateways.ts";

/**
 * The decision not to share something with one agency, or with the room, and why (rule 18). It is for whoever decided, the chair's
 * office and information governance to read; the agency it is kept from learns nothing.
 */
export const withholdShare = command({
  permission: "case.contribute",
  input: WithholdShareInput,
  async run({ tx, actor, now, require, record }, { reference, fromAgencyId, what, reason }) {
    const found = orNotFound(await findWorkedCase(tx, reference));
    require("case.contribute", { forumId: found.forumId, worksOnCase: found.worksOnCase }, subjectOf(found));
    if (found.stage === "closed") refuse("case.notOpen");
    if (fromAgencyId) {
      const table = await listTable(tx, found.forumId, dayOf(now));
      if (fromAgencyId === found.agency.id || !table.some(({ id }) => id === fromAgencyId)) wrongField("fromAgencyId", "Select from whom");
    }
    const withheldId = randomUUID();
    await tx.withheldShare.createMany({
      data: [{ id: withheldId, partnershipId: actor.partnershipId, forumId: found.forumId, caseId: found.id, agencyId: found.agency.id, personId: actor.personId, fromAgencyId, what, reason, decidedAt: now }],
    });
    record({ event: "case.shareWithheld", subject: subjectOf(found), particulars: { withheldId, agencyId: found.agency.id, fromAgencyId } });
    return { reference: found.reference };
  },
});
