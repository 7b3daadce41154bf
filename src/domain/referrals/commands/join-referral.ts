import { lockCase } from "../../cases/lifecycle.ts";
import { findNamedInCase } from "../../cases/queries/find-named-words.ts";
import { command } from "../../command.ts";
import { orNotFound, refuse, wrongField } from "../../kernel/outcome.ts";
import { answerReferral } from "../answer.ts";
import { carryInto } from "../carry.ts";
import { holdToAnswer } from "../held.ts";
import { JoinReferralInput } from "../inputs.ts";

/** It joins a case that the forum has already: its people and places and what its agency gave go over into that. Its referrer learns that it is taken up, not that there was a case. */
export const joinReferral = command({
  permission: "referral.decide",
  input: JoinReferralInput,
  async run(context, { reference, version, caseId, reason, namesNobody }) {
    const { tx } = context;
    const held = await holdToAnswer(context, { reference, version }, { to: "joined" });
    const found = await lockCase(tx, caseId);
    if (found.forumId !== held.forumId) wrongField("caseId", "Select the case that it joins");
    if (found.stage === "closed") refuse("case.notOpen");
    const twin = orNotFound(await tx.caseTwin.findUnique({ where: { caseId }, select: { title: true, summary: true } }));
    const known = await findNamedInCase(tx, caseId, twin);
    await carryInto(context, held, found, { twin, confirmed: namesNobody, known });
    await answerReferral(context, held, { kind: "joined", reason, caseId });
    return { reference: held.reference, caseReference: found.reference };
  },
});
