import { view } from "../../view.ts";
import type { AuditFilters } from "../inputs.ts";
import { askedFor } from "./asked-for.ts";
import { readEvents, type ToldEvent } from "./list-history.ts";

export type ExportedEvents = {
  events: ToldEvent[];
  /** There are more of them than one file holds. */
  isCut: boolean;
};

/** As many events as a spreadsheet opens without trouble. */
export const exportLimit = 100_000;

/** What the desk's filters find, all of it, newest first, to be taken away; for information governance alone. Taking it away is itself kept. */
export const exportEvents = view(async ({ tx, may, record }, filters: AuditFilters): Promise<ExportedEvents | null> => {
  if (!may("audit.export")) return null;
  const { which, caseId } = await askedFor(tx, filters);
  const found = await readEvents(tx, which, { before: null, limit: exportLimit + 1 });
  const events = found.slice(0, exportLimit);
  const { person, kind, from, to } = filters;
  record({ event: "audit.exported", subject: { type: "audit", caseId }, particulars: { personId: person, kind, from, to, events: events.length } });
  return { events, isCut: found.length > exportLimit };
});
