import type { Tx } from "@/platform/db/client.ts";
import { together } from "@/platform/db/together.ts";
import { type ForumAction, listForumActions } from "../../action-plan/queries/list-forum-actions.ts";
import type { MeetingState } from "../../kernel/enums.ts";
import { view } from "../../view.ts";
import { findPreviousMeeting } from "../../meetings/queries/find-previous-meeting.ts";
import { type AgendaLine, listAgenda } from "../../meetings/queries/list-agenda.ts";
import { type ListedPaper, listPapers } from "../../meetings/queries/list-papers.ts";
import { listReceived, type Received } from "../../meetings/queries/list-received.ts";
import { type PutOffBecause, readReasons } from "../../meetings/queries/read-reasons.ts";

export type PackItem = Omit<AgendaLine, "papers" | "putOff"> & {
  /** What the nameless twin says (D1). */
  summary: string | null;
  /** What the case record says, for whoever holds it (D2). */
  known: { background: string; wanted: string } | null;
  putOff: PutOffBecause[];
  papers: ListedPaper[];
  /** Minutes of other bodies that the board receives at it. */
  received: Received[];
};
export type Pack = {
  reference: string;
  forum: string;
  state: MeetingState;
  startsAt: Date;
  place: string;
  limitMinutes: number;
  totalMinutes: number;
  publishedAt: Date;
  readAt: Date;
  /** What the reader holds of at least one case or action, beyond its summary. */
  opensCases: boolean;
  /** Whether an item stands in it of whose case they hold the summary alone. */
  summaryOnly: boolean;
  previous: { reference: string; startsAt: Date } | null;
  items: PackItem[];
  actions: ForumAction[];
  supplements: { number: number; madeAt: Date }[];
};

/**
 * The pack of a meeting: its agenda as it was published, with its supplements in their places, each item at the reader's depth, and the
 * papers they may open. One numbering, on the screen and on paper. `form`: it is taken away as a document, which is kept.
 */
export const viewPack = view(async ({ tx, now, record }, { reference, form }: { reference: string; form: "pdf" | "docx" | null }): Promise<Pack | null> => {
  const rows = await tx.$queryRaw<(Pick<Pack, "reference" | "forum" | "state" | "startsAt" | "place" | "limitMinutes" | "publishedAt"> & { id: string; forumId: string; code: string })[]>`
    select m.id, m.forum_id as "forumId", f.code, m.reference, f.name as forum, m.state, m.starts_at as "startsAt", m.place, m.limit_minutes as "limitMinutes", m.published_at as "publishedAt"
    from meetings m join forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id where m.reference = ${reference} and m.state not in ('scheduled', 'cancelled') and m.published_at is not null`;
  const meeting = rows[0];
  if (!meeting) return null;
  const { id, forumId, code, ...head } = meeting;
  const lines = await listAgenda(tx, meeting);
  const cases = lines.flatMap((line) => line.case?.id ?? []);
  const [papers, summaries, known, actions, supplements, previous] = await together(tx, (at) => [
    listPapers(at, id), readSummaries(at, cases), readContents(at, cases), lines.some(({ kind }) => kind === "actions") ? listForumActions(at, forumId) : [],
    at.$queryRaw<Pack["supplements"]>`select number, made_at as "madeAt" from supplements where meeting_id = ${id}::uuid order by number`,
    findPreviousMeeting(at, meeting),
  ]);
  const received = await listReceived(tx, lines.filter(({ kind }) => kind === "other_minutes").map((line) => line.id));
  const { because, events } = await readReasons(tx, forumId, lines.map(({ putOff }) => putOff));
  const items = lines.map((line): PackItem => ({
    ...line,
    summary: summaries.find(({ caseId }) => caseId === line.case?.id)?.summary ?? null,
    known: known.find(({ caseId }) => caseId === line.case?.id) ?? null,
    received: received.get(line.id) ?? [],
    putOff: because(line.putOff),
    papers: papers.filter(({ itemId, withdrawn }) => itemId === line.id && withdrawn === null),
  }));
  // a supplement that holds nothing for this reader isn't there for them, nor is its number
  const held = supplements.filter(({ number }) => items.some((item) => item.supplement === number || item.papers.some((paper) => paper.supplement === number)));
  const renumbered = <L extends { supplement: number }>(line: L): L => ({ ...line, supplement: held.findIndex(({ number }) => number === line.supplement) + 1 });
  record(...events, ...items.flatMap(({ case: found, known: opened }) => (found && opened ? [{ event: "case.opened", subject: { type: "case", id: found.id, reference: found.reference, forumId, caseId: found.id }, particulars: {} } as const] : [])));
  if (form) record({ event: "meeting.packTaken", subject: { type: "meeting", id, reference: head.reference, forumId }, particulars: { form } });
  const read = actions.filter(({ wording }) => wording !== null);
  if (read.length > 0) record({ event: "action.listed", subject: { type: "forum", id: forumId, reference: code, forumId }, particulars: { actionIds: read.map((one) => one.id) } });
  return {
    ...head, actions: actions.map(({ id: _, ...action }) => action),
    items: items.map((item) => renumbered({ ...item, papers: item.papers.map(renumbered) })),
    supplements: held.map(({ madeAt }, index) => ({ number: index + 1, madeAt })),
    readAt: now,
    totalMinutes: lines.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
    opensCases: items.some((item) => item.known) || read.length > 0,
    summaryOnly: items.some((item) => item.case && !item.known),
    previous: previous && { reference: previous.reference, startsAt: previous.startsAt },
  };
});

const readSummaries = (tx: Tx, ids: string[]) => tx.$queryRaw<{ caseId: string; summary: string }[]>`select case_id as "caseId", summary from case_twins where case_id = any(${ids}::uuid[])`;
/** By explicit ids, each asked of the database for this reader. */
const readContents = (tx: Tx, ids: string[]) => tx.$queryRaw<{ caseId: string; background: string; wanted: string }[]>`select case_id as "caseId", background, wanted from case_contents where case_id = any(${ids}::uuid[])`;
