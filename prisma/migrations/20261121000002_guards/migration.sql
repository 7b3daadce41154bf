-- The second lock: who sees which row, what can never be changed, and the chain of the audit.
-- Roles: casemoot_owner migrates, casemoot_app runs, casemoot_definer owns the functions below that see past the policies and can't log in.

create extension if not exists btree_gist;
create schema app;
grant usage on schema app to casemoot_app, casemoot_definer;
grant usage on schema public to casemoot_app, casemoot_definer;

-- 1. Context: set for one transaction by app.enter(), read by every policy. No context, no rows.
-- A body after `return` is bound to what its names mean here and now, as a pinned search path would, and is written into the query that calls it; with a search path each call cost more than the query around it.
create function app.person() returns uuid language sql stable
return nullif(pg_catalog.current_setting('app.person_id', true), '')::uuid;
create function app.partnership() returns uuid language sql stable
return nullif(pg_catalog.current_setting('app.partnership_id', true), '')::uuid;
create function app.moment() returns timestamptz language sql stable
return coalesce(nullif(pg_catalog.current_setting('app.now', true), '')::timestamptz, pg_catalog.now());
create function app.today() returns date language sql stable
return (app.moment() at time zone 'Europe/London')::date;

-- 2. Standing: what the person holds today. Definer functions, so that policies don't ask policies. Today is asked once a call and not
-- once a row, by a sub-select: every transaction begins here.
create function app.offices_held() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct a.forum_id), '{}') from public.appointments a
  where a.partnership_id = app.partnership() and a.person_id = app.person()
    and (select app.today()) between a.from_on and coalesce(a.until_on, 'infinity') $$;
create function app.seats_held() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct m.forum_id), '{}') from public.memberships m
  where m.partnership_id = app.partnership() and m.person_id = app.person()
    and (select app.today()) between m.from_on and coalesce(m.until_on, 'infinity') $$;
/* The forums whose nameless twins the person reads: by office or by seat (D1). */
create function app.forums_seen() returns uuid[] language sql stable security definer set search_path = '' as
$$ select app.offices_held() || app.seats_held() $$;
create function app.holds_partnership_office(wanted public.partnership_office_kind) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.partnership_offices o
  where o.partnership_id = app.partnership() and o.person_id = app.person() and o.office = wanted
    and (select app.today()) between o.from_on and coalesce(o.until_on, 'infinity')) $$;
/* Whether a seat on this forum opens its papers to this person: an elected member only where the terms of reference in force admit elected members. */
create function app.seat_opens_papers(forum uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select forum = any(app.seats_held()) and (
    not exists (select 1 from public.elected_members e where e.partnership_id = app.partnership() and e.person_id = app.person()
      and (select app.today()) between e.from_on and coalesce(e.until_on, 'infinity'))
    or coalesce((select t.admits_elected_members from public.terms_of_reference t
      where t.partnership_id = app.partnership() and t.forum_id = forum and t.adopted_on <= app.today() order by t.version desc limit 1), false)) $$;
/* Rule 26: the register opens papers until the minutes are confirmed, or for 60 days after closing, whichever ends first. */
create function app.register_open(state public.meeting_state, closed_at timestamptz) returns boolean language sql stable
return state in ('published', 'in_session', 'closed', 'circulated') and (closed_at is null or closed_at > app.moment() - interval '60 days');

-- 3. Depth of sight.
/* The chair's office, and members on the register of a meeting with the case on its agenda: they hold D2, and D3 by a reveal. */
create function app.may_reveal(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.cases c where c.partnership_id = app.partnership() and c.id = wanted and (
    c.forum_id = any(app.offices_held())
    or exists (select 1 from public.agenda_items i
        join public.sign_ins s on s.partnership_id = i.partnership_id and s.meeting_id = i.meeting_id and s.person_id = app.person()
        join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      where i.partnership_id = c.partnership_id and i.case_id = c.id and app.register_open(m.state, m.closed_at) and app.seat_opens_papers(c.forum_id)))) $$;
/* D2 of a case: they, and the owner of an open action on it. */
create function app.opens_case(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select app.may_reveal(wanted) or exists (select 1 from public.actions a
    where a.partnership_id = app.partnership() and a.case_id = wanted and a.owner_id = app.person()
      and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')) $$;
/* D3: within fifteen minutes of one's own reveal, and only while one may reveal. */
create function app.has_revealed(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select app.may_reveal(wanted) and exists (select 1 from public.reveals r where r.partnership_id = app.partnership() and r.case_id = wanted
    and r.person_id = app.person() and r.ends_at > app.moment()) $$;
/* Which of these words are marks of the protected particulars of a case: for the chair's office when it changes a nameless twin without having been shown them. It answers with words it was asked, nothing else. */
create function app.marks_among(wanted uuid, spoken text[]) returns text[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct m.mark), '{}') from public.protected_particulars p, unnest(p.marks) as m(mark)
  where p.partnership_id = app.partnership() and p.case_id = wanted and p.forum_id = any(app.offices_held()) and m.mark = any(spoken) $$;
/* Whether the person stands on the register of a meeting whose papers are still open. */
create function app.on_register(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.sign_ins s join public.meetings m on m.partnership_id = s.partnership_id and m.id = s.meeting_id
    where s.partnership_id = app.partnership() and s.meeting_id = wanted and s.person_id = app.person()
      and app.register_open(m.state, m.closed_at) and app.seat_opens_papers(s.forum_id)) $$;
/* The words of a minute: with the case where there is one, else the register. */
create function app.reads_minute(forum uuid, meeting uuid, in_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select forum = any(app.offices_held()) or case when in_case is null then app.on_register(meeting) else app.opens_case(in_case) end $$;
/* The words of an action: the chair's office, its owner while it is open, and those who may read the item it came from. */
create function app.reads_action(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = app.partnership() and a.id = wanted and (
    a.forum_id = any(app.offices_held())
    or (a.owner_id = app.person() and (a.case_id is null or a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')))
    or (a.state <> 'recorded' and case when a.case_id is null then app.on_register(a.meeting_id) else app.opens_case(a.case_id) end))) $$;
create function app.owns_action(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = app.partnership() and a.id = wanted and a.owner_id = app.person()
    and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')) $$;

/* Holds a meeting in its state while somebody joins it, so that nobody signs a register that closes at the same moment. Members may not lock what they may not change; this does it for them. */
create function app.hold_meeting(wanted text) returns table (id uuid, forum_id uuid, reference text, state public.meeting_state, starts_at timestamptz, doors_opened_at timestamptz) language sql volatile security definer set search_path = '' as $$
  select m.id, m.forum_id, m.reference, m.state, m.starts_at, m.doors_opened_at from public.meetings m
  where m.partnership_id = app.partnership() and m.reference = wanted and m.forum_id = any(app.forums_seen()) for share $$;

/* Sets the context of this transaction and answers what the person holds today: one round trip. */
create function app.enter(in_person uuid, in_partnership uuid, at timestamptz) returns jsonb language plpgsql volatile set search_path = '' as $$
begin
  perform pg_catalog.set_config('app.person_id', in_person::text, true), pg_catalog.set_config('app.partnership_id', in_partnership::text, true), pg_catalog.set_config('app.now', at::text, true);
  return app.standing();
end $$;
create function app.standing() returns jsonb language sql stable security definer set search_path = '' as $$
  select pg_catalog.jsonb_build_object(
    'present', exists (select 1 from public.people p where p.partnership_id = app.partnership() and p.id = app.person() and p.left_at is null),
    'appointments', coalesce((select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('forumId', a.forum_id, 'office', a.office, 'capacity', a.capacity)) from public.appointments a
      where a.partnership_id = app.partnership() and a.person_id = app.person() and (select app.today()) between a.from_on and coalesce(a.until_on, 'infinity')), '[]'),
    'memberships', coalesce((select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('forumId', m.forum_id, 'agencyId', m.agency_id, 'represents', m.represents, 'commits', m.commits)) from public.memberships m
      where m.partnership_id = app.partnership() and m.person_id = app.person() and (select app.today()) between m.from_on and coalesce(m.until_on, 'infinity')), '[]'),
    'partnershipOffices', coalesce((select pg_catalog.jsonb_agg(o.office) from public.partnership_offices o
      where o.partnership_id = app.partnership() and o.person_id = app.person() and (select app.today()) between o.from_on and coalesce(o.until_on, 'infinity')), '[]'),
    'vacantChairs', coalesce((select pg_catalog.jsonb_agg(f.id) from public.forums f where f.partnership_id = app.partnership() and f.id = any(app.offices_held())
      and not exists (select 1 from public.appointments a where a.partnership_id = f.partnership_id and a.forum_id = f.id and a.office = 'chair'
        and (select app.today()) between a.from_on and coalesce(a.until_on, 'infinity'))), '[]')) $$;

-- 4. Policies. Every table: row-level security, forced; the partnership as a restrictive wall; then who sees and writes what.
do $$ declare t text; begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and c.relname <> '_prisma_migrations' loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('create policy maintained_by_owner on public.%I to casemoot_owner using (true) with check (true)', t);
    execute format('create policy seen_by_definer on public.%I for select to casemoot_definer using (true)', t);
    execute format('grant select on public.%I to casemoot_definer', t);
    if t not in ('partnerships', 'sign_in_failures') then
      execute format('create policy own_partnership on public.%I as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()))', t);
    end if;
  end loop;
  -- The directory of a partnership: read by everyone signed in to it, written by nobody from the application yet.
  foreach t in array array['areas','wards','agencies','people','partnership_offices','elected_members','forums','terms_of_reference','appointments','memberships','declarations'] loop
    execute format('grant select on public.%I to casemoot_app', t);
    execute format('create policy read on public.%I for select to casemoot_app using ((select app.person()) is not null)', t);
  end loop;
end $$;

grant select on public.partnerships to casemoot_app;
create policy own_partnership on public.partnerships as restrictive to casemoot_app using (id = (select app.partnership()));
create policy read on public.partnerships for select to casemoot_app using ((select app.person()) is not null);

grant select, insert, update on public.forum_counters to casemoot_app;
create policy by_office on public.forum_counters to casemoot_app using (forum_id = any((select app.offices_held())::uuid[])) with check (forum_id = any((select app.offices_held())::uuid[]));

grant select, insert, update on public.meetings, public.agenda_items to casemoot_app;
grant select, insert, update on public.attendances to casemoot_app;
grant select, insert on public.sign_ins to casemoot_app;
grant select, insert, update on public.cases, public.case_twins, public.case_contents, public.case_subjects, public.protected_particulars to casemoot_app;
grant select, insert on public.reveals to casemoot_app;
grant select, insert, update on public.minutes to casemoot_app;
grant select, insert, update on public.actions, public.action_wordings to casemoot_app;
grant select, insert on public.action_steps to casemoot_app;
grant select, insert on public.audit_events to casemoot_app;
grant select, insert, update on public.submissions to casemoot_app;

create policy read on public.meetings for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.meetings for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.meetings for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.agenda_items for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.agenda_items for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.agenda_items for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));

create policy read on public.attendances for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.attendances for insert to casemoot_app
  with check (recorded_by_id = (select app.person()) and (forum_id = any((select app.offices_held())::uuid[]) or (person_id = (select app.person()) and forum_id = any((select app.seats_held())::uuid[]))));
create policy change on public.attendances for update to casemoot_app
  using (forum_id = any((select app.offices_held())::uuid[]) or person_id = (select app.person())) with check (recorded_by_id = (select app.person()));
create policy read on public.sign_ins for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.sign_ins for insert to casemoot_app
  with check (forum_id = any((select app.offices_held())::uuid[]) or (person_id = (select app.person()) and forum_id = any((select app.seats_held())::uuid[])));

create policy read on public.cases for select to casemoot_app
  using (forum_id = any((select app.forums_seen())::uuid[]) or (select app.holds_partnership_office('information_governance')));
create policy add on public.cases for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.cases for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.case_twins for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.case_twins for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.case_twins for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
-- The chair's office is asked once a statement, and the functions, which ask it too, row by row only for everybody else.
create policy read on public.case_contents for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.opens_case(case_id));
create policy add on public.case_contents for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.case_contents for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.case_subjects for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.opens_case(case_id));
create policy add on public.case_subjects for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.case_subjects for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.protected_particulars for select to casemoot_app using (app.has_revealed(case_id));
create policy add on public.protected_particulars for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.protected_particulars for update to casemoot_app using (app.has_revealed(case_id) and forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.reveals for select to casemoot_app
  using (person_id = (select app.person()) or forum_id = any((select app.offices_held())::uuid[]) or (select app.holds_partnership_office('information_governance')));
create policy add on public.reveals for insert to casemoot_app with check (person_id = (select app.person()) and revealed_at = app.moment() and app.may_reveal(case_id));

create policy read on public.minutes for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.reads_minute(forum_id, meeting_id, case_id));
create policy add on public.minutes for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.minutes for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));

create policy read on public.actions for select to casemoot_app
  using (forum_id = any((select app.forums_seen())::uuid[]) and (state <> 'recorded' or forum_id = any((select app.offices_held())::uuid[])));
create policy add on public.actions for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.actions for update to casemoot_app
  using (forum_id = any((select app.offices_held())::uuid[]) or (owner_id = (select app.person()) and forum_id = any((select app.seats_held())::uuid[])));
create policy read on public.action_wordings for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.reads_action(action_id));
create policy add on public.action_wordings for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.action_wordings for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy read on public.action_steps for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.reads_action(action_id));
create policy add on public.action_steps for insert to casemoot_app
  with check (person_id = (select app.person()) and (forum_id = any((select app.offices_held())::uuid[]) or app.owns_action(action_id)));

create policy read on public.audit_events for select to casemoot_app
  using ((select app.holds_partnership_office('information_governance')) or forum_id = any((select app.offices_held())::uuid[]));
create policy add on public.audit_events for insert to casemoot_app with check (person_id = (select app.person()));
create policy own on public.submissions to casemoot_app using (person_id = (select app.person())) with check (person_id = (select app.person()));

-- 5. What holds whatever the application thinks.
alter table public.appointments add constraint one_chair_on_any_day
  exclude using gist (forum_id with =, daterange(from_on, until_on, '[]') with &&) where (office = 'chair');
alter table public.appointments add constraint ends_after_it_begins check (until_on is null or until_on >= from_on);
alter table public.memberships add constraint ends_after_it_begins check (until_on is null or until_on >= from_on);
alter table public.actions add constraint over_says_when check ((ended_at is not null) = (state in ('declined', 'verified', 'incomplete', 'cancelled')));
alter table public.actions add constraint incomplete_says_which check ((state = 'incomplete') = (incomplete_kind is not null) and (capacity_reason is null or incomplete_kind = 'not_done') and (incomplete_kind is distinct from 'not_done' or capacity_reason is not null));
alter table public.protected_particulars add constraint withheld_address_is_not_stored check (address is null or address_held_by_id is null);
alter table public.reveals add constraint lasts_fifteen_minutes check (ends_at = revealed_at + interval '15 minutes');
alter table public.people add constraint email_is_normalised check (email = lower(email) and email = normalize(email, nfkc) and email !~ '\s');

/* Evidence is written once. */
create function app.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin raise exception '% is evidence: it is never changed or removed', tg_table_name using errcode = 'insufficient_privilege'; end $$;
do $$ declare t text; begin
  foreach t in array array['audit_events', 'sign_ins', 'reveals', 'action_steps', 'declarations'] loop
    execute format('create trigger written_once before update or delete on public.%I for each row execute function app.refuse_change()', t);
    execute format('create trigger never_emptied before truncate on public.%I execute function app.refuse_change()', t);
  end loop;
end $$;

/* Confirmed minutes are locked, and so is their meeting; a later change is a minute of a later meeting. */
create function app.refuse_if_confirmed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from public.meetings m where m.partnership_id = new.partnership_id and m.state = 'confirmed' and (m.id = new.meeting_id or (tg_op = 'UPDATE' and m.id = old.meeting_id))) then
    raise exception 'confirmed minutes are locked' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger locked_when_confirmed before insert or update on public.minutes for each row execute function app.refuse_if_confirmed();
create trigger locked_when_confirmed before insert or update on public.agenda_items for each row execute function app.refuse_if_confirmed();
create trigger locked_when_confirmed before insert or update on public.attendances for each row execute function app.refuse_if_confirmed();
create trigger locked_when_confirmed before update on public.meetings for each row when (old.state = 'confirmed') execute function app.refuse_change();

/* An owner moves an action along until they have reported on it; who owns it, when it is due, what it asks and what becomes of a report stay the chair's. */
create function app.guard_action() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and not new.forum_id = any(app.offices_held()) and
     (new.id, new.partnership_id, new.forum_id, new.reference, new.case_id, new.meeting_id, new.item_id, new.owner_id, new.owner_agency_id, new.due_on, new.nameless_wording, new.created_at, new.assigned_at)
     is distinct from
     (old.id, old.partnership_id, old.forum_id, old.reference, old.case_id, old.meeting_id, old.item_id, old.owner_id, old.owner_agency_id, old.due_on, old.nameless_wording, old.created_at, old.assigned_at)
     or (current_user = 'casemoot_app' and not new.forum_id = any(app.offices_held())
      and (old.state not in ('assigned', 'accepted', 'in_progress') or new.state not in ('accepted', 'declined', 'in_progress', 'reported_done', 'incomplete'))) then
    raise exception 'only the chair''s office changes what an action asks' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger chair_owns_it before update on public.actions for each row execute function app.guard_action();

-- 6. The audit chain. The head is locked by the insert itself, so record events as the last statement of a transaction.
create function app.event_digest(e public.audit_events) returns bytea language sql immutable set search_path = '' as $$
  select pg_catalog.sha256(pg_catalog.convert_to(e.salt::text || pg_catalog.jsonb_build_array(e.id, e.event, e.person_id, e.request_id, e.subject_type, e.subject_id, e.reference, e.forum_id, e.case_id, e.particulars)::text, 'UTF8')) $$;
create function app.event_hash(previous bytea, e public.audit_events) returns bytea language sql immutable set search_path = '' as $$
  select pg_catalog.sha256(previous || e.digest || pg_catalog.convert_to(e.partnership_id::text || e.seq::text || ':' || (extract(epoch from e.occurred_at) * 1000)::bigint::text, 'UTF8')) $$;
create function app.chain_event() returns trigger language plpgsql security definer set search_path = '' as $$
declare head public.audit_heads;
begin
  insert into public.audit_heads (partnership_id, seq, hash) values (new.partnership_id, 0, '\x00') on conflict do nothing;
  select * into head from public.audit_heads h where h.partnership_id = new.partnership_id for update;
  new.seq := head.seq + 1;
  new.occurred_at := pg_catalog.date_trunc('milliseconds', app.moment());
  new.salt := pg_catalog.gen_random_uuid();
  new.digest := app.event_digest(new);
  new.hash := app.event_hash(head.hash, new);
  update public.audit_heads h set seq = new.seq, hash = new.hash where h.partnership_id = new.partnership_id;
  return new;
end $$;
create trigger chained before insert on public.audit_events for each row execute function app.chain_event();
grant insert, update on public.audit_heads to casemoot_definer;
create policy moved_by_definer on public.audit_heads to casemoot_definer using (true) with check (true);

/* Walks every partnership's chain from its first event to its head, and names the first that doesn't follow. */
create function app.verify_audit_chain() returns table (partnership_id uuid, ok boolean, checked bigint, first_bad bigint, reason text) language plpgsql stable set search_path = '' as $$
declare p uuid; e public.audit_events; previous bytea; expected bigint; head public.audit_heads;
begin
  for p in select h.partnership_id from public.audit_heads h union select a.partnership_id from public.audit_events a loop
    partnership_id := p; ok := true; checked := 0; first_bad := null; reason := null; previous := '\x00'; expected := 1;
    for e in select * from public.audit_events a where a.partnership_id = p order by a.seq loop
      if e.seq <> expected then ok := false; first_bad := expected; reason := 'removed';
      elsif e.digest <> app.event_digest(e) then ok := false; first_bad := e.seq; reason := 'altered';
      elsif e.hash <> app.event_hash(previous, e) then ok := false; first_bad := e.seq; reason := 'out of its place'; end if;
      exit when not ok;
      previous := e.hash; expected := expected + 1; checked := checked + 1;
    end loop;
    if ok then
      select * into head from public.audit_heads h where h.partnership_id = p;
      if head.seq is distinct from expected - 1 or (head.seq > 0 and head.hash <> previous) then ok := false; first_bad := expected; reason := 'the tail was cut, or rows stand after the head'; end if;
    end if;
    return next;
  end loop;
end $$;

-- 7. Signing in: what has to be done before there is a person to ask policies about.
create function app.find_account(wanted_email text) returns table (person_id uuid, partnership_id uuid, password_hash text) language sql stable security definer set search_path = '' as $$
  select p.id, p.partnership_id, c.password_hash from public.people p join public.credentials c on c.partnership_id = p.partnership_id and c.person_id = p.id
  where p.email = wanted_email and p.left_at is null $$;
create function app.open_session(in_person uuid, in_session uuid, reference_hash bytea, at timestamptz, how text, request_id text) returns boolean language plpgsql volatile security definer set search_path = '' as $$
declare who record;
begin
  select p.id, p.partnership_id, s.idle_minutes into who from public.people p join public.partnerships s on s.id = p.partnership_id
    where p.id = in_person and p.left_at is null and (how <> 'demonstration' or s.demonstration);
  if not found then return false; end if;
  insert into public.sessions (id, partnership_id, person_id, reference_hash, opened_at, idle_ends_at, ends_at)
    values (in_session, who.partnership_id, who.id, open_session.reference_hash, at, at + who.idle_minutes * interval '1 minute', at + interval '12 hours');
  perform pg_catalog.set_config('app.now', at::text, true);
  insert into public.audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, subject_id, particulars, salt, digest, hash)
    values (who.partnership_id, 0, pg_catalog.gen_random_uuid(), at, 'session.opened', who.id, open_session.request_id, 'session', in_session, pg_catalog.jsonb_build_object('how', how), pg_catalog.gen_random_uuid(), '', '');
  return true;
end $$;
/* A wrong password for a known account is on its partnership's trail; for an unknown one it isn't anybody's. */
create function app.note_refused_sign_in(in_person uuid, at timestamptz, request_id text) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  perform pg_catalog.set_config('app.now', at::text, true);
  insert into public.audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, subject_id, particulars, salt, digest, hash)
    select p.partnership_id, 0, pg_catalog.gen_random_uuid(), at, 'session.refused', p.id, note_refused_sign_in.request_id, 'person', p.id, '{}', pg_catalog.gen_random_uuid(), '', '' from public.people p where p.id = in_person;
end $$;
/* The person behind a session's reference, while it lasts. `active` moves the idle end: a person's own act does, polling doesn't. */
create function app.read_session(wanted bytea, at timestamptz, active boolean) returns table (session_id uuid, person_id uuid, partnership_id uuid, partnership_name text, demonstration boolean, name text, style text, agency_id uuid, agency_name text, sits boolean, governs boolean)
language plpgsql volatile security definer set search_path = '' as $$
declare today date := (at at time zone 'Europe/London')::date;
begin
  return query select s.id, p.id, p.partnership_id, t.name, t.demonstration, p.name, p.style, p.agency_id, g.short_name,
      exists (select 1 from public.appointments a where a.partnership_id = p.partnership_id and a.person_id = p.id and today between a.from_on and coalesce(a.until_on, 'infinity'))
        or exists (select 1 from public.memberships m where m.partnership_id = p.partnership_id and m.person_id = p.id and today between m.from_on and coalesce(m.until_on, 'infinity')),
      exists (select 1 from public.partnership_offices o where o.partnership_id = p.partnership_id and o.person_id = p.id and o.office = 'information_governance' and today between o.from_on and coalesce(o.until_on, 'infinity'))
    from public.sessions s join public.people p on p.partnership_id = s.partnership_id and p.id = s.person_id
      join public.partnerships t on t.id = s.partnership_id join public.agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
    where s.reference_hash = wanted and s.ended_at is null and s.idle_ends_at > at and s.ends_at > at and p.left_at is null;
  if found and active then
    -- written at most once a minute, so that reading a page is not a write on every click
    update public.sessions s set idle_ends_at = at + t.idle_minutes * interval '1 minute' from public.partnerships t
      where s.reference_hash = wanted and t.id = s.partnership_id and s.idle_ends_at < at + t.idle_minutes * interval '1 minute' - interval '1 minute';
  end if;
end $$;
create function app.close_session(wanted bytea, at timestamptz, request_id text) returns void language plpgsql volatile security definer set search_path = '' as $$
declare ended record;
begin
  update public.sessions s set ended_at = at where s.reference_hash = wanted and s.ended_at is null returning s.id, s.partnership_id, s.person_id into ended;
  if not found then return; end if;
  perform pg_catalog.set_config('app.now', at::text, true);
  insert into public.audit_events (partnership_id, seq, id, occurred_at, event, person_id, request_id, subject_type, subject_id, particulars, salt, digest, hash)
    values (ended.partnership_id, 0, pg_catalog.gen_random_uuid(), at, 'session.closed', ended.person_id, close_session.request_id, 'session', ended.id, '{}', pg_catalog.gen_random_uuid(), '', '');
end $$;
/* Wrong passwords on a key within the last fifteen minutes; counting one more when told to. */
create function app.sign_in_failures(wanted bytea, at timestamptz, one_more boolean) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare n integer;
begin
  if one_more then
    insert into public.sign_in_failures as f (key, failures, last_at) values (wanted, 1, at)
      on conflict (key) do update set failures = case when f.last_at > at - interval '15 minutes' then f.failures + 1 else 1 end, last_at = at returning f.failures into n;
    return n;
  end if;
  return coalesce((select f.failures from public.sign_in_failures f where f.key = wanted and f.last_at > at - interval '15 minutes'), 0);
end $$;
/* The people who may be signed in as at the press of a button: those of a demonstration, nobody else. */
create function app.demonstration_people() returns table (person_id uuid, partnership_name text, part text, name text, style text, post text, agency_name text) language sql stable security definer set search_path = '' as $$
  select p.id, t.name, case
      when exists (select 1 from public.appointments a where a.person_id = p.id and a.office in ('chair', 'coordinator')) then 'office'
      when exists (select 1 from public.elected_members e where e.person_id = p.id) then 'councillor'
      when exists (select 1 from public.partnership_offices o where o.person_id = p.id) then 'partnership'
      else 'agency' end,
    p.name, p.style, p.post, g.name
  from public.people p join public.partnerships t on t.id = p.partnership_id join public.agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
  where t.demonstration and p.left_at is null order by t.made_at desc, t.name, g.name, p.name $$;

create policy kept_by_definer on public.sessions to casemoot_definer using (true) with check (true);
create policy kept_by_definer on public.sign_in_failures to casemoot_definer using (true) with check (true);
create policy added_by_definer on public.audit_events for insert to casemoot_definer with check (true);
create policy held_by_definer on public.meetings for update to casemoot_definer using (true) with check (false);
grant update (version) on public.meetings to casemoot_definer;
grant insert, update on public.sessions, public.sign_in_failures to casemoot_definer;
grant insert on public.audit_events to casemoot_definer;

-- 8. Owners and callers of the functions.
grant create on schema app to casemoot_definer;
do $$ declare f record; begin
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
end $$;
revoke create on schema app from casemoot_definer;
grant execute on all functions in schema app to casemoot_app, casemoot_definer, casemoot_owner;
revoke execute on function app.verify_audit_chain() from casemoot_app;
