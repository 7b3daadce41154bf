import { PageHeader } from "@/ui/shell/page-header.tsx";
import { routeWords as words } from "@/wording/one-time-routes.ts";
import { Outside } from "../../outside.tsx";

/** What whoever used a one-time route reads last: it says nothing of what it was about. */
export default function DonePage() {
  return (
    <Outside title={words.doneTitle}>
      <PageHeader title={words.doneTitle} />
      <p>{words.done}</p>
    </Outside>
  );
}
