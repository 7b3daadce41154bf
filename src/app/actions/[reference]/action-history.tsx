import type { ActionStepShown } from "@/domain/action-plan/queries/view-action.ts";
import { momentInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { Timeline } from "@/ui/content/timeline.client.tsx";
import { actionStepWords, actionWords as words } from "@/wording/action-plan.ts";

/** What happened to the action, newest first: each step by whom, when, and in their own words. */
export function ActionHistory({ steps }: { steps: ActionStepShown[] }) {
  return (
    <Card title={words.history}>
      <Timeline
        level={3}
        events={steps.map(({ id, kind, at, by, to, note }) => ({
          id, title: actionStepWords[kind], when: momentInWords(at), dateTime: at.toISOString(), by,
          lines: [...(to === null ? [] : [{ text: words.givenTo(to) }]), ...(note === null ? [] : [{ text: note }])],
        }))}
      />
    </Card>
  );
}
