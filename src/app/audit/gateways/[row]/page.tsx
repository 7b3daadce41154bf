import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { type GatewayRow, viewGateway } from "@/domain/disclosures/queries/view-gateways.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { DateField, SelectField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { agencyKindWords, gatewayDesk as words, gatewayPartWords } from "@/wording/gateways.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { Checked, datesOf, Standing } from "../gateway-dates.tsx";
import { submitGatewayCheck, submitGatewayEnd, submitRecipient, submitRecipientEnd } from "../submit.ts";

const formTitle = `${words.title} – ${shellWords.titleEnd}`;
type Held = { row: GatewayRow; today: string };

/** One row of the gateways: what it says, whether it is checked, whom it reaches, and its end. */
export default async function GatewayPage({ params }: { params: Promise<{ row: string }> }) {
  const actor = await requireActor();
  const found = await viewGateway(actor, (await params).row);
  if (!found) notFound();
  const { row, today } = found;
  return (
    <Frame actor={actor} title={words.title} current="audit">
      <BackLink href="/audit/gateways">{words.all}</BackLink>
      <PageHeader eyebrow={gatewayPartWords[row.part]} title={row.name} subtitle={row.plain} />
      <Stack>
        <Facts row={row} today={today} />
        {!row.anyRecipient && <Recipients row={row} today={today} />}
        {row.until === null && (
          <Card title={words.end} note={words.endNote}>
            <SubmissionForm submission={submitGatewayEnd} submissionKey={randomUUID()} title={formTitle} hidden={{ rowId: row.id, version: row.version }} button={words.end} buttonTone="secondary" idPrefix="end-">
              <DateField name="until" legend={words.until} />
            </SubmissionForm>
          </Card>
        )}
      </Stack>
    </Frame>
  );
}

function Facts({ row, today }: Held) {
  return (
    <Card title={words.what}>
      <SummaryList
        rows={[
          { key: words.columns.dates, value: <>{datesOf(row)} <Standing row={row} today={today} /></> },
          { key: words.columns.checked, value: <Checked checked={row.checked} /> },
          ...(row.anyRecipient ? [{ key: words.columns.reaches, value: words.anybody }] : []),
          ...(row.lawEnforcementOnly ? [{ key: words.lawEnforcementOnly, value: words.lawEnforcement }] : []),
        ]}
      />
      {!row.checked && (
        <>
          <p className="quiet mb-4">{words.checkNote}</p>
          <PostButton submission={submitGatewayCheck} submissionKey={randomUUID()} title={formTitle} hidden={{ rowId: row.id, version: row.version }}>
            {words.check}
          </PostButton>
        </>
      )}
    </Card>
  );
}

function Recipients({ row, today }: Held) {
  const hidden = { rowId: row.id, version: row.version };
  const open = row.recipients.filter(({ until }) => until === null);
  return (
    <Card title={words.recipients}>
      <ul className="mb-4">
        {row.recipients.map((recipient) => (
          <li key={recipient.id}>
            <strong>{agencyKindWords[recipient.kind]}</strong> {datesOf(recipient)} <Standing row={recipient} today={today} />
          </li>
        ))}
      </ul>
      <h3 className="mb-4">{words.addRecipient}</h3>
      <SubmissionForm submission={submitRecipient} submissionKey={randomUUID()} title={formTitle} hidden={hidden} button={words.addRecipient} buttonTone="secondary" idPrefix="add-">
        <SelectField name="kind" label={words.recipientKind} items={[{ value: "", text: words.selectKind }, ...enums.agency_kind.map((value) => ({ value, text: agencyKindWords[value] }))]} />
        <DateField name="from" legend={words.from} />
      </SubmissionForm>
      {open.length > 0 && (
        <>
          <h3 className="mb-4 mt-8">{words.endRecipient}</h3>
          <SubmissionForm submission={submitRecipientEnd} submissionKey={randomUUID()} title={formTitle} hidden={hidden} button={words.endRecipient} buttonTone="secondary" idPrefix="recipient-">
            <SelectField name="recipientId" label={words.recipientKind} items={[{ value: "", text: words.selectKind }, ...open.map(({ id, kind }) => ({ value: id, text: agencyKindWords[kind] }))]} />
            <DateField name="until" legend={words.until} />
          </SubmissionForm>
        </>
      )}
    </Card>
  );
}
