import { addDays, addMonths, dayOf, instantOf, monthOf } from "../../../src/domain/kernel/dates.ts";
import type { Actor } from "../../../src/domain/kernel/actor.ts";
import { planReport } from "../../../src/domain/forward-plan/commands/plan-report.ts";
import { addItem } from "../../../src/domain/meetings/commands/add-item.ts";
import { addPaper } from "../../../src/domain/meetings/commands/add-paper.ts";
import { leaveOffItem } from "../../../src/domain/meetings/commands/leave-off-item.ts";
import { moveItem } from "../../../src/domain/meetings/commands/move-item.ts";
import { receiveForumMinutes, receiveOtherMinutes } from "../../../src/domain/meetings/commands/receive-minutes.ts";
import { publishAgenda } from "../../../src/domain/meetings/commands/publish-agenda.ts";
import { scheduleMeeting } from "../../../src/domain/meetings/commands/schedule-meeting.ts";
import { viewAgenda } from "../../../src/domain/meetings/queries/view-agenda.ts";
import { heading, paragraph, type PaperDocument } from "../../../src/platform/documents/document.ts";
import { docxOf } from "../../../src/platform/documents/docx.ts";
import { pdfOf } from "../../../src/platform/documents/pdf.ts";
import { nextFullHour, workingDay, workingMoment } from "../calendar.ts";
import { board, central, elsewhere, expected } from "../words/papers.ts";
import type { Teller } from "./teller.ts";

/** How two agendas were worked on: Central's for today, with an item moved and a paper, and the Performance and Delivery Board's, with its forward plan and its reports. */
export function planAgendas(teller: Teller) {
  planCentral(teller);
  planBoard(teller);
}

type Called = { kind: string; title?: string };

/** One item of a draft, by what it is called there, with the version of the draft. */
async function asKept(teller: Teller, who: Actor, reference: string, { kind, title }: Called, now: Date) {
  const agenda = await viewAgenda(who, { reference }, now);
  const line = agenda?.lines.find((each) => each.kind === kind && (title === undefined || each.title === title));
  if (!agenda || !line) throw new Error(`there is no ${title ?? kind} on the agenda of ${reference}`);
  return { reference, version: agenda.version, itemId: line.id };
}

/** The week before: hotspots are taken before the cases, and bring a paper. */
function planCentral(teller: Teller) {
  const { directory, timeline, madeAt } = teller;
  const coordinator = directory.coordinator("CEN");
  const day = dayOf(nextFullHour(madeAt));
  const reference = `CEN-${day.slice(0, 7)}`;
  timeline.at(instantOf(addDays(day, -7), 15, 10), async (now) => {
    const hotspots = await asKept(teller, coordinator, reference, { kind: "hotspots" }, now);
    await teller.tell(moveItem, coordinator, { ...hotspots, to: "6" }, now);
    await teller.tell(addPaper, coordinator, { reference, itemId: hotspots.itemId, title: central.title, restricted: "yes", file: Buffer.from(central.text) }, now);
  });
}

/** A board meets in a fortnight: its reports came with their papers, one waits, and one came in a supplement. */
function planBoard(teller: Teller) {
  const { directory, timeline, madeAt } = teller;
  const code = "PDB";
  const coordinator = directory.coordinator(code);
  const day = workingDay(addDays(dayOf(madeAt), 12));
  const reference = `${code}-${day.slice(0, 7)}`;
  const at = (days: number, hour: number, minute: number) => workingMoment(madeAt, days, hour, minute);
  timeline.at(at(-21, 10, 0), async (now) => {
    await teller.tell(scheduleMeeting, coordinator, { forumId: directory.forumId(code), kind: "ordinary", on: day, at: "10am", place: "Civic Centre, committee room 1" }, now);
    for (const { months, leftOff: _, ...report } of expected) await teller.tell(planReport, coordinator, { forum: code, ...report, agencyId: "", due: addMonths(monthOf(day), months), restricted: "" }, now);
    for (const { paper: _, ...item } of board.items) await teller.tell(addItem, coordinator, { reference, ...item }, now);
    await teller.tell(leaveOffItem, coordinator, { ...(await asKept(teller, coordinator, reference, { kind: "presentation" }, now)), why: board.leftOff }, now);
    for (const { title, kind, leftOff } of expected) if (leftOff) await teller.tell(leaveOffItem, coordinator, { ...(await asKept(teller, coordinator, reference, { kind, title }, now)), why: leftOff }, now);
  });
  timeline.at(at(-10, 15, 20), async (now) => {
    const [minutes] = await teller.ask<{ id: string }>("select m.id from meetings m join forums f on f.id = m.forum_id where m.partnership_id = $1 and f.code = 'MARP' and m.state = 'confirmed' order by m.starts_at desc limit 1", [directory.partnershipId]);
    const here = async () => ({ reference, itemId: (await asKept(teller, coordinator, reference, { kind: "other_minutes" }, now)).itemId });
    if (minutes) await teller.tell(receiveForumMinutes, coordinator, { ...(await here()), sourceId: minutes.id }, now);
    await teller.tell(receiveOtherMinutes, coordinator, { ...(await here()), ...elsewhere, heldOn: workingDay(addDays(day, -45)) }, now);
  });
  timeline.at(at(-9, 14, 30), async (now) => {
    for (const { title, paper } of board.items) if (paper) await addFile(teller, coordinator, reference, title, paper, now);
    await teller.tell(publishAgenda, coordinator, { ...(await teller.asSeen("meetings", reference)), overLimitReason: "" }, now);
  });
  timeline.at(at(-4, 9, 20), async (now) => {
    const { paper, ...item } = board.late;
    await teller.tell(addItem, coordinator, { reference, ...item }, now);
    await addFile(teller, coordinator, reference, item.title, paper, now);
  });
}

async function addFile(teller: Teller, who: Actor, reference: string, item: string, { title, lines, form, restricted, only = [] }: { title: string; lines: readonly string[]; form: "pdf" | "docx"; restricted?: boolean; only?: readonly string[] }, now: Date) {
  const kept = (await viewAgenda(who, { reference }, now))?.lines.find((line) => line.title === item);
  const document: PaperDocument = { title, watermark: "", marking: null, running: item, landscape: false, blocks: [heading(1, title), ...lines.map(paragraph)] };
  await teller.tell(addPaper, who, { reference, itemId: kept?.id, title, restricted: restricted ? "yes" : "", readerIds: only.map((name) => teller.directory.agencyId(name)), file: await (form === "pdf" ? pdfOf : docxOf)(document) }, now);
}
