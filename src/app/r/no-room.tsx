import { PageHeader } from "@/ui/shell/page-header.tsx";
import { codeWords as words } from "@/wording/register-ways.ts";
import { Outside } from "../outside.tsx";
import { CodeForm } from "./code-form.tsx";

/** The same for a code that is over, another room's, and one that was made up. A page, since a browser without scripts draws no other. */
export function NoRoom() {
  return (
    <Outside title={words.wrong}>
      <PageHeader title={words.wrong} subtitle={words.wrongText} />
      <CodeForm wrong={false} />
    </Outside>
  );
}
