-- Possible interests are looked for in what people declared standing, not in what was declared or noted at one meeting.
/*
 * Where somebody round the table of a forum might have an interest in one of its open cases: for its chair's office, never of oneself, and only who, which case
 * and how it matched. Of what people declared standing: an agency that works on the case, its ward, a word of its protected particulars; and the name they bear.
 */
create or replace function app.interest_matches(forum uuid) returns table (person_id uuid, case_id uuid, matched text) language sql stable security definer set search_path = '' as $$
  with table_of as (
      select m.person_id from public.memberships m where m.partnership_id = app.partnership() and m.forum_id = forum and app.today() between m.from_on and coalesce(m.until_on, 'infinity')
      union select a.person_id from public.appointments a where a.partnership_id = app.partnership() and a.forum_id = forum and app.today() between a.from_on and coalesce(a.until_on, 'infinity')),
    heard as (
      select c.id, t.ward_id, array(select distinct lower(k) from public.protected_particulars p, pg_catalog.unnest(p.marks) as k
          where p.partnership_id = c.partnership_id and p.case_id = c.id and pg_catalog.length(k) > 3 and k !~ ':'
            and k not in ('street', 'road', 'lane', 'avenue', 'close', 'court', 'drive', 'gardens', 'crescent', 'terrace', 'place', 'house', 'flat', 'grove', 'mews', 'hill', 'square', 'view', 'walk')) as marks
      from public.cases c join public.case_twins t on t.partnership_id = c.partnership_id and t.case_id = c.id
      where c.partnership_id = app.partnership() and c.forum_id = forum and forum = any(app.offices_held()) and c.stage = 'open' and c.id <> all(app.shut_cases())),
    said as (
      select i.person_id, lower(i.words) as words, pg_catalog.regexp_split_to_array(lower(i.words), '[^[:alnum:]]+') as spoken from public.interests i join table_of using (person_id)
      where i.partnership_id = app.partnership() and i.forum_id is null and i.withdrawn_at is null and i.words is not null)
  select found.person_id, found.case_id, found.matched from (
    select s.person_id, h.id as case_id, 'particulars' as matched from said s join heard h on h.marks && s.spoken
    union select s.person_id, h.id, 'ward' from said s join heard h on true join public.wards w on w.partnership_id = app.partnership() and w.id = h.ward_id and pg_catalog.strpos(s.words, lower(w.name)) > 0
    union select s.person_id, h.id, 'agency' from said s join heard h on true where exists (select 1 from public.agencies g where g.partnership_id = app.partnership()
        and (pg_catalog.strpos(s.words, lower(g.name)) > 0 or lower(g.short_name) = any(s.spoken))
        and (exists (select 1 from public.actions a where a.partnership_id = g.partnership_id and a.case_id = h.id and a.owner_agency_id = g.id)
          or exists (select 1 from public.contributions b where b.partnership_id = g.partnership_id and b.case_id = h.id and b.agency_id = g.id)))
    union select p.id, h.id, 'name' from public.people p join table_of on table_of.person_id = p.id join heard h on lower(pg_catalog.regexp_replace(p.name, '^.* ', '')) = any(h.marks)
      where p.partnership_id = app.partnership()) found
  where found.person_id <> app.person() $$;
