// What the bare pages ask for: the same rows as Casemoot's pages show, under the same row-level security. Each takes a
// `query(text, values)` that answers rows, so that both bare servers ask the same in their own way.

export const enter = "select app.enter($1::uuid, $2::uuid, now())";

/** The open actions of the forum, the first due first. */
export const listRows = (query, reader, limit) =>
  query(
    `select a.reference, a.nameless_wording as text, p.name as owner, g.short_name as agency, a.due_on::text as due, a.state
    from actions a join people p on p.partnership_id = a.partnership_id and p.id = a.owner_id
      join agencies g on g.partnership_id = a.partnership_id and g.id = a.owner_agency_id
    where a.forum_id = $1::uuid and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done') order by a.due_on, a.reference limit $2::int`,
    [reader.forumId, limit],
  );

/** A case and its entries: what was minuted on it and the actions it led to. */
export async function caseEntries(query, reference) {
  const [head] = await query(
    `select c.id, c.reference, t.title, t.summary, n.background from cases c join case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id
      join case_contents n on n.partnership_id = c.partnership_id and n.case_id = c.id where c.reference = $1`,
    [reference],
  );
  const entries = await query(
    `select m.reference, n.discussion as text, m.starts_at::date::text as on from minutes n join meetings m on m.partnership_id = n.partnership_id and m.id = n.meeting_id where n.case_id = $1::uuid
    union all select a.reference, w.wording, a.due_on::text from actions a join action_wordings w on w.partnership_id = a.partnership_id and w.action_id = a.id where a.case_id = $1::uuid order by 3`,
    [head.id],
  );
  return { ...head, entries };
}

/** One more step of an action, as its owner. */
export async function addStep(query, { personId }, reference, note) {
  await query("select id from actions where reference = $1 for update", [reference]);
  await query(
    `insert into action_steps (id, partnership_id, forum_id, action_id, kind, person_id, taken_at, note)
    select gen_random_uuid(), partnership_id, forum_id, id, 'progress', $2::uuid, now(), $3 from actions where reference = $1`,
    [reference, personId, note],
  );
  await query("update actions set state = 'in_progress', version = version + 1 where reference = $1", [reference]);
}
