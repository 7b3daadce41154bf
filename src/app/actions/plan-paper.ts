import type { ActionPlan, ListedAction } from "@/domain/action-plan/queries/list-actions.ts";
import { dayOf, inWords, withWeekday } from "@/domain/kernel/dates.ts";
import { type Block, heading, type PaperDocument, paragraph } from "@/platform/documents/document.ts";
import { chaseWords } from "@/wording/chases.ts";
import { planWords as words } from "@/wording/action-plan.ts";
import { actionGroupWords, actionStatusLooks, dueNote, namelessAction } from "@/wording/action-states.ts";
import { shellWords } from "@/wording/shell.ts";
import { titleOf } from "./plan-title.ts";

/** The plan as the reader's page shows it, drawn for a file: landscape, and its table for a spreadsheet. */
export function planPaper(plan: ActionPlan, partnership: string, watermark: string): { document: PaperDocument; table: Extract<Block, { kind: "table" }> } {
  const { forum, meeting, shown, actions, total, today } = plan;
  const { columns } = words;
  const table = {
    kind: "table" as const,
    caption: `${words.found(total)}, ${words.sortedBy[shown.sort]}`,
    head: [columns.reference, columns.action, columns.agency, columns.owner, columns.due, columns.status],
    rows: actions.map((action) => rowOf(action, today)),
    widths: [2, 6, 2, 3, 3, 4],
    rowHeads: true,
  };
  return {
    table,
    document: {
      title: titleOf(plan),
      watermark,
      marking: actions.length > 0 ? shellWords.marking : null,
      running: [partnership, forum?.name ?? words.titleOfOwn, withWeekday(dayOf(plan.readAt)), actionGroupWords[shown.status]].join(", "),
      landscape: true,
      blocks: [
        heading(1, titleOf(plan)),
        paragraph(forum ? words.ownedBy(forum.name, forum.chair, forum.capacity) : words.ownInAll),
        ...(meeting ? [paragraph(words.issuedAt(withWeekday(dayOf(meeting.startsAt))))] : []),
        ...(actions.length < total ? [paragraph(words.tooMany(actions.length, total))] : []),
        table,
      ],
    },
  };
}

function rowOf(action: ListedAction, today: string): string[] {
  const status = [actionStatusLooks[action.status].word, action.asked === "more_time" && action.askedDue && words.asksTime(inWords(action.askedDue)), action.asked === "another_owner" && words.asksOwner, action.waitsTo && words.waits(inWords(action.waitsTo)), action.meetingsCarried > 0 && words.aged(action.ageInDays, action.meetingsCarried), action.chases > 0 && chaseWords.onPlan(action.chases), action.unanswered && words.unanswered, action.ownerGone && words.ownerGone];
  return [action.reference, action.text ?? namelessAction(action.agency), action.agency, action.owner, `${inWords(action.due)}\n${dueNote(action, today)}`, status.filter(Boolean).join("\n")];
}
