import { addDays, instantOf } from "../../../src/domain/kernel/dates.ts";
import { riskFactors } from "../../../src/domain/kernel/risk-matrix.ts";
import { assessRisk } from "../../../src/domain/risk/commands/assess-risk.ts";
import { beginStepDown } from "../../../src/domain/step-downs/commands/begin-step-down.ts";
import { checkIn } from "../../../src/domain/step-downs/commands/check-in.ts";
import { closeCase } from "../../../src/domain/step-downs/commands/close-case.ts";
import { keepAssessment } from "../../../src/domain/step-downs/commands/keep-assessment.ts";
import { keepTelling } from "../../../src/domain/step-downs/commands/keep-telling.ts";
import { keepWatch } from "../../../src/domain/step-downs/commands/keep-watch.ts";
import { signStepDown } from "../../../src/domain/step-downs/commands/sign-step-down.ts";
import { workingMoment } from "../calendar.ts";
import type { CasePlot, StepDownPlot } from "./plot.ts";
import type { Teller } from "./teller.ts";
import { type ForumYear, type PlannedMeeting, presiding } from "./year.ts";

/** How a case was scored over its meetings, and stepped down, watched, brought back or closed. */
export function planStepDown(teller: Teller, year: ForumYear, plot: CasePlot, reference: () => string) {
  const { timeline, directory } = teller;
  const heard = (index: number) => year.meetings.find((meeting) => meeting.index === index);
  for (const [index, levels] of Object.entries(plot.scored ?? {})) {
    const meeting = heard(Number(index));
    if (!meeting) continue;
    timeline.at(workingMoment(meeting.startsAt, 1, 9, 5), async (now) => {
      const scores = Object.fromEntries(riskFactors.map((factor, i) => [factor, String(levels[i])]));
      await teller.tell(assessRisk, directory.coordinator(year.code), { reference: reference(), version: await versionOf(teller, "cases", reference()), ...scores, judgement: "", judgementReason: "" }, now);
    });
  }
  const meeting = heard(plot.until ?? 12);
  if (plot.stepDown && meeting) planSigning({ teller, year, meeting, signs: plot.until !== undefined, reference }, plot.stepDown);
}

type Signing = { teller: Teller; year: ForumYear; meeting: PlannedMeeting; signs: boolean; reference: () => string };

/** The coordinator prepares it in the days after the meeting, and the chair signs it, where the meeting decided it. */
function planSigning({ teller, year, meeting, signs, reference }: Signing, plot: StepDownPlot) {
  const { timeline, directory } = teller;
  const coordinator = directory.coordinator(year.code);
  const agency = (name: string | undefined) => (name ? directory.agencyId(name) : "");
  const seen = async () => ({ reference: reference(), version: await versionOf(teller, "step_downs", reference()) });
  timeline.at(workingMoment(meeting.startsAt, 2, 10, 15), async (now) => {
    await teller.tell(beginStepDown, coordinator, { reference: reference() }, now);
    await teller.tell(keepAssessment, coordinator, { ...(await seen()), changed: plot.changed, evidence: plot.evidence, voice: plot.voice ?? "", voiceMissing: plot.voiceMissing ?? "" }, now);
    await teller.tell(keepWatch, coordinator, { ...(await seen()), leadAgencyId: agency(plot.leadAgency), watchMonths: String(plot.months), checks: "thirds", returnTrigger: plot.trigger }, now);
    await teller.tell(keepTelling, coordinator, {
      ...(await seen()), raiserToldById: agency(plot.raiserToldBy), raiserNotTold: plot.raiserNotTold ?? "", victimToldById: agency(plot.victimToldBy), victimNotTold: plot.victimNotTold ?? "", tellable: plot.tellable ?? "",
    }, now);
  });
  if (!signs) return;
  const signing = workingMoment(meeting.startsAt, 3, 9, 40);
  const chair = presiding(directory, year.code, meeting);
  timeline.at(signing, async (now) => teller.tell(signStepDown, chair, { ...(await seen()), betweenReason: "", signs: "yes" }, now));
  const after = (days: number, hour: number) => instantOf(addDays(signing.toISOString().slice(0, 10), days), hour, 20);
  for (const { after: days, finding, note } of plot.checks ?? []) timeline.at(after(days, 14), (now) => teller.tell(checkIn, directory.person(plot.by), { reference: reference(), finding, note }, now));
  const { closed } = plot;
  if (closed) timeline.at(after(closed.after, 11), async (now) => teller.tell(closeCase, directory.chair(year.code), { ...(await seen()), reason: closed.reason }, now));
}

/** The version that a form of the case, or of what is prepared or watched of it, was drawn from. */
async function versionOf(teller: Teller, table: "cases" | "step_downs", reference: string): Promise<number> {
  const [row] = await teller.ask<{ version: number }>(
    table === "cases"
      ? "select version from cases where partnership_id = $1 and reference = $2"
      : "select s.version from step_downs s join cases c on c.partnership_id = s.partnership_id and c.id = s.case_id where c.partnership_id = $1 and c.reference = $2 and s.ended_at is null",
    [teller.directory.partnershipId, reference],
  );
  if (!row) throw new Error(`nothing of ${reference} stands in ${table}`);
  return row.version;
}
