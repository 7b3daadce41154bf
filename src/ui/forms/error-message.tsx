import { uiWords } from "../ui-words.ts";

/** Stands by the field, in the same words as the summary. */
export function ErrorMessage({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} className="error-message">
      <span className="sr-only">{uiWords.errorPrefix}</span> {text}
    </p>
  );
}
