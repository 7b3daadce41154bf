import { randomUUID } from "node:crypto";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { enums } from "@/domain/kernel/enums.ts";
import type { MeetingInterests, OfficeInterests as Office } from "@/domain/interests/queries/view-meeting-interests.ts";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { CheckboxesField, RadiosField, SelectField, TextareaField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { interestAboutWords, interestIn, interestKindWords, interestWords as words, matchWords, recusedFromWords } from "@/wording/interests.ts";
import { agendaItemWords } from "@/wording/meetings.ts";
import { submitLift, submitNoted, submitRecusal } from "./submit.ts";

type Shown = { reference: string; matters: MeetingInterests["matters"]; office: Office; title: string };

/** What the chair's office sees privately: who declared what, where there might be an interest, to whom cases are shut. */
export function OfficeInterests({ reference, matters, office, title }: Shown) {
  return (
    <section className="stack" aria-labelledby="office">
      <div>
        <h2 id="office">{words.office}</h2>
        <p className="quiet">{words.officeNote}</p>
      </div>
      <Card title={words.matches} note={words.matchesNote} level={3} flush={office.matches.length > 0}>
        {office.matches.length > 0 ? <Matches matches={office.matches} /> : <p className="quiet">{words.noMatches}</p>}
      </Card>
      <Card title={words.declared} level={3} flush={office.declared.length > 0}>
        {office.declared.length > 0 ? <Declared declared={office.declared} /> : <p className="quiet">{words.noneDeclared}</p>}
      </Card>
      <Card title={words.recused} level={3} flush={office.recusals.length > 0}>
        {office.recusals.length > 0 ? <Recusals recusals={office.recusals} reference={reference} title={title} /> : <p className="quiet">{words.noRecused}</p>}
      </Card>
      {office.allowed.recuse && (
        <Card title={words.recuse} note={words.recuseNote} level={3}>
          <SubmissionForm submission={submitRecusal} submissionKey={randomUUID()} title={title} hidden={{ meeting: reference }} button={words.recuseButton} buttonTone="secondary" idPrefix="recuse-">
            <SelectField name="on" label={words.matter} items={[{ value: "", text: words.selectMatter }, ...matters.map((one) => ({ value: one.on, text: matterWords(one) }))]} />
            <SelectField
              name="personId"
              label={words.who}
              items={[{ value: "", text: words.selectPerson }, ...office.people.map((one) => ({ value: one.personId, text: one.openlyOnly ? words.openlyOnly(`${one.name}, ${one.agency}`) : `${one.name}, ${one.agency}` }))]}
            />
            <RadiosField name="how" legend={words.how} items={(["open", "silent"] as const).map((value) => ({ value, text: words.howItems[value], hint: words.howHints[value] }))} />
            <TextareaField name="reason" label={words.reason} rows={2} />
          </SubmissionForm>
        </Card>
      )}
      {office.allowed.note && (
        <Card title={words.note} note={words.noteNote} level={3}>
          <SubmissionForm submission={submitNoted} submissionKey={randomUUID()} title={title} hidden={{ reference }} button={words.noteButton} buttonTone="secondary" idPrefix="note-">
            <CheckboxesField name="personIds" legend={words.noteWho} items={office.others.map((one) => ({ value: one.personId, text: `${one.name}, ${one.agency}` }))} />
            <RadiosField name="kind" legend={words.kind} items={(["pecuniary", "personal", "other"] as const).map((value) => ({ value, text: interestKindWords[value] }))} />
            <SelectField name="about" label={words.about} items={[{ value: "", text: words.selectAbout }, ...enums.interest_about.map((value) => ({ value, text: interestAboutWords[value] }))]} />
            <TextareaField name="words" label={words.words} rows={2} />
          </SubmissionForm>
        </Card>
      )}
    </section>
  );
}

const { columns } = words;

/** "3. CEN-8 Off-road motorcycles", "11. Annual review of restorative justice". */
export const matterWords = ({ number, reference, title, kind }: MeetingInterests["matters"][number]): string => `${number}. ${[reference, title ?? agendaItemWords[kind]].filter(Boolean).join(" ")}`;

const Matches = ({ matches }: { matches: Office["matches"] }) => (
  <Table caption={words.matches} captionHidden compact head={<><ColumnHead>{columns.person}</ColumnHead><ColumnHead>{columns.case}</ColumnHead><ColumnHead>{columns.matched}</ColumnHead></>}>
    {matches.map((one) => (
      <tr key={`${one.personId} ${one.reference}`}>
        <RowHead>{one.person}</RowHead>
        <Cell label={columns.case}>{one.reference}</Cell>
        <Cell label={columns.matched}>{one.matched.map((kind) => matchWords[kind]).join(". ")}</Cell>
      </tr>
    ))}
  </Table>
);

const Declared = ({ declared }: { declared: Office["declared"] }) => (
  <Table caption={words.declared} captionHidden compact head={<><ColumnHead>{columns.person}</ColumnHead><ColumnHead>{columns.from}</ColumnHead><ColumnHead>{columns.kind}</ColumnHead><ColumnHead>{columns.what}</ColumnHead></>}>
    {declared.map((one) => (
      <tr key={one.id}>
        <RowHead>{one.person}</RowHead>
        <Cell label={columns.from}>{interestIn(one.from)}</Cell>
        <Cell label={columns.kind}>{interestKindWords[one.kind]}</Cell>
        <Cell label={columns.what} note={one.words ?? words.withheld}>
          {interestAboutWords[one.about]}
        </Cell>
      </tr>
    ))}
  </Table>
);

const Recusals = ({ recusals, reference, title }: { recusals: Office["recusals"]; reference: string; title: string }) => (
  <Table caption={words.recused} captionHidden compact head={<><ColumnHead>{columns.person}</ColumnHead><ColumnHead>{columns.from}</ColumnHead><ColumnHead>{columns.how}</ColumnHead><ColumnHead>{columns.reason}</ColumnHead></>}>
    {recusals.map((one) => (
      <tr key={one.id}>
        <RowHead>{one.person}</RowHead>
        <Cell label={columns.from}>{interestIn(one.from)}</Cell>
        <Cell label={columns.how} note={`${one.decidedBy ?? words.atOnce}, ${momentInWords(one.decidedAt)}`}>
          {one.silent ? words.silently : words.openly}
        </Cell>
        <Cell label={columns.reason}>
          {one.reason ?? words.withheld}
          {one.mayLift && (
            <Details summary={words.lift(one.person, recusedFromWords(one.from))}>
              <SubmissionForm submission={submitLift} submissionKey={randomUUID()} title={title} hidden={{ meeting: reference, recusalId: one.id }} button={words.liftButton} buttonTone="secondary" idPrefix={`lift-${one.id}-`}>
                <TextareaField name="reason" label={words.liftReason} rows={2} />
              </SubmissionForm>
            </Details>
          )}
        </Cell>
      </tr>
    ))}
  </Table>
);
