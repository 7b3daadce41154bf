import { randomUUID } from "node:crypto";
import type { Tx } from "@/platform/db/client.ts";
import { command } from "../../command.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeetingToJoin } from "../../meetings/lifecycle.ts";
import { DeclareInterestInput } from "../inputs.ts";
import { holdRecusals, recuse } from "../lifecycle.ts";
import { recusesAtOnce, wordsMissing } from "../rules.ts";

/**
 * Somebody round the table declares an interest in a case on the agenda, by its nameless title, as far as they may know it (rule 8).
 * Pecuniary and personal shut the case to them in the same moment; of another the chair decides.
 */
export const declareInterest = command({
  permission: "interest.declare",
  input: DeclareInterestInput,
  async run({ tx, actor, now, require, record }, { reference, caseReference, kind, about, words }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { id: meetingId, forumId, state } = meeting;
    const { partnershipId, personId } = actor;
    const interestId = randomUUID();
    require("interest.declare", { forumId }, { type: "meeting", id: meetingId, reference, forumId });
    if (state !== "published" && state !== "in_session") refuse("meeting.notInThisState", { state });
    const found = orNotFound(await findOnAgenda(tx, meetingId, caseReference));
    const missing = wordsMissing(kind, words);
    if (missing) wrongField("words", missing);

    await holdRecusals(tx, found.id, personId);
    // the same person on two devices at once: to the second the case is shut by now
    orNotFound(await findOnAgenda(tx, meetingId, caseReference));
    await tx.interest.create({ data: { id: interestId, partnershipId, personId, kind, about, words, forumId, meetingId, caseId: found.id, declaredAt: now }, select: { id: true } });
    record({ event: "interest.declared", subject: { type: "interest", id: interestId, reference: caseReference, forumId, caseId: found.id }, particulars: { interestId, kind } });
    const recused = recusesAtOnce[kind];
    if (recused) record(await recuse(tx, actor, { id: found.id, forumId, reference: caseReference }, { personId, silent: false, interestId, now }));
    return { reference, recused };
  },
});

/** Only what the person sees of the agenda: an item that is shut to them isn't there. */
async function findOnAgenda(tx: Tx, meetingId: string, caseReference: string): Promise<{ id: string } | undefined> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c.id from agenda_items i join cases c on c.partnership_id = i.partnership_id and c.id = i.case_id where i.meeting_id = ${meetingId}::uuid and c.reference = ${caseReference}`;
  return rows[0];
}
