import type { ReactNode } from "react";
import { describedBy } from "./described-by.ts";
import { ErrorMessage } from "./error-message.tsx";
import { FormGroup } from "./form-group.tsx";
import { Hint } from "./hint.tsx";
import { Label } from "./label.tsx";

export type SelectOption = { value: string; text: string; disabled?: boolean };

export type SelectProps = {
  id: string;
  name: string;
  label: ReactNode;
  labelHidden?: boolean;
  pageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  value?: string;
  items: (SelectOption | { group: string; items: SelectOption[] })[];
  describedBy?: string;
};

function option(item: SelectOption) {
  return (
    <option key={item.value} value={item.value} disabled={item.disabled}>
      {item.text}
    </option>
  );
}

export function Select(props: SelectProps) {
  const { id, name, label, hint, error, value, items } = props;
  return (
    <FormGroup error={error !== undefined}>
      <Label htmlFor={id} pageHeading={props.pageHeading} hidden={props.labelHidden}>
        {label}
      </Label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error !== undefined && <ErrorMessage id={`${id}-error`} text={error} />}
      <select
        className={error === undefined ? "control control-select" : "control control-select control-error"}
        id={id}
        name={name}
        aria-describedby={describedBy(id, { hint: hint !== undefined, error: error !== undefined, also: props.describedBy })}
        defaultValue={value}
      >
        {items.map((item) =>
          "group" in item ? (
            <optgroup key={item.group} label={item.group}>
              {item.items.map(option)}
            </optgroup>
          ) : (
            option(item)
          ),
        )}
      </select>
    </FormGroup>
  );
}
