-- What a page of the action plan costs a member: each of its rows asked anew, through five functions, whether its case is open to them.

/*
 * The cases whose record the person holds otherwise than by an office (D2): as app.opens_case() says of one, but found from the person, so
 * that a list asks once. It is as long as what they work on now: registers whose papers are open, their open actions, what they were asked in for.
 */
create function app.cases_opened() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct o.case_id), '{}') from (
    select i.case_id from public.sign_ins s
      join public.meetings m on m.partnership_id = s.partnership_id and m.id = s.meeting_id
      join public.agenda_items i on i.partnership_id = s.partnership_id and i.meeting_id = s.meeting_id
      join public.cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
    where s.partnership_id = app.partnership() and s.person_id = app.person() and app.register_open(m.state, m.closed_at)
      and c.forum_id = any((select pg_catalog.array_agg(f) from pg_catalog.unnest(app.seats_held()) f where app.seat_opens_papers(f))::uuid[])
    union select a.case_id from public.actions a
    where a.partnership_id = app.partnership() and a.owner_id = app.person() and a.case_id is not null
      and a.state in ('assigned', 'accepted', 'in_progress', 'reported_done') and a.forum_id = any((select app.forums_seen())::uuid[])
    union select a.case_id from public.action_colleagues h join public.actions a on a.partnership_id = h.partnership_id and a.id = h.action_id
    where h.partnership_id = app.partnership() and h.person_id = app.person() and h.ended_at is null and a.case_id is not null and app.helps_with_action(a.id)
    union select pg_catalog.unnest(app.cases_invited())
    union select pg_catalog.unnest(app.cases_governed())) o
  where o.case_id <> all(app.shut_cases()) $$;

/* As app.reads_action() says of one action; `opened` is app.cases_opened(), asked once for a list. */
create function app.reads_action_among(wanted uuid, opened uuid[]) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = app.partnership() and a.id = wanted
    and (a.case_id is null or a.case_id <> all(app.shut_cases())) and (
      (a.state <> 'recorded' and a.case_id = any(opened))
      or a.forum_id = any(app.offices_held())
      or (a.owner_id = app.person() and a.forum_id = any(app.forums_seen()) and (a.case_id is null or a.state in ('assigned', 'accepted', 'in_progress', 'reported_done')))
      or app.helps_with_action(a.id)
      or (a.state <> 'recorded' and case when a.case_id is null then app.on_register(a.meeting_id)
        else exists (select 1 from public.cases c where c.partnership_id = a.partnership_id and c.id = a.case_id and c.forum_id = any(app.offices_held())) end))) $$;

alter policy read on public.action_wordings using (forum_id = any((select app.offices_held())::uuid[]) or app.reads_action_among(action_id, (select app.cases_opened())));

do $$ declare f text; begin
  execute 'grant create on schema app to casemoot_definer';
  foreach f in array array['app.cases_opened()', 'app.reads_action_among(uuid, uuid[])'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to casemoot_definer', f);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
