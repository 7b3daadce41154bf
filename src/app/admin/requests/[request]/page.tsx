import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { viewRequest } from "@/domain/organisations/queries/view-requests.ts";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { SelectField, TextField } from "@/ui/forms/fields.client.tsx";
import { PostButton } from "@/ui/forms/post-button.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { requestDesk as words } from "@/wording/organisation.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../../actor.ts";
import { AdminFrame } from "../../admin-frame.tsx";
import { RequestStanding } from "../request-standing.tsx";
import { submitAdmission, submitRefusal } from "../submit.ts";

type Request = NonNullable<Awaited<ReturnType<typeof viewRequest>>>;
const formTitle = `${words.one} – ${shellWords.titleEnd}`;

/** One request: who asks, and the decision. Whoever was refused can be admitted later. */
export default async function RequestPage({ params }: { params: Promise<{ request: string }> }) {
  const actor = await requireActor();
  const request = await viewRequest(actor, (await params).request);
  if (!request) notFound();
  return (
    <AdminFrame actor={actor} title={words.one} part="requests">
      <BackLink href="/admin/requests">{words.all}</BackLink>
      <PageHeader title={request.name || words.noName} subtitle={request.organisation} />
      <Stack>
        <Facts request={request} />
        {request.organisationEnded ? <p>{words.organisationEnded}</p> : !request.admittedAs && <Admission request={request} />}
        {!request.decidedAt && (
          <Card title={words.refuse} note={words.refuseNote}>
            <PostButton submission={submitRefusal} submissionKey={randomUUID()} title={formTitle} hidden={{ requestId: request.id }}>
              {words.refuse}
            </PostButton>
          </Card>
        )}
      </Stack>
    </AdminFrame>
  );
}

function Facts({ request }: { request: Request }) {
  const email = request.email && (
    <>
      <span className="wrap-anywhere">{request.email}</span> {request.emailConfirmed ? <Tag tone="green">{words.confirmed}</Tag> : <Tag tone="amber" icon="triangle-alert">{words.notConfirmed}</Tag>}
    </>
  );
  return (
    <Card title={words.facts}>
      <SummaryList
        rows={[
          { key: words.email, value: email || words.noEmail },
          { key: words.columns.asked, value: momentInWords(request.askedAt) },
          { key: words.columns.decided, value: <RequestStanding request={request} /> },
          ...(request.admittedAs ? [{ key: words.person, value: request.admittedAs }] : []),
        ]}
      />
    </Card>
  );
}

function Admission({ request: { id, name, people, agencies, likelyId } }: { request: Request }) {
  const choose = { value: "", text: words.selectOne };
  return (
    <>
      <Card title={words.known} note={words.knownNote}>
        <SubmissionForm submission={submitAdmission} submissionKey={randomUUID()} title={formTitle} hidden={{ requestId: id, who: "known" }} button={words.submitKnown} buttonTone={likelyId ? "primary" : "secondary"} idPrefix="known-">
          <SelectField name="personId" label={words.person} defaultValue={likelyId ?? ""} items={[choose, ...people.map((person) => ({ value: person.id, text: `${person.name}, ${person.agency}` }))]} />
        </SubmissionForm>
      </Card>
      <Card title={words.new} note={words.newNote}>
        <SubmissionForm submission={submitAdmission} submissionKey={randomUUID()} title={formTitle} hidden={{ requestId: id, who: "new" }} button={words.submitNew} buttonTone={likelyId ? "secondary" : "primary"} idPrefix="new-">
          <TextField name="name" label={words.name} defaultValue={name} spellCheck={false} />
          <TextField name="post" label={words.post} />
          <SelectField name="agencyId" label={words.agency} items={[choose, ...agencies.map((agency) => ({ value: agency.id, text: agency.name }))]} />
        </SubmissionForm>
      </Card>
    </>
  );
}
