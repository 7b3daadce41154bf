-- Live minuting: who wrote is told with what was written, and what is saved every two seconds is noted once in a while.

/*
 * Whoever is in the room hears that something changed at a meeting, never what. Between the processes it is said by whom, so that a writer
 * isn't told of their own words, and of which case, so that nobody who is recused from it is told of anything.
 */
create or replace function app.tell_the_room() returns trigger language plpgsql set search_path = '' as $$
declare written jsonb := pg_catalog.to_jsonb(new);
begin
  perform pg_catalog.pg_notify('casemoot_room', pg_catalog.concat_ws(' ', coalesce(written ->> 'meeting_id', written ->> 'id'), coalesce(pg_catalog.current_setting('app.person_id', true), ''), coalesce(written ->> 'case_id', '')));
  return null;
end $$;

/* Whether the person themself is on the trail with the same act on the same thing since a moment: what goes on is one act. */
create function app.did_since(what text, subject uuid, since timestamptz) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.audit_events e where e.partnership_id = app.partnership() and e.subject_id = subject and e.person_id = app.person() and e.event = what and e.occurred_at >= since) $$;

do $$ declare f record; begin
  execute 'grant create on schema app to casemoot_definer';
  for f in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname in ('did_since') loop
    execute format('revoke all on function %s from public', f.signature);
    execute format('grant execute on function %s to casemoot_definer, casemoot_owner, casemoot_app', f.signature);
    if f.prosecdef then execute format('alter function %s owner to casemoot_definer', f.signature); end if;
  end loop;
  execute 'revoke create on schema app from casemoot_definer';
end $$;
