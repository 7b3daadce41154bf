import type { ReactNode } from "react";
import { describedBy } from "./described-by.ts";
import { ErrorMessage } from "./error-message.tsx";
import { Fieldset } from "./fieldset.tsx";
import { FormGroup } from "./form-group.tsx";
import { Hint } from "./hint.tsx";

export type Choice = { value: string; text: ReactNode; hint?: ReactNode; disabled?: boolean; id?: string } | { divider: string };

export type ChoicesProps = {
  /** The first choice has this id, the others `id-2`, `id-3`, so that an error can link to the first. */
  id: string;
  name: string;
  legend?: ReactNode;
  legendHidden?: boolean;
  pageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  items: Choice[];
  /** `list` one under another, `inline` side by side, `boxes` side by side in frames, for a few short words. */
  layout?: "list" | "inline" | "boxes";
  small?: boolean;
};

/** The common ground of radios and checkboxes. No follow-up question is revealed here: it is asked on the next page. */
export function Choices({ type, chosen, ...props }: ChoicesProps & { type: "radio" | "checkbox"; chosen: string[] }) {
  const { id, name, legend, hint, error, items, layout = "list" } = props;
  const description = describedBy(id, { hint: hint !== undefined, error: error !== undefined });
  const inner = (
    <>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error !== undefined && <ErrorMessage id={`${id}-error`} text={error} />}
      <div className={`choices choices-${layout}${props.small ? " choices-small" : ""}`}>
        {items.map((item, index) => {
          if ("divider" in item) {
            return (
              <div key={`divider-${index}`} className="choice-divider">
                {item.divider}
              </div>
            );
          }
          const itemId = item.id ?? (index === 0 ? id : `${id}-${index + 1}`);
          return (
            <div key={item.value} className="choice">
              <input
                id={itemId}
                name={name}
                type={type}
                value={item.value}
                defaultChecked={chosen.includes(item.value)}
                disabled={item.disabled}
                aria-describedby={item.hint === undefined ? undefined : `${itemId}-item-hint`}
              />
              <label htmlFor={itemId}>{item.text}</label>
              {item.hint !== undefined && (
                <div id={`${itemId}-item-hint`} className="hint choice-hint">
                  {item.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </>
  );
  return (
    <FormGroup error={error !== undefined}>
      {legend === undefined ? (
        inner
      ) : (
        <Fieldset legend={legend} legendHidden={props.legendHidden} pageHeading={props.pageHeading} describedBy={description}>
          {inner}
        </Fieldset>
      )}
    </FormGroup>
  );
}
