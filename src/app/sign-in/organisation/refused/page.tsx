import { ButtonLink } from "@/ui/content/button.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { organisationSignIn as words } from "@/wording/organisation.ts";
import { Outside } from "../../../outside.tsx";

/** The same for everything that fails on the way back, whatever it was. */
export default function RefusedPage() {
  return (
    <Outside title={words.refusedTitle}>
      <PageHeader title={words.refusedTitle} />
      <p className="mb-4">{words.refusedText}</p>
      <p className="mb-6">{words.refusedNext}</p>
      <ButtonLink href="/sign-in">{words.again}</ButtonLink>
    </Outside>
  );
}
