import type { ReactNode } from "react";
import { describedBy } from "./described-by.ts";
import { ErrorMessage } from "./error-message.tsx";
import { FormGroup } from "./form-group.tsx";
import { Hint } from "./hint.tsx";
import { Label } from "./label.tsx";
import { ShowPassword } from "./show-password.client.tsx";

export type PasswordInputProps = {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  autoComplete?: "current-password" | "new-password";
};

/** Pasting and password managers are welcome. What was typed is never sent back, so there is no `value`. */
export function PasswordInput({ id, name, label, hint, error, autoComplete = "current-password" }: PasswordInputProps) {
  return (
    <FormGroup error={error !== undefined}>
      <Label htmlFor={id}>{label}</Label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error !== undefined && <ErrorMessage id={`${id}-error`} text={error} />}
      <div className="password-input">
        <input
          className={error === undefined ? "control" : "control control-error"}
          id={id}
          name={name}
          type="password"
          spellCheck={false}
          aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
          autoComplete={autoComplete}
          autoCapitalize="none"
        />
        <ShowPassword inputId={id} />
      </div>
    </FormGroup>
  );
}
