-- Quorum and required roles (rule 4), and every way onto the register (rule 7), held by the database.

-- AlterTable
ALTER TABLE "actions" ADD COLUMN     "for_safety" BOOLEAN NOT NULL DEFAULT false;

-- 1. Who is there. Signed and not gone for good: somebody out for one item is still at the meeting.
create function app.here_at(meeting uuid) returns table (person_id uuid, agency_id uuid) language sql stable set search_path = '' as $$
  select s.person_id, s.agency_id from public.sign_ins s where s.partnership_id = app.partnership() and s.meeting_id = meeting
    and not exists (select 1 from public.departures d where d.partnership_id = s.partnership_id and d.meeting_id = s.meeting_id and d.person_id = s.person_id and d.item_id is null and d.returned_at is null) $$;
/* How many members are there, how many it takes, and which kinds of agency that must be there are not. Whoever presides counts, whoever only takes minutes doesn't; without terms of reference that ask for it there is no quorum. */
create function app.quorum_at(meeting uuid) returns table (here integer, quorum integer, missing public.agency_kind[]) language sql stable set search_path = '' as $$
  select
    (select count(*)::int from app.here_at(meeting) h where
      exists (select 1 from public.memberships b where b.partnership_id = m.partnership_id and b.forum_id = m.forum_id and b.person_id = h.person_id and app.today() between b.from_on and coalesce(b.until_on, 'infinity'))
      or exists (select 1 from public.appointments a where a.partnership_id = m.partnership_id and a.forum_id = m.forum_id and a.person_id = h.person_id and a.office in ('chair', 'deputy') and app.today() between a.from_on and coalesce(a.until_on, 'infinity'))),
    (select t.quorum from public.terms_of_reference t where t.partnership_id = m.partnership_id and t.forum_id = m.forum_id and t.adopted_on <= app.today() order by t.version desc limit 1),
    coalesce((select pg_catalog.array_agg(distinct r.agency_kind order by r.agency_kind) from public.required_roles r where r.partnership_id = m.partnership_id and r.forum_id = m.forum_id
      and app.today() between r.from_on and coalesce(r.until_on, 'infinity')
      and not exists (select 1 from app.here_at(meeting) h join public.agencies g on g.partnership_id = m.partnership_id and g.id = h.agency_id where g.kind = r.agency_kind)), '{}')
  from public.meetings m where m.partnership_id = app.partnership() and m.id = meeting $$;

/* Nobody opens a meeting without a chair in force, nor one below its quorum but as a discussion; and a meeting that could decide doesn't become one that couldn't. */
create function app.guard_opening() returns trigger language plpgsql set search_path = '' as $$
declare at_it record;
begin
  if current_user <> 'casemoot_app' then return new; end if;
  if new.discussion_only and not old.discussion_only and old.state <> 'published' then
    raise exception 'a meeting that can decide stays one' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> 'in_session' or (old.state = 'in_session' and new.discussion_only = old.discussion_only) then
    if new.discussion_only <> old.discussion_only then raise exception 'a meeting becomes a discussion, or more, while it opens or sits' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if not exists (select 1 from public.appointments a where a.partnership_id = new.partnership_id and a.forum_id = new.forum_id and a.office = 'chair' and app.today() between a.from_on and coalesce(a.until_on, 'infinity')) then
    raise exception 'no meeting opens without a chair in force' using errcode = 'insufficient_privilege';
  end if;
  if not new.discussion_only then
    select * into at_it from app.quorum_at(new.id);
    if at_it.here < coalesce(at_it.quorum, 0) or pg_catalog.cardinality(at_it.missing) > 0 then
      raise exception 'below its quorum a meeting opens as a discussion' using errcode = 'insufficient_privilege';
    end if;
  end if;
  return new;
end $$;
create trigger opened_with_a_quorum before update of state, discussion_only on public.meetings for each row execute function app.guard_opening();

/* A discussion decides nothing: it notes, puts off, and tasks for somebody's immediate safety alone. */
create function app.only_discusses(meeting uuid) returns boolean language sql stable set search_path = '' as $$
  select exists (select 1 from public.meetings m where m.partnership_id = app.partnership() and m.id = meeting and m.discussion_only) $$;
create function app.guard_discussion() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'casemoot_app' and app.only_discusses(new.meeting_id) then
    raise exception 'below its quorum a meeting decides nothing' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger decided_with_a_quorum before insert or update of outcome, decision on public.agenda_items for each row
  when (new.outcome in ('agreed', 'referred_on') or (new.decision is not null and new.decision <> 'defer')) execute function app.guard_discussion();
create trigger decided_with_a_quorum before insert on public.resolutions for each row execute function app.guard_discussion();
create trigger tasked_with_a_quorum before insert on public.actions for each row when (not new.for_safety and new.meeting_id is not null) execute function app.guard_discussion();
create trigger stays_for_safety before update of for_safety on public.actions for each row when (new.for_safety is distinct from old.for_safety) execute function app.refuse_change();

-- 2. The register's ways. Each signature says how it came, and is taken while the register is open; a sheet of paper is entered until the minutes are sent.
create function app.takes_signature(meeting uuid, way public.sign_in_way, at timestamptz) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.meetings m where m.partnership_id = app.partnership() and m.id = meeting and m.doors_opened_at <= at and at <= app.moment()
    and (m.state in ('published', 'in_session') or (m.state = 'closed' and way = 'printed_sheet' and at <= m.closed_at))) $$;
create policy by_its_way on public.sign_ins as restrictive for insert to casemoot_app with check (
  app.takes_signature(meeting_id, way, signed_at) and case
    when way in ('own_device', 'room_code', 'remote') then person_id = (select app.person()) and entered_by_id is null
    else person_id <> (select app.person()) and entered_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[]) end);
create policy by_its_way on public.guest_sign_ins as restrictive for insert to casemoot_app with check (
  way in ('coordinators_screen', 'printed_sheet') and app.takes_signature(meeting_id, way, signed_at));
create unique index refused_once on public.register_refusals (partnership_id, meeting_id, person_id) where person_id is not null;

-- 3. Who was told, without an account: whoever signed as a guest heard every item until the meeting closed. For the chair's office and information governance, as app.in_the_room is.
create function app.guests_told(wanted uuid) returns table (guest_id uuid, meeting text, from_at timestamptz, to_at timestamptz, name text, organisation text, represents text)
language sql stable security definer set search_path = '' as $$
  select s.id, m.reference, greatest(span.begins, s.signed_at), span.ends, s.name, s.organisation, s.represents
  from public.agenda_items i
    join public.cases c on c.partnership_id = i.partnership_id and c.id = i.case_id
    join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id and m.opened_at is not null
      and (i.opened_at is not null or (m.closed_at is not null and i.decision is distinct from 'defer'))
    cross join lateral (select coalesce(i.opened_at, m.opened_at) as begins, coalesce(i.ended_at, m.closed_at, app.moment()) as ends) span
    join public.guest_sign_ins s on s.partnership_id = i.partnership_id and s.meeting_id = i.meeting_id and s.signed_at < span.ends
  where i.partnership_id = app.partnership() and i.case_id = wanted and wanted <> all(app.shut_cases())
    and (c.forum_id = any(app.offices_held()) or app.holds_partnership_office('information_governance')) $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('here_at', 'quorum_at', 'guard_opening', 'only_discusses', 'guard_discussion', 'takes_signature', 'guests_told') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
