import { subjectOf } from "../../cases/lifecycle.ts";
import { view } from "../../view.ts";
import { type Risk } from "../../kernel/enums.ts";
import { type Assessment, listAssessments } from "./list-assessments.ts";

export type RiskView = {
  reference: string;
  version: number;
  risk: Risk;
  /** The newest first. */
  assessments: Assessment[];
  allowed: { assess: boolean };
};

/** The risk of a case and how it was scored, for whoever may read its record. Null for anybody else. */
export const viewRisk = view(async ({ tx, may, record }, reference: string): Promise<RiskView | null> => {
  const [found] = await tx.$queryRaw<{ id: string; forumId: string; reference: string; version: number; stage: string; risk: Risk }[]>`
    select c.id, c.forum_id as "forumId", c.reference, c.version, c.stage, k.risk
    from cases c join case_contents k on k.partnership_id = c.partnership_id and k.case_id = c.id where c.reference = ${reference}`;
  if (!found) return null;
  record({ event: "case.opened", subject: subjectOf(found), particulars: {} });
  const { forumId, stage, version, risk } = found;
  return { reference: found.reference, version, risk, assessments: await listAssessments(tx, found.id), allowed: { assess: stage !== "closed" && may("case.assessRisk", { forumId }) } };
});
