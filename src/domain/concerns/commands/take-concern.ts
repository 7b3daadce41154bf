import { unconfirmed } from "../../cases/queries/find-named-words.ts";
import { takeWholeCase } from "../../cases/lifecycle.ts";
import { command } from "../../command.ts";
import { refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { TakeConcernInput } from "../inputs.ts";
import { decide, lockConcern, subjectOf } from "../lifecycle.ts";
import { namedInReason } from "../queries/find-named-in-reply.ts";

/** The chair in force takes the concern as a case: the case is opened as any other is, the concern's words carried over as the chair leaves them, and the raiser is told why (rule 15). */
export const takeConcern = command({
  permission: "concern.decide",
  input: TakeConcernInput,
  async run(context, { concern: reference, concernVersion, reason, ...said }) {
    const { tx, actor, now, require, record } = context;
    const held = await lockConcern(tx, reference);
    refuseIfStale(held, concernVersion);
    const { forumId } = held;
    require("concern.decide", { forumId }, subjectOf(held));
    require("case.take", { forumId }, { type: "case", forumId });
    if (held.state !== "raised") refuse("concern.notInThisState", { state: held.state });
    const { id: caseId, reference: caseReference, named: inTwin } = await takeWholeCase(context, { ...said, forumId });
    const named = [...new Set([...inTwin, ...(await namedInReason(tx, caseId, reason))])];
    if (unconfirmed(named, said.namesNobody).length > 0) refuse("concern.namesSomeone", { words: named });
    record(await decide(tx, actor, held, { kind: "taken", words: reason, caseId }, now));
    return { reference: caseReference, concern: reference };
  },
});
