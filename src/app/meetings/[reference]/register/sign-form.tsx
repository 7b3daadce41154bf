import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { RegisterView } from "@/domain/sign-in/queries/view-register.ts";
import { CheckboxesField, RadiosField, TextField } from "@/ui/forms/fields.client.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { shellWords } from "@/wording/shell.ts";
import { wayWords } from "@/wording/register-ways.ts";
import { registerWords as words } from "@/wording/sign-in.ts";
import { Declaration } from "./declaration.tsx";
import { submitSignature } from "./submit.ts";

/** The signature: the declaration in full, whom one represents, two statements to tick, one button. */
export function SignForm({ register, heading, shown }: { register: RegisterView; heading: ReactNode; shown: string | null }) {
  const { reference, declaration, representing } = register;
  const [seat] = representing;
  return (
    <SubmissionForm
      submission={submitSignature}
      submissionKey={randomUUID()}
      title={`${words.signTitle} ${reference} – ${shellWords.titleEnd}`}
      heading={
        <>
          {heading}
          <p className="form-group">{words.lead}</p>
        </>
      }
      hidden={{ reference, declarationVersion: declaration.version, ...(shown ? { shown } : {}), ...(representing.length === 1 && seat ? { agencyId: seat.agencyId } : {}) }}
      button={words.accept}
      pendingText={words.pending}
    >
      <div className="form-group">
        <Declaration declaration={declaration} />
      </div>
      {representing.length === 1 && seat ? (
        <p className="form-group">
          <strong className="label">{words.agency}</strong>
          {seat.agency}
        </p>
      ) : (
        <RadiosField name="agencyId" legend={words.agency} items={representing.map(({ agencyId, agency }) => ({ value: agencyId, text: agency }))} />
      )}
      <TextField name="represents" label={words.represents} hint={words.representsHint} defaultValue={seat?.represents ?? ""} />
      <RadiosField
        name="commits"
        legend={words.commits}
        defaultValue={seat?.commits ? "yes" : "no"}
        items={[
          { value: "yes", text: words.commitsItems.yes },
          { value: "no", text: words.commitsItems.no },
        ]}
      />
      {/* whoever comes by the code of the room is in it */}
      {!shown && (
        <RadiosField
          name="joins"
          legend={wayWords.joins}
          defaultValue="room"
          items={[
            { value: "room", text: wayWords.joinsItems.room },
            { value: "remote", text: wayWords.joinsItems.remote },
          ]}
        />
      )}
      <CheckboxesField name="attends" items={[{ value: "yes", text: words.attends }]} />
      <CheckboxesField name="accepts" items={[{ value: "yes", text: words.accepts }]} />
    </SubmissionForm>
  );
}
