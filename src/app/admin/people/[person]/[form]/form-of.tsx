import Link from "next/link";
import type { ReactNode } from "react";
import type { Choices } from "@/domain/directory/queries/list-choices.ts";
import type { ViewedPerson } from "@/domain/directory/queries/view-person.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { CheckboxesField, DateField, RadiosField, SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { capacityWords, officeWords, partnershipOfficeWords } from "@/wording/forums.ts";
import { peopleWords, personForms as forms, personWords, type PersonForm, spanWords } from "@/wording/people.ts";
import { PersonFields } from "../../person-fields.tsx";
import { submitAppointment, submitChange, submitLeaving, submitOffice, submitSeat, submitWard } from "../../submit.ts";

type Carried = { title: string; submissionKey: string; heading: ReactNode };
type Props = { form: PersonForm; person: ViewedPerson; choices: Choices; carried: Carried };

const choose = (empty: string, items: { id: string; name: string }[]) => [{ value: "", text: empty }, ...items.map(({ id, name }) => ({ value: id, text: name }))];

/** Each form about a person; its heading comes from the page, so that an error summary stands above it. */
export function FormOf({ form, person, choices, carried }: Props) {
  const { id: personId, version, today } = person;
  const common = { ...carried, beside: <Link href={`/admin/people/${personId}`}>{peopleWords.cancel}</Link> };
  switch (form) {
    case "change":
      return (
        <SubmissionForm {...common} submission={submitChange} hidden={{ personId, version }} button={personWords.changeButton}>
          <PersonFields person={person} />
        </SubmissionForm>
      );
    case "appoint":
      return (
        <SubmissionForm {...common} submission={submitAppointment} hidden={{ personId }} button={forms.appoint.button}>
          <SelectField name="forumId" label={forms.appoint.forum} items={choose(forms.appoint.selectForum, choices.forums)} />
          <RadiosField name="office" legend={forms.appoint.office} items={enums.office.map((value) => ({ value, text: officeWords[value] }))} />
          <RadiosField name="capacity" legend={forms.appoint.capacity} items={enums.capacity.map((value) => ({ value, text: capacityWords[value], hint: forms.appoint.capacityHints[value] }))} />
          <Span today={today} />
          <TextField name="proposedBy" label={forms.appoint.proposedBy} hint={forms.appoint.proposedByHint} />
          <TextField name="secondedBy" label={forms.appoint.secondedBy} />
          <TextField name="meeting" label={forms.appoint.meeting} hint={forms.appoint.meetingHint} width={10} />
          <TextField name="item" label={forms.appoint.item} inputMode="numeric" width={3} />
        </SubmissionForm>
      );
    case "seat":
      return (
        <SubmissionForm {...common} submission={submitSeat} hidden={{ personId }} button={forms.seat.button}>
          <SelectField name="forumId" label={forms.seat.forum} items={choose(forms.seat.selectForum, choices.forums)} />
          <SelectField name="agencyId" label={forms.seat.agency} items={choices.agencies.map(({ id, name }) => ({ value: id, text: name }))} defaultValue={person.agency.id} />
          <SeatFields seat={{ represents: null, commits: true, core: true, namedContact: false }} />
          <Span today={today} />
        </SubmissionForm>
      );
    case "office":
      return (
        <SubmissionForm {...common} submission={submitOffice} hidden={{ personId }} button={forms.office.button}>
          <RadiosField name="office" legend={forms.office.office} items={enums.partnership_office_kind.map((value) => ({ value, text: partnershipOfficeWords[value] }))} />
          <Span today={today} />
        </SubmissionForm>
      );
    case "ward":
      return (
        <SubmissionForm {...common} submission={submitWard} hidden={{ personId }} button={forms.ward.button}>
          <SelectField name="wardId" label={forms.ward.ward} items={choose(forms.ward.selectWard, choices.wards)} />
          <Span />
        </SubmissionForm>
      );
    case "leave":
      return (
        <SubmissionForm {...common} submission={submitLeaving} hidden={{ personId, version }} button={forms.leave.button} buttonTone="warning">
          <WhatHappens person={person} />
        </SubmissionForm>
      );
  }
}

/** From a first day to a last one, which may be left open; `today` where it usually begins at once. */
function Span({ today }: { today?: string }) {
  const begins = today === undefined ? undefined : { day: String(Number(today.slice(8))), month: String(Number(today.slice(5, 7))), year: today.slice(0, 4) };
  return (
    <>
      <DateField name="from" legend={spanWords.from} defaultValue={begins} />
      <DateField name="until" legend={spanWords.until} hint={spanWords.untilHint} />
    </>
  );
}

/** What a seat is good for. */
export function SeatFields({ seat: { represents, commits, core, namedContact } }: { seat: { represents: string | null; commits: boolean; core: boolean; namedContact: boolean } }) {
  const ticked = (on: boolean) => (on ? ["yes"] : []);
  return (
    <>
      <TextField name="represents" label={forms.seat.represents} hint={forms.seat.representsHint} defaultValue={represents ?? undefined} />
      <CheckboxesField name="commits" items={[{ value: "yes", text: forms.seat.commits }]} defaultValue={ticked(commits)} />
      <CheckboxesField name="core" items={[{ value: "yes", text: forms.seat.core }]} defaultValue={ticked(core)} />
      <CheckboxesField name="namedContact" items={[{ value: "yes", text: forms.seat.namedContact, hint: forms.seat.namedContactHint }]} defaultValue={ticked(namedContact)} />
    </>
  );
}

/** What recording that somebody left does, before it is done (rule 14). */
function WhatHappens({ person: { holdings, openActions } }: { person: ViewedPerson }) {
  const { leave } = forms;
  const held = holdings.filter(({ phase }) => phase !== "over").length;
  const open = openActions.reduce((sum, { many }) => sum + many, 0);
  return (
    <section className="prose mb-6">
      <h2>{leave.what}</h2>
      <ul>
        <li>{leave.access}</li>
        <li>{leave.holdings(held)}</li>
        <li>
          {leave.actions(open)}
          {open > 0 && ` ${openActions.map(personWords.openActionsOf).join(", ")}.`}
        </li>
        <li>{leave.cases}</li>
        <li>{leave.stays}</li>
      </ul>
    </section>
  );
}
