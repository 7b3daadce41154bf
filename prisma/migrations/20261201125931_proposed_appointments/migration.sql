-- Who proposed and seconded an appointment, and at which item of which meeting the forum made it (rule 31).

-- AlterTable
ALTER TABLE "appointments" ADD COLUMN     "decided_item_id" UUID,
ADD COLUMN     "proposed_by" TEXT,
ADD COLUMN     "seconded_by" TEXT;

alter table public.appointments add constraint seconded_what_was_proposed check (seconded_by is null or proposed_by is not null);

/* An item of a meeting of the forum, by its number there, at which it can have appointed somebody: for an administrator, who sees no agenda. No case. */
create function app.appointing_item(forum uuid, meeting text, number integer) returns uuid language sql stable security definer set search_path = '' as $$
  select i.id from public.agenda_items i join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
  where i.partnership_id = app.partnership() and i.forum_id = forum and m.reference = meeting and i.position = number and m.state not in ('scheduled', 'cancelled')
    and i.case_id is null and app.holds_partnership_office('administrator') $$;
/* Where the forum appointed them: the meeting, and the number of the minute once it has one. For whoever sits on the forum or serves it, as they count; for an administrator, as it stands. Nothing of an item that is shut to them. */
create function app.appointed_at(appointment uuid) returns table (meeting text, minute_number integer, minute_year integer) language sql stable security definer set search_path = '' as $$
  select m.reference, app.number_of_minute(i.forum_id, i.minute_year, i.minute_number), i.minute_year
  from public.appointments a join public.agenda_items i on i.partnership_id = a.partnership_id and i.id = a.decided_item_id join public.meetings m on m.partnership_id = i.partnership_id and m.id = i.meeting_id
  where a.partnership_id = app.partnership() and a.id = appointment and i.id <> all(app.shut_items())
    and (a.forum_id = any(app.forums_seen()) or app.holds_partnership_office('administrator')) $$;
/* An appointment names an item of its own forum, of no case; what it says of how it was made stands. */
create function app.guard_appointing_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from public.agenda_items i where i.partnership_id = new.partnership_id and i.id = new.decided_item_id and i.forum_id = new.forum_id and i.case_id is null) then
    raise exception 'an appointment is made at a meeting of its forum' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger made_at_its_forum before insert on public.appointments for each row when (new.decided_item_id is not null) execute function app.guard_appointing_item();
create trigger stands_as_it_was_made before update of proposed_by, seconded_by, decided_item_id on public.appointments for each row
  when ((new.proposed_by, new.seconded_by, new.decided_item_id) is distinct from (old.proposed_by, old.seconded_by, old.decided_item_id)) execute function app.refuse_change();

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('appointing_item', 'appointed_at', 'guard_appointing_item') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    execute format('alter function %s owner to casemoot_definer', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
