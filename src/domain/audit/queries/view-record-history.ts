import { view } from "../../view.ts";
import { type HistoryLine, listHistory } from "./list-history.ts";

/** What was done with one meeting or action and who read it: for the chair's office of its forum. Anybody else finds nothing. */
export const viewRecordHistory = view(async ({ tx, may }, { record, reference }: { record: "meeting" | "action"; reference: string }): Promise<HistoryLine[] | null> => {
  const found =
    record === "meeting"
      ? await tx.meeting.findFirst({ where: { reference }, select: { id: true, forumId: true } })
      : await tx.action.findFirst({ where: { reference }, select: { id: true, forumId: true } });
  return found && may("history.read", { forumId: found.forumId }) ? listHistory(tx, { subjectId: found.id }) : null;
});
