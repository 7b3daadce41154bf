import { dayOf, inWords, momentInWords, slotInWords, withWeekday } from "@/domain/kernel/dates.ts";
import type { Pack, PackItem } from "@/domain/minutes/queries/view-pack.ts";
import { type Block, heading, list, type PaperDocument, paragraph, paragraphs, strong } from "@/platform/documents/document.ts";
import { agendaWords, lineTitle, packWords as words } from "@/wording/agenda.ts";
import { recusedWords } from "@/wording/interests.ts";
import { receivedWords } from "@/wording/received.ts";
import { meetingWords } from "@/wording/meetings.ts";
import { shellWords } from "@/wording/shell.ts";

/** The pack as the reader's page shows it, drawn for a file, by the same numbers. Its papers stay in the application: they are listed. */
export function packPaper(pack: Pack, partnership: string, watermark: string): PaperDocument {
  const { reference, forum, startsAt, place, limitMinutes, totalMinutes, publishedAt, supplements, items } = pack;
  return {
    title: words.title(reference),
    watermark,
    marking: pack.opensCases ? shellWords.marking : null,
    running: [partnership, forum, withWeekday(dayOf(startsAt))].join(", "),
    landscape: false,
    blocks: [
      heading(1, words.heading(forum)),
      paragraph(`${reference}, ${slotInWords(startsAt, limitMinutes)}, ${place}`),
      paragraph(`${words.published(momentInWords(publishedAt))}. ${words.minutes(totalMinutes, limitMinutes)}.`),
      ...(pack.summaryOnly ? [strong(words.summaryOnly), paragraph(words.summaryOnlyText)] : []),
      ...(supplements.length > 0 ? [strong(words.supplements), list(supplements.map(({ number, madeAt }) => agendaWords.supplementOf(number, dayOf(madeAt))))] : []),
      ...items.flatMap((item) => blocksOf(item, pack)),
    ],
  };
}

function blocksOf(item: PackItem, { actions, previous }: Pack): Block[] {
  const { position, kind, summary, known, papers, presenter, plannedMinutes, recusedFrom, supplement, restricted } = item;
  if (recusedFrom) return [paragraph(recusedWords.leftOut(position, recusedFrom))];
  const about = [meetingWords.minutesShort(plannedMinutes), presenter && agendaWords.presenter(presenter), supplement > 0 && words.inSupplement(supplement), restricted && agendaWords.restricted];
  return [
    heading(2, `${position}. ${lineTitle(item)}`),
    paragraph(about.filter(Boolean).join(", ")),
    ...(item.putOff.length > 1 ? [paragraph(agendaWords.putOffTimes(item.putOff))] : []),
    ...item.putOff.map((one) => paragraph(agendaWords.putOff(one))),
    ...(kind === "last_minutes" && previous ? [paragraph(meetingWords.minutesOf(inWords(dayOf(previous.startsAt))))] : []),
    ...(item.received.length > 0 ? [list(item.received.map(receivedWords.line))] : []),
    ...(summary ? paragraphs(summary) : []),
    ...(known ? [heading(3, words.background), ...paragraphs(known.background), heading(3, words.wanted), ...paragraphs(known.wanted)] : []),
    ...(kind === "actions" ? [actionsOf(actions)] : []),
    ...(papers.length > 0 ? [heading(3, words.papers), list(papers.map(paperLine))] : []),
  ];
}

const paperLine = ({ position, title, type, bytes, restricted, named, readers, supplement }: PackItem["papers"][number]) =>
  [agendaWords.paper(position, title), agendaWords.fileFacts(type, bytes), restricted && agendaWords.restricted, named && agendaWords.onlyFor(readers), supplement > 0 && words.inSupplement(supplement)].filter(Boolean).join(", ");

function actionsOf(actions: Pack["actions"]): Block {
  if (actions.length === 0) return paragraph(words.noActions);
  return {
    kind: "table", caption: words.actions, head: Object.values(words.actionColumns), rowHeads: true, widths: [5, 11, 7, 7, 5],
    rows: actions.map(({ reference, wording, namelessWording, agency, due, state }) => [reference, wording ?? namelessWording ?? words.namelessWording(agency), agency, inWords(due), words.state(state)]),
  };
}
