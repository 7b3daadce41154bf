-- AlterTable
ALTER TABLE "escalation_drafts" ADD COLUMN     "concern_id" UUID;

-- AlterTable
ALTER TABLE "escalation_origins" ADD COLUMN     "concern_id" UUID;

-- CreateIndex
CREATE INDEX "escalation_origins_partnership_id_concern_id_idx" ON "escalation_origins"("partnership_id", "concern_id");

-- A concern that one meeting can't settle is handed to a board as it is, without a case (rule 24).
alter table public.escalation_origins drop constraint of_one_thing;
alter table public.escalation_origins add constraint of_one_thing check (num_nonnulls(case_id, action_id, concern_id) = 1);
alter table public.escalation_drafts drop constraint of_one_thing;
alter table public.escalation_drafts add constraint of_one_thing check (num_nonnulls(case_id, action_id, concern_id) = 1);
alter table public.concerns drop constraint decided_says_when;
alter table public.concerns add constraint decided_says_when check (state not in ('taken', 'joined', 'redirected', 'declined', 'escalated') or decided_at is not null);
/* That it is of a concern of the forum is the office's to know, as the concern is. */
create policy of_concern_by_office on public.escalation_origins as restrictive for select to casemoot_app using (concern_id is null or forum_id = any((select app.offices_held())::uuid[]));
create policy of_concern_of_forum on public.escalation_origins as restrictive for insert to casemoot_app with check (concern_id is null
  or exists (select 1 from public.concerns c where c.partnership_id = escalation_origins.partnership_id and c.id = concern_id and c.forum_id = escalation_origins.forum_id and c.raised_at is not null));
create policy of_concern_of_forum on public.escalation_drafts as restrictive for insert to casemoot_app with check (concern_id is null
  or exists (select 1 from public.concerns c where c.partnership_id = escalation_drafts.partnership_id and c.id = concern_id and c.forum_id = escalation_drafts.forum_id and c.raised_at is not null));

/* Out of the log by whoever it is of; decided and answered by the forum's chair or deputy; back to decide only as a board returns it or the forum takes it back (bring_back_concern). */
create or replace function app.guard_concern() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and new.state is distinct from old.state then
    if old.state = 'logged' and new.state in ('raised', 'answered') and new.raised_by_id = app.person() then return new; end if;
    if old.state = 'raised' and new.state in ('taken', 'joined', 'redirected', 'declined', 'escalated') and app.decides_concerns(new.forum_id) then return new; end if;
    if old.state in ('taken', 'joined', 'redirected', 'declined', 'escalated') and new.state = 'answered' and app.decides_concerns(new.forum_id) then return new; end if;
    raise exception 'a concern does not go from % to % by this person', old.state, new.state using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

/* Whoever ended the escalation without an answer, at the board or at the forum, brings the concern behind it back to be decided, with a new day by which its raiser hears. They learn nothing of it by that. */
create function app.bring_back_concern(wanted uuid, promised date) returns void language sql volatile security definer set search_path = '' as $$
  update public.concerns c set state = 'raised', decided_at = null, hear_by = promised, version = c.version + 1
  from public.escalations e join public.escalation_origins o on o.partnership_id = e.partnership_id and o.escalation_id = e.id
  where e.partnership_id = app.partnership() and e.id = wanted and e.state in ('returned', 'withdrawn') and e.ended_at = app.moment() and app.moves_escalation(wanted)
    and promised between app.today() and app.today() + 31 and c.partnership_id = o.partnership_id and c.id = o.concern_id and c.state = 'escalated' $$;
grant update (state, decided_at, hear_by, version) on public.concerns to casemoot_definer;
create policy brought_back_by_definer on public.concerns for update to casemoot_definer using (state = 'escalated') with check (state = 'raised');

/* What of it was handed to boards, each with how far it has come there: of the case that it went to since (what went before would tell that there was a case already), and of the concern itself. Its reference and the board by name are for the people of the forum, who follow it by them; to anybody else it is a board, of the partnership or outside. */
create or replace function app.escalations_of_raised(wanted uuid) returns table (reference text, board text, outside boolean, state public.escalation_state, sent_on date, list_by date, cycle_days integer, listed_on date, heard_on date, answered_on date, ended_on date, words text)
language sql stable security definer set search_path = '' as $$
  select case when e.forum_id = any(app.forums_seen()) then e.reference end, case when e.forum_id = any(app.forums_seen()) then coalesce(f.name, x.name) end, e.external_board_id is not null, e.state,
    (e.sent_at at time zone 'Europe/London')::date, e.list_by, e.cycle_days, e.listed_on, (e.heard_at at time zone 'Europe/London')::date, (e.answered_at at time zone 'Europe/London')::date, (e.ended_at at time zone 'Europe/London')::date, t.words
  from public.escalations e
    left join public.forums f on f.partnership_id = e.partnership_id and f.id = e.board_id left join public.external_boards x on x.partnership_id = e.partnership_id and x.id = e.external_board_id
    left join public.escalation_tellings t on t.partnership_id = e.partnership_id and t.escalation_id = e.id
  where e.partnership_id = app.partnership() and e.id <> all(app.shut_escalations()) and (
    exists (select 1 from app.case_of_raised(wanted) r where e.forum_id = r.forum_id and app.case_of_escalation(e.id) = r.case_id and e.sent_at >= r.linked_at)
    or exists (select 1 from public.escalation_origins o join public.concerns c on c.partnership_id = o.partnership_id and c.id = o.concern_id
      where o.partnership_id = e.partnership_id and o.escalation_id = e.id and c.id = wanted and c.raised_by_id = app.person()))
  order by e.sent_at desc, e.reference desc $$;
create or replace function app.write_to_raisers(in_case uuid, escalation uuid) returns void language sql volatile security definer set search_path = '' as $$
  insert into public.mails (id, partnership_id, person_id, template, kind, reference, facts, made_at)
  select distinct on (p.id) pg_catalog.gen_random_uuid(), p.partnership_id, p.id, w.what || '.moved', 'progress', w.reference, pg_catalog.jsonb_build_object(w.what, w.reference), app.moment()
  from (
      select c.raised_by_id as person_id, 'concern' as what, c.reference, l.linked_at from public.concerns c join public.concern_cases l on l.partnership_id = c.partnership_id and l.concern_id = c.id
        where c.partnership_id = app.partnership() and l.case_id = in_case
      union all select r.person_id, 'referral', r.reference, l.linked_at from public.referrals r join public.referral_cases l on l.partnership_id = r.partnership_id and l.referral_id = r.id
        where r.partnership_id = app.partnership() and l.case_id = in_case
      union all select c.raised_by_id, 'concern', c.reference, '-infinity' from public.escalation_origins o join public.concerns c on c.partnership_id = o.partnership_id and c.id = o.concern_id
        where o.partnership_id = app.partnership() and o.escalation_id = escalation) w
    join public.people p on p.partnership_id = app.partnership() and p.id = w.person_id and p.left_at is null
  where p.id <> app.person() and not app.shut_to(p.id, in_case) and not exists (select 1 from public.escalations e where e.partnership_id = p.partnership_id and e.id = escalation and e.sent_at < w.linked_at)
    and not exists (select 1 from public.recusals r join public.agenda_items i on i.partnership_id = r.partnership_id and i.id = r.item_id and i.escalation_id = escalation
      where r.partnership_id = p.partnership_id and r.person_id = p.id and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id))
  order by p.id, w.linked_at desc, w.reference desc $$;

/* With what went to a board. A part is withheld where it, or what is left of the whole without it, is from 1 to 4: the other would be told by taking away. Days are the middle of at least five. */
create or replace function app.heard_totals(from_on date, until_on date, holidays date[]) returns table (forum text, measure text, total integer) language sql stable security definer set search_path = '' as $$
  with period as (
    select pg_catalog.date_trunc('month', from_on::timestamp)::date as from_on,
      least(pg_catalog.date_trunc('month', until_on::timestamp) + interval '1 month', pg_catalog.date_trunc('month', app.today()::timestamp))::date - 1 as until_on),
  raised as (
    select c.forum_id, 'concerns' as what, c.hear_by as promised, (c.decided_at at time zone 'Europe/London')::date as decided_on, (c.raised_at at time zone 'Europe/London')::date as came_on,
      exists (select 1 from public.concern_answers a where a.partnership_id = c.partnership_id and a.concern_id = c.id and a.kind in ('taken', 'joined')) as taken,
      exists (select 1 from public.concern_answers a where a.partnership_id = c.partnership_id and a.concern_id = c.id and a.kind = 'redirected') as redirected,
      exists (select 1 from public.concern_answers a where a.partnership_id = c.partnership_id and a.concern_id = c.id and a.kind = 'declined') as declined,
      exists (select 1 from public.concern_answers a where a.partnership_id = c.partnership_id and a.concern_id = c.id and a.kind = 'escalated') as escalated,
      exists (select 1 from public.concern_tellings t where t.partnership_id = c.partnership_id and t.concern_id = c.id) as told
    from public.concerns c where c.partnership_id = app.partnership() and c.raised_at is not null
    union all
    select r.forum_id, 'referrals', r.answer_by, (d.decided_at at time zone 'Europe/London')::date, (r.sent_at at time zone 'Europe/London')::date, d.kind in ('taken', 'joined'), d.kind = 'redirected', d.kind = 'declined', false, false
    from public.referrals r left join lateral (select x.kind, x.decided_at from public.referral_decisions x where x.partnership_id = r.partnership_id and x.referral_id = r.id and x.kind in ('taken', 'joined', 'redirected', 'declined')
      order by x.decided_at desc limit 1) d on true
    where r.partnership_id = app.partnership() and r.sent_at is not null),
  came as (select r.*, p.until_on, case when r.decided_on is not null then app.working_days(r.came_on, r.decided_on, holidays) end as days from raised r cross join period p where r.came_on between p.from_on and p.until_on),
  counted as (
    select f.name as forum, k.what || '_' || t.part as measure, t.n::integer as n, t.total::integer as total, t.whole::integer as whole
    from public.forums f cross join (values ('concerns'), ('referrals')) as k(what) cross join lateral (
      select part, n, total, (select count(*) from came c where c.forum_id = f.id and c.what = k.what) as whole from (
        select 'raised' as part, count(*) as n, count(*) as total from came c where c.forum_id = f.id and c.what = k.what
        union all select 'taken', count(*), count(*) from came c where c.forum_id = f.id and c.what = k.what and c.taken
        union all select 'redirected', count(*), count(*) from came c where c.forum_id = f.id and c.what = k.what and c.redirected
        union all select 'declined', count(*), count(*) from came c where c.forum_id = f.id and c.what = k.what and c.declined
        union all select 'escalated', count(*), count(*) from came c where c.forum_id = f.id and c.what = k.what and c.escalated
        union all select 'late', count(*), count(*) from came c where c.forum_id = f.id and c.what = k.what and c.promised <= c.until_on and coalesce(c.decided_on, 'infinity') > c.promised
        union all select 'told', count(*), count(*) from came c where c.forum_id = f.id and c.what = k.what and c.told
        union all select 'days', count(c.days), pg_catalog.percentile_disc(0.5) within group (order by c.days) from came c where c.forum_id = f.id and c.what = k.what) parts) t
    where f.partnership_id = app.partnership() and not (k.what = 'referrals' and t.part in ('told', 'escalated')))
  select forum, measure, case
      when n between 1 and 4 or (whole - n between 1 and 4 and n > 0 and measure not like '%days') then -1
      when n = 0 and measure like '%days' then null else total end
  from counted where app.holds_partnership_office('evaluator') $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname = 'bring_back_concern' loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('alter function %s owner to casemoot_definer', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
