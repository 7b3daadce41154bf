import type { AmendedField } from "../../audit/events.ts";
import { command } from "../../command.ts";
import { orNotFound, refuse, refuseIfStale } from "../../kernel/outcome.ts";
import { AmendCaseInput } from "../inputs.ts";
import { lockCaseByReference, subjectOf } from "../lifecycle.ts";
import { refuseUnknownChoices } from "../queries/find-choices.ts";
import { findNamedWords, unconfirmed } from "../queries/find-named-words.ts";
import { twinOf } from "../rules.ts";

/**
 * The chair's office keeps a case true: its nameless twin, what is known and what is wanted. The twin is held against the
 * protected particulars without showing them. Its risk is scored apart, by the matrix.
 */
export const amendCase = command({
  permission: "case.amend",
  input: AmendCaseInput,
  async run({ tx, actor, require, record }, { reference, version, ...told }) {
    const held = await lockCaseByReference(tx, reference);
    refuseIfStale(held, version);
    require("case.amend", { forumId: held.forumId }, subjectOf(held));
    if (held.stage === "closed") refuse("case.notOpen");
    const stood = orNotFound(await tx.caseTwin.findUnique({ where: { caseId: held.id } }));
    const known = orNotFound(await tx.caseContent.findUnique({ where: { caseId: held.id } }));
    const isChanged: Record<Exclude<AmendedField, "risk">, boolean> = {
      title: told.title !== stood.title,
      summary: told.summary !== stood.summary,
      ward: told.wardId !== stood.wardId,
      involvesChildren: told.involvesChildren !== stood.involvesChildren,
      background: told.background !== known.background,
      wanted: told.wanted !== known.wanted,
    };
    const fields = (Object.keys(isChanged) as (keyof typeof isChanged)[]).filter((field) => isChanged[field]);
    if (fields.length === 0) return { reference: held.reference };
    await refuseUnknownChoices(tx, told);
    // a twin that stands was checked when it was published
    const named = isChanged.title || isChanged.summary ? await findNamedWords(tx, held.id, twinOf(told)) : [];
    if (unconfirmed(named, told.namesNobody).length > 0) refuse("case.twinNamesSomeone", { words: named });

    const { title, summary, wardId, involvesChildren, background, wanted } = told;
    await tx.caseTwin.update({ where: { caseId: held.id }, data: { title, summary, wardId, involvesChildren } });
    await tx.caseContent.update({ where: { caseId: held.id }, data: { background, wanted } });
    await tx.case.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: held.id } }, data: { version: { increment: 1 } } });
    record({ event: "case.amended", subject: subjectOf(held), particulars: { fields } });
    if (named.length > 0) record({ event: "case.twinConfirmed", subject: subjectOf(held), particulars: { words: named.length } });
    return { reference: held.reference };
  },
});
