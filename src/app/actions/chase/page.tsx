import { notFound } from "next/navigation";
import { ChaseQuery } from "@/domain/chases/inputs.ts";
import { type Chasing, viewChasing } from "@/domain/chases/queries/view-chasing.ts";
import { daysBetween } from "@/domain/kernel/dates.ts";
import { Button } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Reference } from "@/ui/content/reference.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { Checkboxes } from "@/ui/forms/checkboxes.tsx";
import { ErrorSummary } from "@/ui/forms/error-summary.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { chaseWords as words } from "@/wording/chases.ts";
import { shellWords } from "@/wording/shell.ts";
import { uiWords } from "@/ui/ui-words.ts";
import { requireActor } from "../../actor.ts";
import { Frame } from "../../frame.tsx";

type Late = Chasing["late"][number];

/** Which late actions are chased. A plain GET form: what is ticked becomes the address of the page that shows the emails. */
export default async function ChasePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const chasing = await viewChasing(actor, ChaseQuery.parse(query));
  if (!chasing) notFound();
  const { forum, late, today } = chasing;
  const can = late.filter(({ obstacle }) => obstacle === null);
  const cannot = late.filter(({ obstacle }) => obstacle !== null);
  const nothing = query.nothing === "1" && can.length > 0 ? words.nothing : undefined;
  const ticked = ChaseQuery.parse(query).action;
  return (
    <Frame actor={actor} title={`${words.title}: ${forum.code}`} current="actions">
      <BackLink href={`/actions?forum=${forum.code}&status=overdue`}>{words.back}</BackLink>
      {nothing && <title>{`${uiWords.errorPrefix} ${words.title}: ${forum.code} – ${shellWords.titleEnd}`}</title>}
      {nothing && <ErrorSummary errors={[{ text: nothing, href: "#action" }]} takesFocus />}
      <PageHeader title={words.title} subtitle={words.lead(forum.name)} />
      {can.length === 0 && (
        <Card>
          <EmptyState title={words.empty.title} icon="circle-check">
            {words.empty.text}
          </EmptyState>
        </Card>
      )}
      {can.length > 0 && (
        <form action="/actions/chase/check" method="get" className="form form-wide" noValidate>
          <input type="hidden" name="forum" value={forum.code} />
          <Checkboxes
            id="action"
            name="action"
            legend={words.legend}
            hint={words.rules}
            error={nothing}
            values={ticked}
            items={can.map((action) => ({ value: action.reference, text: `${action.reference}, ${action.owner}, ${action.agency}`, hint: hintOf(action, today) }))}
          />
          <div className="button-group">
            <Button type="submit">{words.continue}</Button>
          </div>
        </form>
      )}
      {cannot.length > 0 && <NotNow actions={cannot} today={today} />}
    </Frame>
  );
}

function hintOf({ due, chases, lastOn, manager, undelivered }: Late, today: string): string {
  const notes = [words.late(daysBetween(due, today)), words.chased(chases, lastOn), chases >= 2 && (manager ? words.manager(manager.name) : words.noManager), undelivered && words.undelivered];
  return notes.filter(Boolean).join(". ");
}

function NotNow({ actions, today }: { actions: Late[]; today: string }) {
  const { columns } = words;
  return (
    <div className="mt-8">
      <Card title={words.cannot} flush>
        <Table
          caption={words.cannot}
          captionHidden
          head={
            <>
              <ColumnHead>{columns.action}</ColumnHead>
              <ColumnHead>{columns.owner}</ColumnHead>
              <ColumnHead>{columns.late}</ColumnHead>
              <ColumnHead>{columns.why}</ColumnHead>
            </>
          }
        >
          {actions.map(({ reference, owner, agency, due, obstacle, againOn }) => (
            <tr key={reference}>
              <RowHead label={columns.action}>
                <Reference href={`/actions/${reference}`}>{reference}</Reference>
              </RowHead>
              <Cell label={columns.owner} note={agency}>{owner}</Cell>
              <Cell label={columns.late}>{words.late(daysBetween(due, today))}</Cell>
              <Cell label={columns.why}>{obstacle && words.obstacles[obstacle](againOn)}</Cell>
            </tr>
          ))}
        </Table>
      </Card>
    </div>
  );
}
