import { type ExpectedReport, type PlanChoices, plannedKinds, rhythms } from "@/domain/forward-plan/queries/view-plan.ts";
import { dayOf } from "@/domain/kernel/dates.ts";
import { CheckboxesField, RadiosField, SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { forwardPlanWords as words, plannedKindWords, rhythmWords } from "@/wording/forward-plan.ts";

/** What is asked of a report that a forum expects, new or kept. */
export function ReportFields({ choices: { agencies, meetings, months }, kept }: { choices: PlanChoices; kept?: ExpectedReport }) {
  const due = kept && (kept.meeting ?? kept.month);
  const earlier = kept && kept.meeting === null && !months.includes(kept.month) ? [kept.month] : [];
  return (
    <>
      <RadiosField name="kind" legend={words.kind} defaultValue={kept?.kind ?? "report"} items={plannedKinds.map((value) => ({ value, text: plannedKindWords[value] }))} />
      <TextField name="title" label={words.itemTitle} hint={words.itemTitleHint} defaultValue={kept?.title ?? ""} />
      <SelectField name="agencyId" label={words.agency} defaultValue={kept?.agencyId ?? ""} items={[{ value: "", text: words.noAgency }, ...agencies.map(({ id, name }) => ({ value: id, text: name }))]} />
      <TextField name="presenter" label={words.presenter} hint={words.presenterHint} defaultValue={kept?.presenter ?? ""} />
      <SelectField
        name="due"
        label={words.due}
        hint={words.dueHint}
        defaultValue={due ?? ""}
        items={[
          { value: "", text: words.selectDue },
          ...meetings.map(({ reference, startsAt }) => ({ value: reference, text: words.meetingChoice(reference, dayOf(startsAt)) })),
          ...[...earlier, ...months].map((month) => ({ value: month, text: words.monthChoice(month) })),
        ]}
      />
      <SelectField name="every" label={words.every} defaultValue={kept?.rhythm ?? "once"} items={rhythms.map((value) => ({ value, text: rhythmWords[value] }))} />
      <TextField name="minutes" label={words.minutes} hint={words.minutesHint} defaultValue={String(kept?.plannedMinutes ?? 10)} inputMode="numeric" width={3} />
      <CheckboxesField name="restricted" items={[{ value: "yes", text: words.restrict }]} defaultValue={kept?.restricted ? ["yes"] : []} />
    </>
  );
}
