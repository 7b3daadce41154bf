import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { describedBy } from "./described-by.ts";
import { ErrorMessage } from "./error-message.tsx";
import { FormGroup } from "./form-group.tsx";
import { Hint } from "./hint.tsx";
import { Label } from "./label.tsx";

export type TextInputProps = {
  id: string;
  name: string;
  label: ReactNode;
  labelHidden?: boolean;
  pageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  value?: string;
  /** Roughly how many characters the answer has; the box is that wide. Leave out for the full width. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  type?: "text" | "email" | "tel" | "search" | "url";
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "search" | "url";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  autoCapitalize?: "none" | "words" | "characters" | "sentences";
  /** Off for names, references and codes. */
  spellCheck?: boolean;
  describedBy?: string;
};

export function TextInput(props: TextInputProps) {
  const { id, name, label, hint, error, value, width, type = "text" } = props;
  return (
    <FormGroup error={error !== undefined}>
      <Label htmlFor={id} pageHeading={props.pageHeading} hidden={props.labelHidden}>
        {label}
      </Label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error !== undefined && <ErrorMessage id={`${id}-error`} text={error} />}
      <input
        className={`control${width === undefined ? "" : ` control-${width}`}${error === undefined ? "" : " control-error"}`}
        id={id}
        name={name}
        type={type}
        spellCheck={props.spellCheck}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined, also: props.describedBy })}
        defaultValue={value}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        autoCapitalize={props.autoCapitalize}
      />
    </FormGroup>
  );
}
