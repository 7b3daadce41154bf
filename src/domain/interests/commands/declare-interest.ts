import { randomUUID } from "node:crypto";
import { command } from "../../command.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { lockMeetingToJoin } from "../../meetings/lifecycle.ts";
import { DeclareInterestInput } from "../inputs.ts";
import { holdRecusals, recuse } from "../lifecycle.ts";
import { findOnAgenda } from "../queries/find-matter.ts";
import { recusesAtOnce, wordsMissing } from "../rules.ts";

/**
 * Somebody round the table declares an interest in an item of the agenda, a case by its nameless title as far as they may know it, or in general (rule 8).
 * Pecuniary and personal shut the item to them in the same moment; of another, and of one that is in no item, the chair decides.
 */
export const declareInterest = command({
  permission: "interest.declare",
  input: DeclareInterestInput,
  async run({ tx, actor, now, require, record }, { reference, on, kind, about, words }) {
    const meeting = await lockMeetingToJoin(tx, reference);
    const { id: meetingId, forumId, state } = meeting;
    const { partnershipId, personId } = actor;
    const interestId = randomUUID();
    require("interest.declare", { forumId }, { type: "meeting", id: meetingId, reference, forumId });
    if (state !== "published" && state !== "in_session") refuse("meeting.notInThisState", { state });
    const matter = on && orNotFound(await findOnAgenda(tx, meetingId, on));
    const missing = wordsMissing(kind, words);
    if (missing) wrongField("words", missing);

    if (on && matter) {
      await holdRecusals(tx, matter, personId);
      // the same person on two devices at once: to the second it is shut by now
      orNotFound(await findOnAgenda(tx, meetingId, on));
    }
    const { caseId, itemId } = matter ?? { caseId: null, itemId: null };
    await tx.interest.create({ data: { id: interestId, partnershipId, personId, kind, about, words, forumId, meetingId, caseId, itemId, declaredAt: now }, select: { id: true } });
    record({ event: "interest.declared", subject: { type: "interest", id: interestId, reference: matter?.reference ?? reference, forumId, caseId }, particulars: { interestId, kind } });
    const recused = matter !== null && recusesAtOnce[kind];
    if (recused) record(await recuse(tx, actor, matter, { personId, silent: false, interestId, now }));
    return { reference, recused };
  },
});
