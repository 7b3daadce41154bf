import { type CasePage, listCases, type ListedCase } from "@/domain/cases/queries/list-cases.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { type CaseStage, enums } from "@/domain/kernel/enums.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Pagination } from "@/ui/content/pagination.tsx";
import { type RowData, Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { Subnav } from "@/ui/shell/subnav.tsx";
import { caseStageWords, caseWords as words, subjectTypeWords } from "@/wording/cases.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";

type Query = Record<string, string | string[] | undefined>;
type Asked = { stage: CaseStage; forum: string | null; page: number };

export default async function CasesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const asked = read(await searchParams);
  const model = await listCases(actor, asked);
  const { page, pages, forums, counts } = model;
  return (
    <Frame actor={actor} title={page > 1 ? words.titleOfPage(page, pages) : words.plural} current="cases" marked={model.cases.length > 0}>
      <PageHeader title={words.plural} actions={model.mayTake && <ButtonLink href="/cases/new">{words.open}</ButtonLink>} />
      <Subnav label={words.stages} items={enums.case_stage.map((stage) => ({ href: address({ ...asked, stage, page: 1 }), text: caseStageWords[stage], current: stage === asked.stage, count: counts[stage] }))} />
      {forums.length > 1 && (
        <Subnav
          label={words.forums}
          items={[{ code: null, name: words.allForums }, ...forums].map(({ code, name }) => ({ href: address({ ...asked, forum: code, page: 1 }), text: name, current: code === asked.forum }))}
        />
      )}
      <Stack>
        {model.cases.length > 0 ? <CaseTable model={model} stage={asked.stage} /> : <NoCases stage={asked.stage} />}
        <Pagination current={page} total={pages} hrefFor={(to) => address({ ...asked, page: to })} />
      </Stack>
    </Frame>
  );
}

function read(query: Query): Asked {
  const stage = enums.case_stage.find((one) => one === query.stage) ?? "open";
  const forum = typeof query.forum === "string" && /^[A-Z]{1,8}$/.test(query.forum) ? query.forum : null;
  const page = typeof query.page === "string" && /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 1;
  return { stage, forum, page };
}

function address({ stage, forum, page }: Asked): string {
  const query = new URLSearchParams({ ...(stage === "open" ? {} : { stage }), ...(forum ? { forum } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return query.size > 0 ? `/cases?${query}` : "/cases";
}

function NoCases({ stage }: { stage: CaseStage }) {
  const { title, text } = words.empty[stage];
  return (
    <Card>
      <EmptyState title={title} icon="folder">
        {text}
      </EmptyState>
    </Card>
  );
}

function CaseTable({ model, stage }: { model: CasePage; stage: CaseStage }) {
  const { columns } = words;
  const several = model.forums.length > 1;
  return (
    <Card flush>
      <Table
        caption={words.caption[stage]}
        head={
          <>
            <ColumnHead>{columns.case}</ColumnHead>
            <ColumnHead>{columns.summary}</ColumnHead>
            {several && <ColumnHead>{columns.forum}</ColumnHead>}
            <ColumnHead>{columns.opened}</ColumnHead>
            <ColumnHead>{columns.discussed}</ColumnHead>
            <ColumnHead numeric>{columns.openActions}</ColumnHead>
          </>
        }
      >
        <Rows
          labels={[columns.case, columns.summary, ...(several ? [columns.forum] : []), columns.opened, columns.discussed, columns.openActions]}
          rows={model.cases.map((found) => rowOf(found, several))}
        />
      </Table>
    </Card>
  );
}

const rowOf = (found: ListedCase, several: boolean): RowData => ({
  key: found.reference,
  cells: [
    { reference: found.reference, href: `/cases/${found.reference}` },
    {
      text: found.title,
      note: [subjectTypeWords[found.subjectType], found.ward].filter(Boolean).join(" · "),
      ...(found.involvesChildren && { tag: { tone: "amber", icon: "users", word: words.children } }),
    },
    ...(several ? [{ text: found.forum }] : []),
    { text: inWords(found.openedOn) },
    { text: words.meetings(found.meetings), quiet: found.meetings === 0 },
    { text: String(found.openActions), numeric: true },
  ],
});
