-- Meetings already planned reach the calendars of whoever is seated later; one-off bank holidays are kept; the seals of confirmed minutes are looked at again;
-- whoever is asked in for an item opens its papers.

-- AlterTable
ALTER TABLE "bank_holidays" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

/*
 * The meetings that a person's calendar holds of a forum: planned, still to come, on a day on which they sit on it or serve it. For the administrator who gives and ends
 * seats and offices, and no more than a calendar needs: which and when, neither where nor what.
 */
create function app.calendar_of(who uuid, forum uuid) returns table (id uuid, reference text, starts_at timestamptz, limit_minutes integer, sequence integer, provisional boolean)
language sql stable security definer set search_path = '' as $$
  select m.id, m.reference, m.starts_at, m.limit_minutes, m.sequence, m.provisional from public.meetings m
    cross join lateral (select (m.starts_at at time zone 'Europe/London')::date as day) held
  where m.partnership_id = app.partnership() and m.forum_id = forum and app.holds_partnership_office('administrator') and m.state in ('scheduled', 'published') and m.starts_at > app.moment()
    and (exists (select 1 from public.memberships s where s.partnership_id = m.partnership_id and s.forum_id = m.forum_id and s.person_id = who and held.day between s.from_on and coalesce(s.until_on, 'infinity'))
      or exists (select 1 from public.appointments a where a.partnership_id = m.partnership_id and a.forum_id = m.forum_id and a.person_id = who and held.day between a.from_on and coalesce(a.until_on, 'infinity')))
  order by m.starts_at $$;

/* What a bank holiday was called is changed, and it is taken back, by the administrator alone; its day stays. */
revoke update on public.bank_holidays from casemoot_app;
grant update (name, withdrawn_at) on public.bank_holidays to casemoot_app;

/* Every meeting whose confirmed minutes are no longer the words that were sealed, the earliest first: for whoever verifies the audit. */
create function app.verify_seals() returns table (partnership_id uuid, reference text, confirmed_at timestamptz, sealed boolean) language sql stable security definer set search_path = '' as $$
  select m.partnership_id, m.reference, m.confirmed_at, m.minutes_hash is not null from public.meetings m
  where m.state = 'confirmed' and m.minutes_hash is distinct from app.hash_of_minutes(m.partnership_id, m.id) order by m.confirmed_at, m.reference $$;
create function app.count_seals() returns bigint language sql stable security definer set search_path = '' as $$ select count(*) from public.meetings m where m.state = 'confirmed' $$;

/* The items that the person was asked in for, each from its opening to the close of the meeting. */
create function app.items_invited() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(v.item_id), '{}') from public.case_invitations v
    join public.agenda_items i on i.partnership_id = v.partnership_id and i.id = v.item_id
    join public.meetings m on m.partnership_id = v.partnership_id and m.id = v.meeting_id
  where v.partnership_id = app.partnership() and v.person_id = app.person() and v.withdrawn_at is null
    and i.opened_at is not null and m.state = 'in_session' and v.case_id <> all(app.shut_cases()) $$;
/* Whether a case is open to the person by an invitation and by nothing else. */
create function app.only_invited_to(wanted uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select wanted = any(app.cases_invited()) and not app.may_reveal(wanted) and wanted <> all(app.cases_governed())
    and not exists (select 1 from public.actions a where a.partnership_id = app.partnership() and a.case_id = wanted and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')
      and ((a.owner_id = app.person() and a.forum_id = any(app.forums_seen())) or app.helps_with_action(a.id))) $$;
create policy of_the_item_one_is_asked_in_for on public.papers as restrictive for select to casemoot_app
  using (case_id is null or item_id = any((select app.items_invited())::uuid[]) or not app.only_invited_to(case_id));
/* Where a paper stands, for whoever was asked in for its item and sees no agenda. */
create function app.place_of_paper(wanted uuid) returns table (item_id uuid, meeting text, number integer) language sql stable security definer set search_path = '' as $$
  select i.id, m.reference, app.number_of_item(i.meeting_id, i.position) from public.papers p
    join public.agenda_items i on i.partnership_id = p.partnership_id and i.id = p.item_id join public.meetings m on m.partnership_id = p.partnership_id and m.id = p.meeting_id
  where p.partnership_id = app.partnership() and p.id = wanted and (p.forum_id = any(app.forums_seen()) or p.item_id = any(app.items_invited())) $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app'
    and p.proname in ('calendar_of', 'verify_seals', 'count_seals', 'items_invited', 'only_invited_to', 'place_of_paper') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature);
    if f.proname not in ('verify_seals', 'count_seals') then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
    execute format('alter function %s owner to casemoot_definer', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
