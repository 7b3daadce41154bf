-- The agenda while it is a draft: kept in rows, moved, left off; frozen once it is published, but for supplements. Papers before and after.

-- AlterTable
ALTER TABLE "papers" ADD COLUMN     "withdrawn_reason" TEXT;

-- AlterTable
ALTER TABLE "waiting_items" ADD COLUMN     "left_off_id" UUID,
ADD COLUMN     "restricted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "supplements" (
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "supplements_pkey" PRIMARY KEY ("partnership_id","meeting_id","number")
);

-- AddForeignKey
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Supplements: that there is one is seen by the forum; what is in it, item by item and paper by paper, by those who may.
alter table public.supplements enable row level security;
alter table public.supplements force row level security;
create policy maintained_by_owner on public.supplements to casemoot_owner using (true) with check (true);
create policy seen_by_definer on public.supplements for select to casemoot_definer using (true);
grant select on public.supplements to casemoot_definer;
create policy own_partnership on public.supplements as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
grant select, insert on public.supplements to casemoot_app;
grant update (told_at) on public.supplements to casemoot_app;
create policy read on public.supplements for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.supplements for insert to casemoot_app with check (made_by_id = (select app.person()) and forum_id = any((select app.offices_held())::uuid[]));
create policy change on public.supplements for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));

-- 2. Papers: read by nobody but the office before the agenda is published, nor after they were withdrawn.
create function app.agenda_is_out(meeting uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.meetings m where m.partnership_id = app.partnership() and m.id = meeting and m.state not in ('scheduled', 'cancelled')) $$;
alter policy read on public.papers using (
  forum_id = any((select app.offices_held())::uuid[])
  or (withdrawn_at is null and app.agenda_is_out(meeting_id) and case
    when case_id is not null then app.opens_case(case_id)
    when restricted then app.on_register(meeting_id)
    else forum_id = any((select app.forums_seen())::uuid[]) end));
alter table public.papers add constraint withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null));
grant update (withdrawn_reason) on public.papers to casemoot_app;
/* A paper is of one meeting, and about the case of its item or none. */
create function app.guard_paper() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.agenda_items i where i.partnership_id = new.partnership_id and i.id = new.item_id and i.meeting_id = new.meeting_id and i.forum_id = new.forum_id and i.case_id is not distinct from new.case_id) then
    raise exception 'a paper belongs to an item of its meeting' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger of_its_item before insert on public.papers for each row execute function app.guard_paper();

-- 3. A published agenda stands: what comes later comes in a supplement, and only its places shift.
create function app.guard_agenda() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'casemoot_app' or exists (select 1 from public.meetings m where m.partnership_id = new.partnership_id and m.id = new.meeting_id and m.state = 'scheduled') then return new; end if;
  if tg_op = 'INSERT' and new.supplement = 0 then
    raise exception 'a published agenda is added to by a supplement' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and (new.meeting_id, new.position, new.kind, new.case_id, new.title, new.presenter, new.restricted, new.planned_minutes, new.deferred_from_id, new.supplement)
      is distinct from (old.meeting_id, old.position, old.kind, old.case_id, old.title, old.presenter, old.restricted, old.planned_minutes, old.deferred_from_id, old.supplement) then
    raise exception 'a published agenda stands' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stands_once_published before insert or update on public.agenda_items for each row execute function app.guard_agenda();

-- 4. What the office does to a draft that may hold items it doesn't see.
/* Moves an item of a draft to where another stands, counted as the person sees them; what is shut to them keeps its order with its neighbours. Null where there is no such place. */
create function app.move_item(wanted uuid, number integer) returns boolean language plpgsql volatile security definer set search_path = '' as $$
declare item record; place integer;
begin
  select i.meeting_id, i.position into item from public.agenda_items i join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id and m.state = 'scheduled'
    where i.partnership_id = app.partnership() and i.id = wanted and i.forum_id = any(app.offices_held()) and (i.case_id is null or i.case_id <> all(app.shut_cases()));
  if not found then return null; end if;
  select i.position into place from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = item.meeting_id
    and (i.case_id is null or i.case_id <> all(app.silently_shut_cases())) and app.number_of_item(i.meeting_id, i.position) = number;
  if place is null then return null; end if;
  if place = item.position then return false; end if;
  -- by way of far away, because two items can't share a place even for a moment
  update public.agenda_items i set position = i.position + 10000 where i.partnership_id = app.partnership() and i.meeting_id = item.meeting_id
    and i.position between least(place, item.position) and greatest(place, item.position);
  update public.agenda_items i set position = case when i.id = wanted then place when place > item.position then i.position - 10001 else i.position - 9999 end
    where i.partnership_id = app.partnership() and i.meeting_id = item.meeting_id and i.position >= 10000;
  return true;
end $$;
/* Takes an item off a draft, with the papers that were withdrawn from it unseen; the others move up. False while it has papers. A draft is nobody's record: what was left off waits, and the trail keeps that it was there. */
create function app.leave_off_item(wanted uuid) returns boolean language plpgsql volatile security definer set search_path = '' as $$
declare item record;
begin
  select i.meeting_id, i.position into item from public.agenda_items i join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id and m.state = 'scheduled'
    where i.partnership_id = app.partnership() and i.id = wanted and i.forum_id = any(app.offices_held()) and (i.case_id is null or i.case_id <> all(app.shut_cases()));
  if not found or exists (select 1 from public.papers p where p.partnership_id = app.partnership() and p.item_id = wanted and p.withdrawn_at is null) then return false; end if;
  delete from public.papers p where p.partnership_id = app.partnership() and p.item_id = wanted;
  delete from public.agenda_items i where i.partnership_id = app.partnership() and i.id = wanted;
  perform app.make_room(item.meeting_id, item.position + 1, -1);
  return true;
end $$;
grant delete on public.agenda_items, public.papers to casemoot_definer;
create policy left_off_by_definer on public.agenda_items for delete to casemoot_definer using (true);
create policy left_off_by_definer on public.papers for delete to casemoot_definer using (true);
/* Puts the forum's open cases that are shut to whoever publishes on the agenda too, after the others; not those that somebody else left off it. Says only how many that adds. */
create or replace function app.add_shut_cases(meeting uuid, minutes_each integer) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare shut uuid[]; place integer; in_forum uuid;
begin
  select m.forum_id, array(select c.id from public.cases c where c.partnership_id = m.partnership_id and c.forum_id = m.forum_id and c.stage = 'open' and c.id = any(app.shut_cases())
      and not exists (select 1 from public.agenda_items i where i.partnership_id = m.partnership_id and i.meeting_id = m.id and i.case_id = c.id)
      and not exists (select 1 from public.waiting_items w where w.partnership_id = m.partnership_id and w.left_off_id = m.id and w.case_id = c.id and w.ended_at is null) order by c.opened_on, c.id)
    into in_forum, shut from public.meetings m where m.partnership_id = app.partnership() and m.id = meeting and m.forum_id = any(app.offices_held());
  if coalesce(pg_catalog.cardinality(shut), 0) = 0 then return 0; end if;
  -- after the other cases; where there are none, before what stands after the cases: hotspots, any other business, the next date
  select coalesce(max(i.position) filter (where i.kind = 'case') + 1, min(i.position) filter (where i.kind in ('hotspots', 'other_business', 'next_meeting')), max(i.position) + 1)
    into place from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = meeting;
  perform app.make_room(meeting, place, pg_catalog.cardinality(shut));
  insert into public.agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, case_id, planned_minutes)
  select pg_catalog.gen_random_uuid(), app.partnership(), in_forum, meeting, place + t.n::integer - 1, 'case', t.case_id, minutes_each
    from pg_catalog.unnest(shut) with ordinality as t(case_id, n);
  return pg_catalog.cardinality(shut);
end $$;
/* What was left off the drafts of these forums and still waits, for everybody who reads those drafts: a case, or a standing item by its kind; not why. */
create function app.left_off(forums uuid[]) returns table (meeting_id uuid, case_id uuid, kind public.agenda_item_kind) language sql stable security definer set search_path = '' as $$
  select w.left_off_id, w.case_id, w.kind from public.waiting_items w
  where w.partnership_id = app.partnership() and w.forum_id = any(forums) and w.forum_id = any(app.forums_seen()) and w.left_off_id is not null and w.ended_at is null
    and (w.case_id is not null or w.title is null) and (w.case_id is null or w.case_id <> all(app.shut_cases())) $$;
/* Of the deferred items of these forums, those that wait for a place by somebody's hand: they don't come back by themselves. */
create function app.waits_by_hand(item uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.waiting_items w where w.partnership_id = app.partnership() and w.from_item_id = item and w.forum_id = any(app.forums_seen())) $$;
/* How many minutes of a draft of one's office stand for items that are shut to oneself: no word of them. */
create function app.shut_minutes(meeting uuid) returns integer language sql stable security definer set search_path = '' as $$
  select coalesce(sum(i.planned_minutes), 0)::integer from public.agenda_items i
  where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held()) and i.case_id = any(app.shut_cases()) $$;
/* Once an agenda is out, what waited for a place and has one there waits no more: a case by itself, shut or not. */
create function app.end_waiting(meeting uuid) returns void language sql volatile security definer set search_path = '' as $$
  update public.waiting_items w set taken_as_id = i.id, ended_at = app.moment() from public.agenda_items i
  where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held())
    and w.partnership_id = i.partnership_id and w.forum_id = i.forum_id and w.ended_at is null
    and (w.case_id = i.case_id or (w.case_id is null and i.case_id is null and w.title is null and i.title is null and w.kind = i.kind)) $$;
grant update (taken_as_id, ended_at) on public.waiting_items to casemoot_definer;
create policy ended_by_definer on public.waiting_items for update to casemoot_definer using (true) with check (true);

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('agenda_is_out', 'guard_paper', 'guard_agenda', 'move_item', 'leave_off_item', 'left_off', 'waits_by_hand', 'shut_minutes', 'end_waiting') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
