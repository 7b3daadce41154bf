import type { Measure } from "@/domain/evaluation/queries/view-totals.ts";
import { counted } from "@/domain/kernel/dates.ts";

export const measureWords: Record<Measure, string> = {
  meetings_held: "Meetings held",
  cases_taken: "Cases taken",
  cases_open: "Cases open at the end",
  cases_closed: "Cases closed",
  cases_stepped_down: "Cases stepped down",
  cases_returned: "Came back from watch",
  cases_repeated: "Came back within 12 months",
  actions_tasked: "Actions tasked",
  actions_verified: "Verified as done",
  actions_circumstances_changed: "Circumstances changed",
  actions_not_done: "Not done by agency",
  escalations_sent: "Escalations sent",
  escalations_late: "Not on an agenda in time",
  escalations_answered: "Escalations answered",
  days_to_listed: "Days to an agenda (middle)",
  days_to_answer: "Days to an answer (middle)",
};

/** The evaluator's page: totals, and nothing by which anybody could be recognised. */
export const evaluationWords = {
  title: "Totals by forum",
  note: "Counts without particulars. Case content stays closed to you.",
  period: "Period",
  from: "From",
  to: "To",
  forum: "Forum",
  caption: (from: string, to: string, forums: number) => `${from} to ${to} · n = ${counted(forums, "forum")}`,
  few: "Fewer than 5",
  fewNote: "Counts from 1 to 4 are withheld, because they could point at somebody. The period is of whole months that are over, because two periods a day apart would tell what that day held. No sum over forums is shown, since it would give them away.",
  none: "No forum is counted",
  noneText: "Totals stand here once this partnership has forums that meet.",
} as const;
