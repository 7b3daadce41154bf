import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { addDays, asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, wrongField } from "../../kernel/outcome.ts";
import { AskToOpenInput } from "../inputs.ts";
import { subjectOf } from "../lifecycle.ts";

/** The longest that one purpose lasts. */
const longestDays = 92;

/**
 * Information governance asks to open a case: for what, from which day to which (rule 26). Nothing opens until a second person agrees,
 * and it ends by its date.
 */
export const askToOpenCase = command({
  permission: "purpose.ask",
  input: AskToOpenInput,
  async run({ tx, actor, now, require, record }, { reference, purpose, from, until }) {
    const rows = await tx.$queryRaw<{ id: string; forumId: string; reference: string }[]>`
      select id, forum_id as "forumId", reference from cases where reference = ${reference} and id <> all((select app.shut_cases())::uuid[])`;
    const found = orNotFound(rows[0]);
    require("purpose.ask", { forumId: found.forumId }, subjectOf(found));
    if (from < dayOf(now)) wrongField("from", "First day must be today or in the future");
    if (until < from) wrongField("until", "Last day must be the same as or after the first day");
    if (until > addDays(from, longestDays)) wrongField("until", `Last day must be within ${longestDays} days of the first day`);
    const id = randomUUID();
    await tx.governancePurpose.createMany({
      data: [{ id, partnershipId: actor.partnershipId, forumId: found.forumId, caseId: found.id, personId: actor.personId, purpose, fromOn: asDate(from), untilOn: asDate(until), askedAt: now }],
    });
    record({ event: "purpose.asked", subject: subjectOf(found), particulars: { purposeId: id, from, until } });
    return { reference: found.reference };
  },
});
