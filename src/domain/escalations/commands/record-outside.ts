import { command } from "../../command.ts";
import { dayOf, instantOf } from "../../kernel/dates.ts";
import { refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { withdrawRoutes } from "../../one-time-routes/lifecycle.ts";
import { AnsweredOutsideInput, HeardOutsideInput } from "../inputs.ts";
import { caseBehind, giveAnswer, lockEscalation, subjectOf, takeStep } from "../lifecycle.ts";
import { outsideSide } from "../outside.ts";

/** A board that doesn't use the application heard it: the forum's office writes down what that board's minutes say. */
export const recordHeard = command({
  permission: "escalation.recordOutside",
  input: HeardOutsideInput,
  async run({ tx, actor, now, require, record }, { reference, version, on, listedAs }) {
    const held = await lockEscalation(tx, reference);
    const { forumId } = held;
    const side = outsideSide(held, await caseBehind(tx, held.id));
    require("escalation.recordOutside", { forumId }, subjectOf(held, side));
    refuseIfStale(held, version);
    if (held.boardId !== null) refuse("escalation.notYourBoard");
    if (on > dayOf(now)) wrongField("on", "Day it was heard must be today or in the past");
    record(await takeStep(tx, actor, held, side, { kind: "heard", now }, { heardAt: on === dayOf(now) ? now : instantOf(on, 12, 0), heardAs: listedAs }));
    // its secretary has nothing to say any more
    await withdrawRoutes(tx, { purpose: "escalation_date", subjectId: held.id }, now);
    return { reference };
  },
});

/** What that board answered, in its own words. */
export const recordAnswer = command({
  permission: "escalation.recordOutside",
  input: AnsweredOutsideInput,
  async run({ tx, actor, now, require, record }, { reference, version, words, safeWords }) {
    const held = await lockEscalation(tx, reference);
    const { forumId } = held;
    const side = outsideSide(held, await caseBehind(tx, held.id));
    require("escalation.recordOutside", { forumId }, subjectOf(held, side));
    refuseIfStale(held, version);
    if (held.boardId !== null) refuse("escalation.notYourBoard");
    if (held.state !== "heard") refuse("escalation.notHeardYet");
    await tx.escalationAnswer.createMany({ data: [{ escalationId: held.id, partnershipId: actor.partnershipId, words, safeWords, writtenById: actor.personId, writtenAt: now }] });
    record({ event: "escalation.answerWritten", subject: subjectOf(held, side), particulars: { returns: false } }, await giveAnswer(tx, actor, held, side, false, now));
    return { reference };
  },
});
