import { randomUUID } from "node:crypto";
import { enums } from "@/domain/kernel/enums.ts";
import { chosenKinds, viewPace } from "@/domain/mail/queries/view-pace.ts";
import { Card } from "@/ui/content/card.tsx";
import { Prose } from "@/ui/content/prose.tsx";
import { CheckboxesField, RadiosField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { accountWords } from "@/wording/accounts.ts";
import { paceWords as words } from "@/wording/notices.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { titleOf } from "../../outside.tsx";
import { submitPace } from "./submit.ts";

/** How a person wants to hear of what may wait; what must not wait is said beside it. */
export default async function EmailPage() {
  const actor = await requireActor();
  const pace = await viewPace(actor, {});
  return (
    <Frame actor={actor} title={words.title}>
      <BackLink href="/account">{accountWords.title}</BackLink>
      <SubmissionForm submission={submitPace} submissionKey={randomUUID()} title={titleOf(words.title)} heading={<PageHeader title={words.title} subtitle={words.lead(pace.email)} />} button={words.save} beside={<a href="/account">{words.cancel}</a>}>
        {chosenKinds.map((kind) => (
          <RadiosField key={kind} name={kind} legend={words.kinds[kind].legend} hint={words.kinds[kind].hint} items={enums.mail_pace.map((value) => ({ value, text: words.paces[value] }))} defaultValue={pace[kind]} />
        ))}
        <CheckboxesField name="quiet" legend={words.quiet} items={[{ value: "yes", text: words.quietOn, hint: words.quietHint }]} defaultValue={pace.quiet ? ["yes"] : []} />
        <div className="mb-8">
          <Card title={words.always}>
            <Prose>
              <ul>
                {words.alwaysKinds.map((kind) => (
                  <li key={kind}>{kind}</li>
                ))}
              </ul>
            </Prose>
          </Card>
        </div>
      </SubmissionForm>
    </Frame>
  );
}
