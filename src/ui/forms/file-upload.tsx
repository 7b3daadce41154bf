import type { ReactNode } from "react";
import { describedBy } from "./described-by.ts";
import { ErrorMessage } from "./error-message.tsx";
import { FormGroup } from "./form-group.tsx";
import { Hint } from "./hint.tsx";
import { Label } from "./label.tsx";

export type FileUploadProps = {
  id: string;
  name: string;
  label: ReactNode;
  pageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  /** What the browser offers first: ".pdf,.docx". What is taken is for the server to see. */
  accept?: string;
};

export function FileUpload({ id, name, label, pageHeading, hint, error, accept }: FileUploadProps) {
  return (
    <FormGroup error={error !== undefined}>
      <Label htmlFor={id} pageHeading={pageHeading}>
        {label}
      </Label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error !== undefined && <ErrorMessage id={`${id}-error`} text={error} />}
      <input className={`control control-file${error === undefined ? "" : " control-error"}`} id={id} name={name} type="file" accept={accept} aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })} />
    </FormGroup>
  );
}
