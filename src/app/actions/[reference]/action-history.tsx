import type { ActionStepShown, EarlierWords } from "@/domain/action-plan/queries/view-action.ts";
import { inWords, momentInWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Timeline } from "@/ui/content/timeline.client.tsx";
import { actionWords as words } from "@/wording/action.ts";
import { actionStepWords } from "@/wording/action-states.ts";

/** What happened to the action, newest first: each step by whom, when, and in their own words. */
export function ActionHistory({ steps }: { steps: ActionStepShown[] }) {
  return (
    <Card title={words.history}>
      <Timeline
        level={3}
        events={steps.map((step) => ({
          id: step.id, title: actionStepWords[step.kind], when: momentInWords(step.at), dateTime: step.at.toISOString(), by: step.by,
          lines: [personIn(step), dateIn(step), step.note].flatMap((text) => (text === null ? [] : [{ text }])),
        }))}
      />
    </Card>
  );
}

function personIn({ kind, to }: ActionStepShown): string | null {
  if (to === null) return null;
  return kind === "accepted" || kind === "proposed_owner" || kind === "kept" ? words.stepPerson[kind](to) : words.givenTo(to);
}

function dateIn({ kind, due, dueWas, on }: ActionStepShown): string | null {
  if (due === null) return null;
  if (kind === "waiting") return words.stepWaits(on, inWords(due));
  const said = kind === "asked_more_time" || kind === "time_granted" || kind === "time_refused" || kind === "changed" ? words.stepDue[kind] : null;
  return said && dueWas ? said(inWords(due), inWords(dueWas)) : null;
}

/** The words that the chair changed, newest first. */
export function EarlierWordings({ earlier }: { earlier: EarlierWords[] }) {
  if (earlier.length === 0) return null;
  return (
    <Card title={words.earlier}>
      {earlier.map(({ until, wording, measure, namelessWording }) => (
        <section key={until.toISOString()} className="mb-4">
          <h3>{words.earlierUntil(momentInWords(until))}</h3>
          <SummaryList compact rows={[{ key: words.about, value: wording }, { key: words.measure, value: measure }, ...(namelessWording ? [{ key: words.nameless, value: namelessWording }] : [])]} />
        </section>
      ))}
    </Card>
  );
}
