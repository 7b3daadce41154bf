-- Minutes of other bodies that a board receives (rule 31): which, and of when; never what stands in them (rule 26).

-- CreateTable
CREATE TABLE "received_minutes" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "source_meeting_id" UUID,
    "body" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "confirmed_on" DATE,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "received_minutes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "received_minutes_partnership_id_item_id_idx" ON "received_minutes"("partnership_id", "item_id");

-- CreateIndex
CREATE UNIQUE INDEX "received_minutes_partnership_id_id_key" ON "received_minutes"("partnership_id", "id");

-- AddForeignKey
ALTER TABLE "received_minutes" ADD CONSTRAINT "received_minutes_partnership_id_item_id_fkey" FOREIGN KEY ("partnership_id", "item_id") REFERENCES "agenda_items"("partnership_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 1. Read by the board once its agenda is out, and kept by its office until the meeting closes.
alter table public.received_minutes enable row level security;
alter table public.received_minutes force row level security;
create policy maintained_by_owner on public.received_minutes to casemoot_owner using (true) with check (true);
create policy seen_by_definer on public.received_minutes for select to casemoot_definer using (true);
create policy left_off_by_definer on public.received_minutes for delete to casemoot_definer using (true);
grant select, delete on public.received_minutes to casemoot_definer;
create policy own_partnership on public.received_minutes as restrictive to casemoot_app using (partnership_id = (select app.partnership())) with check (partnership_id = (select app.partnership()));
grant select, insert on public.received_minutes to casemoot_app;
grant update (withdrawn_at) on public.received_minutes to casemoot_app;
create policy read on public.received_minutes for select to casemoot_app using (
  forum_id = any((select app.offices_held())::uuid[])
  or (withdrawn_at is null and app.agenda_is_out(meeting_id) and forum_id = any((select app.forums_seen())::uuid[])
    and (app.on_register(meeting_id) or not exists (select 1 from public.agenda_items i where i.partnership_id = received_minutes.partnership_id and i.id = item_id and i.restricted))));
create policy add on public.received_minutes for insert to casemoot_app with check (forum_id = any((select app.offices_held())::uuid[]) and added_by_id = (select app.person()) and added_at = app.moment() and withdrawn_at is null);
create policy change on public.received_minutes for update to casemoot_app using (forum_id = any((select app.offices_held())::uuid[]) and withdrawn_at is null) with check (forum_id = any((select app.offices_held())::uuid[]));
create policy not_recused_from_item on public.received_minutes as restrictive to casemoot_app using (item_id <> all((select app.shut_items())::uuid[]));

/* Whether a board has received the minutes of a meeting already, at an item that it took or is about to take. */
create function app.has_received(board uuid, meeting uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.received_minutes r join public.agenda_items i on i.partnership_id = r.partnership_id and i.id = r.item_id join public.meetings m on m.partnership_id = r.partnership_id and m.id = r.meeting_id
    where r.partnership_id = app.partnership() and r.forum_id = board and r.source_meeting_id = meeting and r.withdrawn_at is null and m.state <> 'cancelled' and i.outcome is distinct from 'deferred') $$;
/*
 * Of a forum's meeting a board receives its name, its day and when its minutes were confirmed, written down from the meeting itself: of a forum that hands up to this
 * board, once they are confirmed, once. At an item for minutes of a meeting that has not closed.
 */
create function app.guard_received_minutes() returns trigger language plpgsql security definer set search_path = '' as $$
declare source record;
begin
  if not exists (select 1 from public.agenda_items i join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
      where i.partnership_id = new.partnership_id and i.id = new.item_id and i.forum_id = new.forum_id and i.meeting_id = new.meeting_id and i.kind = 'other_minutes' and m.state in ('scheduled', 'published', 'in_session')) then
    raise exception 'minutes are received at an item for them, before its meeting closes' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' then return new; end if;
  new.confirmed_on := null;
  if new.source_meeting_id is null then return new; end if;
  select f.name, m.reference, (m.starts_at at time zone 'Europe/London')::date as held_on, (m.confirmed_at at time zone 'Europe/London')::date as confirmed_on into source
    from public.meetings m join public.forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id join public.ladder_places l on l.partnership_id = m.partnership_id and l.forum_id = m.forum_id and l.next_board_id = new.forum_id
    where m.partnership_id = new.partnership_id and m.id = new.source_meeting_id and m.state = 'confirmed';
  if not found or app.has_received(new.forum_id, new.source_meeting_id) then
    raise exception 'a board receives confirmed minutes of a forum that hands up to it, once' using errcode = 'insufficient_privilege';
  end if;
  new.body := source.name;
  new.reference := source.reference;
  new.held_on := source.held_on;
  new.confirmed_on := source.confirmed_on;
  return new;
end $$;
create trigger of_its_item before insert or update on public.received_minutes for each row execute function app.guard_received_minutes();

/* What a board's office can put before it: confirmed minutes of the forums that hand up to it, of the last 400 days, that it has not received. Their names and days, and nothing of what stands in them. */
create function app.minutes_to_receive(board uuid) returns table (meeting_id uuid, body text, reference text, held_on date) language sql stable security definer set search_path = '' as $$
  select m.id, f.name, m.reference, (m.starts_at at time zone 'Europe/London')::date from public.meetings m join public.forums f on f.partnership_id = m.partnership_id and f.id = m.forum_id
    join public.ladder_places l on l.partnership_id = m.partnership_id and l.forum_id = m.forum_id and l.next_board_id = board
  where m.partnership_id = app.partnership() and board = any(app.offices_held()) and m.state = 'confirmed' and m.starts_at > app.moment() - interval '400 days' and not app.has_received(board, m.id)
  order by f.name, m.starts_at desc $$;

-- 2. An item before which minutes stand isn't left off a draft; what was taken back goes with it.
/* Takes an item off a draft, with the papers and the minutes of others that were withdrawn from it unseen; the others move up. False while it has any. A draft is nobody's record: what was left off waits, and the trail keeps that it was there. */
create or replace function app.leave_off_item(wanted uuid) returns boolean language plpgsql volatile security definer set search_path = '' as $$
declare item record;
begin
  select i.meeting_id, i.position into item from public.agenda_items i join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id and m.state = 'scheduled'
    where i.partnership_id = app.partnership() and i.id = wanted and i.forum_id = any(app.offices_held()) and (i.case_id is null or i.case_id <> all(app.shut_cases()));
  if not found or exists (select 1 from public.papers p where p.partnership_id = app.partnership() and p.item_id = wanted and p.withdrawn_at is null)
    or exists (select 1 from public.received_minutes r where r.partnership_id = app.partnership() and r.item_id = wanted and r.withdrawn_at is null) then return false; end if;
  delete from public.papers p where p.partnership_id = app.partnership() and p.item_id = wanted;
  delete from public.received_minutes r where r.partnership_id = app.partnership() and r.item_id = wanted;
  delete from public.agenda_items i where i.partnership_id = app.partnership() and i.id = wanted;
  perform app.make_room(item.meeting_id, item.position + 1, -1);
  return true;
end $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('has_received', 'guard_received_minutes', 'minutes_to_receive') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    execute format('alter function %s owner to casemoot_definer', f.signature);
  end loop;
  -- asked by the two others alone
  execute 'revoke all on function app.has_received(uuid, uuid) from casemoot_app';
  execute 'revoke create on schema app from casemoot_definer';
end $$;
