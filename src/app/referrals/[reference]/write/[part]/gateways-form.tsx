import { randomUUID } from "node:crypto";
import type { GatewayPart } from "@/domain/kernel/enums.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Details } from "@/ui/content/details.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { CheckboxesField, SelectField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { shareForm } from "@/wording/disclosures.ts";
import { notChecked } from "@/wording/gateways.ts";
import { writeWords as words } from "@/wording/referral-pages.ts";
import { shellWords } from "@/wording/shell.ts";
import { submitGateways, submitRemoveGateway } from "../../../submit.ts";
import type { PartProps } from "./part-form.tsx";

const fields: readonly (readonly [GatewayPart, "powerId" | "lawfulBasisId" | "conditionId" | "confidentialityId"])[] = [["power", "powerId"], ["lawful_basis", "lawfulBasisId"], ["condition", "conditionId"], ["confidentiality", "confidentialityId"]];

/** To whom it goes and by which law: those that are chosen, then more. The last answers are offered again. */
export function GatewaysForm({ form, title }: PartProps) {
  const { reference, version, gateways, recipients, gatewayAnswers } = form;
  const left = recipients.filter(({ id }) => !gateways.some(({ agencyId }) => agencyId === id));
  const missing = left.filter(({ isOffice }) => isOffice);
  const last = gateways.at(-1);
  const pageTitle = `${title} – ${shellWords.titleEnd}`;
  const ofPart = (part: GatewayPart) => gatewayAnswers.filter((one) => one.part === part);
  return (
    <>
      <PageHeader eyebrow={reference} title={words.gateways} subtitle={words.gatewaysLead} />
      {missing.length > 0 && gateways.length > 0 && <Alert title={words.stillOffice(missing.map(({ name }) => name).join(", "))} />}
      <Card title={words.goesTo}>
        {gateways.length === 0 ? (
          <EmptyState title={words.noGateway} icon="users">
            {words.noGatewayText}
          </EmptyState>
        ) : (
          gateways.map(({ agencyId, agency, power }) => (
            <section key={agencyId} className="mb-4">
              <h3>{agency}</h3>
              <p className="quiet mb-2">{power}</p>
              <SubmissionForm submission={submitRemoveGateway} submissionKey={randomUUID()} title={pageTitle} hidden={{ reference, version, agencyId }} button={words.removeGateway} about={agency} buttonTone="secondary" idPrefix={`${agencyId}-`} small />
            </section>
          ))
        )}
      </Card>
      {left.length > 0 && (
        <div className="mt-6">
          <SubmissionForm
            submission={submitGateways}
            submissionKey={randomUUID()}
            title={pageTitle}
            heading={<h2>{words.addGateway}</h2>}
            hidden={{ reference, version }}
            button={words.submitGateway}
            buttonTone={gateways.length > 0 ? "secondary" : undefined}
          >
            <CheckboxesField name="recipients" legend={words.recipients} items={left.map(({ id, name, isOffice }) => ({ value: id, text: name, ...(isOffice ? { hint: words.office } : {}) }))} />
            {fields.map(([part, name]) => (
              <SelectField
                key={part}
                name={name}
                label={shareForm.parts[part]}
                hint={shareForm.partHints[part]}
                items={[{ value: "", text: shareForm.select }, ...ofPart(part).map(({ id, name: called, checked }) => ({ value: id, text: checked ? called : `${called} (${notChecked.toLowerCase()})` }))]}
                defaultValue={last?.[name] ?? ""}
              />
            ))}
            <Details summary={shareForm.meanings}>
              {fields.map(([part]) => (
                <section key={part} className="mb-4">
                  <h3>{shareForm.parts[part]}</h3>
                  <SummaryList compact rows={ofPart(part).map(({ name, plain, checked }) => ({ key: name, value: checked ? plain : `${plain} (${notChecked.toLowerCase()})` }))} />
                </section>
              ))}
              <p>{shareForm.unsure}</p>
            </Details>
          </SubmissionForm>
        </div>
      )}
      {gateways.length > 0 && (
        <p className="mt-6">
          <ButtonLink href={`/referrals/${reference}`}>{words.done}</ButtonLink>
        </p>
      )}
    </>
  );
}
