import type { DocumentForm } from "@/domain/kernel/documents.ts";
import { documentWords as words } from "@/wording/documents.ts";

/** What stands on the page, as a file: a link for each form it can be taken away as. */
export function TakeAway({ forms, hrefFor, about }: { forms: readonly DocumentForm[]; hrefFor: (form: DocumentForm) => string; about: string }) {
  return (
    <p className="mt-6 flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      {words.take}
      {forms.map((form) => (
        <a key={form} href={hrefFor(form)} download>
          {words.forms[form]}
          <span className="sr-only">, {about}</span>
        </a>
      ))}
    </p>
  );
}
