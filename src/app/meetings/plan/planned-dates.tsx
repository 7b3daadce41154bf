import { randomUUID } from "node:crypto";
import { withWeekday } from "@/domain/kernel/dates.ts";
import { plannedAs } from "@/domain/meetings/inputs.ts";
import type { ProposedDate, ProposedYear } from "@/domain/meetings/queries/propose-year.ts";
import { Reference } from "@/ui/content/reference.tsx";
import { DateField, SelectField, TextField, TimeField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { plannedAsWords, planWords as words } from "@/wording/planning.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitPlanYear } from "./submit.ts";

type Proposal = NonNullable<ProposedYear["proposal"]>;

/** The dates to look through: each can be changed, made provisional or left out; one button plans them all. */
export function PlannedDates({ proposal, title }: { proposal: Proposal; title: string }) {
  const { forum, at, place, dates } = proposal;
  return (
    <SubmissionForm
      submission={submitPlanYear}
      submissionKey={randomUUID()}
      title={`${title} – ${shellWords.titleEnd}`}
      hidden={{ forumId: forum.id }}
      button={words.plan}
      beside={<a href="/meetings">{words.cancel}</a>}
      wide
    >
      <div className="plan-fields">
        <TimeField name="at" label={words.time} hint={words.timeHint} defaultValue={at ?? ""} />
        <TextField name="place" label={words.place} hint={words.placeHint} defaultValue={place ?? ""} />
      </div>
      <ul className="plan-dates">
        {dates.map((date, index) => (
          <li key={date.day}>{date.taken ? <Taken date={date} reference={date.taken} /> : <PlannedDate date={date} n={index + 1} />}</li>
        ))}
      </ul>
      <p className="form-group">{words.planNote}</p>
    </SubmissionForm>
  );
}

function PlannedDate({ date: { day, holiday, isPast }, n }: { date: ProposedDate; n: number }) {
  const warning = holiday ? words.holiday(holiday) : isPast ? words.past : undefined;
  return (
    <div className="plan-date">
      <DateField name={`on${n}`} legend={withWeekday(day)} hint={warning} defaultValue={{ day: String(Number(day.slice(8))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) }} />
      <SelectField name={`as${n}`} label={words.as(day)} labelHidden defaultValue={isPast ? "leave_out" : "sure"} items={plannedAs.map((value) => ({ value, text: plannedAsWords[value] }))} />
    </div>
  );
}

function Taken({ date, reference }: { date: ProposedDate; reference: string }) {
  return (
    <p className="form-group">
      {words.taken(date.day)}: <Reference href={`/meetings/${reference}`}>{reference}</Reference>
    </p>
  );
}
