import { notFound } from "next/navigation";
import { ActionFilters, severalActs } from "@/domain/action-plan/inputs.ts";
import { type ActionPlan, listActions } from "@/domain/action-plan/queries/list-actions.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { dayOf, momentInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { Button, ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Pagination } from "@/ui/content/pagination.tsx";
import { QuietText } from "@/ui/content/prose.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { planWords as words, severalWords } from "@/wording/action-plan.ts";
import { actionGroupWords } from "@/wording/action-states.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";
import { TakeAway } from "../take-away.tsx";
import { hasCompactRows } from "./compact-rows.ts";
import { ChaseLink } from "./chase/chase-link.tsx";
import { planAddress } from "./plan-address.ts";
import { PlanCounts } from "./plan-counts.tsx";
import { PlanFilters } from "./plan-filters.tsx";
import { PlanTable } from "./plan-table.tsx";
import { titleOf } from "./plan-title.ts";

type Query = Record<string, string | string[] | undefined>;

/** The action plan: a document of its own, owned by the chair, apart from the minutes. */
export default async function ActionPlanPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const [plan, compact] = await Promise.all([listActions(actor, ActionFilters.parse(await searchParams)), hasCompactRows()]);
  if (!plan) notFound();
  const title = titleOf(plan);
  return (
    <Frame actor={actor} title={plan.pages > 1 ? `${title} (${words.titleOfPage(plan.page, plan.pages)})` : title} current="actions" marked={plan.forums.length > 0}>
      {plan.meeting && <BackLink href={`/meetings/${plan.meeting.reference}/minutes`}>{words.minutesLink}</BackLink>}
      {plan.forums.length === 0 ? <NoForum /> : <Plan plan={plan} actor={actor} title={title} compact={compact} />}
    </Frame>
  );
}

function NoForum() {
  return (
    <>
      <PageHeader title={words.title} />
      <EmptyState title={words.noForum.title} icon="list-checks">
        {words.noForum.text}
      </EmptyState>
    </>
  );
}

function Plan({ plan, actor, title, compact }: { plan: ActionPlan; actor: Actor; title: string; compact: boolean }) {
  const { forum, meeting, shown } = plan;
  const who = [actor.style, actor.name].filter(Boolean).join(" ");
  const isLong = plan.pages > 1;
  const isWhole = plan.total > 0 && plan.actions.length === plan.total;
  return (
    <article className="print-landscape">
      <PrintHeader parts={[actor.partnershipName, forum?.name ?? words.titleOfOwn, withWeekday(dayOf(plan.readAt)), actionGroupWords[shown.status]]} marking={shellWords.marking} />
      <PageHeader
        title={title}
        subtitle={
          <>
            {forum ? words.ownedBy(forum.name, forum.chair, forum.capacity) : words.ownInAll}
            {meeting && ` · ${words.issuedAt(withWeekday(dayOf(meeting.startsAt)))}`}
          </>
        }
        actions={
          <>
            {forum && !meeting && (
              <ButtonLink href={`/actions/versions?forum=${forum.code}`} tone="secondary">
                {words.versions}
              </ButtonLink>
            )}
            {forum && !meeting && plan.inOffice && (
              <ButtonLink href={`/actions/pressure?forum=${forum.code}`} tone="secondary">
                {words.pressure}
              </ButtonLink>
            )}
            <ChaseLink plan={plan} />
            {isLong && (
              <ButtonLink href={planAddress(plan, { all: true })} tone="secondary">
                {words.showAll}
              </ButtonLink>
            )}
          </>
        }
      />
      <PlanCounts plan={plan} />
      <PlanFilters plan={plan} />
      <Card flush>{plan.total === 0 ? <EmptyPlan plan={plan} /> : shown.select ? <Selecting plan={plan} compact={compact} /> : <PlanTable plan={plan} compact={compact} />}</Card>
      {plan.total > 0 && <TakeAway forms={["docx", "pdf", "xlsx", "csv"]} hrefFor={(form) => planAddress(plan, {}).replace("/actions", `/actions/export/${form}`)} about={title} />}
      {!isLong && !isWhole && plan.total > 0 && <QuietText>{words.tooMany(plan.actions.length, plan.total)}</QuietText>}
      <p className="screen-only flex flex-wrap gap-4">
        {plan.mayActOnMany && plan.total > 0 && <a href={planAddress(plan, { select: !shown.select, page: plan.page })}>{shown.select ? severalWords.stop : severalWords.select}</a>}
        <a href={`/actions/rows?${new URLSearchParams({ as: compact ? "comfortable" : "compact", back: planAddress(plan, { page: plan.page }) })}`}>{compact ? words.comfortable : words.compact}</a>
      </p>
      <Pagination current={plan.page} total={plan.pages} hrefFor={(page) => planAddress(plan, { page })} />
      <PrintFooter>{words.printedAs(who, momentInWords(plan.readAt))}</PrintFooter>
    </article>
  );
}

/** The plan with a box before each row, and what to do with those that are ticked: a plain GET form that leads to a page to check. */
function Selecting({ plan, compact }: { plan: ActionPlan; compact: boolean }) {
  return (
    <form method="get" action="/actions/several">
      <PlanTable plan={plan} compact={compact} />
      <div className="flex flex-wrap items-end gap-4 p-4">
        <Select id="act" name="act" label={severalWords.act} items={severalActs.map((act) => ({ value: act, text: severalWords.acts[act] }))} value="verify" />
        <Button tone="primary">{severalWords.next}</Button>
      </div>
    </form>
  );
}

function EmptyPlan({ plan }: { plan: ActionPlan }) {
  const { shown, meeting } = plan;
  const isWholeMeeting = meeting && shown.status === "all" && !shown.agency && !shown.mine && !shown.ended;
  const { title, text } = isWholeMeeting ? words.emptyMeeting : words.empty;
  return (
    <EmptyState
      title={title}
      icon="list-checks"
      actions={
        !isWholeMeeting && (
          <ButtonLink href={planAddress(plan, { status: "all", agency: null, mine: false, ended: null })} tone="secondary">
            {words.empty.clear}
          </ButtonLink>
        )
      }
    >
      {text}
    </EmptyState>
  );
}
