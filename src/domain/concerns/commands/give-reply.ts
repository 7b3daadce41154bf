import { unconfirmed } from "../../cases/queries/find-named-words.ts";
import { command } from "../../command.ts";
import { refuse, refuseIfStale, Refusal, wrongField } from "../../kernel/outcome.ts";
import { chairRecused } from "../../meetings/queries/chair-absence.ts";
import { GiveReplyInput } from "../inputs.ts";
import { addAnswer, lockConcern, moveConcern, subjectOf, tellRaiser } from "../lifecycle.ts";
import { findLinkedCase, namedInReply } from "../queries/find-named-in-reply.ts";
import { isDecided } from "../rules.ts";

/**
 * The safe reply (rule 17). The chair approves the words as they were prepared and shown: whatever in them is protected in the linked case, or would
 * name somebody or a place of the concern, is shown first and the chair says that it may stand; and whoever says that it would tell the person causing harm something changes it instead.
 */
export const giveReply = command({
  permission: "concern.reply",
  input: GiveReplyInput,
  async run({ tx, actor, now, require, record }, { reference, version, preparation, tellsHarm, ends, namesNobody }) {
    const held = await lockConcern(tx, reference);
    refuseIfStale(held, version);
    const caseId = await findLinkedCase(tx, held.id);
    require("concern.reply", { forumId: held.forumId, chairRecused: await chairRecused(tx, { caseId, itemId: null }) }, subjectOf(held, caseId));
    if (!isDecided(held.state)) refuse("concern.notInThisState", { state: held.state });
    const prepared = await tx.concernPreparation.findFirst({ where: { concernId: held.id }, select: { version: true, recordWords: true, residentWords: true } });
    if (!prepared?.recordWords || !prepared.residentWords) return refuse("concern.noReplyPrepared");
    if (prepared.version !== preparation) throw new Refusal({ kind: "stale" });
    if (tellsHarm === "yes") wrongField("tellsHarm", "Change the words so that they tell the person causing harm nothing");
    const named = await namedInReply(tx, held.id, caseId, prepared.residentWords);
    if (unconfirmed(named, namesNobody).length > 0) refuse("concern.namesSomeone", { words: named });

    const kind = ends === "ends" ? "answered" : "replied";
    const answerId = await addAnswer(tx, actor, held, { kind, words: prepared.residentWords }, now);
    await tx.concernRecord.createMany({ data: [{ answerId, partnershipId: actor.partnershipId, forumId: held.forumId, concernId: held.id, words: prepared.recordWords }] });
    await tx.concernPreparation.updateMany({ where: { partnershipId: actor.partnershipId, concernId: held.id }, data: { recordWords: null, residentWords: null, preparedById: actor.personId, preparedAt: now, version: { increment: 1 } } });
    if (kind === "answered") await moveConcern(tx, actor, held, "answered", now);
    await tellRaiser(tx, actor, held, "concern.replied", now);
    record({ event: "concern.replied", subject: subjectOf(held, caseId), particulars: { answerId, ends: kind === "answered", words: named.length } });
    return { reference };
  },
});
