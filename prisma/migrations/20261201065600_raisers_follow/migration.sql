-- Whoever raised something follows it to the board that it was handed to, and hears of a step-down (rules 22 and 24): how far it came, and the words that the chair approved for them. Nothing of the case comes with it.

-- 1. What somebody raised, and the case that it went to. Whoever is recused from that case, openly or silently, keeps their own words and follows nothing.
create function app.case_of_raised(wanted uuid) returns table (case_id uuid, forum_id uuid, linked_at timestamptz) language sql stable security definer set search_path = '' as $$
  select l.case_id, l.forum_id, l.linked_at from public.concerns c join public.concern_cases l on l.partnership_id = c.partnership_id and l.concern_id = c.id
  where c.partnership_id = app.partnership() and c.id = wanted and c.raised_by_id = app.person() and l.case_id <> all(app.shut_cases())
  union all
  select l.case_id, l.forum_id, l.linked_at from public.referrals r join public.referral_cases l on l.partnership_id = r.partnership_id and l.referral_id = r.id
  where r.partnership_id = app.partnership() and r.id = wanted and r.person_id = app.person() and l.case_id <> all(app.shut_cases()) $$;
/* What of it was handed to boards since (what went before would tell that there was a case already), each with how far it has come there. Its reference and the board by name are for the people of the forum, who follow it by them; to anybody else it is a board, of the partnership or outside. */
create function app.escalations_of_raised(wanted uuid) returns table (reference text, board text, outside boolean, state public.escalation_state, sent_on date, list_by date, cycle_days integer, listed_on date, heard_on date, answered_on date, ended_on date, words text)
language sql stable security definer set search_path = '' as $$
  select case when e.forum_id = any(app.forums_seen()) then e.reference end, case when e.forum_id = any(app.forums_seen()) then coalesce(f.name, x.name) end, e.external_board_id is not null, e.state,
    (e.sent_at at time zone 'Europe/London')::date, e.list_by, e.cycle_days, e.listed_on, (e.heard_at at time zone 'Europe/London')::date, (e.answered_at at time zone 'Europe/London')::date, (e.ended_at at time zone 'Europe/London')::date, t.words
  from app.case_of_raised(wanted) r
    join public.escalations e on e.partnership_id = app.partnership() and e.forum_id = r.forum_id and app.case_of_escalation(e.id) = r.case_id and e.sent_at >= r.linked_at
    left join public.forums f on f.partnership_id = e.partnership_id and f.id = e.board_id left join public.external_boards x on x.partnership_id = e.partnership_id and x.id = e.external_board_id
    left join public.escalation_tellings t on t.partnership_id = e.partnership_id and t.escalation_id = e.id
  where e.id <> all(app.shut_escalations()) order by e.sent_at desc, e.reference desc $$;
/* That its case is under watch, since when, who is to tell them, and what they may be told: where the step-down says that whoever raised it is told. */
create function app.step_down_of_raised(wanted uuid) returns table (signed_on date, agency text, words text) language sql stable security definer set search_path = '' as $$
  select (s.signed_at at time zone 'Europe/London')::date, g.short_name, w.tellable
  from app.case_of_raised(wanted) r join public.step_downs s on s.partnership_id = app.partnership() and s.case_id = r.case_id and s.signed_at is not null and s.ended_at is null
    join public.agencies g on g.partnership_id = s.partnership_id and g.id = s.raiser_told_by_id join public.step_down_words w on w.partnership_id = s.partnership_id and w.step_down_id = s.id $$;
/* How far each concern of the person's has come. Where whoever raised it isn't told of a step-down, it reads as one that the meeting works on. */
create or replace function app.concern_progress() returns table (concern_id uuid, acted_at timestamptz, done_at timestamptz, stage public.case_stage) language sql stable security definer set search_path = '' as $$
  select c.id, acts.acted_at, acts.done_at,
    case when k.stage = 'stepped_down' and not exists (select 1 from public.step_downs s where s.partnership_id = k.partnership_id and s.case_id = k.id and s.signed_at is not null and s.ended_at is null and s.raiser_told_by_id is not null) then 'open' else k.stage end
  from public.concerns c
    join public.concern_cases l on l.partnership_id = c.partnership_id and l.concern_id = c.id
    join public.cases k on k.partnership_id = l.partnership_id and k.id = l.case_id
    left join lateral (select min(a.assigned_at) as acted_at, max(a.ended_at) filter (where a.state = 'verified') as done_at from public.actions a
      where a.partnership_id = l.partnership_id and a.case_id = l.case_id and a.assigned_at >= l.linked_at and a.state not in ('recorded', 'cancelled')) acts on true
  where c.partnership_id = app.partnership() and c.raised_by_id = app.person() and l.case_id <> all(app.shut_cases()) $$;

-- 2. They are written to by the reference of what they raised, once each, and whoever does it learns neither who they are nor that there is anybody.
create function app.write_to_raisers(in_case uuid, escalation uuid) returns void language sql volatile security definer set search_path = '' as $$
  insert into public.mails (id, partnership_id, person_id, template, kind, reference, facts, made_at)
  select distinct on (p.id) pg_catalog.gen_random_uuid(), p.partnership_id, p.id, w.what || '.moved', 'progress', w.reference, pg_catalog.jsonb_build_object(w.what, w.reference), app.moment()
  from (
      select c.raised_by_id as person_id, 'concern' as what, c.reference, l.linked_at from public.concerns c join public.concern_cases l on l.partnership_id = c.partnership_id and l.concern_id = c.id
        where c.partnership_id = app.partnership() and l.case_id = in_case
      union all select r.person_id, 'referral', r.reference, l.linked_at from public.referrals r join public.referral_cases l on l.partnership_id = r.partnership_id and l.referral_id = r.id
        where r.partnership_id = app.partnership() and l.case_id = in_case) w
    join public.people p on p.partnership_id = app.partnership() and p.id = w.person_id and p.left_at is null
  where p.id <> app.person() and not app.shut_to(p.id, in_case) and not exists (select 1 from public.escalations e where e.partnership_id = p.partnership_id and e.id = escalation and e.sent_at < w.linked_at)
    and not exists (select 1 from public.recusals r join public.agenda_items i on i.partnership_id = r.partnership_id and i.id = r.item_id and i.escalation_id = escalation
      where r.partnership_id = p.partnership_id and r.person_id = p.id and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id))
  order by p.id, w.linked_at desc, w.reference desc $$;
/* That what they raised moved at a board: written by whoever moved it, at the forum or at the board. */
create function app.tell_raisers_of_escalation(wanted uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  if app.moves_escalation(wanted) then perform app.write_to_raisers(app.case_of_escalation(wanted), wanted); end if;
end $$;
/* That a case is stepped down, where whoever raised it is told: written as it is signed. */
create function app.tell_raisers_of_step_down(wanted uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  perform app.write_to_raisers(s.case_id, null) from public.step_downs s
    where s.partnership_id = app.partnership() and s.id = wanted and s.signed_by_id = app.person() and s.signed_at = app.moment() and s.raiser_told_by_id is not null and s.forum_id = any(app.offices_held());
end $$;
create policy told_by_definer on public.mails for insert to casemoot_definer with check (template in ('concern.moved', 'referral.moved'));

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app'
      and p.proname in ('case_of_raised', 'escalations_of_raised', 'step_down_of_raised', 'write_to_raisers', 'tell_raisers_of_escalation', 'tell_raisers_of_step_down') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('alter function %s owner to casemoot_definer', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature);
    if f.proname not in ('case_of_raised', 'write_to_raisers') then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
