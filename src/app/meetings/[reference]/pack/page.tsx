import { notFound } from "next/navigation";
import { requireActor } from "@/app/actor.ts";
import { Frame } from "@/app/frame.tsx";
import { watermarkOf } from "@/app/paper.ts";
import { readReference } from "@/app/read-reference.ts";
import { TakeAway } from "@/app/take-away.tsx";
import { dayOf, momentInWords, slotInWords, withWeekday } from "@/domain/kernel/dates.ts";
import { type Pack, viewPack } from "@/domain/minutes/queries/view-pack.ts";
import { Alert } from "@/ui/content/alert.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { PrintFooter, PrintHeader } from "@/ui/shell/print-header.tsx";
import { agendaWords, lineTitle, packWords as words } from "@/wording/agenda.ts";
import { shellWords } from "@/wording/shell.ts";
import { PackedItem } from "./packed-item.tsx";

/** The pack of a meeting as one document, on the screen and on paper by the same numbers, as deep as its reader reads. */
export default async function PackPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const pack = await viewPack(actor, { reference: await readReference(params), form: null });
  if (!pack) notFound();
  const { reference, forum, startsAt, place, limitMinutes, totalMinutes, publishedAt, supplements, items } = pack;
  const day = withWeekday(dayOf(startsAt));
  return (
    <Frame actor={actor} title={words.title(reference)} current="meetings" marked>
      <BackLink href={`/meetings/${reference}`}>{agendaWords.toMeeting}</BackLink>
      <article className="max-w-(--container-prose) rounded-(--radius-card) border border-line bg-paper p-4 sm:p-8 print:max-w-none print:border-0 print:p-0">
        <PrintHeader parts={[actor.partnershipName, forum, day]} marking={pack.opensCases ? shellWords.marking : undefined} />
        <PageHeader
          eyebrow={reference}
          title={words.heading(forum)}
          subtitle={`${slotInWords(startsAt, limitMinutes)} · ${place}`}
        />
        <p className="quiet">
          {words.published(momentInWords(publishedAt))}. {words.minutes(totalMinutes, limitMinutes)}.
        </p>
        {pack.summaryOnly && (
          <Alert kind="info" title={words.summaryOnly}>
            {words.summaryOnlyText}
          </Alert>
        )}
        <Contents items={items} />
        {supplements.length > 0 && (
          <ul className="mt-4 grid gap-1">
            {supplements.map(({ number, madeAt }) => (
              <li key={number}>
                <strong>{agendaWords.supplementOf(number, dayOf(madeAt))}</strong>: {inSupplement(items, number)}
              </li>
            ))}
          </ul>
        )}
        {items.map((item) => (
          <PackedItem key={item.id} item={item} pack={pack} />
        ))}
        <TakeAway forms={["docx", "pdf"]} hrefFor={(form) => `/meetings/${reference}/pack/${form}`} about={words.title(reference)} />
        <PrintFooter>{watermarkOf(actor, pack.readAt)}</PrintFooter>
      </article>
    </Frame>
  );
}

function Contents({ items }: { items: Pack["items"] }) {
  return (
    <nav aria-label={words.contents} className="mt-6">
      <ol className="grid gap-1">
        {items.map((item) => (
          <li key={item.id}>
            {item.position}. <a href={`#item-${item.position}`}>{lineTitle(item)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What came with a supplement, by the numbers of the agenda: an item brings its own papers. */
function inSupplement(items: Pack["items"], number: number): string {
  return items
    .flatMap((item) => (item.supplement === number ? [words.newItem(item.position)] : item.papers.filter((paper) => paper.supplement === number).map((paper) => words.newPaper(item.position, paper.position))))
    .join(", ");
}
