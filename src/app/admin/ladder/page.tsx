import { notFound } from "next/navigation";
import { viewLadder } from "@/domain/escalations/queries/view-ladder.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { forumDesk } from "@/wording/admin.ts";
import { ladderWords as words } from "@/wording/ladder.ts";
import { requireActor } from "../../actor.ts";
import { AdminFrame } from "../admin-frame.tsx";

/** The ladder of boards: who takes what a forum can't solve. */
export default async function LadderPage() {
  const actor = await requireActor();
  const ladder = await viewLadder(actor, {});
  if (!ladder) notFound();
  return (
    <AdminFrame actor={actor} title={words.title} part="forums">
      <BackLink href="/admin/forums">{forumDesk.all}</BackLink>
      <PageHeader title={words.title} subtitle={words.lead} />
      <Stack>
        <Card title={words.forums}>
          <SummaryList
            rows={ladder.forums.map(({ code, name, toName, cycleDays, stated }) => ({
              key: name,
              value: (
                <>
                  {toName ? words.to(toName) : words.none}
                  {cycleDays !== null && <p className="quiet">{words.cycleOf(cycleDays, stated !== null)}</p>}
                </>
              ),
              actions: [{ href: `/admin/ladder/${code}`, text: words.change, about: name }],
            }))}
          />
        </Card>
        <Card title={words.outside} note={words.outsideNote} actions={<ButtonLink href="/admin/ladder/boards/new" tone="secondary" small>{words.add}</ButtonLink>}>
          {ladder.outside.length === 0 ? (
            <p className="quiet">{words.noOutside}</p>
          ) : (
            <SummaryList
              rows={ladder.outside.map(({ id, name, secretary, post, cycleDays, ended }) => ({
                key: name,
                value: (
                  <>
                    {words.secretaryIs(secretary, post)}
                    <p className="quiet">{ended ? words.ended : words.cycleOf(cycleDays, true)}</p>
                  </>
                ),
                actions: [{ href: `/admin/ladder/boards/${id}`, text: words.change, about: name }],
              }))}
            />
          )}
        </Card>
      </Stack>
    </AdminFrame>
  );
}
