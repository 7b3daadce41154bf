import { PageHeader } from "@/ui/shell/page-header.tsx";
import { organisationSignIn as words } from "@/wording/organisation.ts";
import { Outside } from "../../../outside.tsx";

/** For somebody whom their organisation knows and the partnership doesn't. */
export default function AskedPage() {
  return (
    <Outside title={words.askedTitle}>
      <PageHeader title={words.askedTitle} />
      <p className="mb-4">{words.askedText}</p>
      <p>{words.askedNext}</p>
    </Outside>
  );
}
