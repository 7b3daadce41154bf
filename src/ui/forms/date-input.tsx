import type { ReactNode } from "react";
import { uiWords } from "../ui-words.ts";
import { describedBy } from "./described-by.ts";
import { ErrorMessage } from "./error-message.tsx";
import { Fieldset } from "./fieldset.tsx";
import { FormGroup } from "./form-group.tsx";
import { Hint } from "./hint.tsx";

export const dateParts = ["day", "month", "year"] as const;
export type DatePart = (typeof dateParts)[number];

export type DateInputProps = {
  id: string;
  /** The boxes are named `name-day`, `name-month` and `name-year`. */
  name: string;
  legend: ReactNode;
  legendHidden?: boolean;
  pageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  /** The boxes the error is about. Left out, an error is about all of them. */
  errorParts?: DatePart[];
  values?: Partial<Record<DatePart, string>>;
  parts?: DatePart[];
  labels?: Partial<Record<DatePart, string>>;
  /** For somebody's own date of birth. */
  birthday?: boolean;
};

const fill = { day: "bday-day", month: "bday-month", year: "bday-year" } as const;

/** Three boxes, for a date that people know. The server takes "8", "08", "dec" and "December". */
export function DateInput(props: DateInputProps) {
  const { id, name, hint, error, values, parts = [...dateParts] } = props;
  const wrong = props.errorParts ?? (error === undefined ? [] : parts);
  return (
    <FormGroup error={error !== undefined}>
      <Fieldset
        legend={props.legend}
        legendHidden={props.legendHidden}
        pageHeading={props.pageHeading}
        role="group"
        describedBy={describedBy(id, { hint: hint !== undefined, error: error !== undefined })}
      >
        {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error !== undefined && <ErrorMessage id={`${id}-error`} text={error} />}
        <div className="date-input" id={id}>
          {parts.map((part) => (
            <div key={part} className="date-part">
              <div>
                <label htmlFor={`${id}-${part}`}>{props.labels?.[part] ?? uiWords[part]}</label>
                <input
                  className={`control control-${part === "year" ? 4 : part === "month" ? 3 : 2}${wrong.includes(part) ? " control-error" : ""}`}
                  id={`${id}-${part}`}
                  name={`${name}-${part}`}
                  type="text"
                  defaultValue={values?.[part]}
                  inputMode="numeric"
                  autoComplete={props.birthday ? fill[part] : undefined}
                />
              </div>
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  );
}
