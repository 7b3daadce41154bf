import { together } from "@/platform/db/together.ts";
import { subjectOf } from "../../cases/lifecycle.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { CaseStage } from "../../kernel/enums.ts";
import { chairAbsent, chairRecused } from "../../meetings/queries/chair-absence.ts";
import { listAssessments } from "../../risk/queries/list-assessments.ts";
import { view } from "../../view.ts";
import { findRunning, type HeldStepDown } from "../lifecycle.ts";
import { lackingIn, type StepDownPart, watchUntil } from "../rules.ts";
import { type AgencyChoice, agenciesAtTheTable } from "./agencies.ts";
import { type Decision, findDecision } from "./find-decision.ts";

export type OpenAction = { reference: string; owner: string; agency: string; due: Day; text: string | null };
export type StepDownView = {
  reference: string;
  title: string;
  stage: CaseStage;
  /** Null while nobody has begun one. */
  prepared: HeldStepDown | null;
  lacks: StepDownPart[];
  openActions: OpenAction[];
  /** Totals of the matrix, the first scoring first. */
  scored: number[];
  agencies: AgencyChoice[];
  /** The meeting that decided it; without one the chair says why it is done between meetings. */
  decision: Decision | null;
  /** The last day of the watch, were it signed today. */
  until: Day | null;
  allowed: { sign: boolean };
};

/** A step-down as the chair's office prepares it. Null for anybody else, and for a case that is not open. */
export const viewStepDown = view(async ({ tx, now, may, record }, reference: string): Promise<StepDownView | null> => {
  const [found] = await tx.$queryRaw<{ id: string; forumId: string; reference: string; title: string; stage: CaseStage }[]>`
    select c.id, c.forum_id as "forumId", c.reference, t.title, c.stage from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id where c.reference = ${reference} and c.stage = 'open'`;
  if (!found || !may("case.prepareStepDown", { forumId: found.forumId })) return null;
  const { id, forumId, title, stage } = found;
  const today = dayOf(now);
  record({ event: "case.opened", subject: subjectOf(found), particulars: {} });
  const [running, openActions, assessments, agencies, decision, recused] = await together(tx, (at) => [
    findRunning(at, { id }),
    at.$queryRaw<OpenAction[]>`
      select a.reference, concat_ws(' ', p.style, p.name) as owner, g.short_name as agency, a.due_on::text as due, coalesce(w.wording, a.nameless_wording) as text
      from actions a join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
        left join action_wordings w on w.partnership_id = a.partnership_id and w.action_id = a.id
      where a.case_id = ${id}::uuid and a.ended_at is null order by a.due_on, a.reference`,
    listAssessments(at, id),
    agenciesAtTheTable(at, forumId, today),
    findDecision(at, id),
    chairRecused(at, { caseId: id, itemId: null }),
  ]);
  const prepared = running ?? null;
  const absent = decision !== null && (await chairAbsent(tx, { id: decision.meetingId, forumId }, today));
  return {
    reference: found.reference, title, stage, prepared, openActions, agencies, decision,
    lacks: prepared ? lackingIn(prepared) : [],
    scored: assessments.map(({ total }) => total).toReversed(),
    until: prepared?.watchMonths ? watchUntil(today, prepared.watchMonths) : null,
    allowed: { sign: may("case.stepDown", { forumId, chairAbsent: absent, chairRecused: recused }) },
  };
});
