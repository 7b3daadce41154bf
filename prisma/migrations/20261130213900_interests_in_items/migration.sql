-- An interest in what a meeting takes without a case: a report, a presentation, a discussion. Its effect is a recusal's, held by the database: the item, wherever it
-- was put off to and from, its papers, its minute and its actions are shut to whoever is recused, until the chair decides otherwise.

-- AlterTable
ALTER TABLE "interests" ADD COLUMN     "item_id" UUID,
ADD COLUMN     "noted_by_id" UUID;

-- AlterTable
ALTER TABLE "recusal_lifts" ADD COLUMN     "item_id" UUID,
ALTER COLUMN "case_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "recusals" ADD COLUMN     "item_id" UUID,
ALTER COLUMN "case_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "agenda_items_partnership_id_deferred_from_id_idx" ON "agenda_items"("partnership_id", "deferred_from_id");

-- CreateIndex
CREATE INDEX "interests_partnership_id_meeting_id_idx" ON "interests"("partnership_id", "meeting_id");

-- CreateIndex
CREATE INDEX "recusals_partnership_id_item_id_idx" ON "recusals"("partnership_id", "item_id");

-- AddForeignKey
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table public.recusals add constraint of_a_case_or_an_item check ((case_id is null) <> (item_id is null));
alter table public.recusal_lifts add constraint of_a_case_or_an_item check ((case_id is null) <> (item_id is null));
alter table public.interests add constraint of_a_case_or_an_item check (case_id is null or item_id is null);
alter table public.interests add constraint of_a_meeting check ((case_id is null and item_id is null) or meeting_id is not null);
alter table public.interests add constraint noted_of_a_meeting check (noted_by_id is null or (meeting_id is not null and case_id is null and item_id is null));

-- 1. What is shut.
/* An item with all it was put off to and from: one matter, whatever the meeting. */
create function app.matter_of(item uuid) returns uuid[] language sql stable security definer set search_path = '' as $$
  with recursive matter(id) as (
    select item
    union select n.id from matter m cross join lateral (
      select i.id from public.agenda_items i where i.partnership_id = app.partnership() and i.deferred_from_id = m.id
      union all select i.deferred_from_id from public.agenda_items i where i.partnership_id = app.partnership() and i.id = m.id and i.deferred_from_id is not null) n)
  select pg_catalog.array_agg(id) from matter where item is not null $$;
/* The items without a case that are shut to the person, by an open or a silent recusal that nobody has lifted. */
create function app.shut_items() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct m.id), '{}') from public.recusals r cross join lateral pg_catalog.unnest(app.matter_of(r.item_id)) as m(id)
  where r.partnership_id = app.partnership() and r.person_id = app.person() and r.item_id is not null
    and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id) $$;
create function app.silently_shut_items() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct m.id), '{}') from public.recusals r cross join lateral pg_catalog.unnest(app.matter_of(r.item_id)) as m(id)
  where r.partnership_id = app.partnership() and r.person_id = app.person() and r.item_id is not null and r.silent
    and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id) $$;
/* An action knows no more than its item: its words and steps ask it. Asked only by those who are recused from something. */
create function app.about_shut_item(action uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.actions a where a.partnership_id = app.partnership() and a.id = action and a.item_id = any(app.shut_items())) $$;

do $$ declare t text; begin
  foreach t in array array['minutes','papers','resolutions','minute_drafts','minute_corrections','questions','actions','recusal_lifts'] loop
    execute format('create policy not_recused_from_item on public.%I as restrictive to casemoot_app using (item_id is null or item_id <> all((select app.shut_items())::uuid[]))', t);
  end loop;
  foreach t in array array['action_wordings','action_steps','action_colleagues','read_outs'] loop
    execute format('create policy not_recused_from_item on public.%I as restrictive to casemoot_app using ((select pg_catalog.cardinality(app.shut_items())) = 0 or not app.about_shut_item(action_id))', t);
  end loop;
end $$;
create policy not_recused_from_item on public.agenda_items as restrictive to casemoot_app using (id <> all((select app.shut_items())::uuid[]));
create policy not_recused_from_item on public.waiting_items as restrictive to casemoot_app using (from_item_id is null or from_item_id <> all((select app.shut_items())::uuid[]));
create policy not_recused_from_item on public.audit_events as restrictive for select to casemoot_app using (subject_id is null or subject_id <> all((select app.shut_items())::uuid[]));

-- 2. Who knows of it. What somebody declared is theirs; the chair's office sees the others' as far as the item isn't shut to itself, and never a recusal that shuts it out silently.
alter policy read on public.interests using (
  person_id = (select app.person())
  or (forum_id = any((select app.offices_held())::uuid[]) and (case_id is null or case_id <> all((select app.shut_cases())::uuid[])) and (item_id is null or item_id <> all((select app.shut_items())::uuid[])))
  or (forum_id is null and app.serves_person(person_id)));
/* Everybody speaks for themselves; what was said aloud of several at once, the chair's office notes for them, of the meeting as a whole: it recuses nobody. */
alter policy add on public.interests with check (
  (person_id = (select app.person()) and noted_by_id is null) or (noted_by_id = (select app.person()) and person_id <> (select app.person()) and forum_id = any((select app.offices_held())::uuid[])));
alter policy read on public.recusals using (
  (person_id = (select app.person()) and not silent)
  or (person_id <> (select app.person()) and forum_id = any((select app.offices_held())::uuid[])
    and (case_id is null or case_id <> all((select app.shut_cases())::uuid[])) and (item_id is null or item_id <> all((select app.shut_items())::uuid[]))));
alter policy add on public.recusals with check (
  case when item_id is null then forum_id = (select c.forum_id from public.cases c where c.id = case_id)
    else exists (select 1 from public.agenda_items i where i.id = item_id and i.forum_id = recusals.forum_id and i.case_id is null and app.agenda_is_out(i.meeting_id)) end and (
    (person_id = (select app.person()) and not silent and decided_by_id is null and interest_id is not null)
    or (decided_by_id = (select app.person()) and person_id <> (select app.person()) and forum_id = any((select app.offices_held())::uuid[])
      -- who runs the meeting of a forum can't be kept in the dark about what is on its agenda
      and not (silent and app.holds_office_in(person_id, forum_id)))));
/* What minutes say of interests: who declared which in what was taken without a case or in general, for the register and the office, but not what it is where that is withheld. */
create function app.interests_minuted(meeting uuid) returns table (person_id uuid, item_id uuid, kind public.interest_kind, about public.interest_about, words text, noted boolean, declared_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select i.person_id, i.item_id, i.kind, case when i.kind <> 'sensitive' then i.about end, i.words, i.noted_by_id is not null, i.declared_at from public.interests i
  where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.case_id is null
    and (i.forum_id = any(app.offices_held()) or app.on_register(meeting))
    and (i.item_id is null or i.person_id = app.person() or i.item_id <> all(app.shut_items())) $$;

-- 3. What goes on without whoever is recused.
drop function app.recused_items(uuid);
/* The items of a meeting from which the person is openly recused: that they exist, and nothing of what is said on them (D0). */
create function app.recused_items(meeting uuid) returns table (item_id uuid, place integer, reference text, kind public.agenda_item_kind, title text) language sql stable security definer set search_path = '' as $$
  select i.id, i.position, c.reference, i.kind, case when i.case_id is null then i.title end
  from public.agenda_items i left join public.cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
  where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.forums_seen())
    and ((i.case_id = any(app.shut_cases()) and i.case_id <> all(app.silently_shut_cases())) or (i.id = any(app.shut_items()) and i.id <> all(app.silently_shut_items()))) $$;
/* Of the items from which the person is openly recused, whether somebody concluded each: no other word of them. Those of a meeting of one's office. */
create or replace function app.recused_items_concluded(meeting uuid) returns table (item_id uuid, concluded boolean) language sql stable security definer set search_path = '' as $$
  select i.id, i.concluded_at is not null and (i.decision is not null or (i.case_id is null and i.outcome is not null))
    and not exists (select 1 from public.actions a where a.partnership_id = i.partnership_id and a.item_id = i.id and a.state = 'recorded')
    and not (i.decision = 'close' and exists (select 1 from public.actions a where a.partnership_id = i.partnership_id and a.case_id = i.case_id
      and a.state in ('recorded', 'assigned', 'accepted', 'in_progress', 'reported_done')))
  from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held())
    and ((i.case_id = any(app.shut_cases()) and i.case_id <> all(app.silently_shut_cases())) or (i.id = any(app.shut_items()) and i.id <> all(app.silently_shut_items()))) $$;
/* Whether the chair in force today is recused from an item without a case: what is done on it is the deputy's. */
create function app.chair_recused_from_item(item uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.agenda_items i
      join public.appointments a on a.partnership_id = i.partnership_id and a.forum_id = i.forum_id and a.office = 'chair' and app.today() between a.from_on and coalesce(a.until_on, 'infinity')
      join public.recusals r on r.partnership_id = i.partnership_id and r.item_id is not null and r.person_id = a.person_id
    where i.partnership_id = app.partnership() and i.id = item and i.forum_id = any(app.offices_held()) and i.id = any(app.matter_of(r.item_id))
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)) $$;
/* Whether the chair in force today is recused from anything on a meeting's agenda, or from one case: the deputy then acts. */
create or replace function app.chair_recused(meeting uuid, in_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.meetings m
      join public.appointments a on a.partnership_id = m.partnership_id and a.forum_id = m.forum_id and a.office = 'chair' and app.today() between a.from_on and coalesce(a.until_on, 'infinity')
      join public.agenda_items i on i.partnership_id = m.partnership_id and i.meeting_id = m.id and (in_case is null or i.case_id = in_case)
      join public.recusals r on r.partnership_id = m.partnership_id and r.person_id = a.person_id and (r.case_id = i.case_id or i.id = any(app.matter_of(r.item_id)))
    where m.partnership_id = app.partnership() and m.id = meeting and m.forum_id = any(app.offices_held())
      and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id)) $$;
/* Whether a meeting of one's office has an item that is shut to oneself: closing it is then somebody else's. */
create or replace function app.has_shut_items(meeting uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held())
    and (i.case_id = any(app.shut_cases()) or i.id = any(app.shut_items()))) $$;
/* Where an item stands in the agenda as the person sees it: those that are silently shut close up, those from which they are openly recused keep their place. */
create or replace function app.number_of_item(meeting uuid, place integer) returns integer language sql stable security definer set search_path = '' as $$
  select place - (select count(*)::integer from public.agenda_items i
    where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.position < place
      and (i.case_id = any((select app.silently_shut_cases())::uuid[]) or i.id = any((select app.silently_shut_items())::uuid[]))) $$;
/* The running number of a minute in the forum's year, closing up in the same way. */
create or replace function app.number_of_minute(forum uuid, year integer, number integer) returns integer language sql stable security definer set search_path = '' as $$
  select number - (select count(*)::integer from public.agenda_items i
    where i.partnership_id = app.partnership() and i.forum_id = forum and i.minute_year = year and i.minute_number < number
      and (i.case_id = any((select app.silently_shut_cases())::uuid[]) or i.id = any((select app.silently_shut_items())::uuid[]))) $$;
/* How many minutes of a draft of one's office stand for items that are shut to oneself: no word of them. */
create or replace function app.shut_minutes(meeting uuid) returns integer language sql stable security definer set search_path = '' as $$
  select coalesce(sum(i.planned_minutes), 0)::integer from public.agenda_items i
  where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held()) and (i.case_id = any(app.shut_cases()) or i.id = any(app.shut_items())) $$;
/* Puts what earlier meetings put off, and is shut to whoever publishes, on the agenda too: before any other business. Says only how many that adds. */
create function app.add_shut_reports(meeting uuid) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare shut uuid[]; place integer; in_forum uuid;
begin
  select m.forum_id, array(select i.id from public.agenda_items i join public.meetings e on e.partnership_id = i.partnership_id and e.id = i.meeting_id
      where i.partnership_id = m.partnership_id and i.forum_id = m.forum_id and i.id = any(app.shut_items()) and i.case_id is null and i.title is not null and e.starts_at < m.starts_at
        and ((e.closed_at is not null and i.outcome = 'deferred') or (e.state = 'cancelled' and i.deferred_from_id is null))
        and not exists (select 1 from public.agenda_items n join public.meetings nm on nm.partnership_id = n.partnership_id and nm.id = n.meeting_id
          where n.partnership_id = i.partnership_id and n.deferred_from_id = i.id and (nm.id = m.id or nm.state not in ('scheduled', 'cancelled')))
        and not exists (select 1 from public.waiting_items w where w.partnership_id = i.partnership_id and w.from_item_id = i.id) order by e.starts_at, i.position)
    into in_forum, shut from public.meetings m where m.partnership_id = app.partnership() and m.id = meeting and m.forum_id = any(app.offices_held()) and m.state = 'scheduled';
  if coalesce(pg_catalog.cardinality(shut), 0) = 0 then return 0; end if;
  select coalesce(min(i.position) filter (where i.kind in ('reports_back', 'other_minutes', 'planned_reports', 'other_business') and i.title is null), min(i.position) filter (where i.kind = 'next_meeting'), max(i.position) + 1, 1)
    into place from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = meeting;
  perform app.make_room(meeting, place, pg_catalog.cardinality(shut));
  insert into public.agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, title, presenter, restricted, planned_minutes, deferred_from_id)
  select pg_catalog.gen_random_uuid(), app.partnership(), in_forum, meeting, place + t.n::integer - 1, i.kind, i.title, i.presenter, i.restricted, i.planned_minutes, i.id
    from pg_catalog.unnest(shut) with ordinality as t(id, n) join public.agenda_items i on i.partnership_id = app.partnership() and i.id = t.id;
  return pg_catalog.cardinality(shut);
end $$;
/* The room takes an item up: the one before ends, whoever left for it is back, and those on the register who are openly recused from this one leave for it. Null where there is no such item for this person. */
create or replace function app.take_up_item(wanted uuid) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare item record; left_now integer; matter uuid[] := app.matter_of(wanted);
begin
  select i.partnership_id, i.forum_id, i.meeting_id, i.case_id into item from public.agenda_items i
    join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id and m.state = 'in_session'
    where i.partnership_id = app.partnership() and i.id = wanted and i.forum_id = any(app.offices_held()) and (i.case_id is null or i.case_id <> all(app.shut_cases())) and i.id <> all(app.shut_items());
  if not found then return null; end if;
  update public.agenda_items i set ended_at = app.moment()
    where i.partnership_id = item.partnership_id and i.meeting_id = item.meeting_id and i.id <> wanted and i.opened_at is not null and i.ended_at is null;
  update public.departures d set returned_at = app.moment()
    where d.partnership_id = item.partnership_id and d.meeting_id = item.meeting_id and d.item_id <> wanted and d.returned_at is null;
  update public.agenda_items i set opened_at = coalesce(i.opened_at, app.moment()), ended_at = null where i.partnership_id = item.partnership_id and i.id = wanted;
  insert into public.departures (id, partnership_id, forum_id, meeting_id, person_id, item_id, left_at, recorded_by_id)
  select pg_catalog.gen_random_uuid(), item.partnership_id, item.forum_id, item.meeting_id, s.person_id, wanted, app.moment(), app.person()
    from public.sign_ins s where s.partnership_id = item.partnership_id and s.meeting_id = item.meeting_id
      and exists (select 1 from public.recusals r where r.partnership_id = s.partnership_id and (r.case_id = item.case_id or r.item_id = any(matter)) and r.person_id = s.person_id
        and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id))
      and not exists (select 1 from public.recusals r where r.partnership_id = s.partnership_id and (r.case_id = item.case_id or r.item_id = any(matter)) and r.person_id = s.person_id and r.silent
        and not exists (select 1 from public.recusal_lifts l where l.partnership_id = r.partnership_id and l.recusal_id = r.id))
      and not exists (select 1 from public.departures d where d.partnership_id = s.partnership_id and d.meeting_id = s.meeting_id and d.person_id = s.person_id and d.returned_at is null);
  get diagnostics left_now = row_count;
  return left_now;
end $$;
/* Whoever is in the room hears that something changed at a meeting, never what. Between the processes it is said by whom, of which case and of which item, so that nobody who is recused from it is told of anything. */
create or replace function app.tell_the_room() returns trigger language plpgsql set search_path = '' as $$
declare written jsonb := pg_catalog.to_jsonb(new);
begin
  perform pg_catalog.pg_notify('casemoot_room', pg_catalog.concat_ws(' ', coalesce(written ->> 'meeting_id', written ->> 'id'), coalesce(nullif(pg_catalog.current_setting('app.person_id', true), ''), '-'),
    coalesce(written ->> 'case_id', '-'), coalesce(written ->> 'item_id', case when tg_table_name = 'agenda_items' then written ->> 'id' end, '-')));
  return null;
end $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app'
    and p.proname in ('matter_of', 'shut_items', 'silently_shut_items', 'about_shut_item', 'interests_minuted', 'recused_items', 'chair_recused_from_item', 'add_shut_reports') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
