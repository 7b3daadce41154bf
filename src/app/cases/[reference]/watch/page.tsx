import { notFound } from "next/navigation";
import { daysBetween, inWords, momentInWords } from "@/domain/kernel/dates.ts";
import { type Watch, type WatchView, viewWatch } from "@/domain/step-downs/queries/view-watch.ts";
import { ButtonLink } from "@/ui/content/button.tsx";
import { Card } from "@/ui/content/card.tsx";
import { Stack } from "@/ui/content/columns.tsx";
import { EmptyState } from "@/ui/content/empty-state.tsx";
import { SummaryList } from "@/ui/content/summary-list.tsx";
import { Tag } from "@/ui/content/tag.tsx";
import { Timeline } from "@/ui/content/timeline.client.tsx";
import { BackLink } from "@/ui/shell/back-link.tsx";
import { PageHeader } from "@/ui/shell/page-header.tsx";
import { caseWords } from "@/wording/cases.ts";
import { standingTones, standingWords, type WatchAct, watchActs, watchWords as words } from "@/wording/step-downs.ts";
import { requireActor } from "../../../actor.ts";
import { Frame } from "../../../frame.tsx";
import { readReference } from "../../../read-reference.ts";

/** Where a case stands that was stepped down: who keeps watch, what they found, and what brings it back. */
export default async function WatchPage({ params }: { params: Promise<{ reference: string }> }) {
  const actor = await requireActor();
  const found = await viewWatch(actor, await readReference(params));
  if (!found) notFound();
  const { reference, title, watches } = found;
  const [latest] = watches;
  const acts = actsOf(found);
  return (
    <Frame actor={actor} title={words.titleOf(reference)} current="cases" marked>
      <BackLink href={`/cases/${reference}`}>{caseWords.title(reference)}</BackLink>
      <PageHeader
        eyebrow={`${reference} · ${title}`}
        title={words.title}
        tags={latest && <Tag tone={standingTones[latest.standing]}>{standingWords[latest.standing]}</Tag>}
      />
      {acts.length > 0 && (
        <div className="button-group mb-4">
          {acts.map((act, index) => (
            <ButtonLink key={act} href={`/cases/${reference}/watch/${act}`} tone={index === 0 ? "primary" : "secondary"}>
              {watchActs[act].link}
            </ButtonLink>
          ))}
        </div>
      )}
      <Stack>
        {watches.map((watch) => (
          <WatchCard key={watch.id} watch={watch} today={found.today} />
        ))}
      </Stack>
    </Frame>
  );
}

const actsOf = ({ allowed, watches }: WatchView): WatchAct[] => {
  const over = watches[0]?.standing === "over";
  const acts: [WatchAct, boolean][] = [["check-in", allowed.checkIn], ["return", allowed.bringBack], ["undo", allowed.undo], ["close", allowed.close]];
  const open = acts.filter(([, may]) => may).map(([act]) => act);
  return over && open.includes("close") ? ["close", ...open.filter((act) => act !== "close")] : open;
};

function WatchCard({ watch, today }: { watch: Watch; today: string }) {
  const { signedOn, signedBy, meeting, words: said, checks, leadAgency, lastDay, returnTrigger, nextCheck, undoUntil, end, endedAt, endedBy } = watch;
  const late = nextCheck !== null && nextCheck < today;
  return (
    <Card title={words.earlier(signedOn ?? today)}>
      <SummaryList
        rows={[
          { key: words.signedBy, value: words.signedOn(signedBy ?? "", signedOn ?? today, meeting) },
          ...(said?.betweenReason ? [{ key: words.because, value: said.betweenReason }] : []),
          { key: words.keptBy, value: leadAgency ?? "" },
          { key: words.until, value: lastDay ? inWords(lastDay) : "" },
          { key: words.trigger, value: returnTrigger ?? "" },
          ...(end ? [] : [{ key: words.next, value: nextCheck ? <>{inWords(nextCheck)} {late && <Tag tone="red">{standingOfCheck(nextCheck, today)}</Tag>}</> : words.noMore }]),
          ...(undoUntil ? [{ key: words.undoBy, value: inWords(undoUntil) }] : []),
          ...(end && endedAt ? [{ key: words.ended, value: <>{words.endedBy(end, endedBy ?? "", momentInWords(endedAt))} {watch.isRepeat && <Tag tone="amber">{words.repeat}</Tag>}</> }] : []),
          ...(said?.endReason ? [{ key: words.because, value: said.endReason }] : []),
          ...(said ? why(watch, said) : []),
        ]}
      />
      {!said && <p className="quiet">{words.summaryOnly}</p>}
      <h3 className="mt-4 mb-2">{words.checks}</h3>
      {checks.length === 0 ? (
        <EmptyState title={words.noChecks} icon="hourglass">
          {words.noChecksText}
        </EmptyState>
      ) : (
        <Timeline level={3} events={checks.map((check) => ({ id: check.id, title: words.of(check.finding, check.by, check.agency), when: momentInWords(check.checkedAt), dateTime: check.checkedAt.toISOString(), lines: [{ text: check.note }] }))} />
      )}
    </Card>
  );
}

const standingOfCheck = (due: string, today: string) => words.lateBy(daysBetween(due, today));

function why(watch: Watch, said: NonNullable<Watch["words"]>) {
  return [
    { key: words.changed, value: said.changed ?? "" },
    { key: words.evidence, value: said.evidence ?? "" },
    { key: words.voice, value: said.voice ?? words.voiceMissing(said.voiceMissing ?? "") },
    {
      key: words.told,
      value: (
        <>
          <span className="block">{watch.raiserToldBy ? words.raiserBy(watch.raiserToldBy) : words.raiserNot(said.raiserNotTold ?? "")}</span>
          <span className="block">{watch.victimToldBy ? words.victimBy(watch.victimToldBy) : words.victimNot(said.victimNotTold ?? "")}</span>
        </>
      ),
    },
    ...(said.tellable ? [{ key: words.tellable, value: said.tellable }] : []),
  ];
}
