import { listSeats, type Seat } from "../../forums/queries/list-seats.ts";
import { type Day, dayOf } from "../../kernel/dates.ts";
import { can } from "../../kernel/policy.ts";
import { view } from "../../view.ts";
import type { SeveralAct } from "../inputs.ts";
import { type HeldAction, mayTake } from "../lifecycle.ts";
import { severalSteps } from "../several.ts";
import { aboutAction } from "./about-action.ts";
import { readingsOf } from "./list-actions.ts";
import { readWordings } from "./read-wordings.ts";

type Row = Pick<HeldAction, "id" | "forumId" | "caseId" | "reference" | "state" | "version" | "ownerId" | "due"> & { forum: string; namelessWording: string | null; owner: string; agency: string };
export type SeveralAction = { reference: string; version: number; text: string | null; owner: string; agency: string; due: Day };
export type Several = { forum: string; act: SeveralAct; can: SeveralAction[]; cannot: SeveralAction[]; seats: Pick<Seat, "personId" | "name" | "agency">[] };

/** What one act on several actions would do: those that can take it now, and those that can't, by name. Null where none of them is in sight. */
export const viewSeveral = view(async ({ tx, actor, standing, now, record }, { act, references }: { act: SeveralAct; references: readonly string[] }): Promise<Several | null> => {
  const today = dayOf(now);
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.forum_id as "forumId", f.code as forum, a.case_id as "caseId", a.reference, a.state, a.version, a.owner_id as "ownerId", a.due_on::text as due, a.nameless_wording as "namelessWording", concat_ws(' ', p.style, p.name) as owner, g.short_name as agency
    from actions a join forums f on f.partnership_id = a.partnership_id and f.id = a.forum_id join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where a.reference = any(${[...references]}::text[]) order by a.due_on, length(a.reference), a.reference limit 50`;
  const first = rows[0];
  if (!first) return null;
  const words = await readWordings(tx, rows.map(({ id }) => id));
  record(...readingsOf(rows.filter(({ id }) => words.has(id))));
  const { permission, step } = severalSteps[act];
  const able: SeveralAction[] = [];
  const unable: SeveralAction[] = [];
  for (const row of rows) {
    const { reference, version, owner, agency, due } = row;
    const may = row.forumId === first.forumId && mayTake(step, row.state) && can(standing, permission, await aboutAction(tx, actor, standing, row, today));
    (may ? able : unable).push({ reference, version, text: words.get(row.id)?.wording ?? row.namelessWording, owner, agency, due });
  }
  const seats = act === "reassign" && able.length > 0 ? (await listSeats(tx, first.forumId, today)).map(({ personId, name, agency }) => ({ personId, name, agency })) : [];
  return { forum: first.forum, act, can: able, cannot: unable, seats };
});
