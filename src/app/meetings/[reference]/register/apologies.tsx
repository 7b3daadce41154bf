import { randomUUID } from "node:crypto";
import { Card } from "@/ui/content/card.tsx";
import { RadiosField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { shellWords } from "@/wording/shell.ts";
import { registerWords as words } from "@/wording/sign-in.ts";
import { submitApologies } from "./submit.ts";

/** For somebody who is not coming, from the day the meeting is scheduled until it closes. */
export function Apologies({ reference }: { reference: string }) {
  return (
    <Card title={words.notComing}>
      <SubmissionForm
        submission={submitApologies}
        submissionKey={randomUUID()}
        title={`${words.title} ${reference} – ${shellWords.titleEnd}`}
        hidden={{ reference }}
        button={words.apologies}
        buttonTone="secondary"
        idPrefix="apologies-"
      >
        <RadiosField
          name="withInformation"
          legend={words.withInformation}
          items={[
            { value: "yes", text: words.withInformationItems.yes },
            { value: "no", text: words.withInformationItems.no },
          ]}
        />
      </SubmissionForm>
    </Card>
  );
}
