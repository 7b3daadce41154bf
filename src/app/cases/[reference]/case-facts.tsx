import { openActionStates } from "@/domain/kernel/enums.ts";
import { dayOf, inWords, withWeekday } from "@/domain/kernel/dates.ts";
import type { ViewedCase } from "@/domain/cases/queries/view-case.ts";
import { Card } from "@/ui/content/card.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { caseWords as words, riskWords } from "@/wording/cases.ts";
import { courseWords, riskPage } from "@/wording/risk.ts";

/** The facts one looks up first: forum, ward, risk, since when, what is open, where it comes next. */
export function CaseFacts({ found, twin }: { found: ViewedCase; twin: NonNullable<ViewedCase["twin"]> }) {
  const { content, meetings, actions, closedOn } = found;
  const states: readonly string[] = openActionStates;
  const open = actions.filter(({ state }) => states.includes(state)).length;
  const next = meetings.findLast(({ held }) => !held);
  const rows = [
    { key: words.forum, value: found.forum.name },
    { key: words.ward, value: twin.ward ?? words.wholeArea },
    ...(content ? [{ key: words.risk, value: <Risk reference={found.reference} content={content} /> }] : []),
    { key: words.opened, value: inWords(found.openedOn) },
    ...(closedOn ? [{ key: words.closed, value: inWords(closedOn) }] : []),
    { key: words.openActions, value: open === 0 ? words.noneOpen : String(open) },
    {
      key: words.next,
      value: next ? (
        <>
          <Reference href={found.belongs ? `/meetings/${next.meeting}` : undefined}>{next.meeting}</Reference>, {withWeekday(dayOf(next.startsAt))}
        </>
      ) : (
        words.notListed
      ),
    },
  ];
  return (
    <Card title={words.facts}>
      <SummaryList compact rows={rows} />
    </Card>
  );
}

/** What it is today, and how the matrix moved: "High" and "33, then 21". */
const Risk = ({ reference, content: { risk, scored } }: { reference: string; content: NonNullable<ViewedCase["content"]> }) => (
  <>
    {riskWords[risk]}{" "}
    <a href={`/cases/${reference}/risk`}>
      {scored.length === 0 ? riskPage.none : `${riskPage.link}: ${courseWords(scored)}`}
    </a>
  </>
);
