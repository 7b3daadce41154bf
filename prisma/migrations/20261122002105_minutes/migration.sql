-- Minutes: corrections are settled before they are confirmed, and confirming seals their words.

/* The words of a meeting's minutes in their order, drawn together: of every item, whoever asks. Called by the seal alone. */
create function app.hash_of_minutes(partnership uuid, meeting uuid) returns bytea language sql stable security definer set search_path = '' as $$
  select pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.string_agg(pg_catalog.jsonb_build_array(
    i.minute_year, i.minute_number, i.kind, i.title, i.outcome, i.decision, n.discussion, n.decision_reason,
    (select coalesce(pg_catalog.jsonb_agg(r.wording order by r.position), '[]') from public.resolutions r where r.partnership_id = i.partnership_id and r.item_id = i.id and r.withdrawn_at is null)
  )::text, E'\n' order by i.position), ''), 'UTF8'))
  from public.agenda_items i left join public.minutes n on n.partnership_id = i.partnership_id and n.item_id = i.id
  where i.partnership_id = hash_of_minutes.partnership and i.meeting_id = hash_of_minutes.meeting $$;

/* Confirming seals the words as they stand, and waits for whatever correction is still open: also on items that whoever confirms may not read. */
create function app.seal_minutes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.minute_corrections c where c.partnership_id = new.partnership_id and c.meeting_id = new.id and c.state = 'proposed') then
    raise exception 'a correction is still open' using errcode = 'insufficient_privilege';
  end if;
  new.minutes_hash := app.hash_of_minutes(new.partnership_id, new.id);
  return new;
end $$;
create trigger sealed_when_confirmed before update on public.meetings for each row when (new.state = 'confirmed' and old.state <> 'confirmed') execute function app.seal_minutes();

/* The items with a correction still open, by number, for the chair's office: also those from which whoever asks is recused, whose place they know. */
create function app.open_corrections(meeting uuid) returns table (number integer) language sql stable security definer set search_path = '' as $$
  select distinct app.number_of_item(i.meeting_id, i.position) from public.minute_corrections c join public.agenda_items i on i.partnership_id = c.partnership_id and i.id = c.item_id
  where c.partnership_id = app.partnership() and c.meeting_id = open_corrections.meeting and c.state = 'proposed' and c.forum_id = any(app.offices_held()) order by 1 $$;

/* What was proposed stands as it was said: of a correction only how it was settled changes, once, and of what was resolved only that it was taken back. */
revoke update on public.minute_corrections, public.resolutions from casemoot_app;
grant update (state, settled_by_id, settled_at, reason) on public.minute_corrections to casemoot_app;
grant update (withdrawn_at) on public.resolutions to casemoot_app;
create trigger settled_once before update on public.minute_corrections for each row when (old.state <> 'proposed') execute function app.refuse_change();

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('hash_of_minutes', 'seal_minutes', 'open_corrections') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner', f.signature);
    if f.proname <> 'hash_of_minutes' then execute format('grant execute on function %s to casemoot_app', f.signature); end if;
    execute format('alter function %s owner to casemoot_definer', f.signature);
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
