// The partnership that is measured: one forum, Central CIM, with a long history, in session today. Written as the
// database's owner, since the commands would take an hour; row-level security holds for what is measured all the same.
import pg from "pg";

/**
 * How long the history is; what stands open today is the same in any. `times` 100 is for `--large`: ten times the meetings
 * are two hundred years of one a fortnight.
 */
const sizes = (times) => ({ meetings: 500 * Math.ceil(times / 10), cases: 300 * times, actions: 5000 * times });

export const OPEN_ACTIONS = 50;
export const CASE = "CEN-118";
export const CASE_ENTRIES = 30;
export const LISTED_CASES = 25;

/**
 * Fills a migrated database. Answers whom to read as, the chair and twenty members who signed today's register, the reference
 * of today's meeting, and three actions in progress with the number of the member who owns each.
 */
export async function fill(ownerUrl, { times = 1 } = {}) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    const size = sizes(times);
    for (const statement of [names, ...people, ...agendas, ...caseRecords, ...plan]) {
      await client.query(statement.replace(/:(meetings|cases|actions)\b/g, (_, name) => size[name]));
    }
    await client.query("commit");
    // as autovacuum would have left it
    await client.query("vacuum analyze");
    return await readers(client);
  } finally {
    await client.end();
  }
}

async function readers(client) {
  const { rows } = await client.query(`
    select p.id as "personId", p.partnership_id as "partnershipId", pg_temp.id('forum') as "forumId" from people p
    where p.id = pg_temp.person('chair') or p.id in (select pg_temp.person('member ' || n) from generate_series(1, 20) n)
    order by p.id <> pg_temp.person('chair'), p.email`);
  const { rows: meetings } = await client.query("select reference from meetings where id = pg_temp.meeting(0)");
  const { rows: actions } = await client.query("select reference, owner_id as owner from actions where state = 'in_progress' order by reference limit 3");
  const [chair, ...members] = rows;
  return { chair, members, meeting: meetings[0].reference, actions: actions.map(({ reference, owner }) => ({ reference, owner: members.findIndex(({ personId }) => personId === owner) })) };
}

// Every id can be said again from what it is of, so that no statement has to remember another's. Meeting 0 is today's, 1 the last, and so on.
const names = `
create function pg_temp.id(of text) returns uuid language sql immutable as $$ select md5(of)::uuid $$;
create function pg_temp.person(who text) returns uuid language sql immutable as $$ select md5('person ' || who)::uuid $$;
create function pg_temp.meeting(n int) returns uuid language sql immutable as $$ select md5('meeting ' || n)::uuid $$;
create function pg_temp.item(n int, what text) returns uuid language sql immutable as $$ select md5('item ' || n || ' ' || what)::uuid $$;
create function pg_temp.a_case(n int) returns uuid language sql immutable as $$ select md5('case ' || n)::uuid $$;
create function pg_temp.action(n int) returns uuid language sql immutable as $$ select md5('action ' || n)::uuid $$;
create function pg_temp.words(n int, about text) returns text language sql immutable as $$
  select about || ' ' || n || ': the agencies round the table compared what each had seen since the last meeting, agreed who keeps in touch with the household, and asked for it to be looked at again when the lighting has been mended.' $$;
-- A meeting a fortnight; what is older than about twenty years an hour apart, so that a longer history doesn't make the last quarter fuller.
create function pg_temp.held(n int) returns timestamptz language sql stable as $$
  select date_trunc('hour', now()) - least(n, 500) * interval '14 days' - greatest(n - 500, 0) * interval '1 hour' $$;
-- The case that a meeting's nth case item is about; never the 118th, which stands on the last fifteen agendas besides.
create function pg_temp.case_at(meeting int, slot int) returns int language sql immutable as $$ select c + (c >= 118)::int from (select 1 + (meeting * 5 + slot) % (:cases - 1) as c) as found $$;
`;

const people = [
  `insert into partnerships (id, name, made_at) values (pg_temp.id('partnership'), 'Safer Benchford', now())`,
  `insert into areas (id, partnership_id, name) values (pg_temp.id('area'), pg_temp.id('partnership'), 'Central')`,
  `insert into wards (id, partnership_id, area_id, name) select pg_temp.id('ward ' || n), pg_temp.id('partnership'), pg_temp.id('area'), 'Ward ' || n from generate_series(0, 3) n`,
  `insert into agencies (id, partnership_id, name, short_name, kind)
    select pg_temp.id('agency ' || n), pg_temp.id('partnership'), 'Agency for Matter ' || n, 'Agency ' || n, (array['council', 'police', 'housing', 'probation', 'voluntary'])[1 + n % 5]::agency_kind from generate_series(0, 9) n`,
  `insert into forums (id, partnership_id, kind, code, name, area_id) values (pg_temp.id('forum'), pg_temp.id('partnership'), 'cim', 'CEN', 'Central CIM', pg_temp.id('area'))`,
  `insert into terms_of_reference (id, partnership_id, forum_id, version, adopted_on, purpose, admits_elected_members)
    values (pg_temp.id('terms'), pg_temp.id('partnership'), pg_temp.id('forum'), 1, '2000-01-01', 'To solve cases together.', true)`,
  `insert into people (id, partnership_id, agency_id, name, style, post, email)
    select pg_temp.person(who), pg_temp.id('partnership'), pg_temp.id('agency ' || length(who) % 10), 'Person ' || initcap(who), null, 'Officer', replace(who, ' ', '.') || '@benchford.example'
    from (select unnest(array['chair', 'deputy', 'coordinator']) union all select 'member ' || n from generate_series(1, 20) n) as everyone(who)`,
  `insert into appointments (id, partnership_id, forum_id, person_id, office, from_on)
    select pg_temp.id('office ' || o), pg_temp.id('partnership'), pg_temp.id('forum'), pg_temp.person(o), o::office, '2000-01-01' from unnest(array['chair', 'deputy', 'coordinator']) o`,
  `insert into memberships (id, partnership_id, forum_id, person_id, agency_id, from_on) select pg_temp.id('seat ' || id), partnership_id, pg_temp.id('forum'), id, agency_id, '2000-01-01' from people`,
  `insert into declarations (id, partnership_id, version, text, hash, adopted_on)
    values (pg_temp.id('declaration'), pg_temp.id('partnership'), 1, 'I will keep what I hear in confidence.', sha256('I will keep what I hear in confidence.'), '2000-01-01')`,
];

const caseRecords = [
  `insert into cases (id, partnership_id, forum_id, reference, stage, opened_on, closed_on, last_action)
    select pg_temp.a_case(n), pg_temp.id('partnership'), pg_temp.id('forum'), 'CEN-' || n, case when n <= 40 or n = 118 then 'open' else 'closed' end::case_stage, current_date - 200 - n % 100, case when n <= 40 or n = 118 then null else current_date - 90 end, :actions
    from generate_series(1, :cases) n`,
  `insert into case_twins (case_id, partnership_id, forum_id, subject_type, title, summary, ward_id, involves_children)
    select pg_temp.a_case(n), pg_temp.id('partnership'), pg_temp.id('forum'), (array['victim', 'perpetrator', 'location', 'theme'])[1 + n % 4]::subject_type, 'Gatherings and noise at a parade of shops, ward ' || n % 4, pg_temp.words(n, 'Summary'), pg_temp.id('ward ' || n % 4), n % 5 = 0
    from generate_series(1, :cases) n`,
  `insert into case_contents (case_id, partnership_id, forum_id, background, wanted, risk)
    select pg_temp.a_case(n), pg_temp.id('partnership'), pg_temp.id('forum'), repeat(pg_temp.words(n, 'Background') || E'\\n', 3), 'Evenings in which people pass without being shouted at.', 'medium' from generate_series(1, :cases) n`,
  `insert into case_subjects (id, partnership_id, forum_id, case_id, role, label)
    select pg_temp.id('subject ' || n), pg_temp.id('partnership'), pg_temp.id('forum'), pg_temp.a_case(n), 'location', 'The parade' from generate_series(1, :cases) n`,
  `insert into protected_particulars (subject_id, partnership_id, forum_id, case_id, address)
    select pg_temp.id('subject ' || n), pg_temp.id('partnership'), pg_temp.id('forum'), pg_temp.a_case(n), n || ' Invented Parade' from generate_series(1, :cases) n`,
  `insert into agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, case_id, planned_minutes, outcome, decision, minute_number, minute_year)
    select pg_temp.item(m, 'case ' || c), pg_temp.id('partnership'), pg_temp.id('forum'), pg_temp.meeting(m), 10 + s, 'case', pg_temp.a_case(c), 12,
      case when m > 0 then 'agreed' end::item_outcome, case when m > 0 then 'continue' end::case_decision, case when m > 0 then m * 20 + s end, case when m > 0 then 2026 end
    from (select m, s, pg_temp.case_at(m, s) as c from generate_series(0, :meetings) m, generate_series(0, 4) s union all select m, 5, 118 from generate_series(0, 15) m) as discussed`,
  `insert into minutes (item_id, partnership_id, forum_id, meeting_id, case_id, discussion, decision_reason, written_by_id, written_at)
    select i.id, i.partnership_id, i.forum_id, i.meeting_id, i.case_id, pg_temp.words(i.minute_number, 'Minute'), 'It goes on.', pg_temp.person('coordinator'), m.closed_at
    from agenda_items i join meetings m on m.id = i.meeting_id where i.kind = 'case' and m.closed_at is not null`,
  `update meetings set state = 'confirmed', confirmed_at = closed_at + interval '14 days' where closed_at < now() - interval '20 days'`,
];

const agendas = [
  `insert into meetings (id, partnership_id, forum_id, reference, kind, state, starts_at, place, limit_minutes, published_at, doors_opened_at, opened_at, presided_by_id, closed_at, circulated_at)
    select pg_temp.meeting(n), pg_temp.id('partnership'), pg_temp.id('forum'), case n when 0 then to_char(now(), '"CEN-"YYYY-MM') else 'CEN-1999-' || n end, 'ordinary',
      case n when 0 then 'in_session' else 'circulated' end::meeting_state, t, 'Town hall, room 4', 120, t - interval '7 days', t - interval '20 minutes', t, pg_temp.person('chair'),
      case when n > 0 then t + interval '2 hours' end, case when n > 0 then t + interval '2 days' end
    from (select n, pg_temp.held(n) as t from generate_series(0, :meetings) n) as held`,
  `insert into meetings (id, partnership_id, forum_id, reference, kind, state, starts_at, place, limit_minutes)
    values (pg_temp.id('next meeting'), pg_temp.id('partnership'), pg_temp.id('forum'), to_char(now() + interval '1 month', '"CEN-"YYYY-MM'), 'ordinary', 'scheduled', now() + interval '28 days', 'Town hall, room 4', 120)`,
  `insert into agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, planned_minutes, outcome, minute_number, minute_year)
    select pg_temp.item(m, k), pg_temp.id('partnership'), pg_temp.id('forum'), pg_temp.meeting(m), p, k::agenda_item_kind, 5, case when m > 0 then 'noted' end::item_outcome, case when m > 0 then m * 20 + p end, case when m > 0 then 2026 end
    from generate_series(0, :meetings) m, unnest(array['register', 'interests', 'last_minutes', 'matters_arising', 'actions']) with ordinality as fixed(k, p)`,
  `insert into sign_ins (id, partnership_id, forum_id, meeting_id, person_id, agency_id, commits, declaration_id, declaration_hash, signed_at)
    select pg_temp.id('sign-in ' || n || p.email), p.partnership_id, pg_temp.id('forum'), pg_temp.meeting(n), p.id, p.agency_id, true, d.id, d.hash, pg_temp.held(n) from generate_series(0, 500) n, people p, declarations d`,
  `insert into attendances (id, partnership_id, forum_id, meeting_id, person_id, agency_id, status, recorded_by_id, recorded_at)
    select pg_temp.id('attendance ' || s.id), s.partnership_id, s.forum_id, s.meeting_id, s.person_id, s.agency_id, 'present', s.person_id, s.signed_at from sign_ins s`,
];

// Fifty stand open: five of the fifteen on case 118, and the 16th to the 60th. All of these came from the last fifteen meetings.
const plan = [
  `insert into actions (id, partnership_id, forum_id, reference, case_id, meeting_id, item_id, owner_id, owner_agency_id, due_on, state, nameless_wording, incomplete_kind, capacity_reason, created_at, assigned_at, ended_at, version)
    select pg_temp.action(n), pg_temp.id('partnership'), pg_temp.id('forum'), 'CEN-' || c || '-' || n, pg_temp.a_case(c), pg_temp.meeting(m), pg_temp.item(m, 'case ' || c), o.id, o.agency_id,
      (case when is_open then now() + (n % 30 - 10) * interval '1 day' else pg_temp.held(m) + interval '20 days' end)::date, state::action_state, 'Visit and say what was found, without names ' || n,
      case when state = 'incomplete' then 'not_done' end::incomplete_kind, case when state = 'incomplete' then 'staffing' end::capacity_reason,
      pg_temp.held(m), pg_temp.held(m), case when not is_open then least(pg_temp.held(m) + interval '18 days', now()) end, 3
    from (select n, m, case when n <= 15 then 118 else pg_temp.case_at(m, n % 5) end as c, is_open,
        case when is_open then (array['assigned', 'accepted', 'in_progress', 'in_progress', 'reported_done'])[1 + n % 5] else (array['verified', 'verified', 'verified', 'incomplete', 'cancelled'])[1 + n % 5] end as state
      from (select n, case when n <= 15 then n when n <= 60 then 1 + n % 15 else 1 + n % :meetings end as m, n <= 5 or n between 16 and 60 as is_open from generate_series(1, :actions) n) as placed) as given
      join people o on o.id = pg_temp.person('member ' || 1 + n % 20)`,
  `insert into action_wordings (action_id, partnership_id, forum_id, wording, measure)
    select pg_temp.action(n), pg_temp.id('partnership'), pg_temp.id('forum'), 'Visit the parade with the warden on two evenings and tell the chair what was found ' || n, 'Both visits are written up and the chair has read them' from generate_series(1, :actions) n`,
  `insert into action_steps (id, partnership_id, forum_id, action_id, kind, person_id, taken_at, note)
    select pg_temp.id('step ' || k || n), pg_temp.id('partnership'), pg_temp.id('forum'), pg_temp.action(n), k::action_step_kind, pg_temp.person(who), now() - interval '10 days', note
    from generate_series(1, :actions) n, (values ('assigned', 'chair', null), ('progress', 'member 1', 'The first visit is done.')) as steps(k, who, note)`,
];
