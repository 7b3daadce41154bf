import { randomUUID } from "node:crypto";
import type { RegisterView } from "@/domain/sign-in/queries/view-register.ts";
import { Details } from "@/ui/content/details.tsx";
import { RadiosField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { shellWords } from "@/wording/shell.ts";
import { registerWords as words } from "@/wording/sign-in.ts";
import { submitApologies } from "./submit.ts";

/** For somebody who is not coming. Beside an open register it stands back; before the doors open it is what one came for. */
export function Apologies({ register }: { register: RegisterView }) {
  const { reference } = register;
  return (
    <div className="stack">
      <Details summary={words.notComing} open={!register.allowed.sign && register.myAbsence === null}>
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
      </Details>
    </div>
  );
}
