import type { TrackedEscalation } from "@/domain/escalations/queries/list-escalations.ts";
import { Tag } from "@/ui/content/tag.tsx";
import { escalationLook } from "@/wording/escalations.ts";

/** How far it has come, in a word; an alarm by word, sign and colour. */
export function EscalationTag({ escalation }: { escalation: Pick<TrackedEscalation, "state" | "notListed" | "listedOn"> }) {
  const { word, tone, alarm } = escalationLook(escalation);
  return (
    <Tag tone={tone} icon={alarm ? "circle-alert" : undefined}>
      {word}
    </Tag>
  );
}
