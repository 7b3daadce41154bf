import { unconfirmed } from "../../cases/queries/find-named-words.ts";
import { command } from "../../command.ts";
import { refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { CloseInput, WithdrawInput } from "../inputs.ts";
import { caseBehind, chairShutOut, concernBehind, lockEscalation, subjectOf, takeStep } from "../lifecycle.ts";
import { takeBack } from "../outside.ts";
import { namedWords } from "../queries/find-origin.ts";

/** The chair in force takes it back from the board, with a reason that the board reads. Nothing of what it gave is read there any more. */
export const withdrawEscalation = command({
  permission: "escalation.withdraw",
  input: WithdrawInput,
  async run({ tx, actor, now, require, record }, { reference, version, reason }) {
    const held = await lockEscalation(tx, reference);
    const { forumId } = held;
    const side = { forumId, caseId: await caseBehind(tx, held.id) };
    require("escalation.withdraw", { forumId, chairRecused: await chairShutOut(tx, side.caseId) }, subjectOf(held, side));
    refuseIfStale(held, version);
    record(await takeStep(tx, actor, held, side, { kind: "withdrawn", now, note: reason }, { endedAt: now }));
    if (held.boardId === null) await takeBack(tx, actor, held, now);
    return { reference };
  },
});

/** The chair in force says what the forum does with the answer, and what whoever raised it may be told (rule 17): words that name nobody. */
export const closeEscalation = command({
  permission: "escalation.close",
  input: CloseInput,
  async run({ tx, actor, now, require, record }, { reference, version, note, safeWords, namesNobody }) {
    const held = await lockEscalation(tx, reference);
    const { forumId } = held;
    const side = { forumId, caseId: await caseBehind(tx, held.id) };
    const subject = subjectOf(held, side);
    require("escalation.close", { forumId, chairRecused: await chairShutOut(tx, side.caseId) }, subject);
    refuseIfStale(held, version);
    if (held.state !== "answered") refuse("escalation.illegalMove", { from: held.state, to: "closed" });
    if (safeWords !== null) {
      const named = await namedWords(tx, { caseId: side.caseId, concernOf: await concernBehind(tx, held.id) }, safeWords);
      if (unconfirmed(named, namesNobody).length > 0) refuse("escalation.namesSomeone", { words: named });
      await tx.escalationTelling.createMany({ data: [{ escalationId: held.id, partnershipId: actor.partnershipId, words: safeWords, approvedById: actor.personId, approvedAt: now }] });
    } else if (namesNobody.length > 0) wrongField("safeWords", "Enter what residents may be told");
    record(await takeStep(tx, actor, held, side, { kind: "closed", now, note }, { endedAt: now }));
    if (safeWords !== null) record({ event: "escalation.wordsApproved", subject, particulars: {} });
    return { reference };
  },
});
