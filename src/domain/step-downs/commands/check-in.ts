import { randomUUID } from "node:crypto";
import { subjectOf } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";
import { CheckInInput } from "../inputs.ts";
import { isRepeat } from "../rules.ts";

/**
 * The agency that keeps watch says what it found, or the office for it. Where what was to bring the case back has happened, the case is open again at once:
 * by the database, since whoever keeps watch moves no case.
 */
export const checkIn = command({
  permission: "watch.checkIn",
  input: CheckInInput,
  async run({ tx, actor, now, require, record }, { reference, finding, note }) {
    const rows = await tx.$queryRaw<{ id: string; forumId: string; reference: string; stepDownId: string | null; leadAgencyId: string | null; signedOn: string }[]>`
      select c.id, c.forum_id as "forumId", c.reference, s.id as "stepDownId", s.lead_agency_id as "leadAgencyId", (s.signed_at at time zone 'Europe/London')::date::text as "signedOn"
      from cases c left join step_downs s on s.partnership_id = c.partnership_id and s.case_id = c.id and s.signed_at is not null and s.ended_at is null
      where c.reference = ${reference} and c.id <> all((select app.shut_cases())::uuid[])`;
    const found = orNotFound(rows[0]);
    const { forumId, stepDownId, leadAgencyId } = found;
    require("watch.checkIn", { forumId, leadAgencyId: leadAgencyId ?? undefined }, subjectOf(found));
    if (!stepDownId || !leadAgencyId) refuse("case.notWatched");
    const id = randomUUID();
    await tx.watchCheck.createMany({ data: [{ id, partnershipId: actor.partnershipId, forumId, caseId: found.id, stepDownId, agencyId: leadAgencyId, personId: actor.personId, checkedAt: now, finding, note }] });
    record({ event: "watch.checked", subject: subjectOf(found), particulars: { checkId: id } });
    if (finding === "trigger_met") record({ event: "case.returned", subject: subjectOf(found), particulars: { stepDownId, isRepeat: isRepeat(found.signedOn, dayOf(now)) } });
    return { reference: found.reference, returned: finding === "trigger_met" };
  },
});
