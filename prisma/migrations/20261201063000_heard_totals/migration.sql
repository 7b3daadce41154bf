-- What the evaluator counts of concerns and referrals (rule 25): those raised or sent in the months asked for, and what became of them since.

/* Working days after the first, up to and with the last: weekdays that aren't among the holidays given. */
create function app.working_days(from_on date, until_on date, holidays date[]) returns integer language sql immutable set search_path = '' as $$
  select count(*)::integer from pg_catalog.generate_series(from_on + 1, until_on, interval '1 day') as d(day)
  where pg_catalog.date_part('isodow', d.day) < 6 and d.day::date <> all(holidays) $$;

/* A part is withheld where it, or what is left of the whole without it, is from 1 to 4: the other would be told by taking away. Days are the middle of at least five. */
create function app.heard_totals(from_on date, until_on date, holidays date[]) returns table (forum text, measure text, total integer) language sql stable security definer set search_path = '' as $$
  with period as (
    select pg_catalog.date_trunc('month', from_on::timestamp)::date as from_on,
      least(pg_catalog.date_trunc('month', until_on::timestamp) + interval '1 month', pg_catalog.date_trunc('month', app.today()::timestamp))::date - 1 as until_on),
  raised as (
    select c.forum_id, 'concerns' as what, c.hear_by as promised, (c.decided_at at time zone 'Europe/London')::date as decided_on, (c.raised_at at time zone 'Europe/London')::date as came_on,
      exists (select 1 from public.concern_answers a where a.partnership_id = c.partnership_id and a.concern_id = c.id and a.kind in ('taken', 'joined')) as taken,
      exists (select 1 from public.concern_answers a where a.partnership_id = c.partnership_id and a.concern_id = c.id and a.kind = 'redirected') as redirected,
      exists (select 1 from public.concern_answers a where a.partnership_id = c.partnership_id and a.concern_id = c.id and a.kind = 'declined') as declined,
      exists (select 1 from public.concern_tellings t where t.partnership_id = c.partnership_id and t.concern_id = c.id) as told
    from public.concerns c where c.partnership_id = app.partnership() and c.raised_at is not null
    union all
    select r.forum_id, 'referrals', r.answer_by, (d.decided_at at time zone 'Europe/London')::date, (r.sent_at at time zone 'Europe/London')::date, d.kind in ('taken', 'joined'), d.kind = 'redirected', d.kind = 'declined', false
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
        union all select 'late', count(*), count(*) from came c where c.forum_id = f.id and c.what = k.what and c.promised <= c.until_on and coalesce(c.decided_on, 'infinity') > c.promised
        union all select 'told', count(*), count(*) from came c where c.forum_id = f.id and c.what = k.what and c.told
        union all select 'days', count(c.days), pg_catalog.percentile_disc(0.5) within group (order by c.days) from came c where c.forum_id = f.id and c.what = k.what) parts) t
    where f.partnership_id = app.partnership() and not (k.what = 'referrals' and t.part = 'told'))
  select forum, measure, case
      when n between 1 and 4 or (whole - n between 1 and 4 and n > 0 and measure not like '%days') then -1
      when n = 0 and measure like '%days' then null else total end
  from counted where app.holds_partnership_office('evaluator') $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('working_days', 'heard_totals') loop
    execute format('revoke all on function %s from public', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature);
    if f.prosecdef then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
