import type { AmendedField } from "../../audit/events.ts";
import { command } from "../../command.ts";
import { enums, type Risk } from "../../kernel/enums.ts";
import { orNotFound, refuse, refuseIfStale, wrongField } from "../../kernel/outcome.ts";
import { AmendCaseInput } from "../inputs.ts";
import { lockCaseByReference, subjectOf } from "../lifecycle.ts";
import { refuseUnknownChoices } from "../queries/find-choices.ts";
import { findNamedWords, unconfirmed } from "../queries/find-named-words.ts";
import { twinOf } from "../rules.ts";

/**
 * The chair's office keeps a case true: its nameless twin, what is known and wanted, the risk. The twin is held against the
 * protected particulars without showing them. Risk may be raised by judgement, never lowered by it alone (rule 22).
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
    const isChanged: Record<AmendedField, boolean> = {
      title: told.title !== stood.title,
      summary: told.summary !== stood.summary,
      ward: told.wardId !== stood.wardId,
      involvesChildren: told.involvesChildren !== stood.involvesChildren,
      background: told.background !== known.background,
      wanted: told.wanted !== known.wanted,
      risk: told.risk !== known.risk,
    };
    const fields = (Object.keys(isChanged) as AmendedField[]).filter((field) => isChanged[field]);
    if (fields.length === 0) return { reference: held.reference };
    await refuseUnknownChoices(tx, told);
    if (rank(told.risk) < rank(known.risk)) wrongField("risk", "Risk can be raised by judgement, not lowered by it");
    // a twin that stands was checked when it was published
    const named = isChanged.title || isChanged.summary ? await findNamedWords(tx, held.id, twinOf(told)) : [];
    if (unconfirmed(named, told.namesNobody).length > 0) refuse("case.twinNamesSomeone", { words: named });

    const { title, summary, wardId, involvesChildren, background, wanted, risk } = told;
    await tx.caseTwin.update({ where: { caseId: held.id }, data: { title, summary, wardId, involvesChildren } });
    await tx.caseContent.update({ where: { caseId: held.id }, data: { background, wanted, risk } });
    await tx.case.update({ where: { partnershipId_id: { partnershipId: actor.partnershipId, id: held.id } }, data: { version: { increment: 1 } } });
    record({ event: "case.amended", subject: subjectOf(held), particulars: { fields } });
    if (named.length > 0) record({ event: "case.twinConfirmed", subject: subjectOf(held), particulars: { words: named.length } });
    return { reference: held.reference };
  },
});

const rank = (risk: Risk) => enums.risk.indexOf(risk);
