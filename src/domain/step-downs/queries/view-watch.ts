import { together } from "@/platform/db/together.ts";
import { subjectOf } from "../../cases/lifecycle.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import type { CaseStage } from "../../kernel/enums.ts";
import { chairRecused } from "../../meetings/queries/chair-absence.ts";
import { view } from "../../view.ts";
import { mayUndo, nextCheck, standingOf, type StepDownStanding, undoUntil } from "../rules.ts";
import { type CheckLine, listChecks, listSigned, type WatchLine } from "./list-step-downs.ts";

export type Watch = WatchLine & { standing: StepDownStanding; nextCheck: Day | null; undoUntil: Day | null; checks: CheckLine[] };
export type WatchView = {
  reference: string;
  title: string;
  stage: CaseStage;
  today: Day;
  /** Every watch that was kept on the case, the newest first. */
  watches: Watch[];
  allowed: { checkIn: boolean; undo: boolean; bringBack: boolean; close: boolean };
};

/** The watches of a case: for everybody round its forum's table who they are kept by and until when; what they found and why, as deep as the reader sees. Null where there is none for this person. */
export const viewWatch = view(async ({ tx, now, may, record }, reference: string): Promise<WatchView | null> => {
  const [found] = await tx.$queryRaw<{ id: string; forumId: string; reference: string; title: string; stage: CaseStage }[]>`
    select c.id, c.forum_id as "forumId", c.reference, t.title, c.stage from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id where c.reference = ${reference}`;
  if (!found) return null;
  const { id, forumId, title, stage } = found;
  const today = dayOf(now);
  const [signed, checks, recused] = await together(tx, (at) => [listSigned(at, id), listChecks(at, id), chairRecused(at, { caseId: id, itemId: null })]);
  if (signed.length === 0) return null;
  if (signed.some(({ words }) => words !== null)) record({ event: "case.opened", subject: subjectOf(found), particulars: {} });
  const watches = signed.map((line): Watch => ({
    ...line,
    standing: standingOf(line, today),
    nextCheck: line.end || !line.signedOn ? null : nextCheck(line.signedOn, line, line.lastCheck),
    undoUntil: line.end || !line.signedAt || !mayUndo(line.signedAt, now) ? null : undoUntil(line.signedAt),
    checks: checks.filter(({ stepDownId }) => stepDownId === line.id),
  }));
  const running = watches.find(({ end }) => end === null);
  const about = { forumId, chairRecused: recused, leadAgencyId: running?.leadAgencyId ?? undefined };
  const isWatched = stage === "stepped_down" && running !== undefined;
  return {
    reference: found.reference, title, stage, today, watches,
    allowed: {
      checkIn: isWatched && may("watch.checkIn", about),
      undo: isWatched && running.undoUntil !== null && may("case.undoStepDown", about),
      bringBack: isWatched && may("case.returnFromWatch", about),
      close: isWatched && may("case.close", about),
    },
  };
});
