import { notFound } from "next/navigation";
import { ActionFilters } from "@/domain/action-plan/inputs.ts";
import { type ActionPlan, listActions } from "@/domain/action-plan/queries/list-actions.ts";
import type { Actor } from "@/domain/kernel/actor.ts";
import { dayOf, momentInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Pagination } from "@/ui/content/pagination.tsx";
import { QuietText } from "@/ui/content/prose.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { actionGroupWords, planWords as words } from "@/wording/action-plan.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";
import { TakeAway } from "../take-away.tsx";
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
  const plan = await listActions(actor, ActionFilters.parse(await searchParams));
  if (!plan) notFound();
  const title = titleOf(plan);
  return (
    <Frame actor={actor} title={plan.pages > 1 ? `${title} (${words.titleOfPage(plan.page, plan.pages)})` : title} current="actions" marked={plan.forums.length > 0}>
      {plan.meeting && <BackLink href={`/meetings/${plan.meeting.reference}/minutes`}>{words.minutesLink}</BackLink>}
      {plan.forums.length === 0 ? <NoForum /> : <Plan plan={plan} actor={actor} title={title} />}
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

function Plan({ plan, actor, title }: { plan: ActionPlan; actor: Actor; title: string }) {
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
      <Card flush>{plan.total > 0 ? <PlanTable plan={plan} /> : <EmptyPlan plan={plan} />}</Card>
      {plan.total > 0 && <TakeAway forms={["docx", "pdf", "xlsx", "csv"]} hrefFor={(form) => planAddress(plan, {}).replace("/actions", `/actions/export/${form}`)} about={title} />}
      {!isLong && !isWhole && plan.total > 0 && <QuietText>{words.tooMany(plan.actions.length, plan.total)}</QuietText>}
      <Pagination current={plan.page} total={plan.pages} hrefFor={(page) => planAddress(plan, { page })} />
      <PrintFooter>{words.printedAs(who, momentInWords(plan.readAt))}</PrintFooter>
    </article>
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
