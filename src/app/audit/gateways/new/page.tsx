import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { viewGateways } from "@/domain/disclosures/queries/view-gateways.ts";
import { enums } from "@/domain/kernel/enums.ts";
import { CheckboxesField, DateField, RadiosField, TextareaField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { agencyKindWords, gatewayDesk as words, gatewayPartWords } from "@/wording/gateways.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { submitGateway } from "../submit.ts";

/** Information governance adds a row where the law has changed. */
export default async function NewGatewayPage() {
  const actor = await requireActor();
  if (!(await viewGateways(actor, {}))) notFound();
  return (
    <Frame actor={actor} title={words.add} current="audit">
      <BackLink href="/audit/gateways">{words.all}</BackLink>
      <SubmissionForm
        submission={submitGateway}
        submissionKey={randomUUID()}
        title={`${words.add} – ${shellWords.titleEnd}`}
        heading={<PageHeader title={words.add} />}
        button={words.submitAdd}
        beside={<a href="/audit/gateways">{words.cancel}</a>}
      >
        <RadiosField name="part" legend={words.part} items={enums.gateway_part.map((value) => ({ value, text: gatewayPartWords[value] }))} />
        <TextField name="name" label={words.name} hint={words.nameHint} />
        <TextareaField name="plain" label={words.plain} hint={words.plainHint} rows={3} limit={400} />
        <DateField name="from" legend={words.from} />
        <RadiosField name="reach" legend={words.reach} items={[{ value: "anybody", text: words.reachItems.anybody }, { value: "listed", text: words.reachItems.listed }]} />
        <CheckboxesField name="kinds" legend={words.kinds} items={enums.agency_kind.map((value) => ({ value, text: agencyKindWords[value] }))} />
        <CheckboxesField name="lawEnforcementOnly" legend={words.lawEnforcementOnly} items={[{ value: "yes", text: words.lawEnforcementItem }]} />
      </SubmissionForm>
    </Frame>
  );
}
