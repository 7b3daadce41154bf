import { Prisma } from "@/platform/db/client.ts";
import { view } from "../../view.ts";
import type { AccountState, PeopleFilters } from "../inputs.ts";
import { accountState } from "./account-state.ts";

export type ListedPerson = { id: string; name: string; post: string; agency: string; state: AccountState };
export type PeopleList = { people: ListedPerson[]; total: number; page: number; pages: number; agencies: { id: string; name: string }[]; left: number };

const perPage = 25;
/** The words that were typed stand in a pattern, and are not one. */
const pattern = (words: string) => `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** The people of the partnership by name, for an administrator; null for anybody else. Those who have left stand apart. */
export const listPeople = view(async ({ tx, now, may }, { words, agency, account, left, page: wanted }: PeopleFilters & { words: string | null }): Promise<PeopleList | null> => {
  if (!may("directory.keepPeople")) return null;
  const where = Prisma.join(
    [
      left ? Prisma.sql`p.left_at is not null` : Prisma.sql`p.left_at is null`,
      ...(agency ? [Prisma.sql`p.agency_id = ${agency}::uuid`] : []),
      ...(account && !left ? [Prisma.sql`${accountState(now)} = ${account}`] : []),
      ...(words ?? "").split(/\s+/).filter(Boolean).map((word) => Prisma.sql`concat_ws(' ', p.style, p.name, p.post, p.email) ilike ${pattern(word)}`),
    ],
    " and ",
  );
  const counts = await tx.$queryRaw<{ total: number; left: number }[]>`select (select count(*)::int from people p where ${where}) as total, (select count(*)::int from people p where p.left_at is not null) as left`;
  const { total, left: leavers } = counts[0] ?? { total: 0, left: 0 };
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(wanted, pages);
  const people = await tx.$queryRaw<ListedPerson[]>`
    select p.id, concat_ws(' ', p.style, p.name) as name, p.post, g.short_name as agency, ${accountState(now)} as state
    from people p join agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where ${where} order by p.name, p.id limit ${perPage} offset ${(page - 1) * perPage}`;
  const agencies = await tx.agency.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
  return { people, total, page, pages, agencies, left: leavers };
});
