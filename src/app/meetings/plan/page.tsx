import { notFound } from "next/navigation";
import { addMonths, dayOf, isMonth, monthInWords } from "@/domain/kernel/dates.ts";
import { type ProposedYear, proposeYear, type YearRule } from "@/domain/meetings/queries/propose-year.ts";
import { Card } from "@/ui/content/card.tsx";
import { FilterBar } from "@/ui/content/filter-bar.tsx";
import { TaskList } from "@/ui/content/task-list.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { meetingWords } from "@/wording/meetings.ts";
import { planWords as words } from "@/wording/planning.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";
import { PlannedDates } from "./planned-dates.tsx";

type Query = Record<string, string | string[] | undefined>;
type Proposal = NonNullable<ProposedYear["proposal"]>;

/** First the forum, then the rule by which it meets with the dates that come of it: the rule is the address, the dates are one form. */
export default async function PlanYearPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const forum = typeof query.forum === "string" ? query.forum : null;
  const model = await proposeYear(actor, { forum, asked: ruleOf(query) });
  if (!model) notFound();
  const { proposal, forums } = model;
  const title = proposal ? `${words.title}: ${proposal.forum.code}` : words.title;
  return (
    <Frame actor={actor} title={title} current="meetings">
      <BackLink href={proposal ? "/meetings/plan" : "/meetings"}>{proposal ? words.title : meetingWords.plural}</BackLink>
      {proposal ? (
        <>
          <PageHeader title={words.title} subtitle={`${proposal.forum.name} · ${words.plannedUntil(proposal.forum.plannedUntil && dayOf(proposal.forum.plannedUntil))}`} />
          <RuleBar proposal={proposal} />
          <PlannedDates key={JSON.stringify(proposal.rule)} proposal={proposal} title={title} />
        </>
      ) : (
        <>
          <PageHeader title={words.title} subtitle={words.lead} />
          <Card title={words.whichForum}>
            <TaskList id="forum" items={forums.map(({ code, name, plannedUntil }) => ({ title: name, href: `/meetings/plan?forum=${encodeURIComponent(code)}`, hint: words.plannedUntil(plannedUntil && dayOf(plannedUntil)) }))} />
          </Card>
        </>
      )}
    </Frame>
  );
}

function RuleBar({ proposal: { forum, rule, thisMonth } }: { proposal: Proposal }) {
  const first = rule.from < thisMonth ? rule.from : thisMonth;
  const months = Array.from({ length: 19 }, (_, n) => addMonths(first, n));
  const value = { nth: String(rule.nth), weekday: String(rule.weekday), every: String(rule.every) };
  return (
    <FilterBar action="/meetings/plan" label={words.rule} hidden={{ forum: forum.code }} applyText={words.show}>
      <Select id="nth" name="nth" label={words.nth} value={value.nth} items={words.nths} />
      <Select id="weekday" name="weekday" label={words.weekday} value={value.weekday} items={words.weekdays} />
      <Select id="every" name="every" label={words.every} value={value.every} items={words.everies} />
      <Select id="from" name="from" label={words.from} value={rule.from} items={months.map((month) => ({ value: month, text: monthInWords(month) }))} />
    </FilterBar>
  );
}

/** The rule as the address says it; anything else is the forum's own rhythm. */
function ruleOf({ nth, weekday, every, from }: Query): YearRule | null {
  const among = (value: unknown, options: readonly { value: string }[]) => options.some((option) => option.value === value);
  const known = among(nth, words.nths) && among(weekday, words.weekdays) && among(every, words.everies) && typeof from === "string" && isMonth(from) && from >= "2000" && from < "2100";
  return known ? { nth: Number(nth), weekday: Number(weekday), every: Number(every), from } : null;
}
