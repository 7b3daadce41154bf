import type { Tx } from "@/platform/db/client.ts";
import { findGivenAway, findNamedWords } from "../../cases/queries/find-named-words.ts";
import { orNotFound } from "../../kernel/outcome.ts";

/** What is escalated, as the forum's office holds it. `caseId`: its own case, or that of the action. */
export type Origin = { forumId: string; forum: string; code: string; reference: string; kind: "case" | "action"; caseOf: string | null; actionOf: string | null; caseId: string | null; title: string; given: string; over: boolean };

type Asked = { caseReference: string | null; actionReference: string | null };

/** Out of sight reads as not found; what isn't the actor's office to escalate is refused by the policy table afterwards. */
export async function findOrigin(tx: Tx, { caseReference, actionReference }: Asked): Promise<Origin> {
  if (caseReference !== null) {
    const rows = await tx.$queryRaw<Origin[]>`
      select c.forum_id as "forumId", f.name as forum, f.code, c.reference, 'case' as kind, c.id as "caseOf", null::uuid as "actionOf", c.id as "caseId", t.title, t.summary as given, c.stage = 'closed' as over
      from cases c join forums f on f.partnership_id = c.partnership_id and f.id = c.forum_id join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id where c.reference = ${caseReference}`;
    return orNotFound(rows[0]);
  }
  const rows = await tx.$queryRaw<Origin[]>`
    select a.forum_id as "forumId", f.name as forum, f.code, a.reference, 'action' as kind, null::uuid as "caseOf", a.id as "actionOf", a.case_id as "caseId", coalesce(a.nameless_wording, t.title, '') as title, coalesce(t.summary, a.nameless_wording, '') as given,
      a.state in ('verified', 'cancelled') as over
    from actions a join forums f on f.partnership_id = a.partnership_id and f.id = a.forum_id left join case_twins t on t.partnership_id = a.partnership_id and t.case_id = a.case_id where a.reference = ${actionReference}`;
  return orNotFound(rows[0]);
}

/** The words that would show who or where it is about, as typed; of something with no case, what tells on anybody. */
export async function namedWords(tx: Tx, caseId: string | null, nameless: string): Promise<string[]> {
  return caseId === null ? findGivenAway(tx, nameless) : findNamedWords(tx, caseId, nameless);
}
