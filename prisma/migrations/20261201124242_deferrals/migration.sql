-- Why an item was put off, and until what is there: it comes back to the next agenda by itself, or once that is met, with its history (rules 3 and 31).

-- CreateTable
CREATE TABLE "deferrals" (
    "item_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "until_what" TEXT,
    "until_on" DATE,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "met_by_id" UUID,
    "met_at" TIMESTAMPTZ(3),

    CONSTRAINT "deferrals_pkey" PRIMARY KEY ("item_id")
);

-- CreateIndex
CREATE INDEX "deferrals_partnership_id_forum_id_idx" ON "deferrals"("partnership_id", "forum_id");

-- CreateIndex
CREATE UNIQUE INDEX "deferrals_partnership_id_item_id_key" ON "deferrals"("partnership_id", "item_id");

-- AddForeignKey
ALTER TABLE "deferrals" ADD CONSTRAINT "deferrals_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table public.deferrals add constraint met_by_somebody check ((met_at is null) = (met_by_id is null));

-- 1. Read as the minute of its item is; written by the office while it writes the minute.
alter table public.deferrals enable row level security;
alter table public.deferrals force row level security;
create policy maintained_by_owner on public.deferrals to casemoot_owner using (true) with check (true);
create policy seen_by_definer on public.deferrals for select to casemoot_definer using (true);
grant select on public.deferrals to casemoot_definer;
create policy own_partnership on public.deferrals as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
grant select, insert on public.deferrals to casemoot_app;
grant update (why, until_what, until_on, written_by_id, written_at, met_by_id, met_at) on public.deferrals to casemoot_app;
create policy read on public.deferrals for select to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) or app.reads_minute(forum_id, meeting_id, null));
create policy add on public.deferrals for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]) and written_by_id = (select app.person()) and met_at is null);
create policy change on public.deferrals for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]));
create policy not_recused_from_item on public.deferrals as restrictive to casemoot_app using (item_id <> all((select app.shut_items())::uuid[]));
create trigger locked_when_confirmed before insert or update of why, until_what, until_on on public.deferrals for each row execute function app.refuse_if_confirmed();
create trigger told_to_the_room after insert or update on public.deferrals for each row execute function app.tell_the_room();

/* What somebody brought is put off at its own meeting; that what it waits for is there is said once, after that meeting. */
create function app.guard_deferral() returns trigger language plpgsql security definer set search_path = '' as $$
declare item record;
begin
  select m.state, m.closed_at into item from public.agenda_items i join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
    where i.partnership_id = new.partnership_id and i.id = new.item_id and i.forum_id = new.forum_id and i.meeting_id = new.meeting_id and i.outcome = 'deferred'
      and i.case_id is null and i.escalation_id is null and i.title is not null;
  if not found then raise exception 'what somebody brought is put off at its meeting' using errcode = 'insufficient_privilege'; end if;
  if tg_op = 'UPDATE' and old.met_at is not null then raise exception 'it was met' using errcode = 'insufficient_privilege'; end if;
  if new.met_at is not null and (item.closed_at is null or new.met_at is distinct from app.moment() or new.met_by_id is distinct from app.person()) then
    raise exception 'it is met after its meeting' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger of_its_item before insert or update on public.deferrals for each row execute function app.guard_deferral();

-- 2. When it comes back: at once where nothing holds it, from a day on, or never by itself until what it waits for is there. The same for everybody who reads the drafts.
create function app.comes_back_from(item uuid) returns date language sql stable security definer set search_path = '' as $$
  select case when d.met_at is not null then null when d.until_on is not null then d.until_on when d.until_what is not null then 'infinity'::date end
  from public.deferrals d where d.partnership_id = app.partnership() and d.item_id = item and d.forum_id = any(app.forums_seen()) $$;

/* The seal of minutes holds why something was put off as well; of minutes without that it is what it was. */
create or replace function app.hash_of_minutes(partnership uuid, meeting uuid) returns bytea language sql stable security definer set search_path = '' as $$
  select pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.string_agg((pg_catalog.jsonb_build_array(
    i.minute_year, i.minute_number, i.kind, i.title, i.outcome, i.decision, n.discussion, n.decision_reason,
    (select coalesce(pg_catalog.jsonb_agg(r.wording order by r.position), '[]') from public.resolutions r where r.partnership_id = i.partnership_id and r.item_id = i.id and r.withdrawn_at is null)
  ) || coalesce((select pg_catalog.jsonb_build_array(d.why, d.until_what, d.until_on) from public.deferrals d where d.partnership_id = i.partnership_id and d.item_id = i.id and i.outcome = 'deferred'), '[]'))::text, E'\n' order by i.position), ''), 'UTF8'))
  from public.agenda_items i left join public.minutes n on n.partnership_id = i.partnership_id and n.item_id = i.id
  where i.partnership_id = hash_of_minutes.partnership and i.meeting_id = hash_of_minutes.meeting $$;

/* What these forums expect, as before; put off until something is there, it waits for that. */
create or replace function app.planned_due(forums uuid[]) returns table (id uuid, meeting_id uuid, deferred_from_id uuid) language sql stable security definer set search_path = '' as $$
  select p.id, (
    select m.id from public.meetings m where m.partnership_id = p.partnership_id and m.forum_id = p.forum_id and m.state = 'scheduled' and m.starts_at > coalesce(put_off.starts_at, '-infinity') and (m.starts_at at time zone 'Europe/London')::date >= coalesce(app.comes_back_from(put_off.id), '-infinity')
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
/* Puts what earlier meetings put off, and is shut to whoever publishes, on the agenda too, once nothing holds it: before any other business. Says only how many that adds. */
create or replace function app.add_shut_reports(meeting uuid) returns integer language plpgsql volatile security definer set search_path = '' as $$
declare shut uuid[]; place integer; in_forum uuid;
begin
  select m.forum_id, array(select i.id from public.agenda_items i join public.meetings e on e.partnership_id = i.partnership_id and e.id = i.meeting_id
      where i.partnership_id = m.partnership_id and i.forum_id = m.forum_id and i.id = any(app.shut_items()) and i.case_id is null and i.title is not null and e.starts_at < m.starts_at and (m.starts_at at time zone 'Europe/London')::date >= coalesce(app.comes_back_from(i.id), '-infinity')
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
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('guard_deferral', 'comes_back_from') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
