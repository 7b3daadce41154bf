import { momentInWords } from "@/domain/kernel/dates.ts";
import type { AccessRequest } from "@/domain/organisations/queries/view-requests.ts";
import { Tag } from "@/ui/content/tag.tsx";
import { requestDesk as words } from "@/wording/organisation.ts";

/** How a request stands, and who decided it. */
export function RequestStanding({ request: { decidedAt, decidedBy, admittedAs } }: { request: AccessRequest }) {
  if (!decidedAt) return <Tag tone="amber">{words.waiting}</Tag>;
  return (
    <>
      <Tag tone={admittedAs ? "green" : undefined}>{admittedAs ? words.admitted : words.refused}</Tag> <span className="quiet">{words.by(decidedBy ?? "", momentInWords(decidedAt))}</span>
    </>
  );
}
