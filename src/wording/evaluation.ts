import type { Measure, MeasureGroup } from "@/domain/evaluation/queries/view-totals.ts";
import { counted } from "@/domain/kernel/dates.ts";

export const measureWords: Record<Measure, string> = {
  concerns_raised: "Concerns raised",
  concerns_taken: "Became part of a case",
  concerns_redirected: "Sent to a service",
  concerns_declined: "Declined with a reason",
  concerns_escalated: "Sent to a board",
  concerns_late: "Not answered in time",
  concerns_days: "Working days to an answer (middle)",
  concerns_told: "Residents told",
  referrals_raised: "Referrals sent",
  referrals_taken: "Became part of a case",
  referrals_redirected: "Sent to a service",
  referrals_declined: "Declined with a reason",
  referrals_late: "Not answered in time",
  referrals_days: "Working days to an answer (middle)",
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

export const measureGroupWords: Record<MeasureGroup, string> = {
  concerns: "Concerns",
  referrals: "Referrals",
  cases: "Meetings and cases",
  actions: "Actions",
  escalations: "Escalations",
};

/** The evaluator's page: totals, and nothing by which anybody could be recognised. */
export const evaluationWords = {
  note: "Counts without particulars. Case content stays closed to you.",
  period: "Period",
  from: "From",
  to: "To",
  forum: "Forum",
  caption: (group: string, from: string, to: string, forums: number) => `${group}, ${from} to ${to} · n = ${counted(forums, "forum")}`,
  nothing: "Nothing was counted in this period.",
  idle: (forums: readonly string[]) => `Nothing was counted for ${new Intl.ListFormat("en-GB").format(forums)}.`,
  few: "Fewer than 5",
  fewNote: "Counts from 1 to 4 are withheld, because they could point at somebody; so is a part of which all but 1 to 4 are told. Concerns and referrals count in the month in which they came, with what became of them since. The period is of whole months that are over, because two periods a day apart would tell what that day held. No sum over forums is shown, since it would give them away.",
  none: "No forum is counted",
  noneText: "Totals stand here once this partnership has forums that meet.",
} as const;
