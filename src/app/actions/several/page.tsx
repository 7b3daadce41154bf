import { randomUUID } from "node:crypto";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { type SeveralAct, severalActs } from "@/domain/action-plan/inputs.ts";
import { type Several, type SeveralAction, viewSeveral } from "@/domain/action-plan/queries/view-several.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { planWords, severalWords as words } from "@/wording/action-plan.ts";
import { namelessAction } from "@/wording/action-states.ts";
import { shellWords } from "@/wording/shell.ts";
import { SeveralForm } from "./several-form.tsx";

const isAct = (said: unknown): said is SeveralAct => severalActs.some((act) => act === said);

/** Checks one act on several actions before it is done: with which, and with which not. */
export default async function SeveralPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor();
  const { act: said, select = [] } = await searchParams;
  const act = isAct(said) ? said : "verify";
  const references = (Array.isArray(select) ? select : [select]).slice(0, 50).map((one) => one.slice(0, 40).toUpperCase());
  const several = await viewSeveral(actor, { act, references });
  const title = words.titles[act];
  return (
    <Frame actor={actor} title={title} current="actions" marked={several !== null}>
      <BackLink href={several ? `/actions?forum=${several.forum}&select=1` : "/actions?select=1"}>{planWords.title}</BackLink>
      {several ? (
        <Check several={several} title={title} />
      ) : (
        <>
          <PageHeader title={title} />
          <EmptyState title={words.none.title} icon="list-checks">
            {words.none.text}
          </EmptyState>
        </>
      )}
    </Frame>
  );
}

function Check({ several, title }: { several: Several; title: string }) {
  const lists = (
    <>
      <PageHeader title={title} subtitle={several.can.length > 0 ? words.lead : words.nothing} />
      {several.can.length > 0 && <Listed title={words.can(several.can.length)} actions={several.can} />}
      {several.cannot.length > 0 && <Listed title={words.cannot(several.cannot.length)} note={words.cannotText} actions={several.cannot} />}
    </>
  );
  if (several.can.length === 0) return lists;
  return (
    <SeveralForm several={several} title={`${title} – ${shellWords.titleEnd}`} submissionKey={randomUUID()}>
      {lists}
    </SeveralForm>
  );
}

function Listed({ title, note, actions }: { title: string; note?: string; actions: SeveralAction[] }) {
  const { columns } = planWords;
  return (
    <Card title={title} note={note} flush>
      <Table
        compact
        caption={title}
        captionHidden
        head={
          <>
            <ColumnHead>{columns.reference}</ColumnHead>
            <ColumnHead>{columns.action}</ColumnHead>
            <ColumnHead>{columns.owner}</ColumnHead>
            <ColumnHead>{columns.due}</ColumnHead>
          </>
        }
      >
        <Rows
          labels={[undefined, columns.action, columns.owner, columns.due]}
          rows={actions.map(({ reference, text, agency, owner, due }) => ({ key: reference, cells: [{ reference, href: `/actions/${reference}` }, { text: text ?? namelessAction(agency) }, { text: agency, note: owner }, { text: inWords(due) }] }))}
        />
      </Table>
    </Card>
  );
}
