import type { ReactNode, Ref } from "react";
import { uiWords } from "../ui-words.ts";

export type ErrorSummaryProps = {
  title?: string;
  description?: ReactNode;
  errors?: { text: string; href?: string }[];
  /** Lets the box take focus when the page arrives, also without JavaScript. */
  takesFocus?: boolean;
  ref?: Ref<HTMLDivElement>;
};

/** Above the h1, below the back link. Each error links to the first input that is wrong. */
export function ErrorSummary({ title = uiWords.thereIsAProblem, description, errors = [], takesFocus, ref }: ErrorSummaryProps) {
  return (
    <div className="error-summary" ref={ref} {...(takesFocus && { tabIndex: -1, autoFocus: true, "data-ring": "" })}>
      <div role="alert">
        <h2>{title}</h2>
        <div>
          {description !== undefined && <p>{description}</p>}
          {errors.length > 0 && (
            <ul>
              {errors.map((error) => (
                <li key={`${error.href ?? ""} ${error.text}`}>{error.href === undefined ? error.text : <a href={error.href}>{error.text}</a>}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
