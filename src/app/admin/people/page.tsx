import Link from "next/link";
import { notFound } from "next/navigation";
import { accountStates, PeopleFilters } from "@/domain/directory/inputs.ts";
import { listPeople, type PeopleList } from "@/domain/directory/queries/list-people.ts";
import { unseal } from "@/platform/auth/seal.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { FilterBar } from "@/ui/content/filter-bar.tsx";
import { Pagination } from "@/ui/content/pagination.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { TextField } from "@/ui/forms/fields.client.tsx";
import { Select } from "@/ui/forms/select.tsx";
import { SubmissionForm } from "@/ui/forms/submission-form.client.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { Subnav } from "@/ui/shell/subnav.tsx";
import { accountStateWords, peopleWords as words } from "@/wording/people.ts";
import { shellWords } from "@/wording/shell.ts";
import { requireActor } from "../../actor.ts";
import { AccountTag } from "./account-tag.tsx";
import { AdminFrame } from "../admin-frame.tsx";
import { submitSearch } from "./submit.ts";

type Query = Record<string, string | string[] | undefined>;
/** `sealed`: the words of a search as the address carries them, which nobody else can read. */
type Asked = PeopleFilters & { sealed: string | null; words: string | null };

/** The people of the partnership, for administrators. */
export default async function PeoplePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const asked = read(await searchParams);
  const list = await listPeople(actor, asked);
  if (!list) notFound();
  const title = list.page > 1 ? words.titleOfPage(list.page, list.pages) : words.title;
  return (
    <AdminFrame actor={actor} title={title} part="people">
      <PageHeader title={words.title} actions={<ButtonLink href="/admin/people/new">{words.add}</ButtonLink>} />
      <Stack>
        <Card>
          <SubmissionForm submission={submitSearch} title={`${title} – ${shellWords.titleEnd}`} button={words.searchButton} buttonTone="secondary">
            <TextField name="words" label={words.search} hint={words.searchHint} width={30} spellCheck={false} autoComplete="off" defaultValue={asked.words ?? ""} />
          </SubmissionForm>
        </Card>
        {list.left > 0 && (
          <Subnav
            label={words.filters}
            items={[
              { href: address({ ...asked, left: false, page: 1 }), text: words.here, current: !asked.left },
              { href: address({ ...asked, left: true, account: null, page: 1 }), text: words.left, current: asked.left, count: list.left },
            ]}
          />
        )}
        <Filters asked={asked} agencies={list.agencies} />
        {asked.words && (
          <p>
            {words.found(asked.words)}{" "}
            <Link href="/admin/people" prefetch={false}>
              {words.clear}
            </Link>
          </p>
        )}
        {list.people.length > 0 ? <People list={list} /> : <Card><EmptyState title={words.none.title} icon="users">{words.none.text}</EmptyState></Card>}
        <Pagination current={list.page} total={list.pages} hrefFor={(page) => address({ ...asked, page })} />
      </Stack>
    </AdminFrame>
  );
}

function Filters({ asked, agencies }: { asked: Asked; agencies: PeopleList["agencies"] }) {
  return (
    <FilterBar action="/admin/people" label={words.filter} clearHref={asked.agency || asked.account ? address({ ...asked, agency: null, account: null, page: 1 }) : undefined} hidden={{ ...(asked.sealed ? { search: asked.sealed } : {}), ...(asked.left ? { left: "1" } : {}) }}>
      <Select id="agency" name="agency" label={words.agency} value={asked.agency ?? ""} items={[{ value: "", text: words.anyAgency }, ...agencies.map(({ id, name }) => ({ value: id, text: name }))]} />
      {!asked.left && (
        <Select id="account" name="account" label={words.account} value={asked.account ?? ""} items={[{ value: "", text: words.accountState }, ...accountStates.filter((state) => state !== "left").map((state) => ({ value: state, text: accountStateWords[state] }))]} />
      )}
    </FilterBar>
  );
}

function People({ list: { people, total } }: { list: PeopleList }) {
  const { columns } = words;
  return (
    <Card flush>
      <Table
        caption={words.caption(total)}
        head={
          <>
            <ColumnHead>{columns.name}</ColumnHead>
            <ColumnHead>{columns.post}</ColumnHead>
            <ColumnHead>{columns.agency}</ColumnHead>
            <ColumnHead>{columns.account}</ColumnHead>
          </>
        }
      >
        {people.map(({ id, name, post, agency, state }) => (
          <tr key={id}>
            <RowHead label={columns.name}>
              <Link href={`/admin/people/${id}`} prefetch={false}>
                {name}
              </Link>
            </RowHead>
            <Cell label={columns.post}>{post}</Cell>
            <Cell label={columns.agency}>{agency}</Cell>
            <Cell label={columns.account}>
              <AccountTag state={state} />
            </Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}

function read(query: Query): Asked {
  const sealed = typeof query.search === "string" ? query.search : null;
  const opened = sealed === null ? null : unseal("people search", Buffer.from(sealed, "base64url"));
  return { ...PeopleFilters.parse(query), sealed: opened === null ? null : sealed, words: opened };
}

function address({ agency, account, left, page, sealed }: Asked): string {
  const query = new URLSearchParams({ ...(sealed ? { search: sealed } : {}), ...(agency ? { agency } : {}), ...(account ? { account } : {}), ...(left ? { left: "1" } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return query.size > 0 ? `/admin/people?${query}` : "/admin/people";
}
