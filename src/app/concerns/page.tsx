import { type ConcernList, concernLists, type ConcernPage, listConcerns, type ListedConcern } from "@/domain/concerns/queries/list-concerns.ts";
import { listDrafts } from "@/domain/concerns/queries/view-draft.ts";
import { inWords } from "@/domain/kernel/dates.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Pagination } from "@/ui/content/pagination.tsx";
import { type RowData, Rows } from "@/ui/content/rows.client.tsx";
import { ColumnHead, Table } from "@/ui/content/table.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { Subnav } from "@/ui/shell/subnav.tsx";
import { concernLooks, concernStateWords, concernWords as words, ownStateWords } from "@/wording/concerns.ts";
import { requireActor } from "../actor.ts";
import { Frame } from "../frame.tsx";

type Query = Record<string, string | string[] | undefined>;

export default async function ConcernsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const asked = read(await searchParams);
  const model = await listConcerns(actor, asked);
  const { list, page, pages, counts, isOffice } = model;
  const isOwn = list === "mine" || list === "log";
  const drafts = isOwn && model.drafts > 0 ? await listDrafts(actor, {}) : [];
  return (
    <Frame actor={actor} title={page > 1 ? words.titleOfPage(page, pages) : words.plural} current="concerns" marked={!isOwn && model.concerns.length > 0}>
      <PageHeader title={words.plural} subtitle={<a href="/concerns/purpose">{words.thresholdLink}</a>} actions={<ButtonLink href="/concerns/new">{words.raise}</ButtonLink>} />
      <Subnav
        label={words.lists.label}
        items={concernLists.filter((one) => isOffice || one === "mine" || one === "log").map((one) => ({ href: address(one, 1), text: words.lists[one], current: one === list, count: counts[one] }))}
      />
      <Stack>
        {drafts[0] && (
          <Alert kind="info" title={words.drafts(drafts.length)}>
            <a href={`/concerns/new/${drafts[0].id}/check`}>{words.goOn}</a>
          </Alert>
        )}
        {model.concerns.length > 0 ? <ConcernTable model={model} isOwn={isOwn} /> : <Nothing list={list} />}
        <Pagination current={page} total={pages} hrefFor={(to) => address(list, to)} />
      </Stack>
    </Frame>
  );
}

function read(query: Query): { list: ConcernList | null; page: number } {
  const page = typeof query.page === "string" && /^[1-9]\d{0,4}$/.test(query.page) ? Number(query.page) : 1;
  return { list: concernLists.find((one) => one === query.show) ?? null, page };
}

const address = (list: ConcernList, page: number) => `/concerns?show=${list}${page > 1 ? `&page=${page}` : ""}`;

function Nothing({ list }: { list: ConcernList }) {
  const { title, text } = words.empty[list];
  return (
    <Card>
      <EmptyState title={title} icon="megaphone">
        {text}
      </EmptyState>
    </Card>
  );
}

function ConcernTable({ model, isOwn }: { model: ConcernPage; isOwn: boolean }) {
  const { columns } = words;
  const heads = [columns.concern, columns.what, columns.where, ...(isOwn ? [] : [columns.by]), columns.clock, columns.status];
  return (
    <Card flush>
      <Table
        caption={words.captions[model.list]}
        head={heads.map((head) => (
          <ColumnHead key={head}>{head}</ColumnHead>
        ))}
      >
        <Rows labels={heads} rows={model.concerns.map((one) => rowOf(one, isOwn))} />
      </Table>
    </Card>
  );
}

const firstWords = (text: string) => (text.length > 110 ? `${text.slice(0, 108).replace(/\s+\S*$/u, "")} …` : text).replaceAll(/\s+/g, " ");

function rowOf(one: ListedConcern, isOwn: boolean): RowData {
  const clock = one.hearBy ? (one.isLate ? words.late(one.hearBy) : words.hearBy(one.hearBy)) : undefined;
  const state = (isOwn ? ownStateWords : concernStateWords)[one.state];
  return {
    key: one.reference,
    cells: [
      { reference: one.reference, href: `/concerns/${one.reference}` },
      { text: firstWords(one.what), note: [one.times > 1 && words.times(one.times), one.atMeeting && words.spoken, one.asked && (isOwn ? words.askedOwn : words.asked)].filter(Boolean).join(" · ") || undefined, ...(one.saysDanger && { tag: { tone: "red" as const, icon: "siren" as const, word: words.danger } }) },
      { text: one.place, note: one.ward },
      ...(isOwn ? [] : [{ text: one.by }]),
      one.raisedOn ? { text: words.waited(one.waited), note: one.state === "raised" ? clock : inWords(one.raisedOn) } : { text: "–", quiet: true },
      { tag: { ...concernLooks[one.state], word: state }, note: one.passedTo ? words.passedTo(one.passedTo) : undefined },
    ],
  };
}
