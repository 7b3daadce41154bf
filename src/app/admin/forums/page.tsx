import Link from "next/link";
import { notFound } from "next/navigation";
import { type KeptForum, listKeptForums } from "@/domain/directory/queries/view-forum.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { Cell, ColumnHead, RowHead, Table } from "@/ui/content/table.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { forumDesk as words } from "@/wording/admin.ts";
import { forumKindWords } from "@/wording/forums.ts";
import { ladderWords } from "@/wording/ladder.ts";
import { chairWords } from "@/wording/meetings.ts";
import { requireActor } from "../../actor.ts";
import { AdminFrame } from "../admin-frame.tsx";

/** The forums of the partnership, for administrators. */
export default async function ForumsPage() {
  const actor = await requireActor();
  const forums = await listKeptForums(actor, {});
  if (!forums) notFound();
  return (
    <AdminFrame actor={actor} title={words.title} part="forums">
      <PageHeader title={words.title} subtitle={words.lead} actions={<><ButtonLink href="/admin/ladder" tone="secondary">{ladderWords.link}</ButtonLink> <ButtonLink href="/admin/forums/new">{words.add}</ButtonLink></>} />
      {forums.length > 0 ? <Forums forums={forums} /> : <Card><EmptyState title={words.none.title} icon="landmark">{words.none.text}</EmptyState></Card>}
    </AdminFrame>
  );
}

function Forums({ forums }: { forums: KeptForum[] }) {
  const { columns } = words;
  return (
    <Card flush>
      <Table
        caption={words.title}
        captionHidden
        head={
          <>
            <ColumnHead>{columns.name}</ColumnHead>
            <ColumnHead>{columns.kind}</ColumnHead>
            <ColumnHead>{columns.chair}</ColumnHead>
            <ColumnHead numeric>{columns.seats}</ColumnHead>
          </>
        }
      >
        {forums.map(({ code, name, kind, area, chair, capacity, seats }) => (
          <tr key={code}>
            <RowHead label={columns.name}>
              <div>
                <Link href={`/admin/forums/${code}`} prefetch={false}>
                  {name}
                </Link>
                <div className="quiet font-normal">{code}</div>
              </div>
            </RowHead>
            <Cell label={columns.kind} note={area ?? undefined}>
              {forumKindWords[kind]}
            </Cell>
            <Cell label={columns.chair} note={capacity && capacity !== "substantive" ? chairWords[capacity] : undefined}>
              {chair ?? (
                <Tag tone="amber" icon="triangle-alert">
                  {words.vacant}
                </Tag>
              )}
            </Cell>
            <Cell label={columns.seats} numeric>
              {seats}
            </Cell>
          </tr>
        ))}
      </Table>
    </Card>
  );
}
