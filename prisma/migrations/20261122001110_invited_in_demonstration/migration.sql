-- Whoever is invited in a demonstration and has made no account yet has no button to sign in with: they come by their link, as everywhere.
create or replace function app.demonstration_people() returns table (person_id uuid, partnership_name text, part text, name text, style text, post text, agency_name text) language sql stable security definer set search_path = '' as $$
  select p.id, t.name, case
      when exists (select 1 from public.appointments a where a.person_id = p.id and a.office in ('chair', 'coordinator')) then 'office'
      when exists (select 1 from public.elected_members e where e.person_id = p.id) then 'councillor'
      when exists (select 1 from public.partnership_offices o where o.person_id = p.id) then 'partnership'
      else 'agency' end,
    p.name, p.style, p.post, g.name
  from public.people p join public.partnerships t on t.id = p.partnership_id join public.agencies g on g.partnership_id = p.partnership_id and g.id = p.agency_id
  where t.demonstration and p.left_at is null
    and (exists (select 1 from public.credentials c where c.person_id = p.id) or not exists (select 1 from public.one_time_links l where l.person_id = p.id and l.purpose = 'account_invitation'))
  order by t.made_at desc, t.name, g.name, p.name $$;
