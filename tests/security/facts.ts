import { owner } from "../support/database.ts";

/** What is written down, as it stands in the tables: read as their owner, without a policy or a function of the database. */
export type Facts = {
  people: { id: string; partnership: string; left: string | null; version: number }[];
  appointments: { id: string; version: number; person: string; forum: string; from: string; until: string | null }[];
  memberships: { id: string; version: number; person: string; forum: string; agency: string; contact: boolean; from: string; until: string | null }[];
  offices: { partnership: string; person: string; office: string; from: string; until: string | null }[];
  councillors: { person: string; from: string; until: string | null }[];
  terms: { forum: string; version: number; adopted: string; admits: boolean }[];
  meetings: { id: string; reference: string; forum: string; state: string; starts: string; closed: string | null; version: number }[];
  items: { id: string; meeting: string; case: string | null; deferred: string | null; opened: string | null; version: number }[];
  signatures: { person: string; meeting: string }[];
  advance: { person: string; meeting: string }[];
  cases: { id: string; partnership: string; reference: string; forum: string }[];
  concerns: { id: string; reference: string; forum: string; state: string; raiser: string; passer: string | null; case: string | null; version: number }[];
  subjects: { id: string; role: string; case: string; named: boolean; address: boolean }[];
  reveals: { person: string; case: string; ends: string }[];
  readers: { person: string; subject: string; case: string; ended: string | null }[];
  addressReveals: { person: string; subject: string; ends: string }[];
  actions: { id: string; reference: string; forum: string; case: string | null; meeting: string; item: string; owner: string; agency: string; state: string; version: number }[];
  helpers: { person: string; action: string; ended: string | null }[];
  needs: { person: string; action: string; subject: string; ended: string | null }[];
  minutes: { item: string; forum: string; meeting: string; case: string | null }[];
  /** Step-downs that were signed and have not ended. */
  watches: { case: string; forum: string; lead: string; version: number }[];
  recusals: { id: string; person: string; case: string | null; item: string | null; silent: boolean; lifted: boolean }[];
  invitations: { id: string; person: string; item: string; meeting: string; case: string; withdrawn: string | null }[];
  referrals: { id: string; partnership: string; reference: string; forum: string; agency: string; writer: string; state: string; version: number }[];
  purposes: { id: string; person: string; case: string; from: string; until: string; agreed: boolean }[];
};

const selects: Record<keyof Facts, string> = {
  people: "select id, partnership_id as partnership, left_at as left, version from people where partnership_id = any($1)",
  appointments: "select id, version, person_id as person, forum_id as forum, from_on::text as from, until_on::text as until from appointments where partnership_id = any($1)",
  memberships: "select id, version, person_id as person, forum_id as forum, agency_id as agency, named_contact as contact, from_on::text as from, until_on::text as until from memberships where partnership_id = any($1)",
  offices: "select partnership_id as partnership, person_id as person, office, from_on::text as from, until_on::text as until from partnership_offices where partnership_id = any($1)",
  councillors: "select person_id as person, from_on::text as from, until_on::text as until from elected_members where partnership_id = any($1)",
  terms: "select forum_id as forum, version, adopted_on::text as adopted, admits_elected_members as admits from terms_of_reference where partnership_id = any($1)",
  meetings: "select id, reference, forum_id as forum, state, starts_at as starts, closed_at as closed, version from meetings where partnership_id = any($1)",
  items: "select id, meeting_id as meeting, case_id as case, deferred_from_id as deferred, opened_at as opened, version from agenda_items where partnership_id = any($1)",
  signatures: "select person_id as person, meeting_id as meeting from sign_ins where partnership_id = any($1)",
  advance: "select person_id as person, meeting_id as meeting from advance_signatures where partnership_id = any($1)",
  cases: "select id, partnership_id as partnership, reference, forum_id as forum from cases where partnership_id = any($1)",
  concerns: "select c.id, c.reference, c.forum_id as forum, c.state, c.raised_by_id as raiser, c.passed_by_id as passer, k.case_id as case, c.version from concerns c left join concern_cases k on k.concern_id = c.id where c.partnership_id = any($1)",
  subjects: "select s.id, s.role, s.case_id as case, p.subject_id is not null as named, w.subject_id is not null as address from case_subjects s left join protected_particulars p on p.subject_id = s.id left join withheld_addresses w on w.subject_id = s.id where s.partnership_id = any($1)",
  reveals: "select person_id as person, case_id as case, ends_at as ends from reveals where partnership_id = any($1)",
  readers: "select person_id as person, subject_id as subject, case_id as case, ended_at as ended from withheld_address_readers where partnership_id = any($1)",
  addressReveals: "select person_id as person, subject_id as subject, ends_at as ends from address_reveals where partnership_id = any($1)",
  actions: "select id, reference, forum_id as forum, case_id as case, meeting_id as meeting, item_id as item, owner_id as owner, owner_agency_id as agency, state, version from actions where partnership_id = any($1)",
  helpers: "select person_id as person, action_id as action, ended_at as ended from action_colleagues where partnership_id = any($1)",
  needs: "select owner_id as person, action_id as action, subject_id as subject, ended_at as ended from task_particulars where partnership_id = any($1)",
  minutes: "select item_id as item, forum_id as forum, meeting_id as meeting, case_id as case from minutes where partnership_id = any($1)",
  watches: "select case_id as case, forum_id as forum, lead_agency_id as lead, version from step_downs where partnership_id = any($1) and signed_at is not null and ended_at is null",
  recusals: "select r.id, r.person_id as person, r.case_id as case, r.item_id as item, r.silent, l.recusal_id is not null as lifted from recusals r left join recusal_lifts l on l.recusal_id = r.id where r.partnership_id = any($1)",
  invitations: "select id, person_id as person, item_id as item, meeting_id as meeting, case_id as case, withdrawn_at as withdrawn from case_invitations where partnership_id = any($1)",
  referrals: "select id, partnership_id as partnership, reference, forum_id as forum, agency_id as agency, person_id as writer, state, version from referrals where partnership_id = any($1)",
  purposes: "select g.id, g.person_id as person, g.case_id as case, g.from_on::text as from, g.until_on::text as until, a.purpose_id is not null as agreed from governance_purposes g left join governance_agreements a on a.purpose_id = g.id where g.partnership_id = any($1)",
};

/** All of it of these partnerships in one question; moments as text of ISO 8601. */
export async function readFacts(partnerships: string[]): Promise<Facts> {
  const parts = Object.entries(selects).map(([name, sql]) => `'${name}', (select coalesce(json_agg(f), '[]') from (${sql}) f)`);
  const { rows } = await owner.query<{ facts: Facts }>(`select json_build_object(${parts.join(", ")}) as facts`, [partnerships]);
  if (!rows[0]) throw new Error("the tables don't answer");
  return rows[0].facts;
}
