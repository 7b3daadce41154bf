import type { Tx } from "@/platform/db/client.ts";
import { findGivenAway, findNamedInConcern, findNamedWords } from "../../cases/queries/find-named-words.ts";
import type { ConcernState } from "../../kernel/enums.ts";
import { orNotFound, refuse } from "../../kernel/outcome.ts";

/** What is escalated, as the forum's office holds it. `caseId`: its own case, or that of the action. */
export type Origin = {
  forumId: string;
  forum: string;
  code: string;
  reference: string;
  kind: "case" | "action" | "concern";
  caseOf: string | null;
  actionOf: string | null;
  concernOf: string | null;
  caseId: string | null;
  title: string;
  given: string;
  /** It is too late to hand it up; of a concern, the state that it is in. */
  over: boolean;
  state: ConcernState | null;
};
export type OriginAsked = { caseReference: string | null; actionReference: string | null; concernReference: string | null };

/** Out of sight reads as not found; what isn't the actor's office to escalate is refused by the policy table afterwards. */
export async function findOrigin(tx: Tx, asked: OriginAsked): Promise<Origin> {
  const rows = asked.caseReference !== null ? await ofCase(tx, asked.caseReference) : asked.concernReference !== null ? await ofConcern(tx, asked.concernReference) : await ofAction(tx, asked.actionReference);
  return orNotFound(rows[0]);
}

const ofCase = (tx: Tx, reference: string) => tx.$queryRaw<Origin[]>`
  select c.forum_id as "forumId", f.name as forum, f.code, c.reference, 'case' as kind, c.id as "caseOf", null::uuid as "actionOf", null::uuid as "concernOf", c.id as "caseId", t.title, t.summary as given, c.stage = 'closed' as over, null as state
  from cases c join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id where c.reference = ${reference}`;

const ofAction = (tx: Tx, reference: string | null) => tx.$queryRaw<Origin[]>`
  select a.forum_id as "forumId", f.name as forum, f.code, a.reference, 'action' as kind, null::uuid as "caseOf", a.id as "actionOf", null::uuid as "concernOf", a.case_id as "caseId", coalesce(a.nameless_wording, t.title, '') as title, coalesce(t.summary, a.nameless_wording, '') as given,
    a.state in ('verified', 'cancelled') as over, null as state
  from actions a join forums f on f.partnership_id = a.partnership_id and f.id = a.forum_id left join case_twins t on t.partnership_id = a.partnership_id and t.case_id = a.case_id where a.reference = ${reference}`;

/** Nothing of what was said of it is proposed for the board: it may name somebody. */
const ofConcern = (tx: Tx, reference: string) => tx.$queryRaw<Origin[]>`
  select c.forum_id as "forumId", f.name as forum, f.code, c.reference, 'concern' as kind, null::uuid as "caseOf", null::uuid as "actionOf", c.id as "concernOf", null::uuid as "caseId", '' as title, '' as given, c.state <> 'raised' as over, c.state
  from concerns c join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id where c.reference = ${reference}`;

/** Refuses what is over: a closed case, an action that ended, a concern that is decided. */
export function refuseIfOver({ over, kind, state }: Pick<Origin, "over" | "kind" | "state">): void {
  if (!over) return;
  if (state !== null) refuse("concern.notInThisState", { state });
  refuse(kind === "case" ? "case.notOpen" : "action.notOpen");
}

/** The words that would show who or where it is about, as typed: of a case by its particulars, of a concern by what was said of it; of anything else, what tells on anybody. */
export async function namedWords(tx: Tx, { caseId, concernOf }: Pick<Origin, "caseId" | "concernOf">, nameless: string): Promise<string[]> {
  if (concernOf !== null) return findNamedInConcern(tx, concernOf, nameless);
  return caseId === null ? findGivenAway(tx, nameless) : findNamedWords(tx, caseId, nameless);
}
