-- What shuts an item shuts no case: a recusal without a case is left out of the list of those, in which nothing unknown may stand.
create or replace function app.shut_cases() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(r.case_id), '{}') from public.recusals r
  where r.partnership_id = app.partnership() and r.person_id = app.person() and r.case_id is not null
    and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id) $$;
create or replace function app.silently_shut_cases() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(r.case_id), '{}') from public.recusals r
  where r.partnership_id = app.partnership() and r.person_id = app.person() and r.case_id is not null and r.silent
    and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id) $$;
