import type { ReactNode } from "react";
import { characterLimit } from "../ui-words.ts";
import { CharacterCount } from "./character-count.client.tsx";
import { describedBy } from "./described-by.ts";
import { ErrorMessage } from "./error-message.tsx";
import { FormGroup } from "./form-group.tsx";
import { Hint } from "./hint.tsx";
import { Label } from "./label.tsx";

export type TextareaProps = {
  id: string;
  name: string;
  label: ReactNode;
  labelHidden?: boolean;
  pageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  value?: string;
  rows?: number;
  /** Says how many characters may be entered, and counts them where JavaScript runs. The server decides. */
  limit?: number;
  spellCheck?: boolean;
  describedBy?: string;
};

export function Textarea(props: TextareaProps) {
  const { id, name, label, hint, error, value, limit } = props;
  const also = [limit === undefined ? "" : `${id}-info`, props.describedBy ?? ""].filter((part) => part !== "").join(" ");
  return (
    <FormGroup error={error !== undefined}>
      <Label htmlFor={id} pageHeading={props.pageHeading} hidden={props.labelHidden}>
        {label}
      </Label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error !== undefined && <ErrorMessage id={`${id}-error`} text={error} />}
      <textarea
        className={error === undefined ? "control" : "control control-error"}
        id={id}
        name={name}
        rows={props.rows ?? 5}
        spellCheck={props.spellCheck}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined, also })}
        defaultValue={value}
      />
      {limit !== undefined && (
        <>
          <div id={`${id}-info`} className="character-limit">
            {characterLimit(limit)}
          </div>
          <CharacterCount textareaId={id} limit={limit} />
        </>
      )}
    </FormGroup>
  );
}
