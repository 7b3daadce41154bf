import { findNamedWords, unconfirmed } from "../../cases/queries/find-named-words.ts";
import { command } from "../../command.ts";
import { asDate, dayOf } from "../../kernel/dates.ts";
import { orNotFound, refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { ChangeActionInput } from "../inputs.ts";
import { lockAction, subjectOf, takeStep } from "../lifecycle.ts";
import { aboutAction } from "../queries/about-action.ts";

/**
 * The chair in force changes what an action asks, how it will be known to be done, or its date, and says why (rule 9). What it said
 * before is kept by the database, and its owner reads both. Setting another date answers whoever asked for more time; that of the chair's own action is its verifier's to set.
 */
export const changeAction = command({
  permission: "action.change",
  input: ChangeActionInput,
  async run({ tx, actor, standing, now, require, record }, { reference, version, wording, namelessWording, measure, due, reason, namesNobody }) {
    const held = await lockAction(tx, reference);
    const today = dayOf(now);
    refuseIfStale(held, version);
    require("action.change", await aboutAction(tx, actor, standing, held, today), subjectOf(held));
    const of = { partnershipId: actor.partnershipId, actionId: held.id };
    const was = orNotFound(await tx.actionWording.findFirst({ where: of, select: { wording: true, measure: true, action: { select: { namelessWording: true } } } }));
    const moved = due !== held.due;
    // nobody gives themselves more time
    if (moved && held.ownerId === actor.personId && held.state !== "recorded") refuse("action.ownDate", { references: [reference] });
    const reworded = wording !== was.wording || measure !== was.measure;
    const renamed = namelessWording !== was.action.namelessWording;
    if (!moved && !reworded && !renamed) wrongField("wording", "Change the action, how it will be known to be done, or its date");
    if (moved && due < today) wrongField("due", "Date the action is due must be today or in the future");
    const named = renamed && held.caseId && namelessWording ? await findNamedWords(tx, held.caseId, namelessWording) : [];
    if (unconfirmed(named, namesNobody).length > 0) refuse("action.wordingNamesSomeone", { words: named });
    if (reworded) await tx.actionWording.updateMany({ where: of, data: { wording, measure } });
    const answered = moved && held.asked === "more_time" ? { asked: null, askedDueOn: null } : {};
    record(await takeStep(tx, actor, held, { kind: "changed", note: reason, now, ...(moved ? { due, dueWas: held.due } : {}) }, { ...answered, ...(moved ? { dueOn: asDate(due) } : {}), ...(renamed ? { namelessWording } : {}) }));
    if (named.length > 0) record({ event: "action.wordingConfirmed", subject: subjectOf(held), particulars: { words: named.length } });
    return { reference: held.reference };
  },
});
