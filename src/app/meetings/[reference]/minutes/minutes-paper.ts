import { dayOf, inWords, momentInWords, timeInWords, withWeekday } from "@/domain/kernel/dates.ts";
import type { Attender, Correction, MinutedItem, Minutes } from "@/domain/minutes/queries/view-minutes.ts";
import { type Block, heading, list, type PaperDocument, paragraph, paragraphs, strong } from "@/platform/documents/document.ts";
import { minutedInterest, recusedWords } from "@/wording/interests.ts";
import { caseDecidedWords, itemOutcomeWords, itemTitle, minutesStatusLooks, minutesWords as words, summaryOnly } from "@/wording/minutes.ts";
import { correctionWords } from "@/wording/corrections.ts";
import { questionInMinutes } from "@/wording/questions.ts";
import { deferralWords } from "@/wording/deferrals.ts";
import { receivedWords } from "@/wording/received.ts";
import { resolvedThat } from "@/wording/resolutions.ts";
import { shellWords } from "@/wording/shell.ts";

/** The minutes as the reader's page shows them, drawn for a file: as deep as they read, without the items they are recused from. */
export function minutesPaper(minutes: Minutes, partnership: string, watermark: string): PaperDocument {
  const { reference, forum, startsAt, state, items, leftOut } = minutes;
  const day = withWeekday(dayOf(startsAt));
  const lines = [...items.map((item) => ({ number: item.number, blocks: blocksOf(item) })), ...leftOut.map((one) => ({ number: one.number, blocks: [paragraph(recusedWords.leftOut(one.number, one))] }))];
  return {
    title: words.title(reference),
    watermark,
    marking: items.some((item) => item.case ?? (item.words?.discussion || item.resolutions.length + item.questions.length > 0 || item.deferral)) ? shellWords.marking : null,
    running: [partnership, forum.name, day, minutesStatusLooks[state].word].join(", "),
    landscape: false,
    blocks: [
      heading(1, words.heading(forum.name)),
      paragraph(`${reference}, ${day}`),
      ...standing(minutes),
      ...(minutes.summaryOnly ? [strong(items.some((item) => item.words) ? words.summaryOfSome : summaryOnly), paragraph(words.summaryOnlyText)] : []),
      heading(2, words.facts),
      ...facts(minutes),
      ...lines.toSorted((a, b) => a.number - b.number).flatMap(({ blocks }) => blocks),
      ...(minutes.seal ? [paragraph(correctionWords.seal(minutes.seal))] : []),
    ],
  };
}

function standing({ confirmed, state }: Minutes): Block[] {
  if (confirmed) return [strong(words.confirmedText(confirmed.meeting, withWeekday(dayOf(confirmed.at))))];
  return state === "circulated" ? [strong(words.sentText)] : [strong(words.draft), paragraph(words.draftText)];
}

function facts({ startsAt, place, presided, present, apologies, absent, interests, closedAt }: Minutes): Block[] {
  const fact = (key: string, value: string) => paragraph(`${key}: ${value}`);
  const named = (key: string, lines: string[], none: string): Block[] => (lines.length === 0 ? [fact(key, none)] : [strong(key), list(lines)]);
  const out = present.flatMap(({ people }) => people.filter((one) => one.out.length > 0));
  return [
    fact(words.date, `${withWeekday(dayOf(startsAt))}, ${timeInWords(startsAt)}`),
    fact(words.place, place),
    fact(words.presided, presided ? [presided.name, presided.office && presided.capacity ? words.presidedAs[presided.office][presided.capacity] : ""].filter(Boolean).join(", ") : words.nobody),
    ...named(words.present, present.map(({ agency, people }) => `${agency}: ${people.map((one) => (one.represents ? `${one.name} (${words.alsoFor(one.represents)})` : one.name)).join(", ")}`), words.nobody),
    ...named(words.apologies, apologies.map(awayInWords), words.none),
    ...named(words.absent, absent.map(awayInWords), words.none),
    ...(interests.length > 0 ? named(words.interests, interests.map((one) => words.interest(one.person, minutedInterest(one))), words.none) : []),
    ...(out.length > 0 ? named(words.out, out.map(outInWords), words.none) : []),
    ...(closedAt ? [fact(words.closed, dayOf(closedAt) === dayOf(startsAt) ? timeInWords(closedAt) : momentInWords(closedAt))] : []),
  ];
}

const awayInWords = ({ name, agency, status }: Attender) => `${name}, ${agency}${status === "apologies_with_information" ? ` (${words.withInformation})` : ""}`;
const outInWords = ({ name, out }: Attender) => words.leftFor(name, out.map(({ number, from, until }) => words.outTime(number, timeInWords(from), until && timeInWords(until))));

/** A correction beside the text: what it took out and put in, in words as well as by a line through and a line under, and what came of it. */
function correctionOf({ part, by, at, changes, state, settledBy, settledAt, reason }: Correction): Block[] {
  const parts = changes.map(({ kind, text }) => ({ kind, text: kind === "same" ? text : correctionWords.marked[kind](text) }));
  const settled = settledAt && correctionWords.settled[state](settledBy, inWords(dayOf(settledAt)));
  return [
    strong(correctionWords.proposedOf(part, by, inWords(dayOf(at)))),
    { kind: "changes", parts },
    ...(settled ? [paragraph([settled, reason].filter(Boolean).join(". "))] : []),
  ];
}

function blocksOf(item: MinutedItem): Block[] {
  const { minute, number, words: said, resolutions, decision, outcome, actions } = item;
  const settled = decision ? caseDecidedWords[decision] : outcome ? itemOutcomeWords[outcome] : null;
  return [
    heading(2, `${minute ?? `${number}.`} ${itemTitle(item)}`),
    ...(said === null ? [paragraph(summaryOnly)] : said.discussion ? paragraphs(said.discussion) : [paragraph(words.noNotes)]),
    ...(item.received.length > 0 ? [list(item.received.map(receivedWords.line))] : []),
    ...(resolutions.length > 0 ? [paragraph(resolvedThat(outcome)), list(resolutions.map(({ wording }) => wording), true)] : []),
    ...(settled ? [strong(`${decision ? words.decision : words.outcome}: ${settled}`)] : []),
    ...(item.deferral ? paragraphs(`${words.reason}: ${deferralWords.minuted(item.deferral)}`) : []),
    ...(item.putOff.length > 0 ? [paragraph(deferralWords.before(item.putOff))] : []),
    ...(said?.decisionReason ? paragraphs(`${words.reason}: ${said.decisionReason}`) : []),
    ...item.corrections.flatMap(correctionOf),
    ...(item.questions.length > 0 ? [list(item.questions.map(questionInMinutes))] : []),
    ...(actions.length > 0 ? [heading(3, words.actions), list(actions.map((action) => `${action.reference} ${words.action(action.owner, action.agency, inWords(action.dueOn))}`))] : []),
  ];
}
