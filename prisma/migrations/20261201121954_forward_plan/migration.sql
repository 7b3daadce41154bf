-- What a forum expects: reports and presentations planned for a meeting or a month, which come onto that draft agenda by themselves and are received once they are minuted (rules 3 and 31).

-- AlterTable
ALTER TABLE "agenda_items" ADD COLUMN     "planned_id" UUID;

-- AlterTable
ALTER TABLE "waiting_items" ADD COLUMN     "planned_id" UUID;

-- CreateTable
CREATE TABLE "planned_reports" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "kind" "agenda_item_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "presenter" TEXT,
    "agency_id" UUID,
    "planned_minutes" INTEGER NOT NULL,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "due_month" DATE NOT NULL,
    "meeting_id" UUID,
    "every_months" INTEGER,
    "follows_id" UUID,
    "planned_by_id" UUID NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "received_item_id" UUID,
    "received_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "planned_reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "planned_reports_follows_id_key" ON "planned_reports"("follows_id");

-- CreateIndex
CREATE INDEX "planned_reports_partnership_id_forum_id_idx" ON "planned_reports"("partnership_id", "forum_id");

-- CreateIndex
CREATE UNIQUE INDEX "planned_reports_partnership_id_id_key" ON "planned_reports"("partnership_id", "id");

-- CreateIndex
CREATE INDEX "agenda_items_partnership_id_planned_id_idx" ON "agenda_items"("partnership_id", "planned_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_partnership_id_meeting_id_planned_id_key" ON "agenda_items"("partnership_id", "meeting_id", "planned_id");

-- AddForeignKey
ALTER TABLE "planned_reports" ADD CONSTRAINT "planned_reports_partnership_id_forum_id_fkey" FOREIGN KEY ("partnership_id", "forum_id") REFERENCES "forums"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_reports" ADD CONSTRAINT "planned_reports_partnership_id_agency_id_fkey" FOREIGN KEY ("partnership_id", "agency_id") REFERENCES "agencies"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_reports" ADD CONSTRAINT "planned_reports_partnership_id_meeting_id_fkey" FOREIGN KEY ("partnership_id", "meeting_id") REFERENCES "meetings"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_partnership_id_planned_id_fkey" FOREIGN KEY ("partnership_id", "planned_id") REFERENCES "planned_reports"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table public.planned_reports add constraint brought check (kind in ('report', 'presentation'));
alter table public.planned_reports add constraint presented_by_somebody check (presenter is not null or agency_id is not null);
alter table public.planned_reports add constraint due_in_a_month check (extract(day from due_month) = 1);
alter table public.planned_reports add constraint recurs_in_months check (every_months in (1, 2, 3, 6, 12));
alter table public.planned_reports add constraint withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null) and (withdrawn_at is null) = (withdrawn_by_id is null));
alter table public.planned_reports add constraint received_at_an_item check ((received_at is null) = (received_item_id is null) and (received_at is null or withdrawn_at is null));

-- 1. Read by the forum, as its agendas are; kept by its office. What was received or withdrawn stands.
alter table public.planned_reports enable row level security;
alter table public.planned_reports force row level security;
create policy maintained_by_owner on public.planned_reports to casemoot_owner using (true) with check (true);
create policy seen_by_definer on public.planned_reports for select to casemoot_definer using (true);
create policy added_by_definer on public.planned_reports for insert to casemoot_definer with check (true);
create policy received_by_definer on public.planned_reports for update to casemoot_definer using (true) with check (true);
grant select, insert on public.planned_reports to casemoot_definer;
grant update (received_item_id, received_at, version) on public.planned_reports to casemoot_definer;
create policy own_partnership on public.planned_reports as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
grant select, insert on public.planned_reports to casemoot_app;
grant update (kind, title, presenter, agency_id, planned_minutes, restricted, due_month, meeting_id, every_months, withdrawn_by_id, withdrawn_at, withdrawn_reason, version) on public.planned_reports to casemoot_app;
create policy read on public.planned_reports for select to casemoot_app using (forum_id = any((select app.forums_seen())::uuid[]));
create policy add on public.planned_reports for insert to casemoot_app with check (
  forum_id = any((select app.offices_held())::uuid[]) and planned_by_id = (select app.person()) and planned_at = app.moment()
  and follows_id is null and received_at is null and withdrawn_at is null);
create policy change on public.planned_reports for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) and received_at is null and withdrawn_at is null)
  with check (forum_id = any((select app.offices_held())::uuid[]) and (withdrawn_at is null or (withdrawn_at = app.moment() and withdrawn_by_id = (select app.person()))));

/* What of forward plans is shut to the person: they are recused from an item that took it. */
create function app.shut_planned() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct i.planned_id), '{}') from public.agenda_items i
  where i.partnership_id = app.partnership() and i.planned_id is not null and i.id = any((select app.shut_items())::uuid[]) $$;
create policy not_recused_from_item on public.planned_reports as restrictive for select to casemoot_app using (id <> all((select app.shut_planned())::uuid[]));

/* A report is planned for a meeting of its own forum. */
create function app.guard_planned() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.meeting_id is not null and not exists (select 1 from public.meetings m where m.partnership_id = new.partnership_id and m.id = new.meeting_id and m.forum_id = new.forum_id) then
    raise exception 'a report is planned for a meeting of its forum' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger for_its_forum before insert or update of meeting_id on public.planned_reports for each row execute function app.guard_planned();
/* An item takes what its own forum expects, and has not received. */
create function app.guard_planned_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.planned_reports p where p.partnership_id = new.partnership_id and p.id = new.planned_id and p.forum_id = new.forum_id and p.kind = new.kind and p.received_at is null and p.withdrawn_at is null) then
    raise exception 'an item takes what its forum expects' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger takes_what_is_planned before insert on public.agenda_items for each row when (new.planned_id is not null) execute function app.guard_planned_item();
create trigger planned_stays before update of planned_id on public.agenda_items for each row when (new.planned_id is distinct from old.planned_id) execute function app.refuse_change();

-- 2. Onto an agenda by itself.
/*
 * What these forums expect and no published agenda has, with the draft onto which it comes: the one on which it stands, the meeting it is named for, else the first draft
 * in its month or after it; not one off which it was left, and after the meeting that put it off. The same for everybody who reads those drafts.
 */
create function app.planned_due(forums uuid[]) returns table (id uuid, meeting_id uuid, deferred_from_id uuid) language sql stable security definer set search_path = '' as $$
  select p.id, (
    select m.id from public.meetings m where m.partnership_id = p.partnership_id and m.forum_id = p.forum_id and m.state = 'scheduled' and m.starts_at > coalesce(put_off.starts_at, '-infinity')
      and (m.id = p.meeting_id or pg_catalog.date_trunc('month', m.starts_at at time zone 'Europe/London')::date >= p.due_month
        or exists (select 1 from public.agenda_items i where i.partnership_id = m.partnership_id and i.meeting_id = m.id and i.planned_id = p.id))
      and not exists (select 1 from public.waiting_items w where w.partnership_id = m.partnership_id and w.planned_id = p.id and w.left_off_id = m.id and w.ended_at is null)
    order by exists (select 1 from public.agenda_items i where i.partnership_id = m.partnership_id and i.meeting_id = m.id and i.planned_id = p.id) desc, (m.id is not distinct from p.meeting_id) desc, m.starts_at limit 1), put_off.id
  from public.planned_reports p left join lateral (
    select i.id, m.starts_at from public.agenda_items i join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where i.partnership_id = p.partnership_id and i.planned_id = p.id and m.closed_at is not null and i.outcome = 'deferred' order by m.starts_at desc limit 1) put_off on true
  where p.partnership_id = app.partnership() and p.forum_id = any(forums) and p.forum_id = any(app.forums_seen()) and p.received_at is null and p.withdrawn_at is null
    and p.id <> all(app.shut_planned())
    and not exists (select 1 from public.agenda_items i join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      where i.partnership_id = p.partnership_id and i.planned_id = p.id and m.state in ('published', 'in_session')) $$;

-- 3. Received once it is minuted: with the closing of the meeting, whoever closes it. What recurs is due again in its rhythm, after that meeting.
create function app.receive_planned(meeting uuid) returns table (item_id uuid) language plpgsql volatile security definer set search_path = '' as $$
declare in_month date;
begin
  select pg_catalog.date_trunc('month', m.starts_at at time zone 'Europe/London')::date into in_month from public.meetings m
    where m.partnership_id = app.partnership() and m.id = meeting and m.state = 'in_session' and m.forum_id = any(app.offices_held());
  if in_month is null then return; end if;
  return query with received as (
    update public.planned_reports p set received_item_id = i.id, received_at = app.moment(), version = p.version + 1 from public.agenda_items i
    where i.partnership_id = app.partnership() and i.meeting_id = receive_planned.meeting and i.planned_id = p.id and p.partnership_id = i.partnership_id
      and p.received_at is null and p.withdrawn_at is null and i.outcome is not null and i.outcome <> 'deferred'
    returning p.*, i.id as at_item),
  followed as (
    insert into public.planned_reports (id, partnership_id, forum_id, kind, title, presenter, agency_id, planned_minutes, restricted, due_month, every_months, follows_id, planned_by_id, planned_at)
    select pg_catalog.gen_random_uuid(), r.partnership_id, r.forum_id, r.kind, r.title, r.presenter, r.agency_id, r.planned_minutes, r.restricted,
      (r.due_month + pg_catalog.make_interval(months => r.every_months * greatest(1, 1 + (12 * (extract(year from in_month) - extract(year from r.due_month)) + extract(month from in_month) - extract(month from r.due_month))::integer / r.every_months)))::date,
      r.every_months, r.id, app.person(), app.moment()
    from received r where r.every_months is not null)
  select r.at_item from received r;
end $$;

-- 4. What the agenda's own functions have to know of it.
/* A published agenda stands: what comes later comes in a supplement, and only its places shift. */
create or replace function app.guard_agenda() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'casemoot_app' or exists (select 1 from public.meetings m where m.partnership_id = new.partnership_id and m.id = new.meeting_id and m.state = 'scheduled') then return new; end if;
  if tg_op = 'INSERT' and new.supplement = 0 then
    raise exception 'a published agenda is added to by a supplement' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and (new.meeting_id, new.position, new.kind, new.case_id, new.title, new.presenter, new.restricted, new.planned_minutes, new.deferred_from_id, new.planned_id, new.supplement)
      is distinct from (old.meeting_id, old.position, old.kind, old.case_id, old.title, old.presenter, old.restricted, old.planned_minutes, old.deferred_from_id, old.planned_id, old.supplement) then
    raise exception 'a published agenda stands' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
/* Once an agenda is out, what waited for a place and has one there waits no more: a case or what is planned by itself, shut or not. */
create or replace function app.end_waiting(meeting uuid) returns void language sql volatile security definer set search_path = '' as $$
  update public.waiting_items w set taken_as_id = i.id, ended_at = app.moment() from public.agenda_items i
  where i.partnership_id = app.partnership() and i.meeting_id = meeting and i.forum_id = any(app.offices_held())
    and w.partnership_id = i.partnership_id and w.forum_id = i.forum_id and w.ended_at is null
    and (w.case_id = i.case_id or w.planned_id = i.planned_id or (w.case_id is null and i.case_id is null and w.title is null and i.title is null and w.kind = i.kind)) $$;
/* Puts what earlier meetings put off, and is shut to whoever publishes, on the agenda too: before any other business. Says only how many that adds. */
create or replace function app.add_shut_reports(meeting uuid) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare shut uuid[]; place integer; in_forum uuid;
begin
  select m.forum_id, array(select i.id from public.agenda_items i join public.meetings e on e.partnership_id = i.partnership_id and e.id = i.meeting_id
      where i.partnership_id = m.partnership_id and i.forum_id = m.forum_id and i.id = any(app.shut_items()) and i.case_id is null and i.title is not null and e.starts_at < m.starts_at
        and ((e.closed_at is not null and i.outcome = 'deferred') or (e.state = 'cancelled' and i.deferred_from_id is null))
        and not exists (select 1 from public.agenda_items n join public.meetings nm on nm.partnership_id = n.partnership_id and nm.id = n.meeting_id
          where n.partnership_id = i.partnership_id and n.deferred_from_id = i.id and (nm.id = m.id or nm.state not in ('scheduled', 'cancelled')))
        and not exists (select 1 from public.waiting_items w where w.partnership_id = i.partnership_id and (w.from_item_id = i.id or (w.planned_id = i.planned_id and w.left_off_id = m.id and w.ended_at is null))) order by e.starts_at, i.position)
    into in_forum, shut from public.meetings m where m.partnership_id = app.partnership() and m.id = meeting and m.forum_id = any(app.offices_held()) and m.state = 'scheduled';
  if coalesce(pg_catalog.cardinality(shut), 0) = 0 then return 0; end if;
  select coalesce(min(i.position) filter (where i.kind in ('reports_back', 'other_minutes', 'planned_reports', 'other_business') and i.title is null), min(i.position) filter (where i.kind = 'next_meeting'), max(i.position) + 1, 1)
    into place from public.agenda_items i where i.partnership_id = app.partnership() and i.meeting_id = meeting;
  perform app.make_room(meeting, place, pg_catalog.cardinality(shut));
  insert into public.agenda_items (id, partnership_id, forum_id, meeting_id, position, kind, title, presenter, restricted, planned_minutes, deferred_from_id, planned_id)
  select pg_catalog.gen_random_uuid(), app.partnership(), in_forum, meeting, place + t.n::integer - 1, i.kind, i.title, i.presenter, i.restricted, i.planned_minutes, i.id, i.planned_id
    from pg_catalog.unnest(shut) with ordinality as t(id, n) join public.agenda_items i on i.partnership_id = app.partnership() and i.id = t.id;
  return pg_catalog.cardinality(shut);
end $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app'
    and p.proname in ('shut_planned', 'guard_planned', 'guard_planned_item', 'planned_due', 'receive_planned') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
