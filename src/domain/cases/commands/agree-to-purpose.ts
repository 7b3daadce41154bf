import { command } from "../../command.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { AgreeToPurposeInput } from "../inputs.ts";
import { subjectOf } from "../lifecycle.ts";

/**
 * The second person agrees that information governance opens a case: another officer, or the chair in force of the forum; never whoever
 * asked (rule 26). From then on the case is open to them on the days that were asked for.
 */
export const agreeToPurpose = command({
  permission: "purpose.agree",
  input: AgreeToPurposeInput,
  async run({ tx, actor, now, require, record }, { purposeId }) {
    const rows = await tx.$queryRaw<{ id: string; forumId: string; reference: string; personId: string; until: Day; chairRecused: boolean | null }[]>`
      select c.id, c.forum_id as "forumId", c.reference, g.person_id as "personId", g.until_on::text as until, app.chair_recused_from(c.id) as "chairRecused"
      from governance_purposes g join cases c on c.partnership_id = g.partnership_id and c.id = g.case_id where g.id = ${purposeId}::uuid`;
    const found = orNotFound(rows[0]);
    const { forumId, personId } = found;
    require("purpose.agree", { forumId, chairRecused: found.chairRecused === true }, subjectOf(found));
    if (personId === actor.personId) refuse("purpose.ownAsking");
    if (found.until < dayOf(now)) refuse("purpose.over");
    const { count } = await tx.governanceAgreement.createMany({
      data: [{ purposeId, partnershipId: actor.partnershipId, forumId, caseId: found.id, agreedById: actor.personId, agreedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) refuse("purpose.alreadyAgreed");
    record({ event: "purpose.agreed", subject: subjectOf(found), particulars: { purposeId, personId } });
    return { reference: found.reference };
  },
});
